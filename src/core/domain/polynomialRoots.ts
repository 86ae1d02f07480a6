/** The real zeros of polynomials with any coefficients: by formulas to degree 2, in powers, and beside rational zeros. */
import { compile } from '../evaluate.js';
import { same } from '../equality.js';
import { add, div, MINUS_ONE, mul, neg, num, ONE, root, sqrt, sub, TWO, ZERO, type Expr } from '../expr.js';
import { isZero } from '../fold.js';
import { divide, rationalRoots, valueAt, type Polynomial as Rationals } from '../polynomial.js';
import { Rational } from '../rational.js';
import { canonical } from '../tidy/index.js';
import type { Polynomial } from './fractions.js';
import { gcd } from '../integers.js';

/** Zeros, each once; null where they are not known. */
export type Zeros = readonly Expr[] | null;

/** The zeros of several together, each once. */
export function allOf(several: readonly Zeros[]): Zeros {
  const found: Expr[] = [];
  for (const zeros of several) {
    if (!zeros) return null;
    for (const z of zeros) if (!found.some((f) => same(f, z))) found.push(z);
  }
  return found;
}

/** The value of an expression without letters; null for one with some. */
export const numberOf = (e: Expr): number | null => (e.free.size === 0 ? compile(e, [])() : null);

/** The real zeros of a polynomial; null where they are real and no expression for them is known. */
export function polynomialRoots(p: Polynomial): Zeros {
  const [c = ZERO, b = ZERO, a = ZERO] = p;
  if (p.length <= 1) return [];
  if (isZero(c)) return allOf([[ZERO], polynomialRoots(p.slice(1))]);
  if (p.length === 2) return [canonical(neg(div(c, b)))];
  if (p.length === 3) return ofQuadratic(a, b, c);
  return ofPowers(p) ?? ofRationals(p);
}

function ofQuadratic(a: Expr, b: Expr, c: Expr): readonly Expr[] {
  const inside = canonical(sub(mul(b, b), mul(num(4), a, c)));
  const value = numberOf(inside);
  if (value !== null && value < 0) return [];
  const double = mul(TWO, a);
  if (isZero(inside)) return [canonical(neg(div(b, double)))];
  return [MINUS_ONE, ONE].map((s) => canonical(div(add(neg(b), mul(s, sqrt(inside))), double)));
}

/** axⁿ + c, and polynomials in a power of the letter. */
function ofPowers(p: Polynomial): Zeros {
  const used = p.flatMap((c, k) => (k > 0 && !isZero(c) ? [k] : []));
  const n = used.reduce(gcd);
  if (n === 1) return null;
  const inner = polynomialRoots(p.filter((_, k) => k % n === 0));
  return inner && allOf(inner.map((v) => rootsOfPower(v, n)));
}
function rootsOfPower(value: Expr, n: number): Zeros {
  const within = numberOf(value);
  if (n % 2 !== 0) return [canonical(root(value, num(n)))];
  if (within !== null && within < 0) return [];
  const positive = canonical(root(value, num(n)));
  return isZero(positive) ? [ZERO] : [canonical(neg(positive)), positive];
}

/** Rational zeros are divided out; what is left has to be of degree 2, or to have none. */
function ofRationals(p: Polynomial): Zeros {
  const numbers = p.map((c) => (c.kind === 'num' ? c.value : null));
  if (!numbers.every((n) => n !== null)) return null;
  const roots = rationalRoots(numbers);
  let rest: Rationals = numbers;
  for (const r of roots)
    while (rest.length > 1 && valueAt(rest, r).isZero) rest = divide(rest, [r.neg(), Rational.ONE])[0];
  const found = roots.map((r) => num(r));
  if (rest.length <= 3) return allOf([found, polynomialRoots(rest.map((n) => num(n)))]);
  return hasRealRoot(rest) ? null : found;
}

/** By Sturm: the signs of the sequence of remainders change as often less at +∞ than at −∞ as there are roots. */
function hasRealRoot(p: Rationals): boolean {
  const chain: Rationals[] = [p, derivative(p)];
  while ((chain[chain.length - 1] as Rationals).length > 1) {
    const [a, b] = chain.slice(-2) as [Rationals, Rationals];
    const r = divide(a, b)[1];
    if (r.length === 0) break;
    chain.push(r.map((c) => c.neg()));
  }
  const changes = (side: 1 | -1): number => {
    const signs = chain.map((q) => {
      const top = q[q.length - 1]?.sign ?? 0;
      return side === 1 || q.length % 2 !== 0 ? top : -top;
    });
    return signs.filter((s, i) => i > 0 && s !== signs[i - 1]).length;
  };
  return changes(-1) > changes(1);
}
const derivative = (p: Rationals): Rational[] => p.slice(1).map((c, k) => c.mul(Rational.of(k + 1)));
