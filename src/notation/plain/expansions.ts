/** Functions that mathjs has not, by what it has: σ(u) is 1/(1 + exp(−u)). */
import {
  add,
  call,
  div,
  exp,
  mul,
  num,
  ONE,
  PI,
  piecewise,
  pow,
  relation,
  sqrt,
  sub,
  neg,
  TWO,
  ZERO,
  type Call,
  type Expr,
} from '../../core/expr.js';
import { functionRow, withDefaults } from '../../core/functions/index.js';
import { Rational } from '../../core/rational.js';

type Expansion = (u: Expr, v: Expr, w: Expr) => Expr;

const HALF = num(Rational.HALF);
const max = (...args: Expr[]): Expr => call('max', ...args);
const min = (...args: Expr[]): Expr => call('min', ...args);
const sigmoid = (u: Expr): Expr => div(ONE, add(ONE, exp(neg(u))));
const normcdf = (u: Expr): Expr => div(add(ONE, call('erf', div(u, sqrt(TWO)))), TWO);
// max(u, 0) + ln(1 + e^{−|u|}): ln(1 + e^u) without its overflow.
const softplus = (u: Expr): Expr => add(max(u, ZERO), call('log1p', exp(neg(call('abs', u)))));
const trunc = (u: Expr): Expr => mul(call('sign', u), call('floor', call('abs', u)));
const above = (u: Expr, bound: Expr): Expr => relation(['>'], [u, bound]);

const EXPANSIONS: ReadonlyMap<string, Expansion> = new Map<string, Expansion>([
  ['erfc', (u) => sub(ONE, call('erf', u))],
  ['normpdf', (u) => div(exp(div(neg(pow(u, TWO)), TWO)), sqrt(mul(TWO, PI)))],
  ['normcdf', normcdf],
  ['factorial', (u) => call('gamma', add(u, ONE))],
  ['beta', (u, v) => div(mul(call('gamma', u), call('gamma', v)), call('gamma', add(u, v)))],
  [
    'heaviside',
    (u) =>
      piecewise(
        [
          { value: ONE, condition: above(u, ZERO) },
          { value: ZERO, condition: relation(['<'], [u, ZERO]) },
        ],
        HALF,
      ),
  ],
  ['sinc', (u) => piecewise([{ value: ONE, condition: relation(['='], [u, ZERO]) }], div(call('sin', u), u))],
  // Halves go up, as in Math.round: mathjs's own round takes them away from zero.
  ['round', (u) => call('floor', add(u, HALF))],
  ['trunc', trunc],
  ['rem', (u, v) => sub(u, mul(v, trunc(div(u, v))))],
  ['clamp', (u, lower, upper) => min(max(u, lower), upper)],
  ['sigmoid', sigmoid],
  ['logit', (u) => call('ln', div(u, sub(ONE, u)))],
  ['relu', (u) => max(ZERO, u)],
  ['leakyrelu', (u, slope) => piecewise([{ value: u, condition: above(u, ZERO) }], mul(slope, u))],
  ['elu', (u, alpha) => piecewise([{ value: u, condition: above(u, ZERO) }], mul(alpha, call('expm1', u)))],
  ['gelu', (u) => mul(u, normcdf(u))],
  ['silu', (u) => div(u, add(ONE, exp(neg(u))))],
  ['softplus', softplus],
  ['mish', (u) => mul(u, call('tanh', softplus(u)))],
  ['softsign', (u) => div(u, add(ONE, call('abs', u)))],
  ['hardsigmoid', (u) => min(max(add(div(u, num(6)), HALF), ZERO), ONE)],
]);

/** Names of the functions that are spelled out. */
export const EXPANDED: readonly string[] = [...EXPANSIONS.keys()];

/** The call by functions that mathjs has, or null. */
export function expansion(e: Call): Expr | null {
  const expand = EXPANSIONS.get(e.fn);
  const row = functionRow(e.fn);
  const args = row && withDefaults(row, e.args);
  if (!expand || !args) return null;
  const [u, v, w] = args;
  return u ? expand(u, v ?? ZERO, w ?? ZERO) : null;
}
