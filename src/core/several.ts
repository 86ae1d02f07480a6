/** Derivatives by several variables at once: gradient, Jacobian, Hessian. */
import type { Budget, Question, Step } from './derivation.js';
import { diff, matrix, ONE, tuple, TWO, type Expr, type Tuple } from './expr.js';

/** The derivative of one expression by one variable, as a step; null where the budget ran out. */
export type Partial = (body: Expr, target: Expr) => Step | null;

/**
 * The gradient (∂f/∂x₁, …) of a scalar, in the order of the variables; the Jacobian ∂fᵢ/∂xⱼ of a tuple, a row for
 * each component; for order 2 the Hessian ∂²f/∂xᵢ∂xⱼ of a scalar.
 */
export function deriveBySeveral(
  question: Question,
  targets: Tuple,
  order: number,
  partial: Partial,
  budget: Budget,
): Step | null {
  if (budget.shouldStop()) return null;
  const { body } = question;
  if (order === 2) return hessian(body, targets, partial);
  return body.kind === 'tuple' ? jacobian(body, targets, partial) : gradient(body, targets, partial);
}

function gradient(body: Expr, targets: Tuple, partial: Partial): Step | null {
  const steps = all(targets.items.map((t) => partial(body, t)));
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

function jacobian(body: Tuple, targets: Tuple, partial: Partial): Step | null {
  const rows = body.items.map((f) => all(targets.items.map((t) => partial(f, t))));
  const steps = all(rows)?.flat();
  if (!steps) return null;
  const entries = (pick: (s: Step) => Expr): Expr => matrix(rows.map((r) => (r ?? []).map(pick)));
  return several(
    'jacobian',
    'Jacobian matrix',
    body,
    targets,
    entries((s) => s.before),
    entries((s) => s.result),
    steps,
  );
}

function hessian(body: Expr, targets: Tuple, partial: Partial): Step | null {
  const firsts = all(targets.items.map((t) => partial(body, t)));
  const rows = firsts?.map((first) => all(targets.items.map((t) => partial(first.result, t))));
  const steps = rows && all(rows)?.flat();
  if (!firsts || !rows || !steps) return null;
  const entries = (pick: (s: Step) => Expr): Expr => matrix(rows.map((r) => (r ?? []).map(pick)));
  return several(
    'hessian',
    'Hessian matrix',
    body,
    targets,
    entries((s) => s.before),
    entries((s) => s.result),
    [...firsts, ...steps],
    TWO,
  );
}

const all = <T>(list: readonly (T | null)[]): T[] | null =>
  list.some((x) => x === null) ? null : (list as T[]);

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
