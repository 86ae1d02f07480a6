/** Limits by numbers: a body at ever smaller distances from its point, extrapolated. */
import { openBody, sym, type Binder, type Expr, type Sym } from '../../core/expr.js';
import type { Measured } from './measure.js';

const NONE: Measured = { value: NaN, error: Infinity };
const FIRST = 0.05;
const ROWS = 9;

/** The value of lim as the bound name tends to a finite point: even part of the body, extrapolated to distance 0. */
export function limitOf(
  e: Binder,
  valueAt: (x: number, body: Expr, name: Sym) => Measured,
  to: Measured,
): Measured {
  if (!Number.isFinite(to.value)) return NONE;
  const name = sym('#limit');
  const { body } = openBody(e, name);
  // The mean of both sides is even in the distance h: its error runs in h².
  let rounding = 0;
  const mean = (h: number): number => {
    const [right, left] = [valueAt(to.value + h, body, name), valueAt(to.value - h, body, name)];
    rounding = Math.max(rounding, right.error, left.error);
    return (right.value + left.value) / 2;
  };
  let previous = [mean(FIRST)];
  let best = NONE;
  for (let i = 1; i < ROWS; i++) {
    const row = [mean(FIRST / 2 ** i)];
    for (let j = 1; j <= i; j++) {
      const [fine, coarse] = [row[j - 1] ?? NaN, previous[j - 1] ?? NaN];
      const value = fine + (fine - coarse) / (4 ** j - 1);
      const error = Math.max(Math.abs(value - fine), Math.abs(value - coarse));
      row.push(value);
      if (error < best.error) best = { value, error };
    }
    previous = row;
  }
  // Extrapolation amplifies rounding: what the best row claims is not believed beyond eight digits.
  return { value: best.value, error: 20 * best.error + 4 * rounding + 1e-8 * Math.abs(best.value) };
}
