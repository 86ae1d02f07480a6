/** Functions that mathjs has not, by what it has: σ(u) is 1/(1 + exp(−u)). */
import {
  add,
  call,
  div,
  exp,
  mul,
  neg,
  num,
  ONE,
  PI,
  pow,
  Rational,
  sqrt,
  sub,
  TWO,
  type Call,
  type Expr,
} from '../../core/index.js';
import { COMMON_EXPANSIONS, expanded, type Expansion } from '../expansions.js';

const HALF = num(Rational.HALF);
const normcdf = (u: Expr): Expr => div(add(ONE, call('erf', div(u, sqrt(TWO)))), TWO);
const trunc = (u: Expr): Expr => mul(call('sign', u), call('floor', call('abs', u)));

const EXPANSIONS: ReadonlyMap<string, Expansion> = new Map<string, Expansion>([
  ...COMMON_EXPANSIONS,
  ['erfc', (u) => sub(ONE, call('erf', u))],
  ['normpdf', (u) => div(exp(div(neg(pow(u, TWO)), TWO)), sqrt(mul(TWO, PI)))],
  ['normcdf', normcdf],
  ['factorial', (u) => call('gamma', add(u, ONE))],
  ['beta', (u, v) => div(mul(call('gamma', u), call('gamma', v)), call('gamma', add(u, v)))],
  // Halves go up, as in Math.round: mathjs's own round takes them away from zero.
  ['round', (u) => call('floor', add(u, HALF))],
  ['trunc', trunc],
  ['rem', (u, v) => sub(u, mul(v, trunc(div(u, v))))],
  ['gelu', (u) => mul(u, normcdf(u))],
]);

/** Names of the functions that are spelled out. */
export const EXPANDED: readonly string[] = [...EXPANSIONS.keys()];

/** The call by functions that mathjs has, or null. */
export const expansion = (e: Call): Expr | null => expanded(e, EXPANSIONS);
