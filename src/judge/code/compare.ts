/** Whether two pieces of code compute the same numbers, at points over the line. */
import {
  centralDifference,
  compileProgram,
  isWithin,
  parameterSets,
  ROWS,
  standing,
  type Budget,
  type Point,
  type Program,
} from '../../core/index.js';
import { countsThings } from '../../customs/usually.js';
import type { CodeVariable } from '../../notation/programs/index.js';

/** Values by symbol id of the function's variables. */
export type { Point };

export interface Compared {
  /**
   * `same`: equal wherever both have values. `part`: where the claimed one has no value, or where another variable is negative,
   * it is not. `close`: nearly equal everywhere, as rounded numbers or a difference quotient are. `different`: clearly off
   * around a point. `few`: not enough points with values.
   */
  readonly verdict: 'same' | 'part' | 'close' | 'different' | 'few';
  /** Where they differ, or where the claimed one has no value. */
  readonly at: Point | null;
  readonly claimed: number | null;
  readonly actual: number;
  /** The right values are 0 wherever they were looked at, though the function has several values: it goes in steps. */
  readonly isFlat: boolean;
}

/** What is compared: the function, and its derivative by the variable as it is and as it is claimed to be. */
export interface CodeComparison {
  readonly f: (at: Point) => number;
  readonly right: (at: Point) => number;
  /** What `right` is the slope of, if that is not the function itself: the derivative of the order below. */
  readonly below?: (at: Point) => number;
  readonly claimed: (at: Point) => number;
  readonly variables: readonly CodeVariable[];
  /** The variable of the derivative; null where values and not slopes are compared. */
  readonly variable: CodeVariable | null;
}

const ROW = ROWS.code;

export function compare(c: CodeComparison): Compared {
  const counts = { same: 0, close: 0, missing: 0 };
  const scale = ROW.typical * typical(c);
  let gap: Pick<Compared, 'at' | 'claimed' | 'actual'> = { at: null, claimed: null, actual: NaN };
  for (const at of points(c)) {
    const kind = kindAt(c, at, scale);
    if (kind === 'none') continue;
    const [claimed, actual] = [c.claimed(at), c.right(at)];
    if (kind === 'different' && isCertain(c, at, scale)) {
      // Parameters beside the variable are most often meant to be positive.
      if (counts.same >= ROW.enough && counts.close === 0 && hasNegativeOther(c, at))
        return { verdict: 'part', at, claimed, actual, isFlat: false };
      return { verdict: 'different', at, claimed, actual, isFlat: isFlat(c) };
    }
    if (kind === 'missing') gap = gap.at ? gap : { at, claimed: null, actual };
    counts[kind === 'different' ? 'close' : kind]++;
  }
  const verdict =
    counts.same + counts.close < ROW.enough
      ? 'few'
      : counts.close > 0
        ? 'close'
        : counts.missing > 0
          ? 'part'
          : 'same';
  return { verdict, ...gap, isFlat: isFlat(c) };
}

/** The variable over the line, the others moderate. */
function* points({ variables, variable }: CodeComparison): Generator<Point> {
  const moved = variable ?? variables[0];
  if (!moved) {
    for (let k = 0; k < ROW.enough; k++) yield new Map();
    return;
  }
  const others = variables.filter((v) => v !== moved).map((v) => v.symbol.id);
  for (const { values } of parameterSets(others, undefined, countsThings))
    for (const x of ROW.line)
      yield new Map([[moved.symbol.id, x], ...others.map((id, i) => [id, values[i] ?? NaN] as const)]);
}

function kindAt(
  { f, right, claimed }: CodeComparison,
  at: Point,
  scale: number,
): 'none' | 'same' | 'close' | 'missing' | 'different' {
  const [y, a, c] = [f(at), right(at), claimed(at)];
  if (!Number.isFinite(y) || !Number.isFinite(a)) return 'none';
  if (!Number.isFinite(c)) return 'missing';
  return KINDS[standing(a, c, { ...ROW, differ: { ...ROW.differ, floor: scale } })];
}
const KINDS = { agree: 'same', differ: 'different', unclear: 'close' } as const;

/** At how many points both are equal; 0 where they are so at too few to say anything. */
export function agreements(c: CodeComparison): number {
  const equal = [...points(c)].filter((at) => kindAt(c, at, 0) === 'same' && Math.abs(c.right(at)) > 1e-5);
  return equal.length < ROW.enough ? 0 : equal.length;
}

function hasNegativeOther({ variables, variable }: CodeComparison, at: Point): boolean {
  return variables.some((v) => v !== variable && (at.get(v.symbol.id) ?? 0) < 0);
}

/** The middle one of the right values by size. */
function typical(c: CodeComparison): number {
  const sizes = [...points(c)].map((at) => Math.abs(c.right(at))).filter(Number.isFinite);
  return sizes.sort((a, b) => a - b)[sizes.length >> 1] ?? 0;
}

/** They differ on both sides of the point too, and differences of what it is the slope of are on our side. */
function isCertain(c: CodeComparison, at: Point, scale: number): boolean {
  const moved = c.variable ?? c.variables[0];
  if (!moved) return true;
  const x = at.get(moved.symbol.id) ?? 0;
  const nearby = (t: number): Point => new Map([...at, [moved.symbol.id, t]]);
  const step = 1e-3 * Math.max(1, Math.abs(x));
  if ([x - step, x + step].some((t) => kindAt(c, nearby(t), scale) !== 'different')) return false;
  if (c.variable === null) return true;
  const below = c.below ?? c.f;
  const numeric = centralDifference((t) => below(nearby(t)), x, 0.5 * step);
  return numeric !== null && isWithin(numeric.value, c.right(at), ROW.rough);
}

function isFlat(c: CodeComparison): boolean {
  const values = new Set<number>();
  for (const at of points(c)) {
    const [y, slope] = [c.f(at), c.right(at)];
    if (!Number.isFinite(y) || !Number.isFinite(slope)) continue;
    if (Math.abs(slope) > 1e-12) return false;
    values.add(y);
  }
  return values.size > 1;
}

/** A program as a function of points, NaN once the budget is spent; `rename` gives the id under which a point knows each of its variables. */
export function valuesOf(
  program: Program,
  budget: Budget,
  rename: (id: string) => string = (id) => id,
  ids: readonly string[] = [],
): (at: Point) => number {
  const run = compileProgram(program, [], budget);
  if (ids.length === 0) return run;
  return (at) => run(new Map(ids.map((id) => [id, at.get(rename(id)) ?? NaN])));
}
