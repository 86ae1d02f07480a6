/**
 * The numeric check: a derivative against differences of its function, at points found by sampling the domain at
 * several scales. It shares no rule with the engine; only the evaluation of functions.
 */
import { roundingMayExplain } from './compare/cancellation.js';
import { UNLIMITED, type Binding, type Budget, type Check } from './derivation.js';
import { centralDifference, oneSidedDifference } from './compare/difference.js';
import { compile, compileWithoutOverflow, type Compiled } from './evaluate.js';
import { inputsOf, keyOf } from './inputs.js';
import { sym, type Expr } from './expr.js';
import { children } from './walk.js';
import { functionRow } from './functions/index.js';
import { topDown } from './rewrite.js';

export interface VerifyOptions {
  readonly definitions?: ReadonlyMap<string, Binding>;
  /** Agreeing points wanted. */
  readonly points?: number;
  /** No limit unless told. */
  readonly budget?: Budget;
}

/** Values tried for the variable, small and large, of both signs, none of them special. */
const SCALES = [
  0.37, 1.43, -0.61, 2.71, 0.83, -1.87, 0.11, 4.3, -3.7, 0.023, 0.71, 9.1, -0.17, 1.09, -8.3, 27.4, 0.0031,
  113.7, -41.3, 0.529,
];
/** Sets of values for parameters; small ones first, so that powers and exponentials stay in range. */
const PARAMETER_SETS = 4;
const AGREES = 1e-6;
const CONTRADICTS = 1e-3;
const WANTED = 8;
/** Derivatives below this may be rounding alone: sin π is not quite 0 in floating point. */
const NOISE = 1e-9;
/** Further out rounding grows too large to speak against an answer. */
const FAR = 10;

/** Compares `derivative` with differences of `f` by the target. Undecided where too few points could be compared. */
export function verify(f: Expr, target: Expr, derivative: Expr, options: VerifyOptions = {}): Check {
  const definitions = options.definitions ?? new Map<string, Binding>();
  const key = keyOf(target);
  if (key === null) return undecided(0, 0, 'the variable cannot be given a value');
  const blind = whatCannotBeEvaluated([f, derivative], definitions);
  if (blind !== null) return undecided(0, 0, blind);
  const names = [key, ...inputsOf([f, derivative], definitions).filter((n) => n !== key)];
  const budget = options.budget ?? UNLIMITED;
  const sides = {
    f: offJumps(f, names, definitions, budget),
    g: compileWithoutOverflow(derivative, names, definitions, budget),
    isNoise: (gap: number, values: readonly number[]) =>
      roundingMayExplain(derivative, gap, names, values, definitions, budget),
  };
  const found = compare(sides, names.length - 1, options.points ?? WANTED, budget);
  // What came out at the end of the budget may have been cut short.
  return budget.shouldStop(0) && found.verdict !== 'agrees'
    ? undecided(found.points, found.worst, TOO_DEAR)
    : found;
}
/** Why a check did not come to its end. */
export const TOO_DEAR = 'computing enough values takes more work than is allowed';

/** A function's values around a point. */
type Around = (at: readonly number[]) => (x: number) => number;

/**
 * The function with its steps (floor, sign, …) held at their values at the point, as they are off their jumps: where
 * floor(e^(x²)) jumps a million times between two points, differences tell nothing.
 */
function offJumps(
  f: Expr,
  names: readonly string[],
  definitions: ReadonlyMap<string, Binding>,
  budget: Budget,
): Around {
  const steps: Compiled[] = [];
  const body = topDown((e) => {
    if (e.kind !== 'call' || !functionRow(e.fn)?.step) return e.kind === 'binder' ? e : null;
    const made = sym('step', [], `#${String(steps.length)}`);
    steps.push(compile(e, names, definitions, budget));
    return made;
  })(f);
  const run = compileWithoutOverflow(
    body,
    [...names, ...steps.map((_, i) => sym('step', [], `#${String(i)}`).id)],
    definitions,
    budget,
  );
  return ([x = NaN, ...rest]) => {
    const values = steps.map((s) => s(x, ...rest));
    return (t) => run(t, ...rest, ...values);
  };
}

const undecided = (points: number, worst: number, reason: string): Check => ({
  verdict: 'undecided',
  points,
  worst,
  reason,
});

interface Sides {
  readonly f: Around;
  readonly g: Compiled;
  /** Whether rounding may change g by a gap. */
  readonly isNoise: (gap: number, values: readonly number[]) => boolean;
}

function compare(sides: Sides, parameters: number, wanted: number, budget: Budget): Check {
  let [points, worst, doubtful] = [0, 0, 0];
  const against: string[] = [];
  for (let s = 0; s < PARAMETER_SETS && points < wanted; s++) {
    const rest = Array.from({ length: parameters }, (_, i) => parameterValue(s, i));
    for (const x of SCALES) {
      if (points >= wanted || budget.shouldStop()) break;
      const verdict = compareAt(sides.f([x, ...rest]), (t) => sides.g(t, ...rest), x);
      if (verdict === null) continue;
      if (verdict.agrees) {
        points++;
        worst = Math.max(worst, verdict.difference);
      } else if (verdict.contradicts && !sides.isNoise(0.1 * verdict.gap, [x, ...rest])) {
        against.push(`at ${String(x)} differences give ${String(verdict.numeric)}`);
        if (against.length > 1)
          return { verdict: 'contradicts', points, worst: verdict.difference, reason: against.join(', ') };
      } else doubtful++;
    }
    if (parameters === 0) break;
  }
  // One point alone may be an accident of rounding: it is no contradiction, but no agreement either.
  if (against.length > 0) return undecided(points, worst, `one point disagrees: ${against.join()}`);
  if (points >= Math.min(3, wanted)) return { verdict: 'agrees', points, worst, reason: null };
  return undecided(
    points,
    worst,
    doubtful > 0 ? 'the numbers are too rough to compare' : 'no points of the domain were found',
  );
}

/** Positive, distinct, and different in each set. */
const parameterValue = (set: number, i: number): number =>
  0.55 + ((i * 0.618034 + set * 0.414214 + 0.13) % 1) * (1.3 + set * 0.6);

interface Verdict {
  readonly agrees: boolean;
  readonly contradicts: boolean;
  readonly gap: number;
  /** The gap relative to the larger side. */
  readonly difference: number;
  readonly numeric: number;
}

/** Null where the function has no value or no derivative there, or differences tell nothing. */
function compareAt(f: (x: number) => number, g: (x: number) => number, x: number): Verdict | null {
  const claimed = g(x);
  if (!Number.isFinite(f(x)) || !Number.isFinite(claimed)) return null;
  const numeric = centralDifference(f, x);
  if (!numeric) return null;
  const scale = Math.max(Math.abs(numeric.value), Math.abs(claimed), 1e-9 * Math.abs(f(x)), 1e-12);
  const gap = Math.abs(numeric.value - claimed);
  if (numeric.error > 1e-4 * scale) return null;
  const agrees = gap <= AGREES * scale + 10 * numeric.error;
  if (agrees) return { agrees, contradicts: false, gap, difference: gap / scale, numeric: numeric.value };
  const contradicts =
    gap > CONTRADICTS * scale + 100 * numeric.error &&
    scale > NOISE &&
    Math.abs(x) < FAR &&
    steady(f, x, numeric.value, gap) &&
    slow(g, x, claimed, gap);
  return { agrees, contradicts, gap, difference: gap / scale, numeric: numeric.value };
}

/**
 * Whether differences at much smaller steps, and from each side, tell the same: they do not where the function
 * oscillates between the points tried, or has a kink or a jump near by.
 */
function steady(f: (x: number) => number, x: number, value: number, gap: number): boolean {
  const others = [
    ...FINER_STEPS.map((h) => centralDifference(f, x, h * Math.max(Math.abs(x), 0.2))),
    oneSidedDifference(f, x, -1),
    oneSidedDifference(f, x, 1),
  ];
  return others.every(
    (d) => d !== null && Math.abs(d.value - value) <= 1e-3 * Math.abs(value) + 1e-7 * Math.min(gap, 1),
  );
}
const FINER_STEPS = [5e-3, 4e-4];

/** Whether the claim hardly changes within the finest step: one that swings there may be right between two points. */
const slow = (g: (x: number) => number, x: number, claimed: number, gap: number): boolean =>
  [-1, 1].every((side) => Math.abs(g(x + side * 1e-4 * Math.max(Math.abs(x), 0.2)) - claimed) < 0.2 * gap);

/** What has no number for a value, in words; null where all has. */
function whatCannotBeEvaluated(
  list: readonly Expr[],
  definitions: ReadonlyMap<string, Binding>,
): string | null {
  const seen = new Set<Expr>();
  const visit = (e: Expr): string | null => {
    if (seen.has(e)) return null;
    seen.add(e);
    if (e.kind === 'apply' && (e.orders.some((o) => o !== 0) || !definitions.has(e.fn.id)))
      return `the function ${e.fn.id} is unknown`;
    if (e.kind === 'diff') return 'a derivative in it is unknown';
    if (e.kind === 'plusminus') return 'it has two values';
    if (e.kind === 'tuple' || e.kind === 'matrix') return 'it has several entries';
    if (e.kind === 'const' && e.name === 'i') return 'it is complex';
    for (const c of children(e)) {
      const reason = visit(c);
      if (reason !== null) return reason;
    }
    return null;
  };
  for (const e of list) {
    const reason = visit(e);
    if (reason !== null) return reason;
  }
  return null;
}
