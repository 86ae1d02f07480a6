/** Exponentials, logarithms, trigonometric and hyperbolic functions and their inverses. */
import { row, type FunctionRow } from './row.js';
import { expm1Wide, expWide, ln1pWide } from '../wide/number.js';
import { coshWide, cschWide, sechWide, sinhWide } from '../wide/functions.js';

// A zero that came out as −0 is 0.
const inverseOf =
  (f: (x: number) => number) =>
  (x: number): number =>
    f(1 / (x + 0));

export const ELEMENTARY: readonly FunctionRow[] = [
  row('exp', 'exponential', 'exp(u)', Math.exp, {
    wide: expWide,
    undone: ['ln(u)', 'u > 0'],
    family: 'exponential',
    familiar: true,
  }),
  row('expm1', 'exponential minus one', 'exp(u)', Math.expm1, {
    wide: expm1Wide,
    undone: ['ln(u + 1)', 'u > -1'],
    family: 'exponential',
  }),
  row('ln', 'natural logarithm', '1/u', Math.log, {
    undone: ['exp(u)'],
    family: 'logarithm',
    familiar: true,
    wider: true,
    domain: 'u > 0',
    sample: [[0.1, 5]],
  }),
  row('log', 'logarithm', ['1/(u*ln(v))', '-ln(u)/(v*ln(v)^2)'], (x, b = NaN) => logarithm(x, b), {
    poles: ['v > 0', 'v != 1'],
    family: 'logarithm',
    wider: true,
    domain: 'u > 0',
    sample: [
      [0.1, 5],
      [1.5, 4],
    ],
  }),
  row('log1p', 'logarithm of one plus', '1/(1 + u)', Math.log1p, {
    wide: ln1pWide,
    undone: ['exp(u) - 1'],
    family: 'logarithm',
    wider: true,
    domain: 'u > -1',
    sample: [[-0.8, 4]],
  }),
  row('log2', 'binary logarithm', '1/(u*ln(2))', Math.log2, {
    undone: ['2^u'],
    family: 'logarithm',
    base: 2,
    wider: true,
    domain: 'u > 0',
    sample: [[0.1, 5]],
  }),
  row('log10', 'decimal logarithm', '1/(u*ln(10))', Math.log10, {
    undone: ['10^u'],
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
    poles: ['cos(u) != 0'],
    family: 'trigonometric',
    inverse: 'atan',
    parity: 'odd',
    familiar: true,
    partners: ['cot'],
    sample: [[-1.3, 1.3]],
  }),
  row('cot', 'cotangent', '-csc(u)^2', (x) => quotient(cosine(x), sine(x)), {
    poles: ['sin(u) != 0'],
    family: 'trigonometric',
    inverse: 'acot',
    parity: 'odd',
    partners: ['csc'],
    sample: [[0.3, 2.8]],
  }),
  row('sec', 'secant', 'sec(u)*tan(u)', (x) => quotient(1, cosine(x)), {
    poles: ['cos(u) != 0'],
    family: 'trigonometric',
    inverse: 'asec',
    parity: 'even',
    familiar: true,
    sample: [[-1.3, 1.3]],
  }),
  row('csc', 'cosecant', '-csc(u)*cot(u)', (x) => quotient(1, sine(x)), {
    poles: ['sin(u) != 0'],
    family: 'trigonometric',
    inverse: 'acsc',
    parity: 'odd',
    partners: ['cot'],
    sample: [[0.3, 2.8]],
  }),
  row('asin', 'arcsine', '1/sqrt(1 - u^2)', Math.asin, {
    undone: ['sin(u)', 'abs(u) <= pi/2'],
    domain: 'abs(u) <= 1',
    sample: [[-0.9, 0.9]],
    family: 'inverse trigonometric',
    inverse: 'sin',
    parity: 'odd',
  }),
  row('acos', 'arccosine', '-1/sqrt(1 - u^2)', Math.acos, {
    undone: ['cos(u)', '0 <= u <= pi'],
    domain: 'abs(u) <= 1',
    sample: [[-0.9, 0.9]],
    family: 'inverse trigonometric',
    inverse: 'cos',
    sign: 'nonnegative',
  }),
  row('atan', 'arctangent', '1/(1 + u^2)', Math.atan, {
    undone: ['tan(u)', 'abs(u) < pi/2'],
    family: 'inverse trigonometric',
    inverse: 'tan',
    parity: 'odd',
  }),
  row('acot', 'arccotangent', '-1/(1 + u^2)', inverseOf(Math.atan), {
    undone: ['cot(u)', '0 < abs(u) <= pi/2'],
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
    wide: sinhWide,
    undone: ['asinh(u)'],
    family: 'hyperbolic',
    inverse: 'asinh',
    parity: 'odd',
  }),
  row('cosh', 'hyperbolic cosine', 'sinh(u)', Math.cosh, {
    wide: coshWide,
    family: 'hyperbolic',
    inverse: 'acosh',
    parity: 'even',
    sign: 'positive',
  }),
  row('tanh', 'hyperbolic tangent', '1 - tanh(u)^2', Math.tanh, {
    undone: ['atanh(u)', 'abs(u) < 1'],
    family: 'hyperbolic',
    inverse: 'atanh',
    spelledOut: true,
    parity: 'odd',
  }),
  row('coth', 'hyperbolic cotangent', '-csch(u)^2', (x) => 1 / Math.tanh(x), {
    undone: ['atanh(1/u)', 'abs(u) > 1'],
    poles: ['u != 0'],
    family: 'hyperbolic',
    inverse: 'acoth',
    parity: 'odd',
    sample: [[0.3, 3]],
  }),
  row('sech', 'hyperbolic secant', '-sech(u)*tanh(u)', (x) => 1 / Math.cosh(x), {
    wide: sechWide,
    family: 'hyperbolic',
    inverse: 'asech',
    parity: 'even',
    sign: 'positive',
  }),
  row('csch', 'hyperbolic cosecant', '-csch(u)*coth(u)', (x) => 1 / Math.sinh(x), {
    wide: cschWide,
    undone: ['asinh(1/u)', 'u != 0'],
    poles: ['u != 0'],
    family: 'hyperbolic',
    inverse: 'acsch',
    parity: 'odd',
    sample: [[0.3, 3]],
  }),
  row('asinh', 'inverse hyperbolic sine', '1/sqrt(u^2 + 1)', Math.asinh, {
    undone: ['sinh(u)'],
    family: 'inverse hyperbolic',
    inverse: 'sinh',
    parity: 'odd',
  }),
  row('acosh', 'inverse hyperbolic cosine', '1/sqrt(u^2 - 1)', Math.acosh, {
    undone: ['cosh(u)', 'u >= 0'],
    family: 'inverse hyperbolic',
    inverse: 'cosh',
    sign: 'nonnegative',
    wider: true,
    domain: 'u >= 1',
    sample: [[1.2, 5]],
  }),
  row('atanh', 'inverse hyperbolic tangent', '1/(1 - u^2)', Math.atanh, {
    undone: ['tanh(u)'],
    wider: true,
    domain: 'abs(u) < 1',
    sample: [[-0.9, 0.9]],
    family: 'inverse hyperbolic',
    inverse: 'tanh',
    parity: 'odd',
  }),
  row('acoth', 'inverse hyperbolic cotangent', '1/(1 - u^2)', inverseOf(Math.atanh), {
    undone: ['1/tanh(u)', 'u != 0'],
    wider: true,
    domain: 'abs(u) > 1',
    sample: [[1.2, 4]],
    family: 'inverse hyperbolic',
    inverse: 'coth',
    parity: 'odd',
  }),
  row('asech', 'inverse hyperbolic secant', '-1/(u*sqrt(1 - u^2))', inverseOf(Math.acosh), {
    undone: ['1/cosh(u)', 'u >= 0'],
    poles: ['u < 1'],
    family: 'inverse hyperbolic',
    inverse: 'sech',
    sign: 'nonnegative',
    wider: true,
    domain: '0 < u',
    sample: [[0.1, 0.9]],
  }),
  row('acsch', 'inverse hyperbolic cosecant', '-1/(abs(u)*sqrt(u^2 + 1))', inverseOf(Math.asinh), {
    undone: ['1/sinh(u)', 'u != 0'],
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
