/** The check of an abstract rule such as (fg)′ = f′g + fg′: numbers for f, g, f′, g′ from functions chosen for it. */
import {
  same,
  someNode,
  topDown,
  verifyInSteps,
  wave,
  type Budget,
  type Check,
  type Expr,
  type Question,
} from '../core/index.js';
import type { Steps } from '../steps.js';

/** Each unknown function of the question is a wave for the check. A name that depends on the variable x is one at x. */
export function abstractCheck(question: Question, f: Expr, derivative: Expr, budget: Budget): Steps<Check> {
  const { target, dependent, definitions } = question;
  const known = new Map<string, number>();
  const standIn = (id: string, order: number, u: Expr): Expr => {
    const k = known.get(id) ?? known.size;
    known.set(id, k);
    return wave(k, order, u);
  };
  const replace = (e: Expr): Expr | null => {
    if (e.kind === 'sym') return dependent.has(e.id) ? standIn(e.id, 0, target) : null;
    // It stays as it is, even where a primed name stands in its index.
    if (same(e, target)) return target;
    const [order] = e.kind === 'apply' ? e.orders : [];
    if (e.kind !== 'apply' || typeof order !== 'number' || e.args.length > 1) return null;
    const [u] = e.args;
    return definitions.has(e.fn.id) ? null : standIn(e.fn.id, order, u ? filled(u) : target);
  };
  const filled = topDown(replace);
  return verifyInSteps(filled(f), target, filled(derivative), { definitions, budget });
}

/** Unknown functions of one argument as waves, each its own, and their derivatives as those of the waves. */
export function withWaves(definitions: Question['definitions']): (e: Expr) => Expr {
  const known = new Map<string, number>();
  const filled: (e: Expr) => Expr = topDown((e) => {
    if (e.kind !== 'apply' || definitions.has(e.fn.id)) return null;
    const [order] = e.orders;
    const [u, more] = e.args;
    if (typeof order !== 'number' || !u || more) return null;
    const k = known.get(e.fn.id) ?? known.size;
    known.set(e.fn.id, k);
    return wave(k, order, filled(u));
  });
  return filled;
}

/** Whether an expression has functions of one argument that nothing defines. */
export function hasUnknownFunctions(e: Expr, definitions: Question['definitions']): boolean {
  return someNode(e, (x) => x.kind === 'apply' && !definitions.has(x.fn.id));
}
