/** The n-th derivatives of what has an end to them: polynomials, 0 beyond their degree. */
import type { Steps } from '../../steps.js';
import { same } from '../equality.js';
import { num, piecewise, relation, ZERO, type Branch, type Expr } from '../expr.js';
import { isZero } from '../fold.js';
import type { NthScope } from './nthScope.js';

/** A polynomial’s derivatives one by one, n ≥ 1; null for what is none, or of a high degree. */
export function* polynomialByOrder(p: Expr, n: Expr, scope: NthScope): Steps<Expr | null> {
  const derivatives = isPolynomial(p, scope) ? yield* untilZero(p, scope) : null;
  if (!derivatives) return null;
  const branches = derivatives
    .slice(1)
    .map((value, k) => ({ value, condition: relation(['='], [n, num(k + 1)]) }));
  return endingAfter(branches, n, num(branches.length));
}

/** Whether it is written as a polynomial in the target. */
export function isPolynomial(e: Expr, scope: NthScope): boolean {
  if (!scope.varies(e) || same(e, scope.target)) return true;
  if (e.kind === 'add') return e.terms.every((t) => isPolynomial(t, scope));
  if (e.kind === 'mul') return e.factors.every((f) => isPolynomial(f, scope));
  if (e.kind === 'div') return !scope.varies(e.denom) && isPolynomial(e.numer, scope);
  if (e.kind !== 'pow' || e.exponent.kind !== 'num') return false;
  return e.exponent.value.isInteger && e.exponent.value.sign >= 0 && isPolynomial(e.base, scope);
}

/** p, p′, p″, … as long as they are not 0; null where they do not end soon. */
export function* untilZero(p: Expr, scope: NthScope): Steps<Expr[] | null> {
  const found: Expr[] = [];
  for (let d = p; !isZero(d); d = yield* scope.derivative(d))
    if (found.push(d) > MOST_DERIVATIVES) return null;
  return found;
}
const MOST_DERIVATIVES = 7;

/** The values by order, and 0 beyond the last. */
export const endingAfter = (branches: readonly Branch[], n: Expr, last: Expr): Expr =>
  piecewise([...branches, { value: ZERO, condition: relation(['>'], [n, last]) }]);
