/** Whether two pieces of code compute the same numbers, at points over the line. */
import { centralDifference } from '../core/compare/difference.js';
import { compileProgram, type Program } from '../core/program.js';
import type { CodeVariable } from '../notation/typescript/index.js';

/** Values by symbol id of the function's variables. */
export type Point = ReadonlyMap<string, number>;

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
export interface Comparison {
  readonly f: (at: Point) => number;
  readonly right: (at: Point) => number;
  readonly claimed: (at: Point) => number;
  readonly variables: readonly CodeVariable[];
  /** The variable of the derivative; null where values and not slopes are compared. */
  readonly variable: CodeVariable | null;
}

const ALONG = [0.37, 1.43, -0.61, 2.71, 0.83, -1.87, 0.11, 4.3, -3.7, 0.52, 8.1, -9.2];
/** Values of the others: the negative ones last. */
const OTHERS = [0.7, 1.3, 0.45, 2.1, -0.8];
/** Relative gaps: up to the first is equal, beyond the second is clearly different. */
const EQUAL = 1e-6;
const CLEAR = 0.02;
/** Points that have to agree. */
const ENOUGH = 3;

export function compare(c: Comparison): Compared {
  const counts = { same: 0, close: 0, missing: 0 };
  const scale = 0.01 * typical(c);
  let gap: Pick<Compared, 'at' | 'claimed' | 'actual'> = { at: null, claimed: null, actual: NaN };
  for (const at of points(c)) {
    const kind = kindAt(c, at, scale);
    if (kind === 'none') continue;
    const [claimed, actual] = [c.claimed(at), c.right(at)];
    if (kind === 'different' && isCertain(c, at, scale)) {
      // Parameters beside the variable are most often meant to be positive.
      if (counts.same >= ENOUGH && counts.close === 0 && hasNegativeOther(c, at))
        return { verdict: 'part', at, claimed, actual, isFlat: false };
      return { verdict: 'different', at, claimed, actual, isFlat: isFlat(c) };
    }
    if (kind === 'missing') gap = gap.at ? gap : { at, claimed: null, actual };
    counts[kind === 'different' ? 'close' : kind]++;
  }
  const verdict =
    counts.same + counts.close < ENOUGH
      ? 'few'
      : counts.close > 0
        ? 'close'
        : counts.missing > 0
          ? 'part'
          : 'same';
  return { verdict, ...gap, isFlat: isFlat(c) };
}

/** The variable over the line, the others moderate. */
function* points({ variables, variable }: Comparison): Generator<Point> {
  const moved = variable ?? variables[0];
  if (!moved) {
    for (let k = 0; k < ENOUGH; k++) yield new Map();
    return;
  }
  for (const other of variables.length === 1 ? OTHERS.slice(0, 1) : OTHERS)
    for (const x of ALONG)
      yield new Map(variables.map((v, i) => [v.symbol.id, v === moved ? x : other + 0.23 * i]));
}

function kindAt(
  { f, right, claimed }: Comparison,
  at: Point,
  scale: number,
): 'none' | 'same' | 'close' | 'missing' | 'different' {
  const [y, a, c] = [f(at), right(at), claimed(at)];
  if (!Number.isFinite(y) || !Number.isFinite(a)) return 'none';
  if (!Number.isFinite(c)) return 'missing';
  const [gap, size] = [Math.abs(a - c), Math.max(Math.abs(a), Math.abs(c))];
  if (gap <= EQUAL * Math.max(1, size)) return 'same';
  return gap > CLEAR * Math.max(size, scale) ? 'different' : 'close';
}

/** At how many points both are equal; 0 where they are so at too few to say anything. */
export function agreements(c: Comparison): number {
  const equal = [...points(c)].filter((at) => kindAt(c, at, 0) === 'same' && Math.abs(c.right(at)) > 1e-5);
  return equal.length < ENOUGH ? 0 : equal.length;
}

function hasNegativeOther({ variables, variable }: Comparison, at: Point): boolean {
  return variables.some((v) => v !== variable && (at.get(v.symbol.id) ?? 0) < 0);
}

/** The middle one of the right values by size. */
function typical(c: Comparison): number {
  const sizes = [...points(c)].map((at) => Math.abs(c.right(at))).filter(Number.isFinite);
  return sizes.sort((a, b) => a - b)[sizes.length >> 1] ?? 0;
}

/** They differ on both sides of the point too, and differences of the function are on our side. */
function isCertain(c: Comparison, at: Point, scale: number): boolean {
  const moved = c.variable ?? c.variables[0];
  if (!moved) return true;
  const x = at.get(moved.symbol.id) ?? 0;
  const nearby = (t: number): Point => new Map([...at, [moved.symbol.id, t]]);
  const step = 1e-3 * Math.max(1, Math.abs(x));
  if ([x - step, x + step].some((t) => kindAt(c, nearby(t), scale) !== 'different')) return false;
  if (c.variable === null) return true;
  const numeric = centralDifference((t) => c.f(nearby(t)), x, 0.5 * step);
  const actual = c.right(at);
  return numeric !== null && Math.abs(numeric.value - actual) <= 1e-3 * Math.max(1e-6, Math.abs(actual));
}

function isFlat(c: Comparison): boolean {
  const values = new Set<number>();
  for (const at of points(c)) {
    const [y, slope] = [c.f(at), c.right(at)];
    if (!Number.isFinite(y) || !Number.isFinite(slope)) continue;
    if (Math.abs(slope) > 1e-12) return false;
    values.add(y);
  }
  return values.size > 1;
}

/** A program as a function of points; `rename` gives the id under which a point knows each of its variables. */
export function valuesOf(
  program: Program,
  rename: (id: string) => string = (id) => id,
  ids: readonly string[] = [],
): (at: Point) => number {
  const run = compileProgram(program);
  if (ids.length === 0) return run;
  return (at) => run(new Map(ids.map((id) => [id, at.get(rename(id)) ?? NaN])));
}
