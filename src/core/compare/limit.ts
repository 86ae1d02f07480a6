/** Limits by numbers: a body at ever smaller distances from its point, extrapolated. */
import { sym, type Binder, type Expr, type Sym } from '../expr.js';
import { canonical } from '../tidy/index.js';
import { bottomUp } from '../rewrite.js';
import { freshSymbol, openBody, someNode } from '../walk.js';
import type { Measured } from './measured.js';

const NONE: Measured = { value: NaN, error: Infinity };
/** Distances to begin with: smaller ones where the body has no value so far away. */
const FIRST: readonly number[] = [0.05, 2e-3, 1e-4, 5e-6];
const ROWS = 9;

/** The value of lim as the bound name tends to a finite point: even part of the body, extrapolated to distance 0. */
export function limitOf(
  e: Binder,
  valueAt: (x: number, body: Expr, name: Sym) => Measured,
  to: Measured,
): Measured {
  if (!Number.isFinite(to.value)) return NONE;
  const { body, name } = opened(e);
  // The mean of both sides is even in the distance h: its error runs in h².
  let rounding = 0;
  // What lies between both sides: without a limit, at a pole or a jump, it does not vanish with h.
  let spread = 0;
  const mean = (h: number): number => {
    const [right, left] = [valueAt(to.value + h, body, name), valueAt(to.value - h, body, name)];
    rounding = Math.max(rounding, right.error, left.error);
    spread = Math.abs(right.value - left.value);
    return (right.value + left.value) / 2;
  };
  const first = FIRST.find((h) => !Number.isNaN(mean(h))) ?? NaN;
  rounding = 0;
  let previous = [mean(first)];
  const wide = spread;
  let best = NONE;
  for (let i = 1; i < ROWS; i++) {
    const row = [mean(first / 2 ** i)];
    for (let j = 1; j <= i; j++) {
      const [fine, coarse] = [row[j - 1] ?? NaN, previous[j - 1] ?? NaN];
      const value = fine + (fine - coarse) / (4 ** j - 1);
      const error = Math.max(Math.abs(value - fine), Math.abs(value - coarse));
      row.push(value);
      if (error < best.error) best = { value, error };
    }
    previous = row;
  }
  if (spread > 0.3 * wide + rounding + 1e-9 * Math.abs(best.value)) return NONE;
  // Extrapolation amplifies rounding: what the best row claims is not believed beyond eight digits.
  return { value: best.value, error: 20 * best.error + 4 * rounding + 1e-8 * Math.abs(best.value) };
}

/** The expression without the limits of what does not change on the way: (c − c)/h is 0 for every h. */
export function withoutIdleLimits(e: Expr): Expr {
  if (!someNode(e, isLimit)) return e;
  return bottomUp((x) => {
    if (!isLimit(x) || !x.lower) return x;
    const { body, name } = opened(x);
    return body.free.has(name.id) ? x : body;
  })(e);
}
export const isLimit = (e: Expr): e is Binder => e.kind === 'binder' && e.op === 'limit';

/** What a limit is taken of, where like terms cancel: of (c − c)/h nothing is left but 0, which rounding would hide. */
function opened(e: Binder): Opened {
  const known = openedOnce.get(e);
  if (known) return known;
  const name = freshSymbol(sym('#limit'), [e]);
  const { body } = openBody(e, name);
  const made = { body: body.size > MOST_SIZE ? body : canonical(body), name };
  openedOnce.set(e, made);
  return made;
}
interface Opened {
  readonly body: Expr;
  readonly name: Sym;
}
const openedOnce = new WeakMap<Binder, Opened>();
const MOST_SIZE = 200;
