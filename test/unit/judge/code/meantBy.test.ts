/** Hand-written derivatives of several parameters whose names say no variable. */
import { beforeAll, describe, expect, test } from 'vitest';
import { load, told } from './checked.js';

beforeAll(load);

const pair = (parameters: string, f: string, derivative: string, own = parameters): string => {
  const typed = (names: string): string => names.split(' ').map((n) => `${n}: number`).join(', '); // prettier-ignore
  return `const f = (${typed(parameters)}) => ${f};\nconst fDerivative = (${typed(own)}) => ${derivative};`;
};
const verdict = (...args: Parameters<typeof pair>): string =>
  told(pair(...args)).map((line) => line.split(' ')[1] ?? '')[0] ?? 'none'; // prettier-ignore

describe('judged', () => {
  test.each([
    ['t', 't a b', '(1 - t) ** 2 * t * a + (1 - t) * t * t * b', '(1 - t) * (1 - 3 * t) * a + (2 * t - 3 * t * t) * b'],
    ['x', 'x k m', 'k * Math.exp(-m * x * x)', '-2 * k * m * x * Math.exp(-m * x * x)'],
    ['the first of equals', 'u v', 'u * u * v + Math.sin(v)', '2 * u * v'],
  ])('by %s', (_, parameters, f, derivative) => {
    expect(verdict(parameters, f, derivative)).toBe('true');
    expect(verdict(parameters, f, `${derivative} + 0.5 * ${parameters.split(' ')[0] ?? ''} ** 2`)).toBe('false');
  }); // prettier-ignore
  test('a wrong factor in one of several terms', () => {
    const f = '3 * (1 - t) ** 2 * t * a + 3 * (1 - t) * t * t * b';
    const wrong = '3 * (1 - t) ** 2 * a - 6 * (1 - t) * t * a + 6 * (1 - t) * t * b - 6 * t * t * b';
    expect(verdict('t a b', f, wrong)).toBe('false');
  });
});

describe('left alone', () => {
  test.each([
    ['by another one', 'a b', '(a - b) ** 2', '2 * (b - a)', 'true'],
    ['the slope of a level line', 'x y', 'x * x + 3 * y * y', '-x / (3 * y)', 'undecided'],
    ['nothing of it is right', 'u v', 'u * u * v', 'u - Math.cos(v)', 'undecided'],
  ])('%s', (_, parameters, f, derivative, expected) => {
    expect(verdict(parameters, f, derivative)).toBe(expected);
  });
  test('other parameters', () => {
    expect(verdict('x k', 'k * x * x', 's * x + 1', 'x s')).not.toBe('false');
  });
});
