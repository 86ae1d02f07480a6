/**
 * The numeric check: a derivative against differences of its function, at points of several scales. It
 * shares no rule with the engine; only the evaluation of functions.
 */
import { done, type Steps } from '../steps.js';
import { roundingMayExplain } from './compare/cancellation.js';
import { UNLIMITED, type Binding, type Budget, type Check } from './derivation.js';
import { compareSlopes, type Around, type Sides } from './compare/slopes.js';
import { ROWS } from './compare/table.js';
import { compile, compileWithoutOverflow, type Compiled } from './evaluate.js';
import { inputsOf, keyOf } from './inputs.js';
import { sym, type Expr } from './expr.js';
import { children } from './walk.js';
import { functionRow } from './functions/index.js';
import { topDown } from './rewrite.js';
import { TurnBudget } from './work.js';

export interface VerifyOptions {
  readonly definitions?: ReadonlyMap<string, Binding>;
  /** Agreeing points wanted. */
  readonly points?: number;
  /** No limit unless told. */
  readonly budget?: Budget;
}

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
  const turns = new TurnBudget(budget);
  const around = offJumps(f, names, definitions, turns);
  yield null;
  const g = compileWithoutOverflow(derivative, names, definitions, turns);
  yield null;
  const sides: Sides = {
    f: around,
    g,
    isNoise: (gap, values) => roundingMayExplain(derivative, gap, names, values, definitions, budget),
  };
  const row = { ...ROWS.answer, wanted: options.points ?? ROWS.answer.wanted };
  turns.start();
  const found = yield* compareSlopes(sides, names.length - 1, row, turns);
  // What came out at the end of the budget may have been cut short.
  return (turns.isOver || budget.shouldStop(0)) && found.verdict !== 'agrees'
    ? undecided(found.points, found.worst, TOO_DEAR)
    : found;
}
/** Why a check did not come to its end. */
export const TOO_DEAR = 'computing enough values takes more work than is allowed';

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
