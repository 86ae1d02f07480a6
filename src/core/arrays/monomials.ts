/** Products as powers of their factors, and sums of such, for laws that compare, cancel and take out. */
import { same } from '../equality.js';
import { div, num, pow, type Div, type Expr } from '../expr.js';
import { plus, times } from '../fold.js';
import { Rational } from '../rational.js';
import { someNode } from '../walk.js';

export interface Factor {
  readonly base: Expr;
  readonly exponent: Rational;
}
/** q · ∏ base^exponent, each base once. */
export interface Monomial {
  readonly q: Rational;
  readonly factors: readonly Factor[];
}

export const hasDelta = (e: Expr): boolean => someNode(e, (x) => x.kind === 'delta');

/** The expression as one product; sums in it are factors as they are. */
export function monomialOf(e: Expr): Monomial {
  if (e.kind === 'num') return e.value.isZero ? ZERO_MONOMIAL : { q: e.value, factors: [] };
  if (e.kind === 'mul') return e.factors.map(monomialOf).reduce(multiplied);
  if (e.kind === 'div') return quotient(e);
  if (e.kind !== 'pow') return alone(e);
  const { exponent } = e;
  const isWhole = exponent.kind === 'num' && exponent.value.isInteger;
  return (isWhole ? raised(monomialOf(e.base), exponent.value) : null) ?? alone(e);
}
function quotient(e: Div): Monomial {
  const below = monomialOf(e.denom);
  return below.q.isZero ? alone(e) : multiplied(monomialOf(e.numer), inverted(below));
}
const alone = (base: Expr): Monomial => ({ q: Rational.ONE, factors: [{ base, exponent: Rational.ONE }] });
const ZERO_MONOMIAL: Monomial = { q: Rational.ZERO, factors: [] };

export function multiplied(a: Monomial, b: Monomial): Monomial {
  if (a.q.isZero || b.q.isZero) return ZERO_MONOMIAL;
  const factors = [...a.factors];
  for (const f of b.factors) {
    const at = factors.findIndex((g) => same(g.base, f.base));
    const known = factors[at];
    if (!known) factors.push(f);
    else factors[at] = { base: f.base, exponent: joined(f.base, known.exponent, f.exponent) };
  }
  return { q: a.q.mul(b.q), factors: factors.filter((f) => !f.exponent.isZero) };
}
/** An indicator is its own square. */
const joined = (base: Expr, a: Rational, b: Rational): Rational =>
  base.kind === 'delta' && a.sign > 0 && b.sign > 0 ? Rational.ONE : a.add(b);

function raised(m: Monomial, by: Rational): Monomial | null {
  const q = m.q.pow(Number(by.n));
  if (!q) return null;
  return { q, factors: m.factors.map((f) => ({ base: f.base, exponent: f.exponent.mul(by) })) };
}
const inverted = (m: Monomial): Monomial => ({
  q: m.q.inverse(),
  factors: m.factors.map((f) => ({ base: f.base, exponent: f.exponent.neg() })),
});

/** The product written out: what has a negative exponent stands below the bar. */
export function written({ q, factors }: Monomial): Expr {
  const above = factors.filter((f) => f.exponent.sign > 0).map((f) => power(f.base, f.exponent));
  const below = factors.filter((f) => f.exponent.sign < 0).map((f) => power(f.base, f.exponent.neg()));
  const denominators = q.isInteger ? below : [num(Rational.of(q.d)), ...below];
  const numer = times([num(Rational.of(q.n)), ...above]);
  return denominators.length === 0 ? numer : div(numer, times(denominators));
}
const power = (base: Expr, exponent: Rational): Expr => (exponent.isOne ? base : pow(base, num(exponent)));

/**
 * The terms of a sum. A bracket with an indicator in it is multiplied out, since what an indicator leaves of a sum is
 * seen term by term; any other bracket stays.
 */
export function termsOf(e: Expr, opens: (bracket: Expr) => boolean = hasDelta): readonly Monomial[] {
  if (e.kind === 'add') return e.terms.flatMap((t) => termsOf(t, opens));
  if (e.kind === 'mul' && e.factors.some((f) => opensIn(f, opens)))
    return e.factors.map((f) => termsOf(f, opens)).reduce(distributed);
  if (e.kind === 'div' && opensIn(e.numer, opens) && !monomialOf(e.denom).q.isZero) {
    const below = inverted(monomialOf(e.denom));
    return termsOf(e.numer, opens).map((t) => multiplied(t, below));
  }
  return [monomialOf(e)];
}
const opensIn = (e: Expr, opens: (bracket: Expr) => boolean): boolean =>
  (e.kind === 'add' && opens(e)) ||
  (e.kind === 'mul' && e.factors.some((f) => opensIn(f, opens))) ||
  (e.kind === 'div' && opensIn(e.numer, opens));
const distributed = (a: readonly Monomial[], b: readonly Monomial[]): readonly Monomial[] =>
  a.flatMap((x) => b.map((y) => multiplied(x, y)));

/** The sum written out, like terms together, and what is added before what is taken away. */
export function writtenSum(terms: readonly Monomial[]): Expr {
  const found = collected(terms);
  const [adds, takes] = [found.filter((t) => t.q.sign > 0), found.filter((t) => t.q.sign < 0)];
  const first = found[0];
  const order = first && first.q.sign < 0 ? [...adds, ...takes] : found;
  return plus(order.map(written));
}

/** Like terms added up; those that cancel go. */
export function collected(terms: readonly Monomial[]): readonly Monomial[] {
  const found: Monomial[] = [];
  for (const t of terms) {
    const at = found.findIndex((f) => sameFactors(f, t));
    const known = found[at];
    if (!known) found.push(t);
    else found[at] = { q: known.q.add(t.q), factors: known.factors };
  }
  return found.filter((t) => !t.q.isZero);
}
function sameFactors(a: Monomial, b: Monomial): boolean {
  return (
    a.factors.length === b.factors.length &&
    a.factors.every((f) => b.factors.some((g) => f.exponent.equals(g.exponent) && same(f.base, g.base)))
  );
}

/** The product of what all terms share; of powers the least, above the bar and below it. */
export function shared(terms: readonly Monomial[]): Monomial {
  const [first, ...rest] = terms;
  if (!first) return { q: Rational.ONE, factors: [] };
  const factors = first.factors.flatMap((f) => {
    const exponents = rest.map((t) => t.factors.find((g) => same(g.base, f.base))?.exponent ?? Rational.ZERO);
    const least = [f.exponent, ...exponents].reduce(nearerToZero);
    return least.isZero ? [] : [{ base: f.base, exponent: least }];
  });
  return { q: Rational.ONE, factors };
}
const nearerToZero = (a: Rational, b: Rational): Rational =>
  a.sign !== b.sign ? Rational.ZERO : a.abs().compare(b.abs()) <= 0 ? a : b;

/** What is left of a product when another one is taken out; null where that is not in it. */
export function without(m: Monomial, part: Monomial): Monomial | null {
  if (part.q.isZero) return null;
  const isIn = part.factors.every((f) => {
    const own = m.factors.find((g) => same(g.base, f.base));
    return own && own.exponent.sign === f.exponent.sign && own.exponent.abs().compare(f.exponent.abs()) >= 0;
  });
  return isIn ? multiplied(m, inverted(part)) : null;
}
export const isUnit = (m: Monomial): boolean => m.q.isOne && m.factors.length === 0;
