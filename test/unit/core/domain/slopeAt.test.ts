import { describe, expect, test } from 'vitest';
import { hasSlope, slopeAt } from '../../../../src/core/domain/slopeAt.js';

type Row = readonly [name: string, f: (x: number) => number, x: number, slope: number | null];
const ROWS: readonly Row[] = [
  ['x²', (x) => x * x, 3, 6],
  ['x² at 0', (x) => x * x, 0, 0],
  ['|x|', Math.abs, 0, null],
  ['|x| beside its kink', Math.abs, -2, -1],
  ['x|x|', (x) => x * Math.abs(x), 0, 0],
  ['∛x', Math.cbrt, 0, null],
  ['∛x sin x, which comes near slowly', (x) => Math.cbrt(x) * Math.sin(x), 0, 0],
  ['√x, which ends at 0', Math.sqrt, 0, null],
  ['a jump', (x) => (x < 1 ? x : x + 1), 1, null],
  ['a jump by 10⁻⁶', (x) => (x < 1 ? x : x + 1e-6), 1, null],
  ['a filled hole', (x) => (x === 0 ? 1 : Math.sin(x) / x), 0, 0],
  ['a hole', (x) => Math.sin(x) / x, 0, null],
  ['(eˣ − 1)/x', (x) => (x === 0 ? 1 : Math.expm1(x) / x), 0, 1 / 2],
  ['kinks that cancel', (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))), 0, 1 / 2],
  // Where eʰ − 1 rounds to 0 the quotients do, too.
  ['e^|x| − 1', (x) => Math.exp(Math.abs(x)) - 1, 0, null],
  ['x² sin(1/x)', (x) => (x === 0 ? 0 : x * x * Math.sin(1 / x)), 0, 0],
  ['x sin(1/x)', (x) => (x === 0 ? 0 : x * Math.sin(1 / x)), 0, null],
  ['1/x', (x) => 1 / x, 0, null],
  // Nearer to 0 than rounding resolves, x + 3 is 3 on both sides, and cos x is 1.
  ['a step that stands beside a constant', (x) => (x - 3 <= -3 ? x : 0), 0, null],
  ['arcsin(cos x) + x', (x) => Math.asin(Math.cos(x)) + x, 0, null],
  ['x + |x − 2|, whose quotients are rounding alone', (x) => x + Math.abs(x - 2), 0, 0],
  ['x^(11/10)', (x) => Math.sign(x) * Math.abs(x) ** 1.1, 0, 0],
  ['x ln|x|', (x) => (x === 0 ? 0 : x * Math.log(Math.abs(x))), 0, null],
];

describe('the limit of difference quotients', () => {
  test.each(ROWS)('%s', (_, f, x, slope) => {
    const found = slopeAt(f, x);
    if (slope === null) expect(found).toBe(null);
    else expect(found).toBeCloseTo(slope, 6);
  });
  test.each(ROWS)('%s against a slope that is given', (_, f, x, slope) => {
    if (slope !== null) expect(hasSlope(f, x, slope)).toBe(true);
    for (const other of [-1, 0, 0.51, 1, 2]) if (other !== slope) expect(hasSlope(f, x, other)).toBe(false);
  });
});
