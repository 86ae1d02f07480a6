/** The numeric check of a whole derivation, whatever kind of question it answers. */
import { done, type Steps } from '../steps.js';
import {
  UNLIMITED,
  type Check,
  type Condition,
  type Derivation,
  type Question,
  type Stage,
} from './derivation.js';
import { deriveOnceInSteps } from './derive.js';
import { checkArrays } from './arrays/check.js';
import { verdictOf } from './compare/agree.js';
import { isWithin, relativeGap, standing, type Standing } from './compare/closeness.js';
import { centralDifferenceInSteps, type Difference } from './compare/difference.js';
import { positiveValues } from './compare/points.js';
import { ROWS } from './compare/table.js';
import { compile } from './evaluate.js';
import { same } from './equality.js';
import { num, sub, type Expr, type Relation, type Sym } from './expr.js';
import { substitute } from './walk.js';
import { checkField } from './fields/check.js';
import { inputsOf } from './inputs.js';
import { verifyInSteps, type VerifyOptions } from './verify.js';

/** Agrees only where every part does; the fewest points and the worst difference of them. */
export function checkDerivation(derivation: Derivation, options: VerifyOptions = {}): Check {
  return done(checkInSteps(derivation, options));
}

/** The same in steps. */
export function* checkInSteps(derivation: Derivation, options: VerifyOptions = {}): Steps<Check> {
  const { question, stages } = derivation;
  if (question.arrays?.route === 'differentials')
    return yield* checkArrays(derivation, options.budget ?? UNLIMITED);
  const all = { ...options, definitions: question.definitions };
  if (question.equation && question.body.kind === 'sym')
    return yield* checkImplicit(question, question.equation, question.body, stages, all);
  if (question.field) return yield* checkField(derivation, question.field, all);
  if (question.target.kind === 'tuple') return yield* checkEntries(stages[0], all);
  if (question.order.kind === 'sym') return yield* checkOrder(derivation, question.order, all);
  const entries = pairs(question.body, stages).flatMap(([f, g]) => entriesOf(f, g));
  return yield* leastCertain(entries, ([f, g]) => verifyInSteps(f, question.target, g, all));
}

/** Each stage's result beside what it is the derivative of. */
function pairs(body: Expr, stages: readonly Stage[]): [Expr, Expr][] {
  return stages.map((s, i) => [i === 0 ? body : (stages[i - 1] as Stage).result, s.result]);
}

/** A vector and its derivative entry by entry. */
const entriesOf = (f: Expr, g: Expr): [Expr, Expr][] =>
  f.kind === 'tuple' && g.kind === 'tuple' && f.items.length === g.items.length
    ? f.items.map((x, i) => [x, g.items[i] as Expr])
    : [[f, g]];

/** The least certain of the verdicts, in steps. */
export function* leastCertain<T>(parts: readonly T[], of: (part: T) => Steps<Check>): Steps<Check> {
  const checks: Check[] = [];
  for (const part of parts) checks.push(yield* of(part));
  const doubtful =
    checks.find((c) => c.verdict === 'contradicts') ?? checks.find((c) => c.verdict === 'undecided');
  if (doubtful) return doubtful;
  if (checks.length === 0) return { verdict: 'agrees', points: 0, worst: 0, reason: null };
  return {
    verdict: 'agrees',
    points: Math.min(...checks.map((c) => c.points)),
    worst: Math.max(...checks.map((c) => c.worst)),
    reason: null,
  };
}

/** The formula at n + 1 against the derivative of the formula at n, from the function itself for the first few n. */
function* checkOrder(
  { question, result, conditions }: Derivation,
  n: Sym,
  options: VerifyOptions,
): Steps<Check> {
  const chain: Expr[] = [question.body];
  const least = leastOrder(conditions, n);
  for (let k = 1; k < least; k++) {
    const step = yield* deriveOnceInSteps(
      { ...question, body: chain[k - 1] as Expr, order: num(1) },
      options.budget ?? UNLIMITED,
    );
    chain.push(step ? step.result : question.body);
  }
  for (let k = 0; k < ORDERS_CHECKED; k++) chain.push(substitute(result, new Map([[n.id, num(least + k)]])));
  const links = chain.slice(1).map((g, k): [Expr, Expr] => [chain[k] as Expr, g]);
  return yield* leastCertain(links, ([f, g]) => verifyInSteps(f, question.target, g, options));
}
const ORDERS_CHECKED = 3;

/** The least order for which a formula is said to hold. */
function leastOrder(conditions: readonly Condition[], n: Sym): number {
  for (const c of conditions) {
    if (c.kind !== 'relation' || c.ops[0] !== '>=') continue;
    const [left, right] = c.sides;
    if (left && same(left, n) && right?.kind === 'num') return right.value.toNumber();
  }
  return 1;
}

/** Entry by entry: the root's substeps are the partial derivatives. */
function* checkEntries(stage: Stage | undefined, options: VerifyOptions): Steps<Check> {
  const steps = stage?.root.substeps ?? [];
  const entries = steps.flatMap(({ before, result }) => (before.kind === 'diff' ? [{ before, result }] : []));
  return yield* leastCertain(entries, ({ before, result }) =>
    verifyInSteps(before.body, before.target, result, options),
  );
}

const ROW = ROWS.implicit;

/** y′ = −F_x/F_y by differences at points of the plane; a further order by the total derivative of the one before. */
function* checkImplicit(
  question: Question,
  equation: Relation,
  y: Sym,
  stages: readonly Stage[],
  options: VerifyOptions,
): Steps<Check> {
  const { target } = question;
  const [left, right] = equation.sides;
  if (target.kind !== 'sym' || !left || !right) return undecided('the variable cannot be given a value');
  const definitions = options.definitions ?? new Map();
  const F = sub(left, right);
  const results = stages.map((s) => s.result);
  const others = inputsOf([F, ...results], definitions).filter((n) => n !== target.id && n !== y.id);
  const names = [target.id, y.id, ...others];
  const values = positiveValues(0, others.length);
  const numeric = (e: Expr) => {
    const f = compile(e, names, definitions, options.budget);
    return (a: number, b: number): number => f(a, b, ...values);
  };
  const [f, slopes] = [numeric(F), results.map(numeric)];
  const tally = { agree: 0, differ: 0, unclear: 0 };
  let worst = 0;
  for (const [a, b] of ROW.plane) {
    const found = yield* foundAt(f, slopes, a, b);
    if (found === null) continue;
    tally[found.standing]++;
    worst = Math.max(worst, found.gap);
    if (tally.differ >= ROW.against)
      return {
        verdict: 'contradicts',
        points: tally.agree,
        worst,
        reason: `at (${String(a)}, ${String(b)})`,
      };
  }
  return verdictOf(tally, ROW) === 'agrees'
    ? { verdict: 'agrees', points: tally.agree, worst, reason: null }
    : undecided('too few points could be compared');
}

const undecided = (reason: string): Check => ({ verdict: 'undecided', points: 0, worst: 0, reason });

/** A difference that its own estimate trusts: beside a pole the steps reach across it. */
function* difference(f: (t: number) => number, at: number): Steps<Difference | null> {
  const d = yield* centralDifferenceInSteps(f, at);
  return d && isWithin(d.error, 0, ROW.rough, { floor: Math.abs(d.value) }) ? d : null;
}

type Plane = (x: number, y: number) => number;
/** How all the slopes stand to what differences give: as the worst of them does. */
interface Found {
  readonly standing: Standing;
  readonly gap: number;
}
function* foundAt(f: Plane, slopes: readonly Plane[], x: number, y: number): Steps<Found | null> {
  const first = yield* totalSlope(f, x, y);
  if (first === null) return null;
  let worst: Found = { standing: 'agree', gap: 0 };
  for (const [k, slope] of slopes.entries()) {
    const expected = k === 0 ? first : yield* along(slopes[k - 1] as Plane, first, x, y);
    const claimed = slope(x, y);
    if (expected === null || !Number.isFinite(claimed)) return null;
    const gap = relativeGap(expected, claimed, ROW.agree.floor);
    if (gap > worst.gap) worst = { standing: standing(expected, claimed, ROW), gap };
  }
  return worst;
}
function* totalSlope(f: Plane, x: number, y: number): Steps<number | null> {
  const fx = yield* difference((t) => f(t, y), x);
  const fy = yield* difference((t) => f(x, t), y);
  return fx && fy && Math.abs(fy.value) > ROW.flat ? -fx.value / fy.value : null;
}
/** dg/dx where y moves with slope y′: g_x + g_y·y′. */
function* along(g: Plane, slope: number, x: number, y: number): Steps<number | null> {
  const gx = yield* difference((t) => g(t, y), x);
  const gy = yield* difference((t) => g(x, t), y);
  return gx && gy && gx.value + gy.value * slope;
}
