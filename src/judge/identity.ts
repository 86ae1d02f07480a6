/** Identities between derivatives of named quantities, such as dz/dx = dz/dy · dy/dx, with a number or a sign too many. */
import { isOne, MINUS_ONE, product, same, someNode, sum, type Expr } from '../core/index.js';
import type { Link } from '../claims/notes/link.js';

/**
 * The right side without the numbers before its terms; null where there are none, or where they may be meant: the minus of
 * dy/dx = −(∂F/∂x)/(∂F/∂y), of an implicit function, and that of (∂p/∂T) = −(∂p/∂V)(∂V/∂T), where each holds another
 * quantity.
 */
export function withoutNumbers({ head, right }: Pick<Link, 'head' | 'right'>): Expr | null {
  const terms = right.kind === 'add' ? right.terms : [right];
  const plain = terms.map(withoutNumber);
  if (plain.every((e, i) => e === terms[i])) return null;
  if (
    terms.some(isNegative) &&
    (isPartial(head) || someNode(right, isPartial) || someNode(right, isQuotient))
  )
    return null;
  return plain.length === 1 ? (plain[0] ?? null) : sum(plain);
}

function withoutNumber(e: Expr): Expr {
  if (e.kind !== 'mul') return e;
  const others = e.factors.filter((f) => f.kind !== 'num');
  const isPlain = e.factors.every((f) => f.kind !== 'num' || isOne(f));
  return isPlain || others.length === 0 ? e : product(others);
}

const isNegative = (e: Expr): boolean =>
  e.kind === 'mul' && e.factors.some((f) => same(f, MINUS_ONE) || (f.kind === 'num' && f.value.sign < 0));
const isPartial = (e: Expr): boolean => e.kind === 'diff' && e.partial;
/** (dF/dx)/(dF/dy). */
const isQuotient = (e: Expr): boolean =>
  e.kind === 'div' && [e.numer, e.denom].every((side) => someNode(side, (x) => x.kind === 'diff'));
