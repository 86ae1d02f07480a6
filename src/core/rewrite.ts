/** Walks that rewrite a tree: each distinct node is done once, and what does not change stays the same object. */
import { same } from './equality.js';
import { type Expr } from './expr.js';
import { mapChildren } from './walk.js';

/** Trees rewritten from the leaves up: `f` sees each node over children that are done. What it makes is not looked into. */
export function bottomUp(f: (x: Expr) => Expr): (e: Expr) => Expr {
  return topDown((x, go) => f(mapChildren(x, go)));
}

/**
 * Trees rewritten from the root down: what `f` makes of a node stands for it and is not looked into; where that is
 * null, the node stays and the walk goes on in its children. `go` is the walk, for parts that `f` keeps.
 */
export function topDown(f: (x: Expr, go: (part: Expr) => Expr) => Expr | null): (e: Expr) => Expr {
  const done = new Map<Expr, Expr>();
  const go = (x: Expr): Expr => {
    const known = done.get(x);
    if (known) return known;
    const made = f(x, go) ?? mapChildren(x, go);
    done.set(x, made);
    return made;
  };
  return go;
}

/** Every occurrence of `what` replaced by `by`, each distinct subtree looked at once; the tree itself where there is none. */
export function replaceAll(e: Expr, what: Expr, by: Expr): Expr {
  return topDown((x) => (x.size < what.size ? x : same(x, what) ? by : null))(e);
}
