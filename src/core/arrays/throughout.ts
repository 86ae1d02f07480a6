/** Rewriting what stands under binders, with their names opened. */
import { ZERO, type Binder, type Expr } from '../expr.js';
import { isZero, refold } from '../fold.js';
import { binder, children, openBody } from '../walk.js';
import { freshIndex } from './indices.js';

/** The function on every node from the leaves up; what stands under a binder has a name of its own for the index meanwhile. */
export function throughout(e: Expr, f: (e: Expr) => Expr): Expr {
  const done = new Map<Expr, Expr>();
  const go = (x: Expr): Expr => {
    const seen = done.get(x);
    if (seen) return seen;
    const made = f(x.kind === 'binder' ? under(x, go) : refolded(x, go));
    done.set(x, made);
    return made;
  };
  return go(e);
}
/** The node over what its parts become, where 0 and 1 vanish at sight. */
function refolded(x: Expr, go: (e: Expr) => Expr): Expr {
  const parts = children(x);
  const made = parts.map(go);
  return made.every((p, i) => p === parts[i]) ? x : refold(x, made);
}
function under(b: Binder, go: (e: Expr) => Expr): Expr {
  const index = freshIndex(b.hint, [b]);
  const { body, condition } = openBody(b, index);
  const made = go(body);
  return made === body
    ? b
    : isZero(made) && b.op === 'sum'
      ? ZERO
      : binder(b.op, index, { lower: b.lower, upper: b.upper, condition }, made);
}
