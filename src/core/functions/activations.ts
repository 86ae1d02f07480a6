/** Activation functions of machine learning. */
import { normalDistribution } from './special.js';
import { row, type FunctionRow } from './row.js';
import { reluWide, sigmoidWide, softplusWide } from '../wide/functions.js';

export const ACTIVATIONS: readonly FunctionRow[] = [
  row('sigmoid', 'sigmoid', 'sigmoid(u)*(1 - sigmoid(u))', logistic, {
    wide: sigmoidWide,
    undone: ['ln(u/(1 - u))', '0 < u < 1'],
    sign: 'positive',
    inverse: 'logit',
    spelledOut: true,
    bracketed: true,
    rounding: 'units',
  }),
  row('logit', 'logit', '1/(u*(1 - u))', (x) => Math.log(x / (1 - x)), {
    undone: ['sigmoid(u)'],
    inverse: 'sigmoid',
    wider: true,
    domain: '0 < u < 1',
    sample: [[0.1, 0.9]],
  }),
  row('softplus', 'softplus', 'sigmoid(u)', softplus, {
    wide: softplusWide,
    sign: 'positive',
    spelledOut: true,
  }),
  row('silu', 'SiLU', 'sigmoid(u)*(1 + u*(1 - sigmoid(u)))', (x) => x * logistic(x)),
  row(
    'mish',
    'Mish',
    'tanh(softplus(u)) + u*(1 - tanh(softplus(u))^2)*sigmoid(u)',
    (x) => x * Math.tanh(softplus(x)),
  ),
  row('softsign', 'softsign', '1/(1 + abs(u))^2', (x) => x / (1 + Math.abs(x)), { parity: 'odd' }),
  row('gelu', 'GELU', 'normcdf(u) + u*normpdf(u)', (x) => x * normalDistribution(x)),
  row('relu', 'ReLU', 'piecewise(1, u > 0, 0, u <= 0)', (x) => Math.max(0, x), {
    wide: reluWide,
    sign: 'nonnegative',
    vanishes: true,
    bracketed: true,
    rounding: 'none',
    smooth: 'u != 0',
    sample: [[0.2, 3]],
  }),
  row(
    'leakyrelu',
    'leaky ReLU',
    ['piecewise(1, u > 0, v, u <= 0)', 'piecewise(0, u > 0, u, u <= 0)'],
    leaky,
    {
      smooth: 'u != 0',
      sample: [
        [-3, -0.2],
        [0.01, 0.3],
      ],
      arity: [1, 2],
      defaults: ['0.01'],
    },
  ),
  row(
    'elu',
    'ELU',
    ['piecewise(1, u > 0, v*exp(u), u <= 0)', 'piecewise(0, u > 0, exp(u) - 1, u <= 0)'],
    elu,
    {
      smooth: 'u != 0',
      sample: [
        [-3, -0.2],
        [0.5, 1.5],
      ],
      arity: [1, 2],
      defaults: ['1'],
    },
  ),
  row(
    'hardsigmoid',
    'hard sigmoid',
    'piecewise(1/6, abs(u) < 3, 0)',
    (x) => Math.min(Math.max(x / 6 + 0.5, 0), 1),
    {
      smooth: 'abs(u) != 3',
      sign: 'nonnegative',
      vanishes: true,
    },
  ),
];

function logistic(x: number): number {
  const e = Math.exp(-Math.abs(x));
  return x >= 0 ? 1 / (1 + e) : e / (1 + e);
}
function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}
/** The slope below zero is 0.01 unless given. */
function leaky(x: number, slope = 0.01): number {
  return x > 0 ? x : slope * x;
}
function elu(x: number, alpha = 1): number {
  return x > 0 ? x : alpha * Math.expm1(x);
}
