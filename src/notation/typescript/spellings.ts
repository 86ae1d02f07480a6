/** How code spells the functions of the table: a member of Math, or an expression of such members. */
import {
  call,
  div,
  exp,
  mul,
  neg,
  num,
  ONE,
  pow,
  sqrt,
  sub,
  TWO,
  type Call,
  type Expr,
} from '../../core/index.js';
import { COMMON_EXPANSIONS, expanded, type Expansion } from '../expansions.js';

/** Members of Math, by function name. */
export const SPELLINGS: Readonly<Record<string, string>> = {
  sin: 'sin',
  cos: 'cos',
  tan: 'tan',
  asin: 'asin',
  acos: 'acos',
  atan: 'atan',
  atan2: 'atan2',
  sinh: 'sinh',
  cosh: 'cosh',
  tanh: 'tanh',
  asinh: 'asinh',
  acosh: 'acosh',
  atanh: 'atanh',
  exp: 'exp',
  expm1: 'expm1',
  ln: 'log',
  log1p: 'log1p',
  log2: 'log2',
  log10: 'log10',
  abs: 'abs',
  sign: 'sign',
  floor: 'floor',
  ceil: 'ceil',
  round: 'round',
  trunc: 'trunc',
  hypot: 'hypot',
  max: 'max',
  min: 'min',
};

const reciprocal =
  (fn: string): Expansion =>
  (u) =>
    div(ONE, call(fn, u));
const ofReciprocal =
  (fn: string): Expansion =>
  (u) =>
    call(fn, div(ONE, u));

const EXPANSIONS: ReadonlyMap<string, Expansion> = new Map<string, Expansion>([
  ...COMMON_EXPANSIONS,
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
  ['normpdf', (u) => div(exp(div(neg(pow(u, TWO)), TWO)), sqrt(mul(TWO, call('acos', num(-1)))))],
]);

/** Names of the functions that are spelled out by others. */
export const EXPANDED: readonly string[] = [...EXPANSIONS.keys()];

/** The call by functions that Math has; null where it has no such thing. */
export const expansion = (e: Call): Expr | null => expanded(e, EXPANSIONS);
