/** Multiples of vectors that are written out: (1, 1)/√2 and 2(x, y) as lists of their entries. */
import { div, matrix, product, tuple, type Expr, type Matrix, type Tuple } from '../core/index.js';

/** A list or matrix as it is, a multiple of one with the factor in each entry; null for anything else. */
export function multiplied(e: Expr): Tuple | Matrix | null {
  if (isList(e)) return e;
  if (e.kind === 'div') return entrywise(multiplied(e.numer), (x) => div(x, e.denom));
  if (e.kind !== 'mul') return null;
  const [list, more] = e.factors.filter((f) => multiplied(f) !== null);
  if (!list || more) return null;
  const rest = e.factors.filter((f) => f !== list);
  return entrywise(multiplied(list), (x) => product([...rest, x]));
}
const isList = (e: Expr): e is Tuple | Matrix => e.kind === 'tuple' || e.kind === 'matrix';

function entrywise(list: Tuple | Matrix | null, of: (entry: Expr) => Expr): Tuple | Matrix | null {
  if (list === null) return null;
  return list.kind === 'tuple' ? tuple(list.items.map(of)) : matrix(list.rows.map((row) => row.map(of)));
}
