/** Derivatives by several variables at once: gradient, Jacobian, Hessian. */
import type { Steps } from '../steps.js';
import type { Budget, Question, Step } from './derivation.js';
import { diff, matrix, ONE, tuple, TWO, type Expr, type Tuple } from './expr.js';

/** The derivative of one expression by one variable, as a step; null where the budget ran out. */
export type Partial = (body: Expr, target: Expr) => Steps<Step | null>;

/**
 * The gradient (∂f/∂x₁, …) of a scalar, in the order of the variables; the Jacobian ∂fᵢ/∂xⱼ of a tuple, a row for
 * each component; for order 2 the Hessian ∂²f/∂xᵢ∂xⱼ of a scalar.
 */
export function* deriveBySeveral(
  question: Question,
  targets: Tuple,
  order: number,
  partial: Partial,
  budget: Budget,
): Steps<Step | null> {
  if (budget.shouldStop()) return null;
  const { body } = question;
  if (order === 2) return yield* hessian(body, targets, partial);
  return body.kind === 'tuple'
    ? yield* jacobian(body, targets, partial)
    : yield* gradient(body, targets, partial);
}

function* gradient(body: Expr, targets: Tuple, partial: Partial): Steps<Step | null> {
  const steps = yield* all(targets.items, (t) => partial(body, t));
  return (
    steps &&
    several(
      'gradient',
      'Gradient',
      body,
      targets,
      tuple(steps.map((s) => s.before)),
      tuple(steps.map((s) => s.result)),
      steps,
    )
  );
}

function* jacobian(body: Tuple, targets: Tuple, partial: Partial): Steps<Step | null> {
  const rows = yield* all(body.items, (f) => all(targets.items, (t) => partial(f, t)));
  if (!rows) return null;
  const entries = (pick: (s: Step) => Expr): Expr => matrix(rows.map((r) => r.map(pick)));
  return several(
    'jacobian',
    'Jacobian matrix',
    body,
    targets,
    entries((s) => s.before),
    entries((s) => s.result),
    rows.flat(),
  );
}

function* hessian(body: Expr, targets: Tuple, partial: Partial): Steps<Step | null> {
  const firsts = yield* all(targets.items, (t) => partial(body, t));
  const rows = firsts && (yield* all(firsts, (first) => all(targets.items, (t) => partial(first.result, t))));
  if (!firsts || !rows) return null;
  const entries = (pick: (s: Step) => Expr): Expr => matrix(rows.map((r) => r.map(pick)));
  return several(
    'hessian',
    'Hessian matrix',
    body,
    targets,
    entries((s) => s.before),
    entries((s) => s.result),
    [...firsts, ...rows.flat()],
    TWO,
  );
}

/** What each of the list gives, one after the other; null where one gives nothing. */
function* all<T, R>(list: readonly T[], of: (x: T) => Steps<R | null>): Steps<R[] | null> {
  const found: R[] = [];
  for (const x of list) {
    const made = yield* of(x);
    if (made === null) return null;
    found.push(made);
  }
  return found;
}

function several(
  rule: string,
  title: string,
  body: Expr,
  targets: Tuple,
  after: Expr,
  result: Expr,
  substeps: readonly Step[],
  order: Expr = ONE,
): Step {
  return {
    rule,
    title,
    before: diff(body, targets, order, true),
    after,
    result,
    parts: [],
    substitution: null,
    conditions: [],
    substeps,
  };
}
