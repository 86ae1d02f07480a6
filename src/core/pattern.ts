/** Matching trees with the patterns that rules and rows are written as. */
import { sameHead, same } from './equality.js';
import type { Expr } from './expr.js';
import { children } from './walk.js';

/** What the letters of a pattern stand for. */
export type Bindings = ReadonlyMap<string, Expr>;

/**
 * Matches a pattern against a tree: each symbol of the pattern is a metavariable, bound once. Sums and products of
 * a pattern match those with as many parts, in order: n-ary rules bring their own `apply`.
 */
export function match(
  pattern: Expr,
  e: Expr,
  bound: Map<string, Expr> = new Map(),
): Map<string, Expr> | null {
  if (pattern.kind === 'sym') {
    const known = bound.get(pattern.id);
    if (known) return same(known, e) ? bound : null;
    bound.set(pattern.id, e);
    return bound;
  }
  if (!sameHead(pattern, e)) return null;
  const [p, q] = [children(pattern), children(e)];
  if (p.length !== q.length) return null;
  for (let i = 0; i < p.length; i++) if (!match(p[i] as Expr, q[i] as Expr, bound)) return null;
  return bound;
}
