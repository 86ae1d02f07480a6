/** Implicit differentiation: dy/dx from an equation between x and y. */
import type { Steps } from '../steps.js';
import type { Budget, TidiedForm, Question, Step } from './derivation.js';
import {
  add,
  apply,
  diff,
  div,
  neg,
  relation,
  sym,
  ZERO,
  type Expr,
  type Relation,
  type Sym,
} from './expr.js';
import { substitute } from './walk.js';
import { isZero } from './fold.js';
import { replaceAll } from './rewrite.js';

/** Derives one expression in the setting of the question; null where the budget ran out. */
export type DeriveOnce = (question: Question, budget: Budget) => Steps<Step | null>;

/**
 * The step from F(x, y) = G(x, y) to y′: both sides are differentiated with y a function of x, and the equation,
 * linear in y′, is solved: y′ = −(F_x − G_x)/(F_y − G_y), where that denominator is not 0. Null where the equation
 * says nothing of y, or the budget ran out.
 */
export function* deriveImplicitly(
  question: Question,
  equation: Relation,
  y: Sym,
  once: DeriveOnce,
  tidied: TidiedForm,
  budget: Budget,
): Steps<Step | null> {
  const [left, right] = equation.sides;
  if (!left || !right) return null;
  const inside: Question = { ...question, dependent: new Set([...question.dependent, y.id]) };
  const l = yield* once({ ...inside, body: left }, budget);
  const r = yield* once({ ...inside, body: right }, budget);
  if (!l || !r) return null;
  const slope = apply(y, [], [1]);
  const parts = yield* linearIn(add(l.result, neg(r.result)), slope, once, question, budget);
  if (!parts) return null;
  const coefficient = yield* tidied(parts[0]);
  const rest = yield* tidied(parts[1]);
  if (isZero(coefficient)) return null;
  const differentiated: Step = {
    rule: 'both-sides',
    title: 'Differentiate both sides',
    before: diff(relation(['='], [left, right]), question.target),
    after: relation(['='], [l.before, r.before]),
    result: relation(['='], [l.result, r.result]),
    parts: [],
    substitution: null,
    conditions: [],
    substeps: [l, r],
  };
  const solved = div(yield* tidied(neg(rest)), coefficient);
  return {
    rule: 'implicit',
    title: 'Implicit differentiation',
    before: diff(y, question.target),
    after: solved,
    result: solved,
    parts: [{ name: y, value: equation }],
    substitution: null,
    conditions: [relation(['!='], [coefficient, ZERO])],
    substeps: [differentiated],
  };
}

/** e = a·s + b for the unknown slope s: its coefficient a and the rest b. */
function* linearIn(
  e: Expr,
  slope: Expr,
  once: DeriveOnce,
  question: Question,
  budget: Budget,
): Steps<[Expr, Expr] | null> {
  const letter = sym('·slope');
  const inLetter = replaceAll(e, slope, letter);
  const step = yield* once(
    { ...question, body: inLetter, target: letter, dependent: new Set(), definitions: new Map() },
    budget,
  );
  return step && [step.result, substitute(inLetter, new Map([[letter.id, ZERO]]))];
}

/** The next derivative of y: the last one differentiated, with y′ put in. */
export function* againImplicitly(
  question: Question,
  last: Expr,
  first: Expr,
  y: Sym,
  once: DeriveOnce,
  budget: Budget,
): Steps<Step | null> {
  const inside: Question = { ...question, body: last, dependent: new Set([...question.dependent, y.id]) };
  const step = yield* once(inside, budget);
  if (!step) return null;
  const result = replaceAll(step.result, apply(y, [], [1]), first);
  return {
    rule: 'put-in-slope',
    title: 'Put the first derivative in',
    before: diff(last, question.target),
    after: step.result,
    result,
    parts: [],
    substitution: { name: y, value: first },
    conditions: [],
    substeps: [step],
  };
}
