/** Whether another answer gives what was written, by numbers. */
import {
  compareValues,
  compile,
  countingNames,
  GRID,
  inputsOf,
  isModerate,
  isWithin,
  measure,
  parameterSets,
  ROWS,
  someNode,
  substitute,
  withRanges,
  type Budget,
  type Compiled,
  type Expr,
} from '../../core/index.js';
import type { Case, Refuted } from '../verdict.js';
import { countsThings } from '../../customs/usually.js';
import type { Steps } from '../../steps.js';
import { meaningInSteps } from '../workedOut.js';

interface TrialPoint {
  readonly values: readonly number[];
  readonly claimed: number;
  readonly actual: number;
}
interface Ground {
  readonly c: Case;
  readonly names: readonly string[];
  readonly places: readonly TrialPoint[];
}

const ROW = ROWS.mistake;
const MOST_PLACES = 14;
/** Nodes that are tried in a unit of the budget's work; a tree of shared parts has fewer of its own than its size. */
const NODES_A_UNIT = 4;
const MOST_SIZE = 4_000;

/** A refuted claim's written side at some points, for comparing other answers with it. */
export class Trial {
  private readonly grounds: readonly Ground[];
  private readonly point: ReadonlyMap<string, Expr> | null;

  constructor(
    { asked, cases }: Refuted,
    private readonly budget: Budget,
  ) {
    this.grounds = cases.slice(0, 2).map((c) => groundOf(c, budget));
    const { point, variable } = asked;
    this.point = point && variable.kind === 'sym' ? new Map([[variable.id, point.at]]) : null;
  }

  /** The other answer has the values of what was written, wherever both have some. */
  *gives(answer: Expr): Steps<boolean> {
    if (this.budget.shouldStop(1 + Math.min(answer.size, MOST_SIZE) / NODES_A_UNIT)) return false;
    for (const ground of this.grounds) {
      const f = yield* this.compiled(answer, ground);
      if (f === null || !agrees(f, ground.places)) return false;
    }
    return true;
  }

  /** The number that what is written is of the other answer; null where there is none, or both are constant. */
  *multipleOf(answer: Expr): Steps<number | null> {
    if (this.budget.shouldStop() || this.isConstant()) return null;
    const ratios: number[] = [];
    for (const ground of this.grounds) {
      const f = yield* this.compiled(answer, ground);
      ratios.push(...(f ? ground.places.map((p) => p.claimed / f(...p.values)) : [NaN]));
    }
    const [first] = ratios;
    return first !== undefined && ratios.length >= ROW.enough && ratios.every((r) => near(r, first))
      ? first
      : null;
  }

  /** What is written has one value at all places: it is a multiple of every constant. */
  private isConstant(): boolean {
    const values = this.grounds.flatMap((g) => g.places.map((p) => p.claimed));
    return values.every((v) => near(v, values[0] ?? v));
  }

  /** The number that what is written is of the right answer throughout, or null. */
  ratio(): number | null {
    const all = this.grounds.flatMap((g) => g.places).filter((p) => p.actual !== 0);
    const [first] = all;
    if (!first || all.length < Math.min(ROW.enough, this.grounds[0]?.places.length ?? 0)) return null;
    const ratio = first.claimed / first.actual;
    return all.every((p) => near(p.claimed / p.actual, ratio)) ? ratio : null;
  }

  private *compiled(answer: Expr, { c, names }: Ground): Steps<Compiled | null> {
    const meant = yield* meaningInSteps(c.world, answer, this.budget);
    if (!meant) return null;
    yield null;
    return evaluator(c, this.point ? substitute(meant, this.point) : meant, names, this.budget);
  }
}

/** A side as a function of the names; sums over indices by their terms, each over the range of the others. */
function evaluator({ actual }: Case, side: Expr, names: readonly string[], budget: Budget): Compiled {
  const hasSums = (e: Expr): boolean => someNode(e, (x) => x.kind === 'binder' && x.op === 'sum');
  if (!hasSums(side)) return compile(side, names, new Map(), budget);
  const [ranged = side] = withRanges([side, actual]) ?? [];
  return (...values) => measure(ranged, new Map(names.map((n, i) => [n, values[i] ?? NaN]))).value;
}

function groundOf(c: Case, budget: Budget): Ground {
  const sides = [c.actual, c.claimed, ...(c.body ? [c.body] : [])];
  const all = inputsOf(sides, new Map());
  const names = c.variable === null ? all : [c.variable, ...all.filter((n) => n !== c.variable)];
  const [actual, claimed] = [c.actual, c.claimed].map((side) => evaluator(c, side, names, budget)) as [
    Compiled,
    Compiled,
  ];
  const counting = countingNames(sides);
  const places: TrialPoint[] = [];
  const take = (values: readonly number[]): void => {
    const [a, b] = [actual(...values), claimed(...values)];
    if (Number.isFinite(a) && Number.isFinite(b) && Math.abs(b) < 1e12)
      places.push({ values, claimed: b, actual: a });
  };
  for (const line of [ROW.line, GRID.filter(isModerate)]) {
    if (places.length >= ROW.enough * 2) break;
    for (const set of parameterSets(names.slice(1), counting, countsThings).filter((s) => s.positive))
      for (const x of names.length === 0 ? [0] : line)
        if (places.length < MOST_PLACES * (names.length > 1 ? 2 : 1)) take([x, ...set.values]);
  }
  return { c, names, places };
}

/** Wherever the answer has a value it is what is written; at some places it must have one. */
function agrees(f: Compiled, places: readonly TrialPoint[]): boolean {
  const enough = Math.max(1, Math.min(ROW.enough, places.length));
  return compareValues(pairsAt(f, places), { ...ROW, enough }) === 'agrees';
}
function* pairsAt(f: Compiled, places: readonly TrialPoint[]): Generator<readonly [number, number]> {
  for (const p of places) yield [f(...p.values), p.claimed];
}

const near = (a: number, b: number): boolean => isWithin(a, b, ROW.agree);
