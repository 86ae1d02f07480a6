/** x^{1/3} as notes mean it: the real root, of negative numbers too. */
import { div as divide, num, pow, root, type Expr } from '../expr.js';
import type { Rational } from '../rational.js';
import { bottomUp } from '../rewrite.js';

/** Powers to a fraction with an odd denominator as powers of a real root, and to what comes to a whole number as such. */
export function withRealPowers(e: Expr): Expr {
  return bottomUp((x) => (x.kind === 'pow' ? realPower(x.base, x.exponent, x) : x))(e);
}

function realPower(base: Expr, exponent: Expr, whole: Expr): Expr {
  const value = exactValue(exponent);
  if (value?.isInteger === true && exponent.kind !== 'num') return pow(base, num(value));
  if (!value || value.isInteger || BigInt(value.d) % 2n === 0n || base.kind === 'num') return whole;
  const of = root(base, num(value.d));
  if (value.n === 1n) return of;
  return value.n < 0n ? divide(num(1), pow(of, num(-value.n))) : pow(of, num(value.n));
}

/** The number that an expression of numbers alone is; null where it has a name in it. */
export function exactValue(e: Expr): Rational | null {
  if (e.kind === 'num') return e.value;
  if (e.kind === 'add') return folded(e.terms, (a, b) => a.add(b));
  if (e.kind === 'mul') return folded(e.factors, (a, b) => a.mul(b));
  if (e.kind !== 'div') return null;
  const [a, b] = [exactValue(e.numer), exactValue(e.denom)];
  return a && b && !b.isZero ? a.div(b) : null;
}

function folded(parts: readonly Expr[], join: (a: Rational, b: Rational) => Rational): Rational | null {
  let total: Rational | null = null;
  for (const [i, p] of parts.entries()) {
    const value = exactValue(p);
    if (!value) return null;
    total = i === 0 || !total ? value : join(total, value);
  }
  return total;
}
