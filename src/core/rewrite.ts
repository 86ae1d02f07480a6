/** Putting one subtree in the place of another. */
import { mapChildren, same, type Expr } from './expr.js';

/** Every occurrence of `what` replaced by `by`, each distinct subtree looked at once; the tree itself where there is none. */
export function replaceAll(e: Expr, what: Expr, by: Expr): Expr {
  const memo = new Map<Expr, Expr>();
  const go = (x: Expr): Expr => {
    if (x.size < what.size) return x;
    if (same(x, what)) return by;
    const known = memo.get(x);
    if (known) return known;
    const made = mapChildren(x, go);
    memo.set(x, made);
    return made;
  };
  return go(e);
}
