/** A smaller expression that fails in the same way. */
import { ONE, product, sum, type Expr } from '../../../src/core/expr.js';
import { children, mapChildren } from '../../../src/core/walk.js';
import { X } from './random.js';

const MOST_TRIES = 2_000;

/** The smallest expression found for which `fails` holds, by putting parts in the place of wholes. */
export function shrink(e: Expr, fails: (e: Expr) => boolean): Expr {
  let [best, tries] = [e, 0];
  for (let smaller: Expr | undefined = e; smaller;) {
    best = smaller;
    smaller = reductions(best).find((c) => c.size < best.size && ++tries < MOST_TRIES && fails(c));
  }
  return best;
}

/** The expression with one subtree replaced by a part of it, by x or by 1; the largest cuts first. */
function reductions(e: Expr): Expr[] {
  const here: Expr[] = [...children(e).filter((c) => c.kind !== 'relation'), X, ONE];
  if (e.kind === 'add' || e.kind === 'mul') {
    const parts = children(e);
    if (parts.length > 2) parts.forEach((_, i) => here.push(without(e, i)));
  }
  const inside = children(e).flatMap((part, i) =>
    part.kind === 'relation' ? [] : reductions(part).map((r) => withPart(e, i, r)),
  );
  return [...here, ...inside].filter((c) => c.size < e.size).sort((a, b) => a.size - b.size);
}

function without(e: Expr, i: number): Expr {
  const kept = children(e).filter((_, j) => j !== i);
  return e.kind === 'add' ? sum(kept) : product(kept);
}
function withPart(e: Expr, i: number, part: Expr): Expr {
  let k = 0;
  return mapChildren(e, (c) => (k++ === i ? part : c));
}
