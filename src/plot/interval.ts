/** Intervals of the real line, and functions on it, as the plot sees them. */

/** A closed interval, from the smaller end to the greater one. */
export type Interval = readonly [from: number, to: number];

/** A function of one real variable: NaN where it has no value, an infinity where it has none or overflows. */
export type RealFunction = (x: number) => number;

export const widthOf = ([from, to]: Interval): number => to - from;

/** The interval with both ends moved outward by a share of its width. */
export function padded([from, to]: Interval, share: number): Interval {
  const by = (to - from) * share;
  return [from - by, to + by];
}

/** The value below which a share of the sorted values lies; `sorted` is not empty. */
export function quantile(sorted: readonly number[], share: number): number {
  const i = Math.round(share * (sorted.length - 1));
  return sorted[Math.min(Math.max(i, 0), sorted.length - 1)] ?? NaN;
}

/** `count` equal cells' ends, exact at both ends. */
export function evenly([from, to]: Interval, count: number): number[] {
  return Array.from({ length: count + 1 }, (_, i) => (i === count ? to : from + ((to - from) * i) / count));
}
