/** Letters that count because a text counts with them, and those beside which they stay part of a name. */
import { describe, expect, test } from 'vitest';
import { indexLettersIn, indexLettersOf } from '../../../../src/notation/latex/indexLetters.js';
import { someNode } from '../../../../src/core/walk.js';
import { parse } from '../../../../src/notation/latex/parse.js';

describe('a letter counts', () => {
  test.each([
    ['below a sum and in it', '\\sum_d q_d', 'd'],
    ['with a range', '\\sum_{c=1}^C y_c', 'c'],
    ['under a condition', '\\sum_{c \\ne k} y_c', 'c'],
    ['between bounds', '\\sum_{1 \\le t \\le T} x_t', 't'],
    ['in a product', '\\prod_{t=1}^T p_t', 't'],
    ['beside a summed one', '\\sum_j a_j v_{jd}', 'd'],
    ['below an accent', '\\sum_c \\hat{y}_{c}', 'c'],
    ['below what has entries', '\\frac{e^{z_c}}{\\sum_j e^{z_j}}', 'c'],
    ['of two sums', '\\sum_d \\sum_c A_{dc}', 'cd'],
  ])('%s', (_, tex, letters) => {
    expect([...indexLettersIn(tex)].sort().join('')).toBe(letters);
  });

  test.each([
    ['nothing is summed', 'v_{jd} + o_d'],
    ['the letter is a variable of its own', '\\sum_x p(x)'],
    ['the run is a word', '\\sum_n x_{in}'],
    ['the letter has no entries', 'T_c \\sum_j x_j'],
    ['it is derived by', '\\frac{\\partial}{\\partial t} \\sum_t f_t'],
    ['it is derived by, in a differential', '\\sum_t f_t \\, dt'],
    ['it is a capital', '\\sum_S p_S'],
  ])('but not where %s', (_, tex) => {
    expect([...indexLettersIn(tex)]).toEqual([]);
  });

  test('in all formulas of a document, where none derives by it', () => {
    expect([...indexLettersOf(['\\sum_d q_d', 'o_d'])]).toEqual(['d']);
    expect([...indexLettersOf(['\\sum_t q_t', '\\frac{dx}{dt}'])]).toEqual([]);
  });
});

test.each([
  ['\\sum_j a_j v_{jd}', true],
  ['\\sum_d q_d', true],
  ['v_{jd}', false],
  ['q_d', false],
])('%s has entries: %s', (tex, expected) => {
  const [statement] = parse(tex).statements;
  expect(statement && someNode(statement.expr, (e) => e.kind === 'component' && e.indices.length > 0)).toBe(
    expected,
  );
});
