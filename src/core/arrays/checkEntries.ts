/** The numeric check of a derivative with indices: differences at arrays of at least two sizes. */
import type { Steps } from '../../steps.js';
import { centralDifferenceInSteps } from '../compare/difference.js';
import { isWithin, relativeGap, standing } from '../compare/closeness.js';
import { ROWS } from '../compare/table.js';
import { verdictOf } from '../compare/agree.js';
import type { Check } from '../derivation.js';
import type { Component, Expr, Sym } from '../expr.js';
import { evaluateArrays, type Valuation } from './evaluate.js';
import { entryMoved, placesIn, usedArrays, type Given } from './valuations.js';

const ROW = ROWS.arrays;

/** Compares the derivative by an entry, or by a name, with differences, at every index there is. */
export function* checkEntries(
  f: Expr,
  target: Component | Sym,
  derivative: Expr,
  given: Given,
): Steps<Check> {
  const used = usedArrays([f, derivative, target], given);
  if (used === null) return undecided('what stands in it cannot be given a value');
  const tally = { agree: 0, differ: 0, unclear: 0 };
  let worst = 0;
  for (const { at, valuation } of placesIn(used, given, () => tally.agree < ROW.enough)) {
    if (given.budget?.shouldStop(1))
      return undecided('computing enough values takes more work than is allowed');
    const found = yield* compareAt(f, target, derivative, valuation);
    if (!found) continue;
    tally[found.standing]++;
    worst = Math.max(worst, found.gap);
    if (tally.differ >= ROW.against)
      return { verdict: 'contradicts', points: tally.agree, worst, reason: `at ${placeText(at)}` };
  }
  return verdictOf(tally, ROW) === 'agrees'
    ? { verdict: 'agrees', points: tally.agree, worst, reason: null }
    : undecided('too few points could be compared');
}
const undecided = (reason: string): Check => ({ verdict: 'undecided', points: 0, worst: 0, reason });
const placeText = (at: ReadonlyMap<string, number>): string =>
  [...at].map(([id, k]) => `${id} = ${String(k)}`).join(', ');

interface Found {
  readonly standing: 'agree' | 'differ' | 'unclear';
  readonly gap: number;
}
function* compareAt(
  f: Expr,
  target: Component | Sym,
  derivative: Expr,
  valuation: Valuation,
): Steps<Found | null> {
  const claimed = evaluateArrays(derivative, valuation);
  const moved = entryMoved(target, valuation);
  if (typeof claimed !== 'number' || !Number.isFinite(claimed) || !moved) return null;
  const around = (x: number): number => {
    const v = evaluateArrays(f, moved.at(x));
    return typeof v === 'number' ? v : NaN;
  };
  const slope = yield* centralDifferenceInSteps(around, moved.value);
  if (!slope || !isWithin(slope.error, 0, ROW.rough, { floor: Math.abs(slope.value) })) return null;
  return {
    standing: standing(slope.value, claimed, ROW, { noise: slope.error }),
    gap: relativeGap(slope.value, claimed, ROW.agree.floor),
  };
}
