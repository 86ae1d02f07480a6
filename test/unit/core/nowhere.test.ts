import { describe, expect, test } from 'vitest';
import { isNowhere } from '../../../src/core/nowhere.js';
import { PLAIN } from '../../../src/notation/index.js';
import { NO_CONTEXT } from '../../../src/notation/notation.js';

const read = (text: string) => {
  const [statement] = PLAIN.parse(text, NO_CONTEXT).statements;
  if (!statement) throw new Error(text);
  return statement.expr;
};

describe('what has no value anywhere is seen', () => {
  test.each([
    'x/(x - x)',
    '1 + sin(x/(y - y))',
    'log(x - x)',
    'x*log(-1)',
    'log(4, x - x)',
    'log(x, x/x)',
    'acosh(0*x)',
    '1/sqrt((x/x)^2 - 1)',
    '0^x*log(0)',
  ])('%s', (text) => expect(isNowhere(read(text))).toBe(true));
});

describe('what has a value somewhere is not taken for that', () => {
  test.each([
    'x/(x - y)',
    'x*asin(x/x)',
    'log(x)',
    'log(x, 2)',
    'log(4, x)',
    'acosh(x/x)',
    'exp(1000)*x',
    'log(0.5, x)',
    '0^x',
    'x > 0 ? x : 1/0',
    'besselk(2, x)',
  ])('%s', (text) => expect(isNowhere(read(text))).toBe(false));
});

test('a large one is not looked at', () => {
  expect(isNowhere(read('x/(x - x)' + ' + x'.repeat(2_000)))).toBe(false);
});
