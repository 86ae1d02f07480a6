/** The members of Math, as they are read. */
import {
  call,
  div,
  E,
  functionRow,
  INFINITY,
  MOST_ARGUMENTS,
  neg,
  num,
  ONE,
  PI,
  pow,
  root,
  sqrt,
  sum,
  TWO,
  ZERO,
  type Expr,
} from '../../core/index.js';
import { SPELLINGS } from './spellings.js';

interface MathFunction {
  readonly least: number;
  readonly most: number;
  readonly make: (args: readonly Expr[]) => Expr;
}

const one = (make: (u: Expr) => Expr): MathFunction => ({ least: 1, most: 1, make: ([u = ZERO]) => make(u) });
const two = (make: (u: Expr, v: Expr) => Expr): MathFunction => ({
  least: 2,
  most: 2,
  make: ([u = ZERO, v = ZERO]) => make(u, v),
});
const same = (name: string): MathFunction => one((u) => call(name, u));

/** Names whose function of one argument has a row of the same name. */
const SAME = Object.entries(SPELLINGS)
  .filter(([fn, name]) => fn === name && functionRow(fn)?.arity[1] === 1)
  .map(([fn]) => fn);

const FUNCTIONS: ReadonlyMap<string, MathFunction> = new Map<string, MathFunction>([
  ...SAME.map((name) => [name, same(name)] as const),
  ['log', one((u) => call('ln', u))],
  ['sqrt', one((u) => sqrt(u))],
  ['cbrt', one((u) => root(u, num(3)))],
  ['pow', two(pow)],
  ['atan2', two((y, x) => call('atan2', y, x))],
  ['max', { least: 0, most: MOST_ARGUMENTS, make: (args) => extremum('max', args, neg(INFINITY)) }],
  ['min', { least: 0, most: MOST_ARGUMENTS, make: (args) => extremum('min', args, INFINITY) }],
  ['hypot', { least: 0, most: MOST_ARGUMENTS, make: hypotenuse }],
]);

function extremum(name: string, args: readonly Expr[], empty: Expr): Expr {
  const [only] = args;
  return only === undefined ? empty : args.length === 1 ? only : call(name, ...args);
}

/** √(u² + v² + …); of one length its absolute value. */
function hypotenuse(args: readonly Expr[]): Expr {
  const [u, v] = args;
  if (!u) return ZERO;
  if (!v) return call('abs', u);
  return args.length === 2 ? call('hypot', u, v) : sqrt(sum(args.map((a) => pow(a, TWO))));
}

const CONSTANTS: ReadonlyMap<string, Expr> = new Map<string, Expr>([
  ['PI', PI],
  ['E', E],
  ['LN2', call('ln', TWO)],
  ['LN10', call('ln', num(10))],
  ['LOG2E', div(ONE, call('ln', TWO))],
  ['LOG10E', div(ONE, call('ln', num(10)))],
  ['SQRT2', sqrt(TWO)],
  ['SQRT1_2', div(ONE, sqrt(TWO))],
]);

/** Why a member of Math has no derivative here. */
const REFUSED: ReadonlyMap<string, string> = new Map([
  ['random', 'Math.random() gives another value each time, so it has no derivative.'],
  ['fround', 'Math.fround() rounds to single precision, which has no derivative.'],
  ['f16round', 'Math.f16round() rounds to half precision, which has no derivative.'],
  ['clz32', 'Math.clz32() counts bits, which has no derivative.'],
  ['imul', 'Math.imul() multiplies 32-bit integers, which has no derivative.'],
]);

export const mathFunction = (name: string): MathFunction | null => FUNCTIONS.get(name) ?? null;
export const mathConstant = (name: string): Expr | null => CONSTANTS.get(name) ?? null;
export const whyNotMath = (name: string): string =>
  REFUSED.get(name) ?? `Math.${name} is not a function that is known here.`;
