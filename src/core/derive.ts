/** Differentiation: a question's derivation, the answer computed from its steps. */
import { done, type Steps } from '../steps.js';
import { withoutEntries } from './arrays/families.js';
import { boundariesOf, kinksOf } from './boundaries.js';
import type {
  Boundary,
  Budget,
  Condition,
  Derivation,
  TidiedForm,
  Question,
  Refusal,
  Stage,
  Step,
} from './derivation.js';
import { Deriver } from './deriver.js';
import { MOST_ARGUMENTS } from './functions/index.js';
import { diff, num, ONE, relation, tuple, type Expr, type Relation, type Tuple } from './expr.js';
import { someNode } from './walk.js';
import { againImplicitly, deriveImplicitly } from './implicit.js';
import { lostPoles } from './poles.js';
import { nthDerivative } from './rules/nthOrder.js';
import type { NthScope } from './rules/nthScope.js';
import { deriveArrays } from './arrays/derive.js';
import { deriveBySeveral, type Partial } from './several.js';
import { deriveField } from './fields/derive.js';
import { itemsOf, type Field } from './fields/field.js';
import { grouped, ordinal } from './numerals.js';
import { valueOf } from './definitions.js';
import { simplifyConditions } from './tidy/conditions.js';
import { share } from './work.js';

/** Deeper trees are refused: printing and compiling them recurse. */
export const MAX_DEPTH = 2_500;
export const MAX_ORDER = 50;

/** What became of a result: the form, the laws that lead to it as steps, and the other common form. */
export interface TidiedAnswer {
  readonly result: Expr;
  readonly steps: readonly Step[];
  readonly also?: Expr | null;
  /** Whether its budget ended it: the form may be any. */
  readonly unfinished?: boolean;
}
/** How a result is tidied. */
export type Tidy = (e: Expr, budget: Budget) => Steps<TidiedAnswer>;

/** The derivation of a question, or why there is none. Never throws; polls the budget. */
export function derive(question: Question, tidy: Tidy, budget: Budget): Derivation | Refusal {
  return done(deriveInSteps(question, tidy, budget));
}

/** The same in steps. */
export function* deriveInSteps(question: Question, tidy: Tidy, budget: Budget): Steps<Derivation | Refusal> {
  if (question.body.depth > MAX_DEPTH) return refusal('limit', 'the formula is nested too deeply');
  const crowd = widestExtremum(question.body);
  if (crowd > MOST_ARGUMENTS) return tooManyCompared(crowd);
  if (question.order.kind !== 'num') return yield* deriveSymbolic(question, tidy, budget);
  const order = question.order.value.isInteger ? Number(question.order.value.n) : NaN;
  if (!(order >= 0 && order <= MAX_ORDER))
    return refusal('unsupported', `the order must be a whole number up to ${String(MAX_ORDER)}`);
  if (question.arrays?.route === 'differentials') return yield* deriveArrays(question, order, tidy, budget);
  if (question.equation) return yield* fromEquation(question, question.equation, order, tidy, budget);
  if (question.target.kind === 'tuple')
    return yield* bySeveral(question, question.target, order, tidy, budget);
  const take = (body: Expr): Steps<Step | null> => deriveOnceInSteps({ ...question, body }, budget);
  return yield* repeated(question, order, take, tidy, budget);
}

/** One derivative's steps; no tidying. Null where the budget ran out. */
export function deriveOnce(question: Question, budget: Budget): Step | null {
  return done(deriveOnceInSteps(question, budget));
}

/** The same in steps. */
export const deriveOnceInSteps = (question: Question, budget: Budget): Steps<Step | null> =>
  new Deriver(question, budget).deriveInSteps(question.body);

/** The form alone that a result is tidied to. */
const formBy = (tidy: Tidy, budget: Budget): TidiedForm =>
  function* (e) {
    return (yield* tidy(e, budget)).result;
  };

const refusal = (code: Refusal['code'], message: string): Refusal => ({ code, message });
/** Each argument of a maximum is compared with every other: a case for each, as many comparisons in it. */
const tooManyCompared = (n: number): Refusal =>
  refusal(
    'limit',
    `a maximum or minimum of ${grouped(n)} arguments has as many cases, each compared with every other: up to ${String(MOST_ARGUMENTS)} are written out`,
  );
function widestExtremum(e: Expr): number {
  let widest = 0;
  someNode(e, (x) => {
    if (x.kind === 'call' && (x.fn === 'max' || x.fn === 'min')) widest = Math.max(widest, x.args.length);
    return false;
  });
  return widest;
}

const OUT_OF_WORK = refusal('limit', 'the derivation takes more work than is allowed');

/** Longer derivatives on the way to one of a higher order are not taken further. */
const MOST_LENGTH = 200_000;

/** The k-th derivative is the last that was reached: of order 0 it is the question. */
const stoppedAt = (k: number, e: Expr): Refusal =>
  refusal(
    'limit',
    k === 0
      ? 'the derivation takes more work than is allowed: its first derivative was not reached'
      : `the ${ordinal(k)} derivative was reached, of ${grouped(e.size)} symbols; the ${ordinal(k + 1)} takes more work than is allowed`,
  );
const tooLong = (k: number): Refusal =>
  refusal(
    'limit',
    `the ${ordinal(k)} derivative was reached; the ${ordinal(k + 1)} would be longer than ${grouped(MOST_LENGTH)} symbols`,
  );

/** Stage by stage, tidied between orders so that they do not swell. */
function* repeated(
  question: Question,
  order: number,
  take: (body: Expr, k: number) => Steps<Step | null>,
  tidy: Tidy,
  budget: Budget,
): Steps<Derivation | Refusal> {
  const stages: Stage[] = [];
  let body = question.body;
  for (let k = 0; k < order; k++) {
    const root = yield* take(body, k);
    yield null;
    if (!root) return k === 0 ? OUT_OF_WORK : stoppedAt(k, body);
    if (order > 1 && root.result.size > MOST_LENGTH) return tooLong(k);
    const { result, steps, also = null, unfinished = false } = yield* tidy(root.result, budget);
    if (budget.shouldStop(0) || (unfinished && k + 1 < order)) return stoppedAt(k, body);
    stages.push({ root, tidying: steps, result, also });
    body = result;
  }
  const form = formBy(tidy, budget);
  const found = conditionsOf(stages, budget, yield* polesLost(question, body, tidy, budget));
  const conditions = found.filter((c) => !isGiven(c, question));
  const boundaries = order === 1 ? yield* meetings(question, body, conditions, form, budget) : [];
  return { question, stages, result: body, conditions, boundaries };
}

/** Of what an answer leaves of the budget, at most so much goes into simplifying what it holds for. */
const CONDITIONS = 0.25;
function polesLost(
  { body, definitions }: Question,
  answer: Expr,
  tidy: Tidy,
  budget: Budget,
): Steps<Condition[]> {
  const own = share(budget, CONDITIONS);
  return lostPoles(valueOf(body, definitions), answer, formBy(tidy, own), own);
}

/** What the formulas for the entries see to: each of a softmax is above 0. */
function isGiven(c: Condition, { arrays }: Question): boolean {
  return arrays !== undefined && simplifyConditions([withoutEntries(c, arrays.families)]).length === 0;
}

/** Where pieces meet: those that the question lists, else the kinks of its functions. */
function* meetings(
  { body, target, definitions, dependent, equation }: Question,
  derivative: Expr,
  conditions: readonly Condition[],
  tidied: TidiedForm,
  budget: Budget,
): Steps<readonly Boundary[]> {
  if (equation || dependent.size > 0) return [];
  const written = valueOf(body, definitions);
  const listed = yield* boundariesOf(written, derivative, target, tidied, budget);
  return listed.length > 0 || conditions.length === 0 ? listed : kinksOf(written, conditions, target, budget);
}

function* tidied(root: Step, tidy: Tidy, budget: Budget): Steps<Stage> {
  const { result, steps, also = null } = yield* tidy(root.result, budget);
  return { root, tidying: steps, result, also };
}

/** dy/dx from an equation; higher orders differentiate the last one and put the first in. */
function* fromEquation(
  question: Question,
  equation: Relation,
  order: number,
  tidy: Tidy,
  budget: Budget,
): Steps<Derivation | Refusal> {
  const y = question.body;
  if (y.kind !== 'sym') return refusal('unsupported', 'an equation gives the derivative of a name only');
  let first: Expr | null = null;
  const form = formBy(tidy, budget);
  const take = function* (body: Expr, k: number): Steps<Step | null> {
    if (k > 0 && first) return yield* againImplicitly(question, body, first, y, deriveOnceInSteps, budget);
    const step = yield* deriveImplicitly(question, equation, y, deriveOnceInSteps, form, budget);
    first = step && (yield* form(step.result));
    return step;
  };
  const found = yield* repeated(question, order, take, tidy, budget);
  if (found === OUT_OF_WORK && !budget.shouldStop())
    return refusal('not-differentiable', `the equation does not determine ${y.id}`);
  return found;
}

/** Gradient, Jacobian, Hessian: each entry derived and tidied by itself. */
function* bySeveral(
  question: Question,
  targets: Tuple,
  order: number,
  tidy: Tidy,
  budget: Budget,
): Steps<Derivation | Refusal> {
  if (order !== 1 && order !== 2)
    return refusal('unsupported', 'by several variables only first and second derivatives are taken');
  if (order === 2 && question.body.kind === 'tuple')
    return refusal('unsupported', 'the second derivatives of a vector are no matrix');
  const partial = function* (body: Expr, target: Expr): Steps<Step | null> {
    const step = yield* deriveOnceInSteps({ ...question, body, target, order: ONE, partial: true }, budget);
    if (!step) return null;
    const { result, steps } = yield* tidy(step.result, budget);
    return { ...step, result, substeps: [...step.substeps, ...steps] };
  };
  if (question.field) return yield* byField(question, question.field, targets, partial, tidy, budget);
  const root = yield* deriveBySeveral(question, targets, order, partial, budget);
  if (!root) return OUT_OF_WORK;
  const stage: Stage = { root, tidying: [], result: root.result };
  return { question, stages: [stage], result: root.result, conditions: conditionsOf([stage], budget) };
}

/** Divergence, Laplacian and the like: what the partial derivatives come to is tidied, entry by entry. */
function* byField(
  question: Question,
  field: Field,
  targets: Tuple,
  partial: Partial,
  tidy: Tidy,
  budget: Budget,
): Steps<Derivation | Refusal> {
  const root = yield* deriveField(question, field, targets, partial, budget);
  if (!root)
    return budget.shouldStop(0)
      ? OUT_OF_WORK
      : refusal('unsupported', 'the components do not fit the variables');
  const entries = [...itemsOf(root.result)];
  const tidying: Step[] = [];
  const whole = (): Expr => (root.result.kind === 'tuple' ? tuple(entries) : (entries[0] as Expr));
  for (const [i, entry] of entries.entries()) {
    const { result, steps } = yield* tidy(entry, budget);
    const at = (e: Expr): Expr => {
      entries[i] = e;
      return whole();
    };
    tidying.push(
      ...steps.map((s) => ({ ...s, before: at(s.before), after: at(s.after), result: at(s.result) })),
    );
    entries[i] = result;
  }
  const stage: Stage = { root, tidying, result: whole() };
  return { question, stages: [stage], result: stage.result, conditions: conditionsOf([stage], budget) };
}

/** The derivative of an order that is a name: by the formula of the body's family. */
function* deriveSymbolic(question: Question, tidy: Tidy, budget: Budget): Steps<Derivation | Refusal> {
  const { body, target, order } = question;
  const deriver = new Deriver(question, budget);
  const scope: NthScope = {
    target,
    varies: (e) => deriver.varies(e),
    *derivative(e) {
      const step = yield* deriveOnceInSteps({ ...question, body: e }, budget);
      return (yield* tidy(step?.result ?? ONE, budget)).result;
    },
  };
  const found = yield* nthDerivative(body, order, scope);
  if (budget.shouldStop(0)) return OUT_OF_WORK;
  if (!found)
    return refusal(
      'unsupported',
      'no formula is known for the derivative of this order; give the order as a number',
    );
  const root: Step = {
    rule: found.family,
    title: found.title,
    before: diff(body, target, order, question.partial),
    after: found.result,
    result: found.result,
    parts: [],
    substitution: null,
    conditions: found.least === undefined ? [] : [relation(['>='], [order, num(found.least)])],
    substeps: [],
  };
  const best = yield* tidied(root, tidy, budget);
  // The family's own order of factors is the one that readers know: (−1)ⁿ n!/xⁿ⁺¹.
  const isReordered = best.tidying.every((s) => s.rule === 'rearrange');
  const stage: Stage = isReordered ? { root, tidying: [], result: root.result } : best;
  return { question, stages: [stage], result: stage.result, conditions: root.conditions };
}

/** Conditions of all steps and further ones, each once. */
function conditionsOf(
  stages: readonly Stage[],
  budget: Budget,
  more: readonly Condition[] = [],
): readonly Condition[] {
  const found: Condition[] = [];
  const seen = new Set<Step>();
  const stack: Step[] = stages.flatMap((s) => [s.root, ...s.tidying]).reverse();
  for (let s = stack.pop(); s; s = stack.pop()) {
    if ((s.conditions.length === 0 && s.substeps.length === 0) || seen.has(s)) continue;
    seen.add(s);
    found.push(...s.conditions);
    for (let i = s.substeps.length - 1; i >= 0; i--) stack.push(s.substeps[i] as Step);
  }
  found.push(...more);
  return found.length === 0 ? found : simplifyConditions(found, share(budget, CONDITIONS));
}
