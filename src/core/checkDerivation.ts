/** The numeric check of a whole derivation, whatever kind of question it answers. */
import {
  UNLIMITED,
  type Check,
  type Condition,
  type Derivation,
  type Question,
  type Stage,
} from './derivation.js';
import { deriveOnce } from './derive.js';
import { verdictOf } from './compare/agree.js';
import { isWithin, relativeGap, standing, type Standing } from './compare/closeness.js';
import { centralDifference, type Difference } from './compare/difference.js';
import { positiveValues } from './compare/points.js';
import { ROWS } from './compare/table.js';
import { compile } from './evaluate.js';
import { same } from './equality.js';
import { num, sub, type Expr, type Relation, type Sym } from './expr.js';
import { substitute } from './walk.js';
import { inputsOf } from './inputs.js';
import { verify, type VerifyOptions } from './verify.js';

/** Agrees only where every part does; the fewest points and the worst difference of them. */
export function checkDerivation(derivation: Derivation, options: VerifyOptions = {}): Check {
  const { question, stages } = derivation;
  const all = { ...options, definitions: question.definitions };
  if (question.equation && question.body.kind === 'sym')
    return checkImplicit(question, question.equation, question.body, stages, all);
  if (question.target.kind === 'tuple') return checkEntries(stages[0], all);
  if (question.order.kind === 'sym') return checkOrder(derivation, question.order, all);
  const entries = pairs(question.body, stages).flatMap(([f, g]) => entriesOf(f, g));
  return leastCertain(entries.map(([f, g]) => verify(f, question.target, g, all)));
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

/** The least certain of the verdicts. */
export function leastCertain(checks: readonly Check[]): Check {
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
function checkOrder({ question, result, conditions }: Derivation, n: Sym, options: VerifyOptions): Check {
  const chain: Expr[] = [question.body];
  const least = leastOrder(conditions, n);
  for (let k = 1; k < least; k++) {
    const step = deriveOnce(
      { ...question, body: chain[k - 1] as Expr, order: num(1) },
      options.budget ?? UNLIMITED,
    );
    chain.push(step ? step.result : question.body);
  }
  for (let k = 0; k < ORDERS_CHECKED; k++) chain.push(substitute(result, new Map([[n.id, num(least + k)]])));
  return leastCertain(chain.slice(1).map((g, k) => verify(chain[k] as Expr, question.target, g, options)));
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
function checkEntries(stage: Stage | undefined, options: VerifyOptions): Check {
  const steps = stage?.root.substeps ?? [];
  return leastCertain(
    steps.flatMap((s) =>
      s.before.kind === 'diff' ? [verify(s.before.body, s.before.target, s.result, options)] : [],
    ),
  );
}

const ROW = ROWS.implicit;

/** y′ = −F_x/F_y by differences at points of the plane; a further order by the total derivative of the one before. */
function checkImplicit(
  question: Question,
  equation: Relation,
  y: Sym,
  stages: readonly Stage[],
  options: VerifyOptions,
): Check {
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
    const found = foundAt(f, slopes, a, b);
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
function difference(f: (t: number) => number, at: number): Difference | null {
  const d = centralDifference(f, at);
  return d && isWithin(d.error, 0, ROW.rough, { floor: Math.abs(d.value) }) ? d : null;
}

type Plane = (x: number, y: number) => number;
/** How all the slopes stand to what differences give: as the worst of them does. */
interface Found {
  readonly standing: Standing;
  readonly gap: number;
}
function foundAt(f: Plane, slopes: readonly Plane[], x: number, y: number): Found | null {
  const first = totalSlope(f, x, y);
  if (first === null) return null;
  let worst: Found = { standing: 'agree', gap: 0 };
  for (const [k, slope] of slopes.entries()) {
    const expected = k === 0 ? first : along(slopes[k - 1] as Plane, first, x, y);
    const claimed = slope(x, y);
    if (expected === null || !Number.isFinite(claimed)) return null;
    const gap = relativeGap(expected, claimed, ROW.agree.floor);
    if (gap > worst.gap) worst = { standing: standing(expected, claimed, ROW), gap };
  }
  return worst;
}
function totalSlope(f: Plane, x: number, y: number): number | null {
  const [fx, fy] = [difference((t) => f(t, y), x), difference((t) => f(x, t), y)];
  return fx && fy && Math.abs(fy.value) > ROW.flat ? -fx.value / fy.value : null;
}
/** dg/dx where y moves with slope y′: g_x + g_y·y′. */
function along(g: Plane, slope: number, x: number, y: number): number | null {
  const [gx, gy] = [difference((t) => g(t, y), x), difference((t) => g(x, t), y)];
  return gx && gy && gx.value + gy.value * slope;
}
