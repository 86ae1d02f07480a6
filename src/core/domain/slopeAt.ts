/** The derivative of a function at one point, as the limit of its difference quotients. */

type Along = (x: number) => number;

/** A difference quotient, and the distance at which it is taken, as a part of the place's size. */
interface Quotient {
  readonly q: number;
  readonly distance: number;
}

/** Distances, a quarter of the one before: the first where nothing is known of the scale, the last above rounding. */
const FIRST = 1e-2;
const STEPS = 10;
/** Nearer to 0 floating point resolves far smaller distances; beside a constant it no longer does: x + 3 > 3. */
const STEPS_AT_ZERO = 17;
/** Quotients as near to the slope as this, so many after one another, tend to it: later ones may be rounding. */
const CLOSE = 1e-5;
const TOGETHER = 3;
/**
 * So near that rounding swallows what stands beside a constant, as in cos h: quotients that come to the slope there all at
 * once say nothing.
 */
const ROUNDING = 2e-7;
const GRADUALLY = 1e-2;
/** Quotients that approach it slowly (as h^0.1 does) come nearer by at least so much a step, to the last. */
const APPROACHING = 0.92;
const LAST_ONES = 5;

/** Whether f has a value at x and the quotients from both sides tend to `slope`. */
export function hasSlope(f: Along, x: number, slope: number): boolean {
  return Number.isFinite(slope) && SIDES.every((side) => tendsTo(quotients(f, x, side), slope));
}

/** The derivative of f at x, where the quotients from both sides tend to the same number; null where they do not. */
export function slopeAt(f: Along, x: number): number | null {
  const [left, right] = SIDES.map((side) => slopeFrom(f, x, side)) as [number | null, number | null];
  if (left === null || right === null) return null;
  return Math.abs(left - right) > SAME * Math.max(1, Math.abs(left)) ? null : simplest((left + right) / 2);
}
type Side = -1 | 1;
const SIDES: readonly Side[] = [-1, 1];

/** The slope of f at x from one side: what the quotients tend to there, if to anything. */
export const slopeFrom = (f: Along, x: number, side: Side): number | null => limitOf(quotients(f, x, side));

/**
 * The difference quotients from one side at ever smaller distances, as long as rounding leaves them their first digits:
 * none where f has no value, and none before the last distance that reaches out of its domain.
 */
function quotients(f: Along, x: number, side: Side): readonly Quotient[] {
  const value = f(x);
  if (!Number.isFinite(value)) return [];
  const scale = Math.max(1, Math.abs(x));
  let found: Quotient[] = [];
  for (let k = 0; k < (x === 0 ? STEPS_AT_ZERO : STEPS); k++) {
    const h = FIRST * scale * 4 ** -k;
    const q = (f(x + side * h) - value) / (side * h);
    const isLost =
      (Number.EPSILON * Math.abs(value)) / h > CLOSE ||
      (q === 0 && found.some((before) => Math.abs(before.q) > CLOSE));
    if (isLost) break;
    found = Number.isNaN(q) ? [] : [...found, { q, distance: h / scale }];
  }
  return found;
}

function tendsTo(all: readonly Quotient[], slope: number): boolean {
  const found = all.map(({ q }) => Math.abs(q - slope) / Math.max(1, Math.abs(slope)));
  const isAtOnce = (g: number, i: number): boolean =>
    g < CLOSE && (all[i]?.distance ?? 0) < ROUNDING && (found[i - 1] ?? 0) > GRADUALLY;
  const lost = found.findIndex(isAtOnce);
  const gaps = lost < 0 ? found : found.slice(0, lost);
  const isClose = (i: number): boolean => gaps.slice(i, i + TOGETHER).every((g) => g < CLOSE);
  if (gaps.some((_, i) => i + TOGETHER <= gaps.length && isClose(i))) return true;
  const last = gaps.slice(-LAST_ONES);
  return (
    last.length === LAST_ONES && last.every((g, i) => i === 0 || g <= APPROACHING * (last[i - 1] as number))
  );
}

/** Quotients that change by less have come to their limit, up to rounding. */
const STILL = 1e-9;
/** Limits that agree within this are one. */
const SAME = 1e-6;

/** By Aitken's process, where the differences of the quotients shrink. */
function limitOf(all: readonly Quotient[]): number | null {
  const q = all.map((one) => one.q);
  let best = { limit: NaN, change: Infinity };
  let before = NaN;
  for (let k = 2; k < q.length; k++) {
    const [a, b, c] = [q[k - 2] ?? NaN, q[k - 1] ?? NaN, q[k] ?? NaN];
    const [first, second] = [b - a, c - b];
    const isShrinking = Math.abs(second) <= APPROACHING * Math.abs(first);
    const limit =
      Math.abs(second) < STILL * Math.max(1, Math.abs(c))
        ? c
        : isShrinking
          ? c - (second * second) / (second - first)
          : NaN;
    const change = Math.abs(limit - before);
    if (change < best.change) best = { limit, change };
    before = limit;
  }
  return best.change < SAME * Math.max(1, Math.abs(best.limit)) ? best.limit : null;
}

/** A fraction with a small denominator that is as near as numbers can tell, or the number itself. */
const simplest = (x: number): number => {
  const twelfths = twelfthsNear(x);
  return twelfths === null ? x : twelfths / 12;
};
/** How many twelfths a number is, as near as numbers can tell: halves, thirds, quarters and sixths are among them. */
export function twelfthsNear(x: number): number | null {
  const twelfths = Math.round(x * 12);
  return Math.abs(x - twelfths / 12) < SAME ? twelfths : null;
}
