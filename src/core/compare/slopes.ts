/** A derivative held against differences of its function, along the line and for several sets of the other names. */
import type { Steps } from '../../steps.js';
import type { Check } from '../derivation.js';
import type { Compiled } from '../evaluate.js';
import type { TurnBudget } from '../work.js';
import { verdictOf } from './agree.js';
import { isWithin, relativeGap, standing, type Standing } from './closeness.js';
import { centralDifferenceInSteps, oneSidedDifferenceInSteps } from './difference.js';
import { FAR, positiveValues } from './points.js';
import type { Slopes } from './table.js';

/** A function's values around a point. */
export type Around = (at: readonly number[]) => (x: number) => number;

/** Both sides take the variable's value first, then those of the other names. */
export interface Sides {
  readonly f: Around;
  readonly g: Compiled;
  /** Whether rounding may change g by a gap. */
  readonly isNoise: (gap: number, values: readonly number[]) => Steps<boolean>;
}

/** Values below this part of the function's own are rounding of it. */
const BESIDE_VALUE = 1e-9;
/** Derivatives below this may be rounding alone: sin π is not quite 0 in floating point. */
const NOISE = 1e-9;
/** Of a gap, how much rounding has to explain for it to be no contradiction. */
const EXPLAINED = 0.1;

/** In steps: a value at a time, each in a turn of its own. Undecided where too few points could be compared. */
export function* compareSlopes(sides: Sides, others: number, row: Slopes, turns: TurnBudget): Steps<Check> {
  const tally = { agree: 0, differ: 0, unclear: 0 };
  const against: string[] = [];
  let worst = 0;
  for (let s = 0; s < (others === 0 ? 1 : row.sets) && tally.agree < row.wanted; s++) {
    const rest = positiveValues(s, others);
    for (const x of row.line) {
      turns.begin();
      if (tally.agree >= row.wanted || turns.isOver || turns.shouldStop()) break;
      const found = yield* compareAt(sides, [x, ...rest], row, turns);
      yield null;
      if (found === null) continue;
      tally[found.standing]++;
      if (found.standing === 'agree') worst = Math.max(worst, found.difference);
      if (found.standing !== 'differ') continue;
      against.push(`at ${String(x)} differences give ${String(found.numeric)}`);
      if (tally.differ >= row.against) return concluded(tally, found.difference, against, row);
    }
  }
  return concluded(tally, worst, against, row);
}

function concluded(
  tally: Readonly<Record<Standing, number>>,
  worst: number,
  against: readonly string[],
  row: Slopes,
): Check {
  const verdict = verdictOf(tally, { ...row, enough: Math.min(row.enough, row.wanted) });
  const said = { verdict, points: tally.agree, worst };
  if (verdict === 'agrees') return { ...said, reason: null };
  if (verdict === 'contradicts') return { ...said, reason: against.join(', ') };
  if (against.length > 0) return { ...said, reason: `one point disagrees: ${against.join()}` };
  const reason =
    tally.unclear > 0 ? 'the numbers are too rough to compare' : 'no points of the domain were found';
  return { ...said, reason };
}

interface Found {
  readonly standing: Standing;
  /** The gap relative to the larger side. */
  readonly difference: number;
  readonly numeric: number;
}

/** Null where the function has no value or no derivative there, or differences tell nothing. */
function* compareAt(
  { f, g, isNoise }: Sides,
  values: readonly number[],
  row: Slopes,
  turns: TurnBudget,
): Steps<Found | null> {
  const [x = NaN, ...rest] = values;
  const [near, slope] = [f(values), (t: number): number => g(t, ...rest)].map((side) =>
    inTurns(side, turns),
  ) as [Along, Along];
  const claimed = slope(x);
  yield null;
  const value = near(x);
  if (!Number.isFinite(value) || !Number.isFinite(claimed)) return null;
  yield null;
  const numeric = yield* centralDifferenceInSteps(near, x);
  if (!numeric) return null;
  const floor = BESIDE_VALUE * Math.abs(value);
  if (!isWithin(numeric.error, 0, row.rough, { floor: Math.max(sizeOf(numeric.value, claimed), floor) }))
    return null;
  const told = standing(numeric.value, claimed, row, { floor, noise: numeric.error });
  const found = (s: Standing): Found => ({
    standing: s,
    difference: relativeGap(numeric.value, claimed, Math.max(floor, row.agree.floor)),
    numeric: numeric.value,
  });
  if (told !== 'differ') return found(told);
  const gap = Math.abs(numeric.value - claimed);
  const certain =
    Math.max(sizeOf(numeric.value, claimed), floor) > NOISE &&
    Math.abs(x) < FAR &&
    (yield* isSteady(near, x, numeric.value, gap)) &&
    isSlow(slope, x, claimed, gap) &&
    !(yield* isNoise(EXPLAINED * gap, values));
  return found(certain ? 'differ' : 'unclear');
}
type Along = (x: number) => number;
/** Each value in a turn of its own. */
const inTurns =
  (f: Along, turns: TurnBudget): Along =>
  (x) => {
    turns.begin();
    return f(x);
  };
const sizeOf = (a: number, b: number): number => Math.max(Math.abs(a), Math.abs(b));

/** Steps in terms of the variable, which near 0 counts as this much. */
const NEAR_ZERO = 0.2;
const FINER_STEPS = [5e-3, 4e-4];
const FINEST_STEP = 1e-4;

/**
 * Whether differences at much smaller steps, and from each side, tell the same: they do not where the function
 * oscillates between the points tried, or has a kink or a jump near by.
 */
function* isSteady(f: Along, x: number, value: number, gap: number): Steps<boolean> {
  const others = [
    ...FINER_STEPS.map((h) => centralDifferenceInSteps(f, x, h * Math.max(Math.abs(x), NEAR_ZERO))),
    oneSidedDifferenceInSteps(f, x, -1),
    oneSidedDifferenceInSteps(f, x, 1),
  ];
  for (const other of others) {
    const d = yield* other;
    if (d === null || Math.abs(d.value - value) > 1e-3 * Math.abs(value) + 1e-7 * Math.min(gap, 1))
      return false;
  }
  return true;
}

/** Whether the claim hardly changes within the finest step: one that swings there may be right between two points. */
const isSlow = (g: Along, x: number, claimed: number, gap: number): boolean =>
  [-1, 1].every(
    (side) => Math.abs(g(x + side * FINEST_STEP * Math.max(Math.abs(x), NEAR_ZERO)) - claimed) < 0.2 * gap,
  );
