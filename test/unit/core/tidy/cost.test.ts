/** What numbers cost a reader. */
import { describe, expect, test } from 'vitest';
import { num, sym, type Expr } from '../../../../src/core/expr.js';
import { Rational } from '../../../../src/core/rational.js';
import { ReadingCost } from '../../../../src/core/tidy/cost.js';

const cost = (e: Expr): number => new ReadingCost(sym('x')).of(e);

describe('a number costs its digits from the fourth on, and a little for its size up to a hundred', () => {
  test.each<readonly [number | Rational, number]>([
    [0, 1],
    [1, 1],
    [2, 1.005],
    [100, 1.495],
    [101, 1.5],
    [102, 1.5],
    [999, 1.5],
    [1000, 2],
    [9999, 2],
    [10_000, 2.5],
    [-1, 2],
    [-2, 2.005],
    [Rational.of(1, 2), 3.005],
    [Rational.of(-1, 2), 4.005],
    [Rational.of(1000, 999), 4.5],
  ])('%s costs %d', (value, expected) => {
    expect(cost(num(value))).toBeCloseTo(expected, 9);
  });
});
