/**
 * The numeric check: a derivative against differences of its function, at points found by sampling the domain at
 * several scales. It shares no rule with the engine; only the evaluation of functions.
 */
import { done, type Steps } from '../steps.js';
import { roundingMayExplain } from './cancellation.js';
import { UNLIMITED, type Binding, type Budget, type Check } from './derivation.js';
import { centralDifferenceInSteps, oneSidedDifferenceInSteps } from './difference.js';
import { compile, compileWithoutOverflow, type Compiled } from './evaluate.js';
import { componentKey } from './kinds/indexed.js';
import { sym, type Expr } from './expr.js';
import { children } from './walk.js';
import { functionRow } from './functions/index.js';
import { topDown } from './rewrite.js';
import { Turns } from './work.js';

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
  return done(verifyInSteps(f, target, derivative, options));
}

/** The same in steps: a value at a time, of which each has to be had at once. */
export function* verifyInSteps(
  f: Expr,
  target: Expr,
  derivative: Expr,
  options: VerifyOptions = {},
): Steps<Check> {
  const definitions = options.definitions ?? new Map<string, Binding>();
  const key = keyOf(target);
  if (key === null) return undecided(0, 0, 'the variable cannot be given a value');
  const blind = whatCannotBeEvaluated([f, derivative], definitions);
  if (blind !== null) return undecided(0, 0, blind);
  const names = [key, ...inputsOf([f, derivative], definitions).filter((n) => n !== key)];
  const budget = options.budget ?? UNLIMITED;
  const turns = new Turns(budget);
  const around = offJumps(f, names, definitions, turns);
  yield null;
  const g = compileWithoutOverflow(derivative, names, definitions, turns);
  yield null;
  const sides: Sides = {
    f: (at) => inTurns(around(at), turns),
    g: (...values) => inTurns((x) => g(x, ...values.slice(1)), turns)(values[0] ?? NaN),
    isNoise: (gap, values) => roundingMayExplain(derivative, gap, names, values, definitions, budget),
  };
  turns.start();
  const found = yield* compare(sides, names.length - 1, options.points ?? WANTED, turns);
  // What came out at the end of the budget may have been cut short.
  return (turns.isOver || budget.shouldStop(0)) && found.verdict !== 'agrees'
    ? undecided(found.points, found.worst, TOO_DEAR)
    : found;
}
/** Why a check did not come to its end. */
export const TOO_DEAR = 'computing enough values takes more work than is allowed';

/** Each value in a turn of its own. */
const inTurns =
  (f: (x: number) => number, turns: Turns): ((x: number) => number) =>
  (x) => {
    turns.begin();
    return f(x);
  };

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
  readonly isNoise: (gap: number, values: readonly number[]) => Steps<boolean>;
}

function* compare(sides: Sides, parameters: number, wanted: number, turns: Turns): Steps<Check> {
  let [points, worst, doubtful] = [0, 0, 0];
  const against: string[] = [];
  for (let s = 0; s < PARAMETER_SETS && points < wanted; s++) {
    const rest = Array.from({ length: parameters }, (_, i) => parameterValue(s, i));
    for (const x of SCALES) {
      turns.begin();
      if (points >= wanted || turns.isOver || turns.shouldStop()) break;
      const verdict = yield* compareAt(sides.f([x, ...rest]), (t) => sides.g(t, ...rest), x);
      yield null;
      if (verdict === null) continue;
      if (verdict.agrees) {
        points++;
        worst = Math.max(worst, verdict.difference);
      } else if (verdict.contradicts && !(yield* sides.isNoise(0.1 * verdict.gap, [x, ...rest]))) {
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
function* compareAt(f: (x: number) => number, g: (x: number) => number, x: number): Steps<Verdict | null> {
  const claimed = g(x);
  yield null;
  if (!Number.isFinite(f(x)) || !Number.isFinite(claimed)) return null;
  yield null;
  const numeric = yield* centralDifferenceInSteps(f, x);
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
    (yield* steady(f, x, numeric.value, gap)) &&
    slow(g, x, claimed, gap);
  return { agrees, contradicts, gap, difference: gap / scale, numeric: numeric.value };
}

/**
 * Whether differences at much smaller steps, and from each side, tell the same: they do not where the function
 * oscillates between the points tried, or has a kink or a jump near by.
 */
function* steady(f: (x: number) => number, x: number, value: number, gap: number): Steps<boolean> {
  const others = [
    ...FINER_STEPS.map((h) => centralDifferenceInSteps(f, x, h * Math.max(Math.abs(x), 0.2))),
    oneSidedDifferenceInSteps(f, x, -1),
    oneSidedDifferenceInSteps(f, x, 1),
  ];
  for (const other of others) {
    const d = yield* other;
    if (!d || Math.abs(d.value - value) > 1e-3 * Math.abs(value) + 1e-7 * Math.min(gap, 1)) return false;
  }
  return true;
}
const FINER_STEPS = [5e-3, 4e-4];

/** Whether the claim hardly changes within the finest step: one that swings there may be right between two points. */
const slow = (g: (x: number) => number, x: number, claimed: number, gap: number): boolean =>
  [-1, 1].every((side) => Math.abs(g(x + side * 1e-4 * Math.max(Math.abs(x), 0.2)) - claimed) < 0.2 * gap);

/** Names that need a value: symbols and components that no definition gives. Definitions may lead back to themselves. */
export function inputsOf(list: readonly Expr[], definitions: ReadonlyMap<string, Binding>): string[] {
  return new Inputs(definitions).of(list, NO_PARAMETERS);
}
const NO_PARAMETERS: ReadonlySet<string> = new Set();

class Inputs {
  /** Of functions, by name; none yet of one that is being looked into, so that what leads back to it ends there. */
  private readonly known = new Map<string, readonly string[]>();

  constructor(private readonly definitions: ReadonlyMap<string, Binding>) {}

  /** A parameter has its value from the call, whatever else the same name stands for. */
  of(list: readonly Expr[], parameters: ReadonlySet<string>): string[] {
    const found = new Set<string>();
    const seen = new Set<Expr>();
    const visit = (e: Expr): void => {
      if (seen.has(e)) return;
      seen.add(e);
      const key = keyOf(e);
      if (key !== null) {
        const d = parameters.has(key) ? undefined : this.definitions.get(key);
        if (d?.params.length === 0) visit(d.value);
        else if (!parameters.has(key)) found.add(key);
        return;
      }
      if (e.kind === 'apply') this.ofFunction(e.fn.id).forEach((n) => parameters.has(n) || found.add(n));
      children(e).forEach(visit);
    };
    list.forEach(visit);
    return [...found];
  }

  private ofFunction(id: string): readonly string[] {
    const known = this.known.get(id);
    if (known) return known;
    this.known.set(id, []);
    const d = this.definitions.get(id);
    const made = d ? this.of([d.value], new Set(d.params.map((p) => p.id))) : [];
    this.known.set(id, made);
    return made;
  }
}

function keyOf(e: Expr): string | null {
  return e.kind === 'sym' ? e.id : e.kind === 'component' ? componentKey(e) : null;
}

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
