/** The real zeros of polynomials with any coefficients: by formulas to degree 2, in powers, and beside rational zeros. */
import { compile } from '../evaluate.js';
import { same } from '../equality.js';
import { add, div, MINUS_ONE, mul, neg, num, ONE, root, sqrt, sub, TWO, ZERO, type Expr } from '../expr.js';
import { isZero } from '../fold.js';
import { Rational } from '../rational.js';
import { canonical } from '../tidy/index.js';
import type { Polynomial } from './fractions.js';

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
const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** Rational zeros are divided out; what is left has to be of degree 2, or to have none. */
function ofRationals(p: Polynomial): Zeros {
  const numbers = p.map((c) => (c.kind === 'num' ? c.value : null));
  if (!numbers.every((n) => n !== null)) return null;
  const found: Expr[] = [];
  let rest = numbers;
  for (let r = rationalRoot(rest); r && rest.length > 3; r = rationalRoot(rest)) {
    found.push(num(r));
    rest = divided(rest, r);
  }
  if (rest.length <= 3) return allOf([found, polynomialRoots(rest.map((n) => num(n)))]);
  return hasRealRoot(rest) ? null : found;
}

const MOST_CANDIDATES = 400;

/** A root p/q: p divides the constant, q the leading coefficient. */
function rationalRoot(p: readonly Rational[]): Rational | null {
  const scale = p.reduce((m, c) => lcm(m, BigInt(c.d)), 1n);
  const whole = p.map((c) => BigInt(c.n) * (scale / BigInt(c.d)));
  const [last, first] = [whole[0] ?? 0n, whole[whole.length - 1] ?? 0n];
  for (const a of divisors(last))
    for (const b of divisors(first))
      for (const sign of [1n, -1n]) {
        const r = Rational.of(sign * a, b);
        if (valueAt(p, r).isZero) return r;
      }
  return null;
}
const lcm = (a: bigint, b: bigint): bigint => (a / gcdOf(a, b)) * b;
const gcdOf = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcdOf(b, a % b));
function divisors(n: bigint): bigint[] {
  const of = n < 0n ? -n : n;
  const found: bigint[] = [];
  for (let k = 1n; k <= of && k <= BigInt(MOST_CANDIDATES); k++) if (of % k === 0n) found.push(k);
  return found;
}
const valueAt = (p: readonly Rational[], x: Rational): Rational =>
  p.reduceRight((total, c) => total.mul(x).add(c), Rational.ZERO);
/** By x − r, which divides it. */
function divided(p: readonly Rational[], r: Rational): Rational[] {
  const out: Rational[] = [];
  let carry = Rational.ZERO;
  for (let k = p.length - 1; k > 0; k--) {
    carry = carry.mul(r).add(p[k] as Rational);
    out.unshift(carry);
  }
  return out;
}

/** By Sturm: the signs of the sequence of remainders change as often less at +∞ than at −∞ as there are roots. */
function hasRealRoot(p: readonly Rational[]): boolean {
  const chain: (readonly Rational[])[] = [p, derivative(p)];
  while ((chain[chain.length - 1] as readonly Rational[]).length > 1) {
    const [a, b] = chain.slice(-2) as [readonly Rational[], readonly Rational[]];
    const r = remainder(a, b);
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
const derivative = (p: readonly Rational[]): Rational[] =>
  p.slice(1).map((c, k) => c.mul(Rational.of(k + 1)));
function remainder(a: readonly Rational[], b: readonly Rational[]): Rational[] {
  const rest = [...a];
  const top = b[b.length - 1] as Rational;
  while (rest.length >= b.length) {
    const q = (rest[rest.length - 1] as Rational).div(top);
    const from = rest.length - b.length;
    b.forEach((c, k) => (rest[from + k] = (rest[from + k] as Rational).sub(q.mul(c))));
    while (rest.length > 0 && (rest[rest.length - 1] as Rational).isZero) rest.pop();
  }
  return rest;
}
