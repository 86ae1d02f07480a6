/** Finding the exact place of a break between two points, in steps: a domain's end, a jump or pole, a hidden peak. */
import type { Steps } from '../steps.js';
import { HUGE, type Probe } from './probe.js';

// Halving an interval as wide as the window this often reaches neighbouring doubles.
const HALVINGS = 64;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** The place between x = `inside`, where f has a value, and `outside`, where it has none. `scale` is the window's. */
export function* domainEnd(probe: Probe, inside: number, outside: number, scale: number): Steps<number> {
  for (let i = 0; i < HALVINGS && isApart(inside, outside, scale); i++) {
    const middle = (inside + outside) / 2;
    if (Number.isNaN(probe.at(middle))) outside = middle;
    else inside = middle;
    yield null;
  }
  return roundest(inside, outside, scale);
}

/**
 * The place of a jump or an odd pole between l and r, following the greater change; null where the change fades
 * as the interval shrinks, which a continuous function's does.
 */
export function* jumpBetween(
  probe: Probe,
  l: CurvePoint,
  r: CurvePoint,
  scale: number,
): Steps<number | null> {
  const first = Math.abs(r.y - l.y);
  for (let i = 0; i < HALVINGS && isApart(l.x, r.x, scale); i++) {
    const x = (l.x + r.x) / 2;
    const middle = { x, y: probe.at(x) };
    if (Number.isNaN(middle.y)) return null;
    if (Math.abs(middle.y - l.y) > Math.abs(r.y - middle.y)) r = middle;
    else l = middle;
    if (i === 10 && Math.abs(r.y - l.y) < first / 2) return null;
    yield null;
  }
  return Math.abs(r.y - l.y) < first / 2 ? null : roundest(l.x, r.x, scale);
}

export interface CurvePoint {
  readonly x: number;
  readonly y: number;
}

/**
 * The place between `from` and `to` where |f| grows without end on both sides, by golden section; null where the
 * growth fades: a peak that is finite. Even poles and those of logarithms show no change of sign, only this.
 */
export function* peakBetween(probe: Probe, from: number, to: number, scale: number): Steps<number | null> {
  const size = (x: number): number => Math.abs(probe.at(x));
  let [a, b] = [from, to];
  let [c, d] = [b - GOLDEN * (b - a), a + GOLDEN * (b - a)];
  let [atC, atD] = [size(c), size(d)];
  const heights: number[] = [];
  for (let i = 0; i < 90 && isApart(a, b, scale); i++) {
    if (Number.isNaN(atC) || Number.isNaN(atD)) return null;
    if (atC > atD) {
      [b, d, atD] = [d, c, atC];
      c = b - GOLDEN * (b - a);
      atC = size(c);
    } else {
      [a, c, atC] = [c, d, atD];
      d = a + GOLDEN * (b - a);
      atD = size(d);
    }
    heights.push(Math.max(atC, atD));
    if (i === 26 && fades(heights)) return null;
    yield null;
  }
  return roundest(a, b, scale);
}

// A power's pole grows by more at each step, a logarithm's by about the same, a finite peak by less and less.
function fades(heights: readonly number[]): boolean {
  const [early, middle, late] = [2, 14, 26].map((i) => heights[i] ?? 0) as [number, number, number];
  return late < HUGE && late - middle <= 0.15 * (middle - early);
}

/** Whether there are doubles worth looking at between a and b, in a window of this scale. */
function isApart(a: number, b: number, scale: number): boolean {
  const middle = (a + b) / 2;
  return middle !== a && middle !== b && Math.abs(b - a) > scale * 1e-18;
}

/**
 * The place meant by a bracket of neighbouring doubles: a short decimal within a few units of the last place
 * (0, 0.3, −2), else the end with the shorter spelling, the first if they are alike.
 */
function roundest(a: number, b: number, scale: number): number {
  const unit = 10 ** (Math.floor(Math.log10(scale)) - 12);
  const short = Number((Math.round(a / unit) * unit).toPrecision(13)) + 0;
  if (Math.abs(short - a) <= scale * 2e-15) return short;
  return String(b).length < String(a).length ? b : a;
}
