/** Equality of expression trees, up to the order of terms and factors and the names of bound indices. */
import type { Expr, Order } from './expr.js';
import type { Head } from './kinds/description.js';
import { described } from './kinds/index.js';

/** Equal trees, up to the order of terms and factors and the names of bound indices. */
export function same(a: Expr, b: Expr): boolean {
  if (a === b) return true;
  if (a.hash !== b.hash || a.size !== b.size || !sameHead(a, b)) return false;
  const kind = described(a);
  return (kind.commutative ? sameBag : sameList)(kind.children(a), kind.children(b));
}

/** Whether the two nodes agree in all but their children. */
export function sameHead(a: Expr, b: Expr): boolean {
  if (a.kind !== b.kind) return false;
  const { head } = described(a);
  const [p, q] = [head(a), head(b)];
  return p === q || (p.length === q.length && p.every((x, i) => samePart(x, q[i])));
}

function samePart(x: Head[number], y: Head[number] | undefined): boolean {
  return typeof x === 'object' ? typeof y === 'object' && sameOrders(x, y) : x === y;
}

/** Whether the two lists are equal, entry by entry. */
export function sameList(a: readonly Expr[], b: readonly Expr[]): boolean {
  return a.length === b.length && a.every((x, i) => same(x, b[i] as Expr));
}

function sameOrders(a: readonly Order[], b: readonly Order[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((x, i) => {
    const y = b[i] as Order;
    return typeof x === 'number' || typeof y === 'number' ? x === y : same(x, y);
  });
}

function sameBag(a: readonly Expr[], b: readonly Expr[]): boolean {
  if (a.length !== b.length) return false;
  if (a.every((x, i) => same(x, b[i] as Expr))) return true;
  const byHash = new Map<number, Expr[]>();
  for (const x of b) byHash.set(x.hash, [...(byHash.get(x.hash) ?? []), x]);
  for (const x of a) {
    const bucket = byHash.get(x.hash);
    const i = bucket ? bucket.findIndex((y) => same(x, y)) : -1;
    if (!bucket || i < 0) return false;
    bucket.splice(i, 1);
  }
  return true;
}
