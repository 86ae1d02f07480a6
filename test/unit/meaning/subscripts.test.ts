import { describe, expect, test } from 'vitest';
import { ask, definitionsOf, inShort } from './note.js';

describe('a number below a letter is part of its name where', () => {
  test.each([
    ['the note defines it', '$s_1 = a^2$ and $s_2 = s_1 b$', ['s_1 = a^2 @1', 's_2 = s_1*b @1']],
    ['the letter alone is defined', '$h(t) = h_0 + v_0 t$', ['h(t) = h_0 + v_0*t @1']],
    ['a letter follows it at once', '$C(t) = C_0e^{-kt}$', ['C(t) = C_0*exp(-k*t) @1']],
    ['another letter has an index', '$s_1 = a^2$ and $\\sum_i x_i = 3$', ['s_1 = a^2 @1']],
  ])('%s', (_, note, definitions) => {
    expect(definitionsOf(note)).toEqual(definitions);
  });

  test.each([
    ['the letter has an index elsewhere', '$s_1 = a^2$ and $\\sum_i s_i$'],
    ['it has one as an exponent’s neighbour', '$s_1 = a^2$ and $s_{ij}^2$'],
    ['its index is no number', '$s_i = a^2$'],
  ])('and counts entries where %s', (_, note) => {
    expect(definitionsOf(note)).toEqual([]);
  });

  test.each([
    [
      'through names with numbers',
      '\\frac{\\partial s_2}{\\partial a}',
      '$s_1 = a^2$, $s_2 = s_1 b$',
      's_2 by a',
    ],
    [
      'by one that nothing defines',
      '\\frac{\\partial z_1}{\\partial w_1}',
      '$z_1 = w_1 x + b$',
      'z_1 by w_1',
    ],
    [
      'by one through another',
      '\\frac{\\partial L}{\\partial w_1}',
      '$z_1 = w_1 x$, $L = z_1^2$',
      'L by w_1',
    ],
    [
      'not by an entry of a sum',
      '\\frac{\\partial s_1}{\\partial a}',
      '$s_1 = a^2$, $\\sum_i s_i$',
      'unsupported',
    ],
  ])('so that it is derived %s', (_, tex, note, question) => {
    expect(inShort(ask(tex, { note }))).toBe(question);
  });
});

describe('functions that lead back to each other', () => {
  test.each([
    ['say nothing', '$f(g) = g^2$ and $g(f) = f$', 'unsupported'],
    ['do so by a third', '$f(g) = g^2$, $g(h) = h$ and $h(f) = f$', 'unsupported'],
    ['but not where one ends in a variable', '$f(g) = g^2$ and $g(x) = x^3$', 'f(g(x)) by x'],
  ])('%s', (_, note, question) => {
    expect(inShort(ask('\\frac{df}{dx}', { note }))).toBe(question);
  });
});

describe('what is held, as T of (∂p/∂V)_T, is', () => {
  const P = '\\left(\\frac{\\partial p}{\\partial V}\\right)';
  test.each([
    ['held anyhow', `${P}_T`, '$p = RT/V$', 'p by V'],
    ['held with others', `${P}_{T,N}`, '$p = RT/V$', 'p by V'],
  ])('%s', (_, tex, note, question) => {
    expect(inShort(ask(tex, { note }))).toBe(question);
  });
  test('not what is defined itself', () => {
    expect(() => ask(`${P}_T`, { note: '$p = RT/V$ and $T = V^2 + c$' })).toThrow();
  });
});

test('any function of x is derived as one', () => {
  const note = 'The circle is $y = \\sqrt{1 - x^2}$. Now let $y$ be any differentiable function of $x$.';
  expect(inShort(ask('\\frac{d}{dx}(xy)', { note }))).toBe('x*y by x');
});
