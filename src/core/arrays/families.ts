/** Entries that formulas give, at indices. */
import type { Expr } from '../expr.js';
import { topDown } from '../rewrite.js';
import { substitute } from '../walk.js';
import type { Family } from './arrays.js';

/** The name under which the entries of an array are looked up: z, or softmax(z); null for what has no name. */
export function familyKey(base: Expr): string | null {
  if (base.kind === 'sym') return base.id;
  const [only, more] = base.kind === 'call' ? base.args : [];
  return base.kind === 'call' && only?.kind === 'sym' && !more ? `${base.fn}(${only.id})` : null;
}

/** The formula of a family at these indices; null for another number of them. */
export function entryOf(family: Family, indices: readonly Expr[]): Expr | null {
  if (indices.length !== family.indices.length) return null;
  return substitute(family.value, new Map(family.indices.map((s, i) => [s.id, indices[i] as Expr])));
}

/** Entries in an expression as what they are given by. */
export const withoutEntries = (e: Expr, families: ReadonlyMap<string, Family>): Expr =>
  topDown((x) => {
    const family = x.kind === 'component' ? families.get(familyKey(x.base) ?? '') : undefined;
    return x.kind === 'component' && family ? entryOf(family, x.indices) : null;
  })(e);
