/** Mistakes with the rules: product, quotient, power, chain, sum. */
import {
  add,
  call,
  div,
  MINUS_ONE,
  mul,
  ONE,
  pow,
  product,
  sub,
  sum,
  TWO,
  type Expr,
} from '../../core/expr.js';
import { Rational } from '../../core/rational.js';
import { isUsualVariable } from '../letters.js';
import { exactValue } from '../verdict/realPowers.js';
import type { Site, WrongRule } from './site.js';

const negative = (e: Expr): Expr => mul(MINUS_ONE, e);
type Of<K extends Site['kind']> = Extract<Site, { kind: K }>;
const at =
  <K extends Site['kind']>(kind: K, wrong: (s: Of<K>) => readonly Expr[]) =>
  (site: Site): readonly Expr[] =>
    site.kind === kind ? wrong(site as Of<K>) : [];
const isNumber = (e: Expr, n: number): boolean => e.kind === 'num' && e.value.toNumber() === n;

const PRODUCT_OF_DERIVATIVES: WrongRule = {
  code: 'product-rule-as-product-of-derivatives',
  explanation: 'You have f′g′; the product rule is f′g + fg′.',
  wrong: (site) => {
    if (site.kind === 'power')
      return isNumber(site.n, 2) || isNumber(site.n, 3) ? [pow(site.du, site.n)] : [];
    return site.kind === 'product' ? [product(site.primes)] : [];
  },
};
const QUOTIENT_OF_DERIVATIVES: WrongRule = {
  code: 'quotient-of-derivatives',
  explanation: 'You have f′/g′; the quotient rule is (f′g − fg′)/g².',
  wrong: at('quotient', ({ du, dv, constant }) => (constant ? [] : [div(du, dv)])),
};
const QUOTIENT_ORDER: WrongRule = {
  code: 'quotient-order',
  explanation: 'The numerator is the wrong way round: the quotient rule is (f′g − fg′)/g², with f′g first.',
  wrong: at('quotient', ({ u, v, du, dv, constant }) =>
    constant ? [] : [div(sub(mul(u, dv), mul(du, v)), pow(v, TWO))],
  ),
};
const DENOMINATOR_NOT_SQUARED: WrongRule = {
  code: 'quotient-denominator-not-squared',
  explanation: 'The denominator has to be squared: the quotient rule is (f′g − fg′)/g².',
  wrong: at('quotient', ({ u, v, du, dv }) => [div(sub(mul(du, v), mul(u, dv)), v)]),
};

const NOT_REDUCED: WrongRule = {
  code: 'power-exponent-not-reduced',
  explanation: 'The exponent is not lowered: (xⁿ)′ = n xⁿ⁻¹, not n xⁿ.',
  wrong: at('power', ({ u, n, du }) => [mul(n, pow(u, n), du)]),
};
const RAISED: WrongRule = {
  code: 'exponent-raised-not-lowered',
  explanation: 'The exponent is raised instead of lowered: (xⁿ)′ = n xⁿ⁻¹, not n xⁿ⁺¹.',
  wrong: at('power', ({ u, n, du }) => [mul(n, pow(u, add(n, ONE)), du)]),
};
const EXPONENT_SIGN: WrongRule = {
  code: 'exponent-sign',
  explanation: 'The sign of an exponent is wrong.',
  wrong: (site) => {
    if (site.kind === 'power') {
      const { u, n, du } = site;
      return [
        mul(n, pow(u, sub(ONE, n)), du),
        mul(negative(n), pow(u, sub(negative(n), ONE)), du),
        mul(n, pow(u, sub(negative(n), ONE)), du),
      ];
    }
    if (site.kind !== 'exponential') return [];
    const { a, u, du } = site;
    return [a ? mul(pow(a, negative(u)), call('ln', a), du) : mul(call('exp', negative(u)), du)];
  },
};

const isMinusOne = (e: Expr): boolean => exactValue(e)?.equals(Rational.of(-1)) ?? false;
const CHAIN_FORGOTTEN: WrongRule = {
  code: 'chain-forgotten',
  explanation: 'The inner derivative is missing: the chain rule is f′(u)·u′.',
  wrong: at('composite', ({ outer, u, du }) => (isMinusOne(du) ? [] : [outer(u)])),
};
const INNER_MINUS_LOST: WrongRule = {
  code: 'sign-lost',
  explanation: 'The minus of the inner derivative is lost: the chain rule is f′(u)·u′.',
  wrong: at('composite', ({ outer, u, du }) => [negative(mul(outer(u), du))]),
};
const INNER_REPLACED: WrongRule = {
  code: 'chain-inner-replaced',
  explanation: 'You have f′(u′); the chain rule keeps the inner function and multiplies: f′(u)·u′.',
  wrong: at('composite', ({ outer, du }) => [outer(du), mul(outer(du), du)]),
};
const ARGUMENT_LOST: WrongRule = {
  code: 'inner-argument-lost',
  explanation: 'You have f′(x)·u′; the chain rule takes f′ at the inner function: f′(u)·u′.',
  // Of f(−x) it is the sign of an argument or exponent that is lost.
  wrong: at('composite', ({ outer, du, variable }) => (isMinusOne(du) ? [] : [mul(outer(variable), du)])),
};

const MISSING_FACTOR: WrongRule = {
  code: 'missing-factor',
  explanation: 'A constant factor is missing: (c·f)′ = c·f′ and (xⁿ)′ = n xⁿ⁻¹.',
  wrong: (site) => {
    if (site.kind === 'power') return [mul(pow(site.u, sub(site.n, ONE)), site.du)];
    return site.kind === 'multiple' ? [site.du] : [];
  },
};
const RECIPROCAL: WrongRule = {
  code: 'reciprocal-of-function',
  explanation: 'The derivative of 1/f is −f′/f², not 1/f′.',
  wrong: at('quotient', ({ u, dv, constant }) => (constant ? [div(u, dv)] : [])),
};
const CONSTANT_KEPT: WrongRule = {
  code: 'constant-not-zero',
  explanation: 'A constant is kept: the derivative of a constant is 0.',
  wrong: at('constant', ({ c }) => (isNumber(c, 0) ? [] : [c, ONE, ...asPower(c)])),
};
/** π² as 2π: the power rule on a power of a constant. */
const asPower = (c: Expr): readonly Expr[] =>
  c.kind === 'pow' ? [mul(c.exponent, pow(c.base, sub(c.exponent, ONE)))] : [];
const OTHER_DERIVED: WrongRule = {
  code: 'partial-other-variable-not-constant',
  explanation: 'Another letter is derived as well; it counts as a constant here.',
  wrong: at('constant', ({ c }) =>
    c.kind === 'pow' && c.base.kind === 'sym' && isUsualVariable(c.base) ? asPower(c) : [],
  ),
};
const LINEAR_KEPT: WrongRule = {
  code: 'linear-term-not-differentiated',
  explanation: 'A linear term is left as it is: (ax)′ = a.',
  wrong: at('linear', ({ whole }) => [whole]),
};
const QUOTIENT_SIGN: WrongRule = {
  code: 'sign-lost',
  explanation: 'A minus is lost: the quotient rule is (f′g − fg′)/g².',
  wrong: at('quotient', ({ u, v, du, dv }) => [
    div(add(mul(du, v), mul(u, dv)), pow(v, TWO)),
    div(mul(u, dv), pow(v, TWO)),
    negative(div(add(mul(du, v), mul(u, dv)), pow(v, TWO))),
  ]),
};
const PRODUCT_SIGN: WrongRule = {
  code: 'sign-lost',
  explanation: 'A sign is wrong: the product rule is f′g + fg′.',
  wrong: at('product', ({ factors, primes }) => {
    const terms = leibniz(factors, primes);
    return terms.map((_, k) => sum(terms.map((t, i) => (i === k ? negative(t) : t))));
  }),
};
const TERM_SIGN: WrongRule = {
  code: 'sign-lost',
  explanation: 'A minus is lost or added.',
  wrong: (site) => {
    if (site.kind === 'multiple') return [negative(mul(site.c, site.du))];
    if (site.kind === 'power') return [negative(mul(site.n, pow(site.u, sub(site.n, ONE)), site.du))];
    if (site.kind === 'call') return [negative(mul(site.entry, site.du))];
    if (site.kind !== 'sum') return [];
    return site.primes.map((_, k) => sum(site.primes.map((t, i) => (i === k ? negative(t) : t))));
  },
};
const TERM_DROPPED: WrongRule = {
  code: 'dropped-term',
  explanation: 'A whole term is missing: every term of a sum, and every part of the product rule, counts.',
  wrong: (site) => {
    if (site.kind === 'sum') return without(site.primes.filter((p) => !isNumber(p, 0)));
    if (site.kind === 'product') return without(leibniz(site.factors, site.primes));
    if (site.kind === 'quotient' && !site.constant)
      return [
        div(site.du, site.v),
        div(mul(site.du, site.v), pow(site.v, TWO)),
        negative(div(mul(site.u, site.dv), pow(site.v, TWO))),
      ];
    if (site.kind !== 'general-power') return [];
    const { u, v, du, dv } = site;
    return [mul(pow(u, v), dv, call('ln', u)), mul(v, pow(u, sub(v, ONE)), du)];
  },
};
function leibniz(factors: readonly Expr[], primes: readonly Expr[]): readonly Expr[] {
  return factors.map((_, i) => product(factors.map((f, j) => (i === j ? (primes[i] as Expr) : f))));
}
const without = (terms: readonly Expr[]): readonly Expr[] =>
  terms.length < 2 ? [] : terms.map((_, k) => sum(terms.filter((__, i) => i !== k)));

const INTEGRATED_POWER: WrongRule = {
  code: 'integrated-instead',
  explanation: 'This is an antiderivative: the derivative was asked for.',
  wrong: (site) => {
    if (site.kind === 'power' && !isNumber(site.n, -1))
      return [div(pow(site.u, add(site.n, ONE)), add(site.n, ONE))];
    if (site.kind === 'linear') return [mul(div(ONE, TWO), mul(site.whole, lastFactor(site.whole)))];
    return site.kind === 'exponential' && !isNumber(site.du, 1) ? [div(expOf(site), site.du)] : [];
  },
};
const lastFactor = (e: Expr): Expr => (e.kind === 'mul' ? (e.factors.at(-1) ?? e) : e);
const expOf = ({ a, u }: Of<'exponential'>): Expr => (a ? pow(a, u) : call('exp', u));

/** In the order in which they are tried among those that fit. */
export const CHAIN_MISTAKES: readonly WrongRule[] = [
  { ...INNER_MINUS_LOST, wrong: at('composite', (s) => (isMinusOne(s.du) ? INNER_MINUS_LOST.wrong(s) : [])) },
  CHAIN_FORGOTTEN,
  INNER_REPLACED,
  ARGUMENT_LOST,
];
export const RULE_MISTAKES: readonly WrongRule[] = [
  PRODUCT_OF_DERIVATIVES,
  QUOTIENT_OF_DERIVATIVES,
  QUOTIENT_ORDER,
  DENOMINATOR_NOT_SQUARED,
  NOT_REDUCED,
  RAISED,
  EXPONENT_SIGN,
  RECIPROCAL,
  LINEAR_KEPT,
];
export const PLAIN_MISTAKES: readonly WrongRule[] = [
  QUOTIENT_SIGN,
  PRODUCT_SIGN,
  INNER_MINUS_LOST,
  TERM_SIGN,
  MISSING_FACTOR,
  OTHER_DERIVED,
  CONSTANT_KEPT,
  TERM_DROPPED,
  INTEGRATED_POWER,
];
