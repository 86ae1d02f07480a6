/** The entries of a vector as the vector: ŷ_k − y_k, for each k, as **ŷ** − **y**. */
import type { Expr, Sym } from '../expr.js';
import { topDown } from '../rewrite.js';
import { someNode } from '../walk.js';

/**
 * The vector whose entry at the index the expression is; null where it is more than multiples of vectors added up: a product of
 * two entries is no product of the vectors.
 */
export function asVector(e: Expr, index: Sym, names: ReadonlyMap<string, Sym>): Expr | null {
  if (!isLinear(e, index)) return null;
  return topDown((x) => {
    if (x.kind !== 'component' || x.base.kind !== 'sym' || !x.free.has(index.id)) return null;
    return names.get(x.base.id) ?? x.base;
  })(e);
}

/** Each term has one entry at the index, as a factor by itself, and nothing else of the index. */
function isLinear(e: Expr, index: Sym): boolean {
  const has = (x: Expr): boolean => x.free.has(index.id);
  if (e.kind === 'component')
    return e.indices.length === 1 && e.indices[0]?.kind === 'sym' && has(e) && e.base.kind === 'sym';
  if (e.kind === 'add') return e.terms.every((t) => isLinear(t, index));
  if (e.kind === 'div') return !has(e.denom) && isLinear(e.numer, index);
  if (e.kind !== 'mul') return false;
  const own = e.factors.filter(has);
  const [only] = own;
  return (
    own.length === 1 && only !== undefined && isLinear(only, index) && !someNode(e, (x) => x.kind === 'delta')
  );
}
