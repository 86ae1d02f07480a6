/** Exponentials, logarithms, trigonometric and hyperbolic functions and their inverses. */
import { row, type FunctionRow } from './row.js';

// A zero that came out as −0 is 0.
const inverseOf =
  (f: (x: number) => number) =>
  (x: number): number =>
    f(1 / (x + 0));

export const ELEMENTARY: readonly FunctionRow[] = [
  row('exp', 'exponential', 'exp(u)', Math.exp, { family: 'exponential', familiar: true }),
  row('expm1', 'exponential minus one', 'exp(u)', Math.expm1, { family: 'exponential' }),
  row('ln', 'natural logarithm', '1/u', Math.log, {
    family: 'logarithm',
    familiar: true,
    wider: true,
    domain: 'u > 0',
    sample: [[0.1, 5]],
  }),
  row('log', 'logarithm', ['1/(u*ln(v))', '-ln(u)/(v*ln(v)^2)'], (x, b = NaN) => logarithm(x, b), {
    family: 'logarithm',
    wider: true,
    domain: 'u > 0',
    sample: [
      [0.1, 5],
      [1.5, 4],
    ],
  }),
  row('log1p', 'logarithm of one plus', '1/(1 + u)', Math.log1p, {
    family: 'logarithm',
    wider: true,
    domain: 'u > -1',
    sample: [[-0.8, 4]],
  }),
  row('log2', 'binary logarithm', '1/(u*ln(2))', Math.log2, {
    family: 'logarithm',
    base: 2,
    wider: true,
    domain: 'u > 0',
    sample: [[0.1, 5]],
  }),
  row('log10', 'decimal logarithm', '1/(u*ln(10))', Math.log10, {
    family: 'logarithm',
    base: 10,
    wider: true,
    domain: 'u > 0',
    sample: [[0.1, 5]],
  }),

  row('sin', 'sine', 'cos(u)', sine, {
    family: 'trigonometric',
    inverse: 'asin',
    parity: 'odd',
    familiar: true,
    partners: ['cot'],
  }),
  row('cos', 'cosine', '-sin(u)', cosine, {
    family: 'trigonometric',
    inverse: 'acos',
    parity: 'even',
    familiar: true,
    partners: ['cot'],
  }),
  row('tan', 'tangent', 'sec(u)^2', (x) => quotient(sine(x), cosine(x)), {
    family: 'trigonometric',
    inverse: 'atan',
    parity: 'odd',
    familiar: true,
    partners: ['cot'],
    sample: [[-1.3, 1.3]],
  }),
  row('cot', 'cotangent', '-csc(u)^2', (x) => quotient(cosine(x), sine(x)), {
    family: 'trigonometric',
    inverse: 'acot',
    parity: 'odd',
    partners: ['csc'],
    sample: [[0.3, 2.8]],
  }),
  row('sec', 'secant', 'sec(u)*tan(u)', (x) => quotient(1, cosine(x)), {
    family: 'trigonometric',
    inverse: 'asec',
    parity: 'even',
    familiar: true,
    sample: [[-1.3, 1.3]],
  }),
  row('csc', 'cosecant', '-csc(u)*cot(u)', (x) => quotient(1, sine(x)), {
    family: 'trigonometric',
    inverse: 'acsc',
    parity: 'odd',
    partners: ['cot'],
    sample: [[0.3, 2.8]],
  }),
  row('asin', 'arcsine', '1/sqrt(1 - u^2)', Math.asin, {
    domain: 'abs(u) <= 1',
    sample: [[-0.9, 0.9]],
    family: 'inverse trigonometric',
    inverse: 'sin',
    parity: 'odd',
  }),
  row('acos', 'arccosine', '-1/sqrt(1 - u^2)', Math.acos, {
    domain: 'abs(u) <= 1',
    sample: [[-0.9, 0.9]],
    family: 'inverse trigonometric',
    inverse: 'cos',
    sign: 'nonnegative',
  }),
  row('atan', 'arctangent', '1/(1 + u^2)', Math.atan, {
    family: 'inverse trigonometric',
    inverse: 'tan',
    parity: 'odd',
  }),
  row('acot', 'arccotangent', '-1/(1 + u^2)', inverseOf(Math.atan), {
    family: 'inverse trigonometric',
    inverse: 'cot',
    parity: 'odd',
    smooth: 'u != 0',
    sample: [[0.2, 3]],
  }),
  row('asec', 'arcsecant', '1/(abs(u)*sqrt(u^2 - 1))', inverseOf(Math.acos), {
    domain: 'abs(u) >= 1',
    sample: [[1.2, 4]],
    family: 'inverse trigonometric',
    inverse: 'sec',
    sign: 'nonnegative',
  }),
  row('acsc', 'arccosecant', '-1/(abs(u)*sqrt(u^2 - 1))', inverseOf(Math.asin), {
    domain: 'abs(u) >= 1',
    sample: [[1.2, 4]],
    family: 'inverse trigonometric',
    inverse: 'csc',
    parity: 'odd',
  }),

  row('sinh', 'hyperbolic sine', 'cosh(u)', Math.sinh, {
    family: 'hyperbolic',
    inverse: 'asinh',
    parity: 'odd',
  }),
  row('cosh', 'hyperbolic cosine', 'sinh(u)', Math.cosh, {
    family: 'hyperbolic',
    inverse: 'acosh',
    parity: 'even',
    sign: 'positive',
  }),
  row('tanh', 'hyperbolic tangent', '1 - tanh(u)^2', Math.tanh, {
    family: 'hyperbolic',
    inverse: 'atanh',
    parity: 'odd',
  }),
  row('coth', 'hyperbolic cotangent', '-csch(u)^2', (x) => 1 / Math.tanh(x), {
    family: 'hyperbolic',
    inverse: 'acoth',
    parity: 'odd',
    sample: [[0.3, 3]],
  }),
  row('sech', 'hyperbolic secant', '-sech(u)*tanh(u)', (x) => 1 / Math.cosh(x), {
    family: 'hyperbolic',
    inverse: 'asech',
    parity: 'even',
    sign: 'positive',
  }),
  row('csch', 'hyperbolic cosecant', '-csch(u)*coth(u)', (x) => 1 / Math.sinh(x), {
    family: 'hyperbolic',
    inverse: 'acsch',
    parity: 'odd',
    sample: [[0.3, 3]],
  }),
  row('asinh', 'inverse hyperbolic sine', '1/sqrt(u^2 + 1)', Math.asinh, {
    family: 'inverse hyperbolic',
    inverse: 'sinh',
    parity: 'odd',
  }),
  row('acosh', 'inverse hyperbolic cosine', '1/sqrt(u^2 - 1)', Math.acosh, {
    family: 'inverse hyperbolic',
    inverse: 'cosh',
    sign: 'nonnegative',
    wider: true,
    domain: 'u >= 1',
    sample: [[1.2, 5]],
  }),
  row('atanh', 'inverse hyperbolic tangent', '1/(1 - u^2)', Math.atanh, {
    wider: true,
    domain: 'abs(u) < 1',
    sample: [[-0.9, 0.9]],
    family: 'inverse hyperbolic',
    inverse: 'tanh',
    parity: 'odd',
  }),
  row('acoth', 'inverse hyperbolic cotangent', '1/(1 - u^2)', inverseOf(Math.atanh), {
    wider: true,
    domain: 'abs(u) > 1',
    sample: [[1.2, 4]],
    family: 'inverse hyperbolic',
    inverse: 'coth',
    parity: 'odd',
  }),
  row('asech', 'inverse hyperbolic secant', '-1/(u*sqrt(1 - u^2))', inverseOf(Math.acosh), {
    family: 'inverse hyperbolic',
    inverse: 'sech',
    sign: 'nonnegative',
    wider: true,
    domain: '0 < u',
    sample: [[0.1, 0.9]],
  }),
  row('acsch', 'inverse hyperbolic cosecant', '-1/(abs(u)*sqrt(u^2 + 1))', inverseOf(Math.asinh), {
    family: 'inverse hyperbolic',
    inverse: 'csch',
    parity: 'odd',
    smooth: 'u != 0',
    sample: [[0.2, 3]],
  }),
];

/** No number but 1 is a power of 1, and none of 0. */
function logarithm(x: number, base: number): number {
  if (base === 0 || base === 1) return NaN;
  return base === 10 ? Math.log10(x) : base === 2 ? Math.log2(x) : Math.log(x) / Math.log(base);
}

/** Sine and cosine with exact zeros: sin π is 0, where the nearest double to π gives 1.2·10⁻¹⁶. */
function sine(x: number): number {
  return exactZero(Math.sin(x), x);
}
function cosine(x: number): number {
  return exactZero(Math.cos(x), x);
}
function exactZero(value: number, x: number): number {
  return Math.abs(x) > 1 && Math.abs(value) < 2.5e-16 * Math.abs(x) ? 0 : value;
}
function quotient(a: number, b: number): number {
  return b === 0 ? NaN : a / b;
}
