/** Tables with a line for every kind of node: a kind without its line does not compile. */
import type { Expr, Kind, OfKind } from '../expr.js';

export type ByKind<R, A extends readonly unknown[] = []> = {
  readonly [K in Kind]: (e: OfKind<K>, ...args: A) => R;
};

/** What the line of the node's own kind makes of it. */
export function byKind<R, A extends readonly unknown[]>(table: ByKind<R, A>, e: Expr, ...args: A): R {
  return (table[e.kind] as (e: Expr, ...args: A) => R)(e, ...args);
}
