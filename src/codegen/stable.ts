/** Forms that keep their digits, and do not overflow, where the plain ones do. Each has the value of what it replaces. */
import {
  add,
  bottomUp,
  call,
  div,
  exp,
  isOne,
  mul,
  neg,
  num,
  ONE,
  plus,
  pow,
  product,
  same,
  sum,
  times,
  TWO,
  type Add,
  type Div,
  type Expr,
} from '../core/index.js';

/** The expression with stable forms wherever one is known; shared subtrees stay shared. */
export function stable(e: Expr): Expr {
  return bottomUp(better)(e);
}

function better(e: Expr): Expr {
  if (e.kind === 'call' && e.fn === 'ln' && e.args[0]) return logarithm(e.args[0]) ?? e;
  if (e.kind === 'add') return difference(e) ?? e;
  return e.kind === 'div' ? (shares(e) ?? e) : e;
}

/** ln(1 + e^v) is softplus, ln Σe^a its largest exponent and the rest, ln(1 + u) is log1p u. */
function logarithm(u: Expr): Expr | null {
  if (u.kind !== 'add') return null;
  const exponents = exponentsOf(u);
  const [a, b] = exponents ?? [];
  if (exponents && a && b) {
    const rest = exponents.find((x) => !isZeroNumber(x));
    if (exponents.length === 2 && exponents.some(isZeroNumber) && rest) return call('softplus', rest);
    const most = call('max', ...exponents);
    return add(most, call('ln', sum(exponents.map((x) => exp(minus(x, most))))));
  }
  const others = u.terms.filter((t) => !isOne(t));
  return others.length === u.terms.length - 1 ? call('log1p', sum(others)) : null;
}

/** 1 − σ(u) is σ(−u), 1 − tanh² u is 1/cosh² u, e^u − 1 is expm1 u, 1 − cos u is 2 sin²(u/2). */
function difference(e: Add): Expr | null {
  if (e.terms.length !== 2) return null;
  const [a, b] = e.terms as readonly [Expr, Expr];
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const taken = positive(other);
    if (isOne(one) && taken) {
      if (taken.kind === 'call' && taken.fn === 'sigmoid' && taken.args[0])
        return call('sigmoid', neg(taken.args[0]));
      if (isSquareOf(taken, 'tanh')) return div(ONE, pow(call('cosh', argumentOf(taken)), TWO));
      if (taken.kind === 'call' && taken.fn === 'exp' && taken.args[0])
        return neg(call('expm1', taken.args[0]));
      if (taken.kind === 'call' && taken.fn === 'cos' && taken.args[0])
        return mul(TWO, pow(call('sin', div(taken.args[0], TWO)), TWO));
    }
    if (
      one.kind === 'num' &&
      one.value.equals(num(-1).value) &&
      other.kind === 'call' &&
      other.fn === 'exp' &&
      other.args[0]
    )
      return call('expm1', other.args[0]);
  }
  return null;
}

/** t where the term is −t. */
function positive(t: Expr): Expr | null {
  if (t.kind !== 'mul' || t.factors[0]?.kind !== 'num' || !t.factors[0].value.neg().isOne) return null;
  return product(t.factors.slice(1));
}
const isSquareOf = (e: Expr, fn: string): boolean =>
  e.kind === 'pow' &&
  e.base.kind === 'call' &&
  e.base.fn === fn &&
  e.exponent.kind === 'num' &&
  e.exponent.value.equals(TWO.value);
function argumentOf(e: Expr): Expr {
  return e.kind === 'pow' && e.base.kind === 'call' ? (e.base.args[0] ?? ONE) : ONE;
}

/**
 * Shares of sums of exponentials: e^a/(e^a + e^b) is 1/(1 + e^{b−a}), which overflows to a quotient that is right.
 * The numerator's exponent is taken apart into exponents of the sum, as many as the denominator has powers of it.
 */
function shares(e: Div): Expr | null {
  const factors = factorsOf(e.denom);
  const at = factors.findIndex((f) => exponentsOf(baseOf(f)) !== null);
  const powered = factors[at];
  if (!powered) return null;
  const [base, count] = [baseOf(powered), countOf(powered)];
  const exponents = exponentsOf(base);
  if (!exponents || count === null) return null;
  const numer = factorsOf(e.numer);
  const which = numer.findIndex((f) => f.kind === 'call' && f.fn === 'exp');
  const top = numer[which];
  if (top?.kind !== 'call' || !top.args[0]) return null;
  const { picked, rest } = takenApart(top.args[0], exponents, count);
  if (picked.length === 0) return null;
  const others = numer.filter((_, i) => i !== which);
  const left = rest ? [...others, exp(rest)] : others;
  const below = [
    ...factors.filter((_, i) => i !== at),
    ...powerOf(base, count - picked.length),
    ...collected(picked.map((a) => sum(exponents.map((x) => (same(x, a) ? ONE : exp(minus(x, a))))))),
  ];
  return div(times(left), product(below));
}

const powerOf = (base: Expr, n: number): Expr[] => (n === 0 ? [] : n === 1 ? [base] : [pow(base, num(n))]);

/** Equal factors as powers. */
function collected(list: readonly Expr[]): Expr[] {
  const counts: { e: Expr; n: number }[] = [];
  for (const e of list) {
    const known = counts.find((c) => same(c.e, e));
    if (known) known.n++;
    else counts.push({ e, n: 1 });
  }
  return counts.flatMap(({ e, n }) => powerOf(e, n));
}

/** Exponents of the sum that add up to part of `whole`, at most `most` of them, and what is left of it. */
function takenApart(
  whole: Expr,
  exponents: readonly Expr[],
  most: number,
): { picked: Expr[]; rest: Expr | null } {
  const picked: Expr[] = [];
  const terms = [...(whole.kind === 'add' ? whole.terms : [whole])];
  for (const a of exponents) {
    while (picked.length < most && !isZeroNumber(a) && removed(terms, a)) picked.push(a);
    const times2 = terms.findIndex((t) => same(t, doubled(a)));
    if (times2 >= 0 && picked.length + 2 <= most && !isZeroNumber(a)) {
      terms.splice(times2, 1);
      picked.push(a, a);
    }
  }
  return { picked, rest: terms.length === 0 ? null : sum(terms) };
}
const doubled = (a: Expr): Expr => times([TWO, a]);

/** Takes the terms of `a` out of the list, if they are all there. */
function removed(terms: Expr[], a: Expr): boolean {
  const wanted = a.kind === 'add' ? a.terms : [a];
  const found = wanted.map((w) => terms.findIndex((t) => same(t, w)));
  if (found.includes(-1) || new Set(found).size !== found.length) return false;
  [...found].sort((x, y) => y - x).forEach((i) => terms.splice(i, 1));
  return true;
}

/** The exponents of a sum of exponentials with coefficient 1 (a plain 1 is e^0), two or more; null for other sums. */
function exponentsOf(e: Expr): readonly Expr[] | null {
  if (e.kind !== 'add' || e.terms.length < 2 || e.terms.length > 8) return null;
  const found = e.terms.map((t) =>
    isOne(t) ? num(0) : t.kind === 'call' && t.fn === 'exp' ? (t.args[0] ?? null) : null,
  );
  const exponents = found.filter((x): x is Expr => x !== null);
  return exponents.length === found.length && exponents.some((x) => !isZeroNumber(x)) ? exponents : null;
}

const factorsOf = (e: Expr): readonly Expr[] => (e.kind === 'mul' ? e.factors : [e]);
const baseOf = (e: Expr): Expr => (e.kind === 'pow' ? e.base : e);
/** How often a factor stands: a whole exponent, or once. */
function countOf(e: Expr): number | null {
  if (e.kind !== 'pow') return 1;
  const n = e.exponent.kind === 'num' && e.exponent.value.isInteger ? e.exponent.value.toNumber() : NaN;
  return n >= 1 && n <= 8 ? n : null;
}
const isZeroNumber = (e: Expr): boolean => e.kind === 'num' && e.value.isZero;
const minus = (a: Expr, b: Expr): Expr =>
  isZeroNumber(a) ? neg(b) : isZeroNumber(b) ? a : plus([a, neg(b)]);
