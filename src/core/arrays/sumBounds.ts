/** How far sums go: the n of Σ_{i=1}^n f(x_i) is how many entries x has, where numbers are put in for both. */
import { sym, type Binder, type Expr } from '../expr.js';
import { freshSymbol, openBody, someNode } from '../walk.js';
import { shapeOfValue, type Value } from './value.js';

/** The number of entries for each name that a sum in one of the expressions goes to, where it runs over given arrays. */
export function boundsIn(
  expressions: readonly Expr[],
  values: ReadonlyMap<string, Value>,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const e of expressions)
    someNode(e, (x) => {
      if (x.kind !== 'binder' || x.upper?.kind !== 'sym' || x.lower?.kind !== 'num') return false;
      const { id } = x.upper;
      const length = found.has(id) ? null : entriesOver(x, values);
      // Σ_{i=0}^n runs over the entries 0 … n.
      if (length !== null) found.set(id, length + x.lower.value.toNumber() - 1);
      return false;
    });
  return found;
}

/** How many entries the first array has that the index runs over. */
function entriesOver(e: Binder, values: ReadonlyMap<string, Value>): number | null {
  const index = freshSymbol(INDEX, [e]);
  let length: number | null = null;
  someNode(openBody(e, index).body, (x) => {
    if (x.kind !== 'component' || x.base.kind !== 'sym') return false;
    const place = x.indices.findIndex((i) => i.kind === 'sym' && i.id === index.id);
    const value = place < 0 ? undefined : values.get(x.base.id);
    length = value === undefined ? null : (shapeOfValue(value)[place] ?? null);
    return length !== null;
  });
  return length;
}
const INDEX = sym('i');
