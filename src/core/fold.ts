/**
 * Constructors that do the trivial arithmetic a reader does at sight: 0 and 1 vanish, numbers multiply and stand in
 * front, nested sums and products are flattened. They keep the value wherever the unfolded form has one. Everything
 * else (like terms, common factors, fractions) is tidying, and is shown.
 */
import { same } from './equality.js';
import { div, num, ONE, pow, product, sharedNum, sum, ZERO, type Expr, type Num, type Pow } from './expr.js';
import { children, isSeries, withChildren } from './walk.js';
import { Rational } from './rational.js';

/**
 * The product, flattened: one number in front, letters and their powers next, the rest in the order given. A factor
 * one over something puts the others on top of it.
 */
export function times(factors: readonly Expr[]): Expr {
  if (!factors.some((f) => f.kind === 'div')) return flattened(factors);
  const under = factors.filter((f) => f.kind === 'div' && isOne(f.numer));
  const [only] = under;
  if (only?.kind !== 'div' || under.length > 1 || factors.length < 2 || factors.some(isOtherFraction))
    return flattened(factors);
  const top = flattened(factors.filter((f) => f !== only));
  const series = (top.kind === 'mul' ? top.factors : [top]).filter(isSeries);
  const [whole] = series;
  if (whole && series.length === 1) return beforeSeries(top, whole, only.denom);
  if (isOne(top) || isZero(top)) return flattened(factors);
  return withoutDenominator(top, only.denom) ?? withoutCommonNumber(top, only.denom);
}
/** x·(1/x) is 1 and x²·(1/x) is x; null where the denominator is no factor of what stands above. */
function withoutDenominator(top: Expr, denom: Expr): Expr | null {
  if (denom.kind !== 'sym' && denom.kind !== 'add' && denom.kind !== 'call') return null;
  const factors = top.kind === 'mul' ? top.factors : [top];
  const i = factors.findIndex(
    (f) => same(f, denom) || (f.kind === 'pow' && isWholePower(f) && same(f.base, denom)),
  );
  const found = factors[i];
  if (!found) return null;
  const left =
    found.kind === 'pow' && !same(found, denom) && found.exponent.kind === 'num'
      ? raised(found.base, num(found.exponent.value.sub(Rational.ONE)))
      : ONE;
  return flattened(factors.map((f, k) => (k === i ? left : f)));
}
const isWholePower = ({ exponent }: Pow): boolean =>
  exponent.kind === 'num' && exponent.value.isInteger && exponent.value.compare(Rational.ONE) > 0;
/** −(2/n)·Σ: what multiplies a series stands in front of it. */
function beforeSeries(top: Expr, series: Expr, denom: Expr): Expr {
  const others = top.kind === 'mul' ? top.factors.filter((f) => f !== series) : [];
  const [q, rest] = numberInFront(flattened(others));
  const factor = withoutCommonNumber(flattened([num(q.abs()), ...rest]), denom);
  return product([...(q.sign < 0 ? [num(-1)] : []), ...(isOne(factor) ? [] : [factor]), series]);
}
/** 2x/(2√u) is x/√u: a number in front above and below is divided out at once. */
function withoutCommonNumber(numer: Expr, denom: Expr): Expr {
  const [p, above] = numberInFront(numer);
  const [q, below] = numberInFront(denom);
  if (p.isOne || q.isOne || p.isZero || q.sign <= 0 || !p.isInteger || !q.isInteger) return div(numer, denom);
  const ratio = p.div(q);
  if (ratio.isInteger)
    return below.length === 0
      ? times([num(ratio), ...above])
      : div(times([num(ratio), ...above]), product(below));
  if (ratio.inverse().isInteger)
    return div(
      times([num(Rational.of(ratio.sign)), ...above]),
      times([num(ratio.inverse().abs()), ...below]),
    );
  return div(numer, denom);
}
function numberInFront(e: Expr): [Rational, readonly Expr[]] {
  if (e.kind === 'num' && e.written === null) return [e.value, []];
  const first = e.kind === 'mul' ? e.factors[0] : undefined;
  return e.kind === 'mul' && first?.kind === 'num' && first.written === null
    ? [first.value, e.factors.slice(1)]
    : [Rational.ONE, [e]];
}

const isOtherFraction = (f: Expr): boolean =>
  (f.kind === 'div' && !isOne(f.numer)) || (f.kind === 'mul' && f.factors.some((g) => g.kind === 'div'));

function flattened(factors: readonly Expr[]): Expr {
  let coefficient = Rational.ONE;
  let written: string | null = null;
  const [letters, rest]: [Expr[], Expr[]] = [[], []];
  const fractions: Expr[] = [];
  let numbers = 0;
  const visit = (f: Expr): void => {
    if (f.kind === 'mul') f.factors.forEach(visit);
    else if (f.kind === 'num') {
      coefficient = coefficient.mul(f.value);
      written = numbers++ === 0 || coefficient.equals(f.value) ? f.written : null;
    } else if (fractions.length === 0 && isNumberFraction(f)) fractions.push(f);
    else (isLetter(f) ? letters : rest).push(f);
  };
  factors.forEach(visit);
  if (coefficient.isZero) return ZERO;
  const parts = [...together(letters), ...(rest.length > MOST_FUNCTIONS ? rest : together(rest))];
  parts.unshift(...fractions);
  if (!coefficient.isOne || parts.length === 0) parts.unshift(decimal(coefficient, factors, written));
  return product(parts);
}

/** 7/3, which stands in front as a number does. */
const isNumberFraction = (f: Expr): boolean =>
  f.kind === 'div' && f.numer.kind === 'num' && f.denom.kind === 'num';

/** Functions are looked through for equal ones in products of no more factors. */
const MOST_FUNCTIONS = 12;

/** x·x² is x³: powers of one letter or function with whole positive exponents, each where its first stands. */
function together(letters: readonly Expr[]): readonly Expr[] {
  if (letters.length < 2) return letters;
  const out: { base: Expr; exponent: Rational | null; e: Expr }[] = [];
  for (const e of letters) {
    const [base, exponent] = powerOf(e);
    const known = exponent === null ? undefined : out.find((o) => o.exponent !== null && same(o.base, base));
    if (!known || known.exponent === null || exponent === null) out.push({ base, exponent, e });
    else {
      known.exponent = known.exponent.add(exponent);
      known.e = pow(base, sharedNum(known.exponent));
    }
  }
  return out.map((o) => o.e);
}
/** The letter or function and its whole positive exponent; null for any other. Exponentials have laws of their own. */
function powerOf(e: Expr): [Expr, Rational | null] {
  if (e.kind !== 'pow')
    return [e, isLetter(e) || (e.kind === 'call' && e.fn !== 'exp') ? Rational.ONE : null];
  const { base, exponent } = e;
  const isOfOne = isLetter(base) || (base.kind === 'call' && base.fn !== 'exp');
  return isOfOne && exponent.kind === 'num' && exponent.value.isInteger && exponent.value.sign > 0
    ? [base, exponent.value]
    : [e, null];
}

/**
 * The sum, flattened, without zeros; numbers are added up where the last of them stands, unless there are multiples
 * of one letter to be added up too: 1 − x + 1 + x stays, to be collected in a step of its own.
 */
export function plus(terms: readonly Expr[]): Expr {
  const flat = flatTerms(terms).filter((t) => !isZero(t));
  const numbers = flat.filter((t): t is Num => t.kind === 'num');
  if (numbers.length === 0 || (numbers.length > 1 && hasLikeLetters(flat))) return sum(flat);
  const total =
    numbers.length === 1
      ? (numbers[0] as Num)
      : decimal(
          numbers.reduce((s, n) => s.add(n.value), Rational.ZERO),
          numbers,
          null,
        );
  const last = flat.lastIndexOf(numbers[numbers.length - 1] as Expr);
  const added = flat.flatMap((t, i) => (i === last ? total : t.kind === 'num' ? [] : t));
  return sum(isZero(total) ? added.filter((t) => t !== total) : added);
}

/** Whether two terms are multiples of the same letter or power of one. */
function hasLikeLetters(terms: readonly Expr[]): boolean {
  if (terms.length > MOST_AT_SIGHT) return false;
  const letters = terms.map(letterIn).filter((e) => e !== null);
  return letters.some((a, i) => letters.slice(0, i).some((b) => same(a, b)));
}
const MOST_AT_SIGHT = 8;

/** The letter, or power of one, of which a term is a multiple; null for any other term. */
function letterIn(t: Expr): Expr | null {
  const [count, e] = t.kind === 'mul' && t.factors.length === 2 ? t.factors : [ONE, t];
  return count?.kind === 'num' && e && e.kind !== 'const' && isLetter(e) ? e : null;
}

const flatTerms = (terms: readonly Expr[]): readonly Expr[] =>
  terms.some((t) => t.kind === 'add')
    ? terms.flatMap((t) => (t.kind === 'add' ? flatTerms(t.terms) : t))
    : terms;

/** base^exponent with whole powers of numbers worked out, and exponents 0 and 1 done away with. */
export function raised(base: Expr, exponent: Expr): Expr {
  if (exponent.kind !== 'num') return pow(base, exponent);
  if (exponent.value.isOne) return base;
  if (exponent.value.isZero) return ONE;
  if (base.kind === 'num' && exponent.value.isInteger) {
    const value = base.value.pow(Number(exponent.value.n));
    if (value && value.isInteger && String(value.n).length <= 12) return sharedNum(value);
  }
  return pow(base, exponent);
}

/** numer/denom without a denominator 1; 0 over anything is 0. */
export function over(numer: Expr, denom: Expr): Expr {
  if (isZero(numer)) return ZERO;
  if (isOne(denom)) return numer;
  if (numer.kind === 'num' && denom.kind === 'num' && !denom.value.isZero) {
    return decimal(numer.value.div(denom.value), [numer, denom], null);
  }
  const [first, ...others] = numer.kind === 'mul' ? numer.factors : [];
  if (first?.kind === 'num' && denom.kind === 'num' && !denom.value.isZero) {
    const ratio = first.value.div(denom.value);
    if (ratio.isInteger) return times([decimal(ratio, [first, denom], null), ...others]);
  }
  return div(numer, denom);
}

/** The node over folded children, built with the folding constructors. */
export function refold(e: Expr, parts: readonly Expr[]): Expr {
  const [a, b] = parts;
  if (e.kind === 'add') return plus(parts);
  if (e.kind === 'mul') return times(parts);
  if (e.kind === 'div') return over(a as Expr, b as Expr);
  if (e.kind === 'pow') return raised(a as Expr, b as Expr);
  if (e.kind === 'call' && e.fn === 'ln' && a && isE(a)) return ONE;
  return withChildren(e, parts);
}

/**
 * A template filled in: `leaf` gives what stands for a node of it (a letter, a pending derivative) or null to go
 * on into its parts, which are put together again by folding.
 */
export function fill(template: Expr, leaf: (e: Expr) => Expr | null): Expr {
  const value = leaf(template);
  if (value) return value;
  const parts = children(template);
  return parts.length === 0
    ? template
    : refold(
        template,
        parts.map((p) => fill(p, leaf)),
      );
}

export const isZero = (e: Expr): boolean => e.kind === 'num' && e.value.isZero;
export const isOne = (e: Expr): boolean => e.kind === 'num' && e.value.isOne;
const isE = (e: Expr): boolean => e.kind === 'const' && e.name === 'e';

/** Letters and their numeric powers, which are written before functions. */
function isLetter(e: Expr): boolean {
  if (e.kind === 'pow') return isLetter(e.base) && (e.exponent.kind === 'num' || e.exponent.kind === 'sym');
  if (e.kind === 'apply') return e.args.length === 0;
  return e.kind === 'sym' || e.kind === 'component' || e.kind === 'const';
}

/** A number as the author would write it: decimals stay decimals where one of its sources was one. */
function decimal(value: Rational, sources: readonly Expr[], written: string | null): Num {
  if (written !== null) return num(value, written);
  return !value.isInteger && sources.some(hasDecimal) ? num(value, value.toDecimal()) : sharedNum(value);
}
function hasDecimal(e: Expr): boolean {
  return e.kind === 'num'
    ? e.written !== null
    : e.kind === 'mul' && e.factors[0]?.kind === 'num' && e.factors[0].written !== null;
}
