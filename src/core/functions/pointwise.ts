/** Absolute value, steps, extrema and other functions with kinks or jumps, and of several arguments. */
import { MOST_ARGUMENTS, row, type FunctionRow } from './row.js';
import { absWide, signumWide } from '../wide/functions.js';

export const POINTWISE: readonly FunctionRow[] = [
  row('abs', 'absolute value', 'sign(u)', Math.abs, {
    wide: absWide,
    sign: 'nonnegative',
    familiar: true,
    universal: true,
    bracketed: true,
    rounding: 'none',
    smooth: 'u != 0',
    sample: [[0.2, 3]],
  }),
  row('sign', 'sign', '0', Math.sign, {
    wide: signumWide,
    familiar: true,
    universal: true,
    bracketed: true,
    rounding: 'none',
    step: true,
    smooth: 'u != 0',
    sample: [[0.2, 3]],
  }),
  row('heaviside', 'unit step', '0', (x) => (x > 0 ? 1 : x < 0 ? 0 : x === 0 ? 0.5 : NaN), {
    sign: 'nonnegative',
    vanishes: true,
    rounding: 'none',
    step: true,
    smooth: 'u != 0',
    sample: [[0.2, 3]],
  }),
  row('floor', 'floor', '0', Math.floor, {
    step: true,
    smooth: 'floor(u) != u',
    sample: [[0.1, 0.9]],
    universal: true,
    rounding: 'none',
  }),
  row('ceil', 'ceiling', '0', Math.ceil, {
    step: true,
    smooth: 'ceil(u) != u',
    sample: [[0.1, 0.9]],
    universal: true,
    rounding: 'none',
  }),
  row('round', 'rounding', '0', Math.round, {
    step: true,
    smooth: 'floor(u + 1/2) != u + 1/2',
    sample: [[0.6, 1.4]],
    rounding: 'none',
  }),
  row('trunc', 'whole part', '0', Math.trunc, {
    step: true,
    smooth: 'trunc(u) != u',
    sample: [[0.1, 0.9]],
    rounding: 'none',
  }),
  row('rem', 'remainder with the sign of the dividend', ['1', '-trunc(u/v)'], (x, m = NaN) => x % m, {
    smooth: 'rem(u, v) != 0',
    sample: [
      [0.1, 0.9],
      [1, 1.9],
    ],
  }),
  row('mod', 'remainder', ['1', '-floor(u/v)'], modulo, {
    smooth: 'mod(u, v) != 0',
    sample: [
      [0.1, 0.9],
      [1, 1.9],
    ],
  }),
  row('hypot', 'hypotenuse', ['u/hypot(u, v)', 'v/hypot(u, v)'], Math.hypot, {
    smooth: 'hypot(u, v) != 0',
    sign: 'nonnegative',
    sample: [
      [0.2, 3],
      [0.2, 3],
    ],
  }),
  // −0, which 0·(−4) is in floating point, is 0.
  row('atan2', 'angle', ['v/(u^2 + v^2)', '-u/(u^2 + v^2)'], (y, x = NaN) => Math.atan2(y + 0, x + 0), {
    sample: [
      [0.2, 3],
      [0.2, 3],
    ],
  }),
  row(
    'clamp',
    'clamp',
    ['piecewise(1, v < u < w, 0)', 'piecewise(1, u < v, 0)', 'piecewise(1, u > w, 0)'],
    (x, lo = NaN, hi = NaN) => Math.min(Math.max(x, lo), hi),
    {
      smooth: '(u - v)*(u - w) != 0',
      sample: [
        [0.2, 0.8],
        [-1, 0],
        [1, 2],
      ],
    },
  ),
  row('max', 'maximum', [null], (...xs) => Math.max(...xs), {
    universal: true,
    rounding: 'none',
    arity: [1, MOST_ARGUMENTS],
    sample: [[0, 1]],
  }),
  row('min', 'minimum', [null], (...xs) => Math.min(...xs), {
    universal: true,
    rounding: 'none',
    arity: [1, MOST_ARGUMENTS],
    sample: [[0, 1]],
  }),
];

/** The remainder with the divisor's sign, as in written mathematics. */
function modulo(x: number, m = NaN): number {
  return x - m * Math.floor(x / m);
}
