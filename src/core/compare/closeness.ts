/** How two numbers stand to each other. */

/** How far apart: up to `relative` of the larger of both, or of `floor` if that is larger, and `noise` times what rounding may add. */
export interface Tolerance {
  readonly relative: number;
  readonly floor: number;
  readonly noise: number;
}
/** Up to the first bound two numbers agree, beyond the second they differ; between them nothing is known. */
export interface Closeness {
  readonly agree: Tolerance;
  readonly differ: Tolerance;
}
export type Standing = 'agree' | 'differ' | 'unclear';

/** What is known of two numbers besides: a size below which gaps mean nothing, and an estimate of their errors. */
export interface Besides {
  readonly floor?: number;
  readonly noise?: number;
}
const NOTHING: Besides = {};

/** Unclear where one of them is no number. */
export function standing(a: number, b: number, { agree, differ }: Closeness, besides = NOTHING): Standing {
  const gap = Math.abs(a - b);
  if (gap <= room(a, b, agree, besides)) return 'agree';
  return gap > room(a, b, differ, besides) ? 'differ' : 'unclear';
}

/** Whether the gap is within one bound; not where one of them is no number. */
export const isWithin = (a: number, b: number, bound: Tolerance, besides = NOTHING): boolean =>
  Math.abs(a - b) <= room(a, b, bound, besides);

/** The gap in terms of the larger side, or of the floor. */
export const relativeGap = (a: number, b: number, floor: number): number =>
  Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b), floor);

const room = (a: number, b: number, bound: Tolerance, { floor = 0, noise = 0 }: Besides): number =>
  bound.relative * Math.max(Math.abs(a), Math.abs(b), bound.floor, floor) + bound.noise * noise;
