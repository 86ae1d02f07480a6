/** Multiples and products of vectors that are written out, (1, 1)/√2 and (t, 1, 0) × (0, t, 1), by their entries. */
import { div, matrix, product, sub, sum, tuple, type Expr, type Matrix, type Tuple } from '../core/index.js';

/**
 * A list or matrix as it is, a multiple of one with the factor in each entry, the cross product of two lists of three;
 * null for anything else. `given` says what a name stands for.
 */
export function writtenOut(e: Expr, given: (name: Expr) => Expr | null = () => null): Tuple | Matrix | null {
  const list = isList(e) ? e : given(e);
  if (list !== null && isList(list)) return list;
  if (e.kind === 'div') return entrywise(writtenOut(e.numer, given), (x) => div(x, e.denom));
  if (e.kind === 'call') return e.fn === 'cross' ? crossOf(e.args.map((a) => writtenOut(a, given))) : null;
  if (e.kind !== 'mul') return null;
  const [only, more] = e.factors.filter((f) => writtenOut(f, given) !== null);
  if (!only || more) return null;
  const rest = e.factors.filter((f) => f !== only);
  return entrywise(writtenOut(only, given), (x) => product([...rest, x]));
}
const isList = (e: Expr): e is Tuple | Matrix => e.kind === 'tuple' || e.kind === 'matrix';

/** The dot product of two lists of one length, as a sum; null for anything else. */
export function dotWrittenOut(e: Expr, given: (name: Expr) => Expr | null): Expr | null {
  if (e.kind !== 'call' || (e.fn !== 'dot' && e.fn !== 'inner')) return null;
  const [a, b] = e.args.map((arg) => entriesOf(writtenOut(arg, given)));
  return a && b && a.length === b.length ? sum(a.map((x, i) => product([x, b[i] as Expr]))) : null;
}

function entrywise(list: Tuple | Matrix | null, of: (entry: Expr) => Expr): Tuple | Matrix | null {
  if (list === null) return null;
  return list.kind === 'tuple' ? tuple(list.items.map(of)) : matrix(list.rows.map((row) => row.map(of)));
}

/** (a_2 b_3 − a_3 b_2, a_3 b_1 − a_1 b_3, a_1 b_2 − a_2 b_1). */
function crossOf(factors: readonly (Tuple | Matrix | null)[]): Tuple | null {
  const [a, b] = factors.map(entriesOf);
  if (a?.length !== 3 || b?.length !== 3) return null;
  const at = (list: readonly Expr[], i: number): Expr => list[i % 3] as Expr;
  return tuple(
    [1, 2, 3].map((i) => sub(product([at(a, i), at(b, i + 1)]), product([at(a, i + 1), at(b, i)]))),
  );
}

/** Of a list or a column. */
function entriesOf(list: Tuple | Matrix | null): readonly Expr[] | null {
  if (list === null || list.kind === 'tuple') return list && list.items;
  return list.rows.every((row) => row.length === 1) ? list.rows.flat() : null;
}
