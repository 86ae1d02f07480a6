/** Quotients of polynomials in one letter, their coefficients any expressions without it. */
import { ONE, ZERO, type Expr } from '../expr.js';
import { isZero, plus, times } from '../fold.js';
import { canonical } from '../tidy/index.js';

/** Coefficients by degree, from that of degree 0 up. */
export type Polynomial = readonly Expr[];
export interface Fraction {
  readonly numer: Polynomial;
  readonly denom: Polynomial;
}

const MOST_DEGREE = 12;

/** The expression as a quotient of polynomials in the letter; null where it is none, or of too high a degree. */
export function fractionIn(e: Expr, letter: string): Fraction | null {
  const f = fractionOf(e, letter);
  return f && { numer: tidied(f.numer), denom: tidied(f.denom) };
}

function fractionOf(e: Expr, letter: string): Fraction | null {
  if (!e.free.has(letter)) return whole([e]);
  if (e.kind === 'sym') return whole([ZERO, ONE]);
  if (e.kind === 'add') return folded(e.terms, letter, sumOf);
  if (e.kind === 'mul') return folded(e.factors, letter, productOf);
  if (e.kind === 'div') {
    const [a, b] = [fractionOf(e.numer, letter), fractionOf(e.denom, letter)];
    return a && b && productOf(a, { numer: b.denom, denom: b.numer });
  }
  return e.kind === 'pow' && e.exponent.kind === 'num' && e.exponent.value.isInteger
    ? power(fractionOf(e.base, letter), e.exponent.value.toNumber())
    : null;
}

const whole = (numer: Polynomial): Fraction => ({ numer, denom: [ONE] });

function folded(
  parts: readonly Expr[],
  letter: string,
  join: (a: Fraction, b: Fraction) => Fraction | null,
): Fraction | null {
  let total: Fraction | null = null;
  for (const [i, p] of parts.entries()) {
    const next = fractionOf(p, letter);
    total = i === 0 || !total || !next ? next : join(total, next);
    if (!total) return null;
  }
  return total;
}

const isWhole = ({ denom }: Fraction): boolean => denom.length === 1 && denom[0] === ONE;

function sumOf(a: Fraction, b: Fraction): Fraction | null {
  if (isWhole(a) && isWhole(b)) return whole(added(a.numer, b.numer));
  const [left, right, denom] = [
    multiplied(a.numer, b.denom),
    multiplied(b.numer, a.denom),
    multiplied(a.denom, b.denom),
  ];
  return left && right && denom && { numer: added(left, right), denom };
}
function productOf(a: Fraction, b: Fraction): Fraction | null {
  const [numer, denom] = [multiplied(a.numer, b.numer), multiplied(a.denom, b.denom)];
  return numer && denom && { numer, denom };
}

function power(base: Fraction | null, n: number): Fraction | null {
  if (!base || Math.abs(n) > MOST_DEGREE) return null;
  const of = n < 0 ? { numer: base.denom, denom: base.numer } : base;
  let total: Fraction | null = whole([ONE]);
  for (let i = 0; i < Math.abs(n) && total; i++) total = productOf(total, of);
  return total;
}

const added = (a: Polynomial, b: Polynomial): Polynomial =>
  Array.from({ length: Math.max(a.length, b.length) }, (_, i) => plus([a[i] ?? ZERO, b[i] ?? ZERO]));

function multiplied(a: Polynomial, b: Polynomial): Polynomial | null {
  if (a.length + b.length - 2 > MOST_DEGREE) return null;
  const total: Expr[] = Array.from({ length: a.length + b.length - 1 }, () => ZERO);
  a.forEach((x, i) => {
    b.forEach((y, j) => {
      total[i + j] = plus([total[i + j] as Expr, times([x, y])]);
    });
  });
  return total;
}

/** Each coefficient in canonical form, without those at the top that are 0. */
function tidied(p: Polynomial): Polynomial {
  const found = p.map(canonical);
  while (found.length > 0 && isZero(found[found.length - 1] as Expr)) found.pop();
  return found;
}
