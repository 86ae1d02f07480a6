/** What a function does on the two sides of a place: goes on, jumps, grows without end, ends. */
import type { Steps } from '../steps.js';
import { HUGE, type Probe } from './probe.js';
import type { CurvePoint } from './locate.js';

/** What f does as its argument comes near from one side. */
export type SideBehaviour =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'limit'; readonly y: number; readonly points: readonly CurvePoint[] }
  | { readonly kind: 'pole'; readonly points: readonly CurvePoint[] }
  | { readonly kind: 'wild'; readonly points: readonly CurvePoint[] };

/** A place at which a curve is not one stroke. */
export interface Break {
  readonly x: number;
  readonly left: SideBehaviour;
  readonly right: SideBehaviour;
  /** f there, where the value is its own and not the overflow of a pole. */
  readonly value: number | null;
}

/** How far the nearest known points are on each side, and how tall the picture is. */
export interface NeighbourPoints {
  readonly left: number;
  readonly right: number;
  readonly height: number;
  readonly scale: number;
}

/** The break at x, or null where f goes straight through. */
export function* breakAt(probe: Probe, x: number, near: NeighbourPoints): Steps<Break | null> {
  const own = probe.at(x);
  const left = yield* approach(probe, x, -near.left, own, near);
  const right = yield* approach(probe, x, near.right, own, near);
  const value = ownValue(own, left, right);
  if (left.kind === 'limit' && right.kind === 'limit' && value !== null) {
    const close = (a: number, b: number): boolean => Math.abs(a - b) <= near.height * 1e-4;
    if (close(left.y, right.y) && close(left.y, value)) return null;
  }
  return { x, left, right, value };
}

export const hasPole = (b: Break): boolean => b.left.kind === 'pole' || b.right.kind === 'pole';

// At a pole the nearest double may miss the place and give a large number that means nothing.
function ownValue(own: number, left: SideBehaviour, right: SideBehaviour): number | null {
  if (Number.isNaN(own) || Math.abs(own) >= HUGE) return null;
  for (const side of [left, right]) {
    const last = side.kind === 'pole' ? side.points.at(-1) : undefined;
    if (last && Math.abs(own) > Math.abs(last.y) * 1e-3) return null;
  }
  return own;
}

// Looks at x + reach, x + reach/10, … down to the last digits of x.
const LOOKS = 12;

function* approach(
  probe: Probe,
  x: number,
  reach: number,
  own: number,
  near: NeighbourPoints,
): Steps<SideBehaviour> {
  const points: CurvePoint[] = [];
  for (let k = 0; k < LOOKS; k++) {
    const distance = reach / 10 ** k;
    if (Math.abs(distance) < Math.max(Math.abs(x), near.scale) * 1e-13) break;
    const y = probe.at(x + distance);
    if (!Number.isNaN(y)) points.push({ x: x + distance, y });
    else if (k > 0) points.length = 0;
    if (isSettled(points, near.height)) break;
    yield null;
  }
  return judge(points, own, near.height);
}

function isSettled(points: readonly CurvePoint[], height: number): boolean {
  const [a, b, c] = points.slice(-3).map((p) => p.y);
  if (a === undefined || b === undefined || c === undefined) return false;
  const still = (p: number, q: number): boolean => Math.abs(p - q) <= height * 1e-9;
  const [early, late] = [Math.abs(b - a), Math.abs(c - b)];
  const soars = Math.abs(c) > 1e5 * height && late > 2 * early;
  return (still(a, b) && still(b, c)) || Math.abs(c) >= HUGE || soars;
}

/**
 * A limit's differences shrink from look to look, those of a pole grow, those of a logarithm stay the same: a
 * mean ratio of 0.9 parts them. Once they are tiny, later growth is rounding, as in (1 − cos x)/x².
 */
function judge(points: readonly CurvePoint[], own: number, height: number): SideBehaviour {
  const last = points.at(-1);
  if (!last || points.length < 3) return { kind: 'nothing' };
  if (Math.abs(last.y) >= HUGE) return { kind: 'pole', points };
  const steps = points.slice(1).map((p, i) => p.y - (points[i]?.y ?? NaN));
  const sizes = steps.map(Math.abs);
  if (Math.min(...sizes) <= height * 1e-5) return limit(points, sizes, own, height);
  if (!steps.slice(-5).every((s) => s > 0 === (steps.at(-1) ?? 0) > 0)) return { kind: 'wild', points };
  return meanRatio(sizes) >= 0.9 ? { kind: 'pole', points } : limit(points, sizes, own, height);
}

function meanRatio(sizes: readonly number[]): number {
  const tail = sizes.slice(-6);
  return ((tail.at(-1) ?? NaN) / (tail[0] ?? NaN)) ** (1 / Math.max(1, tail.length - 1));
}

/** A limit from where the looks differ least, carried on as a geometric series (Aitken) if they still move. */
function limit(
  points: readonly CurvePoint[],
  sizes: readonly number[],
  own: number,
  height: number,
): SideBehaviour {
  const first = sizes.findIndex((s) => s <= height * 1e-5);
  const quietest = Math.max(1, first < 0 ? sizes.length - 1 : quietestFrom(sizes, first));
  const [a, b, c] = points.slice(quietest - 1, quietest + 2).map((p) => p.y) as [number, number, number];
  const bend = c - 2 * b + a;
  const guess = Math.abs(c - b) <= height * 1e-9 || bend === 0 ? c : c - (c - b) ** 2 / bend;
  // The value at the place is the limit if the looks come as near to it as they still differ among themselves.
  const isOwn = Math.abs(own - guess) <= 4 * Math.abs(c - b) + height * 1e-9;
  const shown = points.slice(0, first < 0 ? points.length : first + 2);
  return { kind: 'limit', y: isOwn ? own : rounded(guess, height), points: shown };
}

// Once rounding begins, the differences grow again.
function quietestFrom(sizes: readonly number[], first: number): number {
  let i = first;
  while (i + 1 < sizes.length && (sizes[i + 1] ?? 0) < (sizes[i] ?? 0)) i++;
  return i;
}

function rounded(y: number, height: number): number {
  const unit = 10 ** Math.floor(Math.log10(height) - 6);
  const short = Number((Math.round(y / unit) * unit).toPrecision(12)) + 0;
  return Math.abs(short - y) <= height * 1e-8 ? short : y;
}
