/** Equations of two sides. */
import type { Expr } from './expr.js';

/** The two sides that an expression says to be equal; null of a chain, of another relation and of what is none. */
export function equated(e: Expr): readonly [Expr, Expr] | null {
  if (e.kind !== 'relation' || e.ops.length !== 1 || e.ops[0] !== '=') return null;
  const [left, right] = e.sides;
  return left && right ? [left, right] : null;
}
