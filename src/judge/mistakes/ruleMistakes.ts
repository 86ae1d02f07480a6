/** Mistakes with the rules: product, quotient, power, chain, sum. */
import { isUsualVariable } from '../../meaning/symbolCustoms.js';
import { namedConstant, withInner, withPower } from './here.js';
import {
  PRODUCT_OF_PRIMES,
  slopeIs,
  slopeIsNot,
  termLeftOut,
  wrong,
  wrongChain,
  wrongSign,
  wrongTermSign,
  type WrongRule,
} from './wrongRule.js';

const PRODUCT_OF_DERIVATIVES: WrongRule = {
  code: 'product-rule-as-product-of-derivatives',
  explanation: 'You have f′g′; the product rule is f′g + fg′.',
  forms: [PRODUCT_OF_PRIMES],
};
/** A rule of its own, since who multiplies derivatives knows (x²)′ = 2x. */
const POWER_OF_DERIVATIVE: WrongRule = {
  ...PRODUCT_OF_DERIVATIVES,
  explanation: 'You have the power of the derivative; the chain rule is (uⁿ)′ = n uⁿ⁻¹·u′.',
  forms: [wrong('power', 'D(u^2, x) => D(u, x)^2'), wrong('power', 'D(u^3, x) => D(u, x)^3')],
};
const QUOTIENT_OF_DERIVATIVES: WrongRule = {
  code: 'quotient-of-derivatives',
  explanation: 'You have f′/g′; the quotient rule is (f′g − fg′)/g².',
  forms: [wrong('quotient', 'D(u/v, x) => D(u, x)/D(v, x)')],
};
const QUOTIENT_ORDER: WrongRule = {
  code: 'quotient-order',
  explanation: 'The numerator is the wrong way round: the quotient rule is (f′g − fg′)/g², with f′g first.',
  forms: [wrong('quotient', 'D(u/v, x) => (u*D(v, x) - D(u, x)*v)/v^2')],
};
const DENOMINATOR_NOT_SQUARED: WrongRule = {
  code: 'quotient-denominator-not-squared',
  explanation: 'The denominator has to be squared: the quotient rule is (f′g − fg′)/g².',
  forms: [
    wrong('quotient', 'D(u/v, x) => (D(u, x)*v - u*D(v, x))/v'),
    wrong('reciprocal', 'D(c/v, x) => -c*D(v, x)/v'),
  ],
};
const RECIPROCAL: WrongRule = {
  code: 'reciprocal-of-function',
  explanation: 'The derivative of 1/f is −f′/f², not 1/f′.',
  forms: [wrong('reciprocal', 'D(c/v, x) => c/D(v, x)')],
};

const NOT_REDUCED: WrongRule = {
  code: 'power-exponent-not-reduced',
  explanation: 'The exponent is not lowered: (xⁿ)′ = n xⁿ⁻¹, not n xⁿ.',
  here: withPower('The exponent is not lowered: (xⁿ)′ = n xⁿ⁻¹, not n xⁿ'),
  forms: [wrong('power', 'D(x^n, x) => n*x^n')],
};
const RAISED: WrongRule = {
  code: 'exponent-raised-not-lowered',
  explanation: 'The exponent is raised instead of lowered: (xⁿ)′ = n xⁿ⁻¹, not n xⁿ⁺¹.',
  here: withPower('The exponent is raised instead of lowered: (xⁿ)′ = n xⁿ⁻¹, not n xⁿ⁺¹'),
  forms: [wrong('power', 'D(x^n, x) => n*x^(n + 1)')],
};
const EXPONENT_SIGN: WrongRule = {
  code: 'exponent-sign',
  explanation: 'The sign of an exponent is wrong.',
  forms: [
    wrong('power', 'D(x^n, x) => n*x^(1 - n)'),
    wrong('power', 'D(x^n, x) => -n*x^(-n - 1)'),
    wrong('power', 'D(x^n, x) => n*x^(-n - 1)'),
    wrong('exponential', 'D(a^x, x) => a^(-x)*ln(a)'),
    wrong('table', 'D(exp(x), x) => exp(-x)'),
  ],
};

const INNER_MINUS_LOST: WrongRule = {
  code: 'sign-lost',
  explanation: 'The minus of the inner derivative is lost: the chain rule is f′(u)·u′.',
  here: withInner('The minus of the inner derivative is lost: the chain rule is f′(u)·u′'),
  forms: [wrongChain('D(f(u), x) => -Df(u)*D(u, x)')],
};
/** Of f(−x) it is the sign of an argument or exponent that is lost, and not the chain rule. */
const MINUS_ONE_LOST: WrongRule = {
  ...INNER_MINUS_LOST,
  forms: [wrongChain('D(f(u), x) => -Df(u)*D(u, x)', slopeIs('u', -1))],
};
const CHAIN_FORGOTTEN: WrongRule = {
  code: 'chain-forgotten',
  explanation: 'The inner derivative is missing: the chain rule is f′(u)·u′.',
  here: withInner('The inner derivative is missing: the chain rule is f′(u)·u′'),
  forms: [wrongChain('D(f(u), x) => Df(u)', slopeIsNot('u', 1, -1))],
};
const INNER_REPLACED: WrongRule = {
  code: 'chain-inner-replaced',
  explanation: 'You have f′(u′); the chain rule keeps the inner function and multiplies: f′(u)·u′.',
  here: withInner('You have f′(u′); the chain rule keeps the inner function and multiplies: f′(u)·u′'),
  forms: [wrongChain('D(f(u), x) => Df(D(u, x))'), wrongChain('D(f(u), x) => Df(D(u, x))*D(u, x)')],
};
const ARGUMENT_LOST: WrongRule = {
  code: 'inner-argument-lost',
  explanation: 'You have f′(x)·u′; the chain rule takes f′ at the inner function: f′(u)·u′.',
  here: withInner('You have f′(x)·u′; the chain rule takes f′ at the inner function: f′(u)·u′'),
  forms: [wrongChain('D(f(u), x) => Df(x)*D(u, x)', slopeIsNot('u', -1))],
};

const MISSING_FACTOR: WrongRule = {
  code: 'missing-factor',
  explanation: 'A constant factor is missing: (c·f)′ = c·f′ and (xⁿ)′ = n xⁿ⁻¹.',
  here: withPower('A constant factor is missing: (xⁿ)′ = n xⁿ⁻¹'),
  forms: [
    wrong('power', 'D(x^n, x) => x^(n - 1)'),
    wrong('constant-multiple', 'D(c*u, x) => D(u, x)'),
    wrong('constant-multiple', 'D(u/c, x) => D(u, x)'),
  ],
};
const CONSTANT_KEPT: WrongRule = {
  code: 'constant-not-zero',
  explanation: 'A constant is kept: the derivative of a constant is 0.',
  here: namedConstant,
  forms: [
    wrong('constant', 'D(c, x) => c'),
    wrong('constant', 'D(c, x) => 1'),
    // π² as 2π: the power rule on a power of a constant.
    wrong('constant', 'D(c^n, x) => n*c^(n - 1)'),
  ],
};
const OTHER_DERIVED: WrongRule = {
  code: 'partial-other-variable-not-constant',
  explanation: 'Another letter is derived as well; it counts as a constant here.',
  forms: [
    wrong('constant', 'D(c^n, x) => n*c^(n - 1)', (bound) => {
      const c = bound.get('c');
      return c?.kind === 'sym' && isUsualVariable(c);
    }),
  ],
};
const LINEAR_KEPT: WrongRule = {
  code: 'linear-term-not-differentiated',
  explanation: 'A linear term is left as it is: (ax)′ = a.',
  forms: [wrong('identity', 'D(x, x) => x')],
};
const QUOTIENT_SIGN: WrongRule = {
  code: 'sign-lost',
  explanation: 'A minus is lost: the quotient rule is (f′g − fg′)/g².',
  forms: [
    wrong('quotient', 'D(u/v, x) => (D(u, x)*v + u*D(v, x))/v^2'),
    wrong('quotient', 'D(u/v, x) => u*D(v, x)/v^2'),
    wrong('quotient', 'D(u/v, x) => -(D(u, x)*v + u*D(v, x))/v^2'),
    wrong('reciprocal', 'D(c/v, x) => c*D(v, x)/v^2'),
  ],
};
const PRODUCT_SIGN: WrongRule = {
  code: 'sign-lost',
  explanation: 'A sign is wrong: the product rule is f′g + fg′.',
  forms: [wrongTermSign('product')],
};
const TERM_SIGN: WrongRule = {
  code: 'sign-lost',
  explanation: 'A minus is lost or added.',
  forms: [...['constant-multiple', 'power', 'exponential', 'table'].map(wrongSign), wrongTermSign('sum')],
};
const TERM_DROPPED: WrongRule = {
  code: 'dropped-term',
  explanation: 'A whole term is missing: every term of a sum, and every part of the product rule, counts.',
  forms: [
    termLeftOut('sum'),
    termLeftOut('product'),
    wrong('quotient', 'D(u/v, x) => D(u, x)/v'),
    wrong('quotient', 'D(u/v, x) => D(u, x)*v/v^2'),
    wrong('quotient', 'D(u/v, x) => -u*D(v, x)/v^2'),
    wrong('general-power', 'D(u^v, x) => u^v*D(v, x)*ln(u)'),
    wrong('general-power', 'D(u^v, x) => v*u^(v - 1)*D(u, x)'),
  ],
};
const INTEGRATED: WrongRule = {
  code: 'integrated-instead',
  explanation: 'This is an antiderivative: the derivative was asked for.',
  forms: [
    wrong('power', 'D(u^n, x) => u^(n + 1)/(n + 1)'),
    wrong('identity', 'D(x, x) => x^2/2'),
    wrong('exponential', 'D(a^u, x) => a^u/D(u, x)', slopeIsNot('u', 1)),
    wrong('table', 'D(exp(u), x) => exp(u)/D(u, x)', slopeIsNot('u', 1)),
  ],
};

/** In the order in which they are tried among those that fit. */
export const CHAIN_MISTAKES: readonly WrongRule[] = [
  MINUS_ONE_LOST,
  CHAIN_FORGOTTEN,
  INNER_REPLACED,
  ARGUMENT_LOST,
];
export const RULE_MISTAKES: readonly WrongRule[] = [
  PRODUCT_OF_DERIVATIVES,
  POWER_OF_DERIVATIVE,
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
  INTEGRATED,
];
