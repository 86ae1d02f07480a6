/** How code spells the functions of the table: a member of Math, or an expression of such members. */
import {
  add, call, div, exp, mul, neg, num, ONE, piecewise, pow, relation, sqrt, sub, TWO, ZERO, type Call, type Expr,
} from '../../core/expr.js'; // prettier-ignore
import { functionRow, withDefaults } from '../../core/functions/index.js';
import { Rational } from '../../core/rational.js';

/** Members of Math, by function name. */
export const SPELLINGS: Readonly<Record<string, string>> = {
  sin: 'Math.sin',
  cos: 'Math.cos',
  tan: 'Math.tan',
  asin: 'Math.asin',
  acos: 'Math.acos',
  atan: 'Math.atan',
  atan2: 'Math.atan2',
  sinh: 'Math.sinh',
  cosh: 'Math.cosh',
  tanh: 'Math.tanh',
  asinh: 'Math.asinh',
  acosh: 'Math.acosh',
  atanh: 'Math.atanh',
  exp: 'Math.exp',
  expm1: 'Math.expm1',
  ln: 'Math.log',
  log1p: 'Math.log1p',
  log2: 'Math.log2',
  log10: 'Math.log10',
  abs: 'Math.abs',
  sign: 'Math.sign',
  floor: 'Math.floor',
  ceil: 'Math.ceil',
  round: 'Math.round',
  trunc: 'Math.trunc',
  hypot: 'Math.hypot',
  max: 'Math.max',
  min: 'Math.min',
};

type Expansion = (u: Expr, v: Expr, w: Expr) => Expr;
const HALF = num(Rational.HALF);
const reciprocal =
  (fn: string): Expansion =>
  (u) =>
    div(ONE, call(fn, u));
const ofReciprocal =
  (fn: string): Expansion =>
  (u) =>
    call(fn, div(ONE, u));
const positive = (u: Expr): Expr => relation(['>'], [u, ZERO]);
// σ(u) = 1/(1 + e^{−u}) runs to 0 and 1 without overflow: 1/(1 + ∞) is 0.
const sigmoid: Expansion = (u) => div(ONE, add(ONE, exp(neg(u))));
const softplus: Expansion = (u) => add(call('max', u, ZERO), call('log1p', exp(neg(call('abs', u)))));

const EXPANSIONS: ReadonlyMap<string, Expansion> = new Map<string, Expansion>([
  ['sec', reciprocal('cos')],
  ['csc', reciprocal('sin')],
  ['cot', reciprocal('tan')],
  ['sech', reciprocal('cosh')],
  ['csch', reciprocal('sinh')],
  ['coth', reciprocal('tanh')],
  ['asec', ofReciprocal('acos')],
  ['acsc', ofReciprocal('asin')],
  ['acot', ofReciprocal('atan')],
  ['asech', ofReciprocal('acosh')],
  ['acsch', ofReciprocal('asinh')],
  ['acoth', ofReciprocal('atanh')],
  ['log', (u, base) => div(call('ln', u), call('ln', base))],
  ['mod', (u, v) => sub(u, mul(v, call('floor', div(u, v))))],
  ['clamp', (u, lower, upper) => call('min', call('max', u, lower), upper)],
  [
    'heaviside',
    (u) =>
      piecewise(
        [
          { value: ONE, condition: positive(u) },
          { value: ZERO, condition: relation(['<'], [u, ZERO]) },
        ],
        HALF,
      ),
  ],
  ['sinc', (u) => piecewise([{ value: ONE, condition: relation(['='], [u, ZERO]) }], div(call('sin', u), u))],
  ['sigmoid', sigmoid],
  ['softplus', softplus],
  ['logit', (u) => call('ln', div(u, sub(ONE, u)))],
  ['silu', (u) => div(u, add(ONE, exp(neg(u))))],
  ['mish', (u, v, w) => mul(u, call('tanh', softplus(u, v, w)))],
  ['softsign', (u) => div(u, add(ONE, call('abs', u)))],
  ['relu', (u) => call('max', ZERO, u)],
  ['leakyrelu', (u, slope) => piecewise([{ value: u, condition: positive(u) }], mul(slope, u))],
  ['elu', (u, alpha) => piecewise([{ value: u, condition: positive(u) }], mul(alpha, call('expm1', u)))],
  ['hardsigmoid', (u) => call('min', call('max', add(div(u, num(6)), HALF), ZERO), ONE)],
  ['normpdf', (u) => div(exp(div(neg(pow(u, TWO)), TWO)), sqrt(mul(TWO, call('acos', num(-1)))))],
]);

/** Names of the functions that are spelled out by others. */
export const EXPANDED: readonly string[] = [...EXPANSIONS.keys()];

/** The call by functions that Math has; null where it has no such thing. */
export function expansion(e: Call): Expr | null {
  const expand = EXPANSIONS.get(e.fn);
  const row = functionRow(e.fn);
  const args = row && withDefaults(row, e.args);
  if (!expand || !args) return null;
  const [u, v, w] = args;
  return u ? expand(u, v ?? ZERO, w ?? ZERO) : null;
}
