/** Two formulas compared by exact algebra, and by numbers at many points of the domain. */
import type { Budget } from '../derivation.js';
import { sub, type Expr } from '../expr.js';
import { canonical, tidyInSteps } from '../tidy/index.js';
import { inputsOf } from '../inputs.js';
import type { Steps } from '../../steps.js';
import { measure, type Point } from './measure.js';
import type { Measured } from './measured.js';
import { isLimit, withoutIdleLimits } from './limit.js';
import { isWithin, standing } from './closeness.js';
import { FAR, GRID, parameterSets, PLAIN_VALUES, plainParameters } from './points.js';
import { withRealPowers } from './realPowers.js';
import { countingNames } from './sums.js';
import { ROWS } from './table.js';
import { someNode } from '../walk.js';

/** What is compared: the derivative, what is claimed of it, and where. */
export interface ComparedPair {
  readonly actual: Expr;
  readonly claimed: Expr;
  /** What has to have a value where they are compared: the function itself. */
  readonly body: Expr | null;
  /** Conditions under which the claim is made. */
  readonly conditions: readonly Expr[];
  /** The key of the variable; null for a claim about a number. */
  readonly variable: string | null;
  /** Whether algebra may prove it: not where arbitrary functions stand in for unknown ones. */
  readonly exact: boolean;
  /** Whether a name mostly counts things: it has whole numbers for values as well. */
  readonly countsThings: (name: string) => boolean;
}

/** How the sides stand at one point; `missing` where the claimed side has no value. */
export type Finding = 'agrees' | 'differs' | 'missing';
export interface Sample {
  readonly x: number;
  readonly point: Point;
  /** All the other names positive. */
  readonly positive: boolean;
  readonly finding: Finding;
  readonly actual: number;
  readonly claimed: number;
}
export interface Comparison {
  /** The difference is 0 by algebra. */
  readonly proved: boolean;
  readonly samples: readonly Sample[];
  /** Two numbers: no name to give values to. */
  readonly constant: boolean;
  /** Compares at one more place: one name with this value, all else as at a sample. Null where that tells nothing. */
  probe(near: Sample, value: number, name?: string): Finding | null;
  /** A point that reads well at which they differ, or null. */
  plain(): Sample | null;
}

/** Compares in steps: one point at a time. */
export function* compare(given: ComparedPair, budget: Budget): Steps<Comparison> {
  const pair = {
    ...given,
    actual: withoutIdleLimits(given.actual),
    claimed: withoutIdleLimits(given.claimed),
  };
  const difference = differenceOf(pair);
  yield null;
  const names = inputsOf([pair.actual, pair.claimed, ...(pair.body ? [pair.body] : [])], new Map());
  const others = names.filter((n) => n !== pair.variable);
  // Conditions on names that do not occur say nothing here.
  const conditions = pair.conditions.filter((c) => [...c.free].every((id) => names.includes(id)));
  const at = new Comparing({ ...pair, conditions }, isZero(difference) ? null : difference, others);
  const samples = yield* at.samples(budget);
  const proved =
    isZero(difference) ||
    (samples.length < ROWS.claim.sparse && isZero(yield* tidiedDifference(pair, budget)));
  return {
    proved,
    samples,
    constant: names.length === 0,
    probe: (near, value, name = pair.variable ?? '') =>
      (name === pair.variable || pair.variable === null
        ? at.sample(value, near.point, near.positive)
        : at.sample(near.x, new Map(near.point).set(name, value), near.positive)
      )?.finding ?? null,
    plain: () => at.plain(),
  };
}

/** actual − claimed in canonical form, where like terms cancel exactly; null where that is not worth the work. */
function differenceOf({ actual, claimed, exact }: ComparedPair): Expr | null {
  if (!exact || actual.size + claimed.size > MOST_NODES) return null;
  return withRealPowers(canonical(sub(actual, claimed)));
}
const MOST_NODES = 600;
const isZero = (e: Expr | null): boolean => e?.kind === 'num' && e.value.isZero;

/** The same with all laws of algebra tried: for what numbers tell little about. */
function* tidiedDifference({ actual, claimed, exact }: ComparedPair, budget: Budget): Steps<Expr | null> {
  if (!exact || actual.size + claimed.size > MOST_NODES) return null;
  const raw = sub(actual, claimed);
  return (yield* tidyInSteps(raw, budget, { question: raw, target: raw })).result;
}

/** Nodes that are measured in a unit of the budget's work. */
const NODES_A_UNIT = 16;

class Comparing {
  private readonly counting: ReadonlySet<string>;
  /** Limits are found by extrapolation, which may go wrong near the edge of a domain. */
  private readonly isRough: boolean;
  private readonly meter = { work: 0 };

  constructor(
    private readonly pair: ComparedPair,
    private readonly difference: Expr | null,
    private readonly others: readonly string[],
  ) {
    this.counting = countingNames([pair.actual, pair.claimed]);
    this.isRough = [pair.actual, pair.claimed].some((e) => someNode(e, isLimit));
  }

  *samples(budget: Budget): Steps<readonly Sample[]> {
    const coarse = yield* this.over(ROWS.claim.line, budget);
    if (this.pair.variable === null || coarse.length >= ROWS.claim.sparse) return coarse;
    return [...coarse, ...(yield* this.over(GRID, budget))];
  }

  plain(): Sample | null {
    const rest = plainParameters(this.others);
    for (const x of PLAIN_VALUES) {
      const s = this.sample(x, this.pointOf(rest), true);
      if (s && s.finding === 'differs') return s;
    }
    return null;
  }

  sample(x: number, rest: Point, positive: boolean): Sample | null {
    const { variable, body, conditions } = this.pair;
    const point = variable === null ? rest : new Map(rest).set(variable, x);
    if (conditions.some((c) => this.measured(c, point).value !== 1)) return null;
    const actual = this.measured(this.pair.actual, point);
    if (Number.isNaN(actual.value) || (body && Number.isNaN(this.measured(body, point).value))) return null;
    const claimed = this.measured(this.pair.claimed, point);
    const finding = this.finding(actual, claimed, x, point);
    return finding && { x, point, positive, finding, actual: actual.value, claimed: claimed.value };
  }

  private *over(xs: readonly number[], budget: Budget): Steps<Sample[]> {
    const values = this.pair.variable === null ? [0] : xs;
    const found: Sample[] = [];
    for (const set of parameterSets(this.others, this.counting, this.pair.countsThings)) {
      const rest = this.pointOf(set.values);
      for (const x of values) {
        if (budget.shouldStop(this.spent())) return found;
        const s = this.sample(x, rest, set.positive);
        if (s) found.push(s);
        yield null;
      }
    }
    return found;
  }

  private measured(e: Expr, point: Point): Measured {
    return measure(e, point, undefined, this.meter);
  }

  /** What measuring has cost since it was asked last, in units of the budget. */
  private spent(): number {
    const work = 1 + Math.ceil(this.meter.work / NODES_A_UNIT);
    this.meter.work = 0;
    return work;
  }

  private pointOf(values: readonly number[]): Point {
    return new Map(this.others.map((n, i) => [n, values[i] ?? NaN]));
  }

  private finding(actual: Measured, claimed: Measured, x: number, point: Point): Finding | null {
    // Far out a missing value may be overflow or lost digits.
    if (Number.isNaN(claimed.value))
      return !this.isRough && Math.abs(x) <= FAR && claimed.overflow !== true ? 'missing' : null;
    const noise = actual.error + claimed.error;
    const row = this.isRough ? ROWS.limit : ROWS.claim;
    const told = standing(actual.value, claimed.value, row, { noise });
    if (told === 'differ' || this.differsExactly(actual, claimed, point)) return 'differs';
    return told === 'agree' && isWithin(noise, 0, row.told, sizeOf(actual, claimed)) ? 'agrees' : null;
  }

  /** The canonical difference sees what rounding hides: 2x against 2x + 10⁻²⁰. */
  private differsExactly(actual: Measured, claimed: Measured, point: Point): boolean {
    if (this.isRough || !this.difference) return false;
    const own = this.measured(this.difference, point);
    const isCertain = Math.abs(own.value) > CERTAIN * own.error + SMALLEST;
    const gap = Math.abs(actual.value - claimed.value);
    return isCertain && Math.abs(gap - Math.abs(own.value)) <= ALIKE * (actual.error + claimed.error);
  }
}
const sizeOf = (a: Measured, b: Measured): { readonly floor: number } => ({
  floor: Math.max(Math.abs(a.value), Math.abs(b.value)),
});
/** A difference is certain that is so many times its error, and no underflow. */
const CERTAIN = 1000;
const SMALLEST = 1e-250;
/** It is the gap that is seen if both are the same but for so many times the errors. */
const ALIKE = 10;
