/** The special functions' rows; their numerics are in special.ts. */
import * as special from './special.js';
import { row, type FunctionRow } from './row.js';
import { gammaWide } from '../wide/functions.js';

const AWAY_FROM_ZERO = { sample: [[0.3, 4]] } as const;

/** 0 at 0, −1, −2 and so on, where the gamma function has its poles. */
const AT_COUNTING_NUMBERS = 'max(u, 0) + u - floor(u) != 0';

export const SPECIAL: readonly FunctionRow[] = [
  row('erf', 'error function', '2/sqrt(pi)*exp(-u^2)', special.erf, { parity: 'odd', bracketed: true }),
  row('erfc', 'complementary error function', '-2/sqrt(pi)*exp(-u^2)', special.erfc, { sign: 'positive' }),
  row('normpdf', 'normal density', '-u*normpdf(u)', special.normalDensity, {
    spelledOut: true,
    parity: 'even',
    sign: 'positive',
    bracketed: true,
  }),
  row('normcdf', 'normal distribution function', 'normpdf(u)', special.normalDistribution, {
    sign: 'positive',
    bracketed: true,
  }),
  row('gamma', 'gamma function', 'gamma(u)*digamma(u)', special.gamma, {
    wide: gammaWide,
    bracketed: true,
    poles: [AT_COUNTING_NUMBERS],
    ...AWAY_FROM_ZERO,
  }),
  row('factorial', 'factorial', 'gamma(u + 1)*digamma(u + 1)', (x) => special.gamma(x + 1), {
    poles: ['max(u + 1, 0) + u - floor(u) != 0'],
    ...AWAY_FROM_ZERO,
  }),
  row('lngamma', 'logarithm of the gamma function', 'digamma(u)', special.lnGamma, AWAY_FROM_ZERO),
  row('digamma', 'digamma function', 'trigamma(u)', special.digamma, {
    bracketed: true,
    poles: [AT_COUNTING_NUMBERS],
    ...AWAY_FROM_ZERO,
  }),
  row('trigamma', 'trigamma function', null, special.trigamma, {
    poles: [AT_COUNTING_NUMBERS],
    ...AWAY_FROM_ZERO,
  }),
  row(
    'beta',
    'beta function',
    ['beta(u, v)*(digamma(u) - digamma(u + v))', 'beta(u, v)*(digamma(v) - digamma(u + v))'],
    (a, b = NaN) => special.beta(a, b),
    {
      sample: [
        [0.3, 4],
        [0.3, 4],
      ],
    },
  ),
  row('lambertw', 'Lambert W function', 'exp(-lambertw(u))/(1 + lambertw(u))', special.lambertW, {
    domain: 'u >= -exp(-1)',
    sample: [[-0.2, 4]],
  }),
  row('Si', 'sine integral', 'sin(u)/u', special.sineIntegral, { parity: 'odd', ...AWAY_FROM_ZERO }),
  row('Ci', 'cosine integral', 'cos(u)/u', special.cosineIntegral, { domain: 'u > 0', ...AWAY_FROM_ZERO }),
  row('Ei', 'exponential integral', 'exp(u)/u', special.exponentialIntegral, AWAY_FROM_ZERO),
  row('sinc', 'cardinal sine', '(u*cos(u) - sin(u))/u^2', (x) => (x === 0 ? 1 : Math.sin(x) / x), {
    parity: 'even',
    ...AWAY_FROM_ZERO,
  }),
];
