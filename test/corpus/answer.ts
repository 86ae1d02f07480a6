/** A formula of the corpus read, derived, tidied and printed again. */
import { UNLIMITED, type Derivation } from '../../src/core/derivation.js';
import { derive } from '../../src/core/derive.js';
import { num, sym, type Expr } from '../../src/core/expr.js';
import { tidyInSteps } from '../../src/core/tidy/index.js';
import { PLAIN } from '../../src/notation/index.js';

export const X = sym('x');

/** The expression of a formula in plain notation; throws where it cannot be read. */
export function readFormula(text: string): Expr {
  const { statements, problems } = PLAIN.parse(text);
  const [only] = statements;
  if (!only || statements.length > 1 || problems.length > 0)
    throw new Error(`${text}: ${problems[0]?.message ?? 'not one expression'}`);
  return only.expr;
}

/** The derivation of the order-th derivative by x; throws where the engine refuses. */
export function derived(body: Expr, order = 1): Derivation {
  const question = {
    body,
    target: X,
    order: num(order),
    partial: false,
    definitions: new Map(),
    dependent: new Set<string>(),
  };
  const d = derive(question, (e, budget) => tidyInSteps(e, budget, { question: body, target: X }), UNLIMITED);
  if (!('result' in d)) throw new Error(d.message);
  return d;
}

export const printed = (e: Expr): string => PLAIN.print(e) ?? '(no plain spelling)';
