import { describe, expect, test } from 'vitest';
import { parse } from '../../../src/notation/latex/parse.js';
import { questionOf } from '../../../src/meaning/question.js';

const asks = (tex: string): string => {
  const [first] = parse(tex).statements;
  const found = first && questionOf(first.expr);
  return found?.ok ? 'asked' : (found?.message ?? 'unread');
};
const NUMBER = 'mu may be the number of a coordinate here, and no quantity.';

describe('a derivative by the coordinate that an index numbers', () => {
  test.each([
    ['\\partial_\\mu j^\\mu', NUMBER],
    ['\\partial_\\mu (g^{\\mu\\nu} h)', NUMBER],
    ['\\frac{\\partial}{\\partial\\mu} (x - \\mu)^2', 'asked'],
    ['\\frac{\\partial}{\\partial\\mu} e^{\\mu x}', 'asked'],
    ['\\frac{\\partial}{\\partial\\alpha} x^\\alpha', 'asked'],
  ])('%s: %s', (tex, expected) => {
    expect(asks(tex)).toBe(expected);
  });
});

describe('what a prime stands on is no variable', () => {
  test.each([
    ["u'(c(a))", 'Nothing here says how u depends on its variable.'],
    ['\\frac{dx}{dx}', 'asked'],
  ])('%s: %s', (tex, expected) => {
    expect(asks(tex)).toBe(expected);
  });
});
