/** Functions of the table spelled out by others: σ(u) is 1/(1 + exp(−u)). Notations without a name for them take these. */
import {
  add,
  call,
  div,
  exp,
  functionRow,
  mul,
  neg,
  num,
  ONE,
  piecewise,
  Rational,
  relation,
  sub,
  withDefaults,
  ZERO,
  type Call,
  type Expr,
} from '../core/index.js';

/** The value at as many arguments as the function has; those that it has not are 0. */
export type Expansion = (u: Expr, v: Expr, w: Expr) => Expr;

const HALF = num(Rational.HALF);
const above0 = (u: Expr): Expr => relation(['>'], [u, ZERO]);
const max = (u: Expr, v: Expr): Expr => call('max', u, v);
const min = (u: Expr, v: Expr): Expr => call('min', u, v);
// Runs to 0 and 1 without overflow: 1/(1 + ∞) is 0.
const sigmoid = (u: Expr): Expr => div(ONE, add(ONE, exp(neg(u))));
// max(u, 0) + ln(1 + e^{−|u|}): ln(1 + e^u) without its overflow.
const softplus = (u: Expr): Expr => add(max(u, ZERO), call('log1p', exp(neg(call('abs', u)))));

/** By max, min, abs, sin, tanh, exp, expm1, ln and log1p, which every notation of programs has. */
export const COMMON_EXPANSIONS: ReadonlyMap<string, Expansion> = new Map<string, Expansion>([
  [
    'heaviside',
    (u) =>
      piecewise(
        [
          { value: ONE, condition: above0(u) },
          { value: ZERO, condition: relation(['<'], [u, ZERO]) },
        ],
        HALF,
      ),
  ],
  ['sinc', (u) => piecewise([{ value: ONE, condition: relation(['='], [u, ZERO]) }], div(call('sin', u), u))],
  ['clamp', (u, lower, upper) => min(max(u, lower), upper)],
  ['sigmoid', sigmoid],
  ['logit', (u) => call('ln', div(u, sub(ONE, u)))],
  ['relu', (u) => max(ZERO, u)],
  ['leakyrelu', (u, slope) => piecewise([{ value: u, condition: above0(u) }], mul(slope, u))],
  ['elu', (u, alpha) => piecewise([{ value: u, condition: above0(u) }], mul(alpha, call('expm1', u)))],
  ['silu', (u) => div(u, add(ONE, exp(neg(u))))],
  ['softplus', softplus],
  ['mish', (u) => mul(u, call('tanh', softplus(u)))],
  ['softsign', (u) => div(u, add(ONE, call('abs', u)))],
  ['hardsigmoid', (u) => min(max(add(div(u, num(6)), HALF), ZERO), ONE)],
]);

/** The call as its row of a table spells it out; null where the table has none. */
export function expanded(e: Call, table: ReadonlyMap<string, Expansion>): Expr | null {
  const expand = table.get(e.fn);
  const row = functionRow(e.fn);
  const args = row && withDefaults(row, e.args);
  if (!expand || !args) return null;
  const [u, v, w] = args;
  return u ? expand(u, v ?? ZERO, w ?? ZERO) : null;
}
