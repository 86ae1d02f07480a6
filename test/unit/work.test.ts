import { growthOf, workOf } from './work.js';
import { describe, expect, test } from 'vitest';

const pass = (n: number): number => {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += i;
  return sum;
};
const passes = (n: number): number => {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += pass(n);
  return sum;
};

describe('work is counted', () => {
  test('by the entries of blocks', () => {
    expect(workOf(() => pass(10_000)) / 10_000).toBeCloseTo(1, 1);
  });
  test('the same each time', () => {
    const again = (): number => workOf(() => passes(100));
    again();
    expect(again()).toBe(again());
  });
  test('linear and quadratic work are told apart', () => {
    expect(growthOf(pass, 2_000)).toBeCloseTo(1, 1);
    expect(growthOf(passes, 200)).toBeCloseTo(2, 1);
  });
});
