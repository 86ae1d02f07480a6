/** What the numbers at several points say together. */
import type { Check } from '../derivation.js';
import { standing, type Closeness } from './closeness.js';

/** How many points speak for it, and how many against. */
export interface Tally {
  readonly agree: number;
  readonly differ: number;
}
/** How many points must agree before numbers alone speak for it; and how many must differ before they contradict. */
export interface Quorum {
  readonly enough: number;
  readonly against: number;
}

/** One point against it, where more are asked for, is no contradiction; but no agreement either. */
export function verdictOf({ agree, differ }: Tally, { enough, against }: Quorum): Check['verdict'] {
  if (differ >= against) return 'contradicts';
  return differ > 0 || agree < enough ? 'undecided' : 'agrees';
}

/** A row for values that are compared one by one. */
export interface ComparedValues extends Closeness, Quorum {
  /** What a value on one side alone says: nothing, or that they differ. */
  readonly missing: 'nothing' | 'differ';
}

/** The verdict on two lists of values, a pair a point. */
export function compareValues(
  pairs: Iterable<readonly [number, number]>,
  row: ComparedValues,
): Check['verdict'] {
  const tally = { agree: 0, differ: 0, unclear: 0 };
  for (const [a, b] of pairs) {
    const found = standingOf(a, b, row);
    if (found) tally[found]++;
    if (tally.differ >= row.against) break;
  }
  return verdictOf(tally, row);
}

function standingOf(a: number, b: number, row: ComparedValues): keyof Tally | 'unclear' | null {
  const [isLeft, isRight] = [Number.isFinite(a), Number.isFinite(b)];
  if (isLeft && isRight) return standing(a, b, row);
  return isLeft !== isRight && row.missing === 'differ' ? 'differ' : null;
}
