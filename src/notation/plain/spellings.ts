/** How plain notation (mathjs's) spells the functions, by function name, and the names that it reads besides. */
import { call, diff, functionRow, MOST_ARGUMENTS, num, pow, root, type Expr } from '../../core/index.js';

/** What mathjs itself computes, by function name. Functions without an entry are spelled out, or have no spelling. */
export const SPELLINGS: Readonly<Record<string, string>> = {
  sin: 'sin',
  cos: 'cos',
  tan: 'tan',
  cot: 'cot',
  sec: 'sec',
  csc: 'csc',
  asin: 'asin',
  acos: 'acos',
  atan: 'atan',
  acot: 'acot',
  asec: 'asec',
  acsc: 'acsc',
  sinh: 'sinh',
  cosh: 'cosh',
  tanh: 'tanh',
  coth: 'coth',
  sech: 'sech',
  csch: 'csch',
  asinh: 'asinh',
  acosh: 'acosh',
  atanh: 'atanh',
  acoth: 'acoth',
  asech: 'asech',
  acsch: 'acsch',
  exp: 'exp',
  expm1: 'expm1',
  ln: 'log',
  log: 'log',
  log1p: 'log1p',
  log2: 'log2',
  log10: 'log10',
  abs: 'abs',
  sign: 'sign',
  floor: 'floor',
  ceil: 'ceil',
  mod: 'mod',
  min: 'min',
  max: 'max',
  hypot: 'hypot',
  atan2: 'atan2',
  erf: 'erf',
  gamma: 'gamma',
  lngamma: 'lgamma',
};

/** Other names that are read as functions with a row. */
const ALIASES: Readonly<Record<string, string>> = {
  ln: 'ln',
  arcsin: 'asin',
  arccos: 'acos',
  arctan: 'atan',
  arccot: 'acot',
  arcsec: 'asec',
  arccsc: 'acsc',
  arctan2: 'atan2',
  arcsinh: 'asinh',
  arccosh: 'acosh',
  arctanh: 'atanh',
  arsinh: 'asinh',
  arcosh: 'acosh',
  artanh: 'atanh',
  arcoth: 'acoth',
  arsech: 'asech',
  arcsch: 'acsch',
  cosec: 'csc',
  cotan: 'cot',
  sgn: 'sign',
  fabs: 'abs',
  lgamma: 'lngamma',
  loggamma: 'lngamma',
  lnGamma: 'lngamma',
  Gamma: 'gamma',
  lambertW: 'lambertw',
  swish: 'silu',
  logistic: 'sigmoid',
  expit: 'sigmoid',
  maximum: 'max',
  minimum: 'min',
};

type Maker = (args: readonly Expr[]) => Expr | null;
const one =
  (f: (u: Expr) => Expr): Maker =>
  ([u, ...more]) =>
    u && more.length === 0 ? f(u) : null;
const two =
  (f: (u: Expr, v: Expr) => Expr): Maker =>
  ([u, v, ...more]) =>
    u && v && more.length === 0 ? f(u, v) : null;
const oneOrTwo =
  (f: (u: Expr) => Expr, g: (u: Expr, v: Expr) => Expr): Maker =>
  ([u, v, ...more]) =>
    u && more.length === 0 ? (v ? g(u, v) : f(u)) : null;

/** Names whose tree is no call of the same name. */
const MAKERS: Readonly<Record<string, Maker>> = {
  sqrt: one((u) => root(u, num(2))),
  cbrt: one((u) => root(u, num(3))),
  nthRoot: oneOrTwo(
    (u) => root(u, num(2)),
    (u, n) => root(u, n),
  ),
  pow: two(pow),
  power: two(pow),
  square: one((u) => pow(u, num(2))),
  cube: one((u) => pow(u, num(3))),
  log: oneOrTwo(
    (u) => call('ln', u),
    (u, base) => call('log', u, base),
  ),
  derivative: two((u, x) => diff(u, x)),
};

/** Functions of mathjs that have no meaning here: a call of them is no call of an unknown function. */
export const FOREIGN: ReadonlySet<string> = new Set([
  'arg',
  'bernoulli',
  'catalan',
  'ceiling',
  'combinations',
  'complex',
  'composition',
  'conj',
  'cross',
  'cumsum',
  'det',
  'dot',
  'dotDivide',
  'dotMultiply',
  'dotPow',
  'eigs',
  'evaluate',
  'expm',
  'fix',
  'fraction',
  'gcd',
  'identity',
  'im',
  'import',
  'integrate',
  'inv',
  'isPrime',
  'kron',
  'lcm',
  'limit',
  'map',
  'matrix',
  'mean',
  'median',
  'mode',
  'multinomial',
  'norm',
  'nthRoots',
  'ones',
  'parse',
  'permutations',
  'pickRandom',
  'prod',
  'quantileSeq',
  'random',
  'randomInt',
  're',
  'simplify',
  'solve',
  'sqrtm',
  'std',
  'subset',
  'sum',
  'trace',
  'transpose',
  'unit',
  'variance',
  'xgcd',
  'zeros',
  'zeta',
]);

/** Whether a name in front of a bracket is a function with a row, or one spelled by other nodes. */
export const isFunctionName = (name: string): boolean =>
  Object.hasOwn(MAKERS, name) || rowName(name) !== null;

/** The tree of a call by its plain name, or null for a wrong number of arguments. */
export function callOf(name: string, args: readonly Expr[]): Expr | null {
  const maker = Object.hasOwn(MAKERS, name) ? MAKERS[name] : undefined;
  if (maker) return maker(args);
  const fn = rowName(name);
  const row = fn === null ? null : functionRow(fn);
  if (!row) return null;
  const [least, most] = row.arity;
  return args.length >= least && args.length <= most ? call(row.name, ...args) : null;
}

/** Whether it is a function of any number of arguments, within reason. */
export const takesAnyNumber = (name: string): boolean =>
  functionRow(rowName(name) ?? '')?.arity[1] === MOST_ARGUMENTS;

/** "1 argument", "1 or 2 arguments": for the message about a wrong number of them. */
export function arityInWords(name: string): string {
  const [least, most] = MAKER_ARITIES.get(name) ?? functionRow(rowName(name) ?? '')?.arity ?? [1, 1];
  const range =
    least === most
      ? String(least)
      : most > 9
        ? `at least ${String(least)}`
        : `${String(least)} or ${String(most)}`;
  return `${range} argument${range === '1' ? '' : 's'}`;
}
const MAKER_ARITIES: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['nthRoot', [1, 2]],
  ['log', [1, 2]],
  ['pow', [2, 2]],
  ['power', [2, 2]],
  ['derivative', [2, 2]],
]);

function rowName(name: string): string | null {
  const known = Object.hasOwn(ALIASES, name) ? ALIASES[name] : undefined;
  if (known !== undefined) return known;
  if (functionRow(name)) return name;
  const lower = name.toLowerCase();
  // ReLU, GELU, SiLU; but a single capital is a letter.
  return name.length > 2 && lower !== name && functionRow(lower) ? lower : null;
}
