/** Which part of the y-axis a plot shows. */
import { padded, quantile, widthOf, type Interval } from './interval.js';

type PlotPoint = readonly [x: number, y: number];

interface Strokes {
  readonly runs: readonly (readonly PlotPoint[])[];
  readonly poles: readonly number[];
}

// Points nearer to a pole than this share of the window say nothing about the rest of the curve.
const SHADOW = 0.04;

/**
 * The heights that tell a curve's story: all of it where it is bounded; near poles only what lies outside their
 * shadow, and somewhat more, so that the branches leave the frame. Null for a curve without points.
 */
export function yRange(curve: Strokes, x: Interval): Interval | null {
  // Much faster than flat() on long runs.
  const points = ([] as PlotPoint[]).concat(...curve.runs);
  if (points.length === 0) return null;
  if (curve.poles.length === 0) return bounds(points.map(([, y]) => y));
  const clear = outsideShadows(points, curve.poles, SHADOW * widthOf(x));
  const core = clear.length >= points.length / 10 ? bounds(clear.map(([, y]) => y)) : middle(points);
  return within(padded(core, 0.3), bounds(points.map(([, y]) => y)));
}

/** The points farther than `reach` from every pole; both lists are in order. */
function outsideShadows(points: readonly PlotPoint[], poles: readonly number[], reach: number): PlotPoint[] {
  let next = 0;
  return points.filter(([x]) => {
    while ((poles[next] ?? Infinity) + reach <= x) next++;
    return (poles[next] ?? Infinity) - reach >= x;
  });
}

/** A rough height from values at evenly spaced places, before any pole is known; never 0. */
export function roughRange(values: readonly number[]): Interval {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  if (sorted.length === 0) return [-1, 1];
  const core: Interval = [quantile(sorted, 0.08), quantile(sorted, 0.92)];
  const all: Interval = [quantile(sorted, 0), quantile(sorted, 1)];
  return opened(widthOf(all) <= 6 * widthOf(core) || widthOf(core) === 0 ? bounded(all) : core);
}

/**
 * One y-axis for a function and its derivative: both as they are, unless the derivative is so much taller that the
 * function would lie flat; then the derivative is cut off at the frame, but never out of sight.
 */
export function commonRange(main: Interval | null, other: Interval | null, otherHasPoles = false): Interval {
  if (!main || !other) return finished(main ?? other ?? [-1, 1]);
  const both: Interval = [Math.min(main[0], other[0]), Math.max(main[1], other[1])];
  const most = (otherHasPoles ? 2.5 : 4) * widthOf(main);
  if (isFlat(main) || widthOf(both) <= most) return finished(both);
  const cut: Interval = [Math.max(both[0], main[0] - most / 2), Math.min(both[1], main[1] + most / 2)];
  const seen = Math.min(cut[1], other[1]) - Math.max(cut[0], other[0]);
  return finished(seen > 0 ? cut : both);
}

// Never flat, zero in sight where it is near, and a little air.
function finished(range: Interval): Interval {
  const [low, high] = opened(range);
  const near = 0.35 * (high - low);
  return padded([low > 0 && low < near ? 0 : low, high < 0 && -high < near ? 0 : high], 0.06);
}

function opened(range: Interval): Interval {
  if (!isFlat(range)) return range;
  const centre = (range[0] + range[1]) / 2;
  const reach = Math.abs(centre) || 1;
  return [centre - reach, centre + reach];
}

const isFlat = ([low, high]: Interval): boolean =>
  high - low <= 1e-9 * Math.max(Math.abs(low), Math.abs(high));

function bounds(values: readonly number[]): Interval {
  let [low, high] = [Infinity, -Infinity];
  for (const v of values) {
    if (v < low) low = v;
    if (v > high) high = v;
  }
  return bounded([low, high]);
}

// Keeps the arithmetic of scales away from overflow.
const LARGEST = 1e100;
const bounded = ([low, high]: Interval): Interval => [Math.max(low, -LARGEST), Math.min(high, LARGEST)];

function middle(points: readonly PlotPoint[]): Interval {
  const sorted = points.map(([, y]) => y).sort((a, b) => a - b);
  return [quantile(sorted, 0.25), quantile(sorted, 0.75)];
}

const within = ([low, high]: Interval, outer: Interval): Interval => [
  Math.max(low, outer[0]),
  Math.min(high, outer[1]),
];
