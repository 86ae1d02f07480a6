/** Numeric derivatives of real functions, with an estimate of their error. */
import { done, type Steps } from '../../steps.js';

export interface Difference {
  readonly value: number;
  /** An estimate of the absolute error. */
  readonly error: number;
}

const SHRINK = 1.6;
const ROWS = 9;

/**
 * The derivative at x by central differences extrapolated to step 0 (Ridders 1982; the tableau of Richardson).
 * Null where the function is not defined around x at any of the steps tried.
 */
export function centralDifference(f: (x: number) => number, x: number, step?: number): Difference | null {
  return done(centralDifferenceInSteps(f, x, step));
}

/** The same in steps: one value of the function at a time. */
export function centralDifferenceInSteps(
  f: (x: number) => number,
  x: number,
  step = 0.05 * Math.max(Math.abs(x), 0.2),
): Steps<Difference | null> {
  const quotient = function* (h: number): Steps<number> {
    const above = f(x + h);
    yield null;
    const below = f(x - h);
    yield null;
    return (above - below) / (2 * h);
  };
  return ridders(quotient, step, 2);
}

/** The one-sided derivative in the same steps: from the right for sign 1, from the left for −1. */
export function* oneSidedDifferenceInSteps(
  f: (x: number) => number,
  x: number,
  sign: 1 | -1,
  step = 0.02 * Math.max(Math.abs(x), 0.2),
): Steps<Difference | null> {
  const at = f(x);
  const quotient = function* (h: number): Steps<number> {
    yield null;
    return (f(x + sign * h) - at) / (sign * h);
  };
  return yield* ridders(quotient, step, 1);
}

/** Extrapolates q(h), whose error runs in powers of h^order, to h = 0. */
function* ridders(
  quotient: (h: number) => Steps<number>,
  step: number,
  order: number,
): Steps<Difference | null> {
  let h = step;
  let first = yield* quotient(h);
  for (let tries = 0; !Number.isFinite(first) && tries < 12; tries++) first = yield* quotient((h /= 3));
  if (!Number.isFinite(first)) return null;
  let previous = [first];
  let best: Difference = { value: first, error: Infinity };
  for (let i = 1; i < ROWS; i++) {
    h /= SHRINK;
    const row = [yield* quotient(h)];
    let factor = SHRINK ** order;
    for (let j = 1; j <= i; j++) {
      const [fine, coarse] = [row[j - 1] as number, previous[j - 1] as number];
      row.push((fine * factor - coarse) / (factor - 1));
      factor *= SHRINK ** order;
      const error = Math.max(Math.abs((row[j] as number) - fine), Math.abs((row[j] as number) - coarse));
      if (error < best.error) best = { value: row[j] as number, error };
    }
    if (Math.abs((row[i] as number) - (previous[i - 1] as number)) >= 4 * best.error) break;
    previous = row;
  }
  return Number.isFinite(best.value) ? best : null;
}
