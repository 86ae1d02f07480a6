/** Entries that formulas give, at indices. */
import type { Expr } from '../expr.js';
import { substitute } from '../walk.js';
import type { Family } from './arrays.js';

/** The formula of a family at these indices; null for another number of them. */
export function entryOf(family: Family, indices: readonly Expr[]): Expr | null {
  if (indices.length !== family.indices.length) return null;
  return substitute(family.value, new Map(family.indices.map((s, i) => [s.id, indices[i] as Expr])));
}
