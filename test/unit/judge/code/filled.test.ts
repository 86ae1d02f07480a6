/** Gradients that are put into an array entry by entry. */
import { beforeAll, describe, expect, test } from 'vitest';
import { checked, load, told } from './checked.js';

beforeAll(load);

const F = 'function bowl(a: number, b: number) { return (a + 10 * b) ** 2 + 5 * b ** 4; }\n';
const DA = '2 * (a + 10 * b)';
const DB = '20 * (a + 10 * b) + 20 * b ** 3';
const filling = (made: string, first: string, second: string, more = ''): string =>
  `${F}function bowlGradient(a: number, b: number): number[] {
  const g = ${made};
  g[0] = ${first};
  g[1] = ${second};
  ${more}
  return g;
}`;

describe.each(['new Array(2)', 'new Array<number>(2)', 'new Float64Array(2)', '[]', '[0, 0]'])(
  '%s',
  (made) => {
    test('right', () => {
      expect(told(filling(made, DA, DB))).toEqual(['bowlGradient true']);
    });
    test('an entry is wrong, and said to be', () => {
      const [claim] = checked(filling(made, DA, '20 * (a + 10 * b) + 4 * b ** 3'));
      expect(claim?.verdict).toBe('false');
      expect(claim?.message).toContain('bowlGradient[1] is not the derivative of bowl with respect to b');
    });
  },
);

test('an entry that is assigned again counts as it is at the end', () => {
  expect(told(filling('new Array(2)', '0', DB, `g[0] = ${DA};`))).toEqual(['bowlGradient true']);
});

test('an entry under a condition is read with it', () => {
  const positive = (entry: string): string => filling('new Array(2)', DA, DB, `if (a > 0) g[0] = ${entry};`);
  expect(told(positive('2 * a + 20 * b'))).toEqual(['bowlGradient true']);
  expect(told(positive('2 * a + 10 * b'))).toEqual(['bowlGradient false']);
});

describe('what is not certain is not read', () => {
  test.each([
    ['another name for the array', filling('new Array(2)', DA, DB, 'const h = g; g[0] = 1; h[1] = 2;')],
    ['an index that varies', filling('new Array(2)', DA, DB, 'g[a] = 1;')],
    ['an entry without a value', filling('new Array(3)', DA, DB)],
    ['in a loop', filling('new Array(2)', DA, DB, 'for (let i = 0; i < a; i++) g[0] = i;')],
  ])('%s', (_, text) => {
    expect(told(text)).not.toContain('bowlGradient true');
    expect(told(text).filter((line) => line.includes(' false'))).toEqual([]);
  });
});
