/** Random expressions from a seed, quick enough for a hundred thousand of them. */
import {
  add,
  call,
  div,
  exp,
  mul,
  num,
  PI,
  piecewise,
  pow,
  product,
  relation,
  root,
  sum,
  sym,
  type Expr,
} from '../../../src/core/expr.js';
import { FUNCTIONS } from '../../../src/core/functions/index.js';
import { Rational } from '../../../src/core/rational.js';

export const X = sym('x');
/** Names without a definition: parameters of the questions. */
export const PARAMETERS = [sym('a'), sym('n')] as const;

export class Random {
  constructor(private state: number) {}

  /** Uniform in [0, 1): mulberry32. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
  /** A whole number from low to high, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }
  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)] as T;
  }
}

/** Functions of one argument with a derivative; smooth, kinked and stepped ones. */
const UNARY = FUNCTIONS.filter(
  (f) => f.arity[0] === 1 && f.params.length > 0 && f.derivatives[0] && f.name !== 'exp',
).map((f) => f.name);
/** Those that notes are full of. */
const FREQUENT = ['sin', 'cos', 'tan', 'ln', 'sigmoid', 'tanh', 'abs', 'sinh', 'cosh', 'atan', 'erf', 'relu'];

/** The expression of a seed: from a single letter to a few dozen nodes. */
export function expression(seed: number): Expr {
  const random = new Random(seed);
  return grow(random, random.whole(1, 16));
}

/** An expression of about `size` nodes. */
function grow(r: Random, size: number): Expr {
  if (size <= 1) return leaf(r);
  const [total] = WEIGHTS.slice(-1) as [number];
  const at = r.next() * total;
  const shape = SHAPES[WEIGHTS.findIndex((w) => at < w)] as Shape;
  return shape.make(r, size - 1);
}

function leaf(r: Random): Expr {
  const at = r.next();
  if (at < 0.58) return X;
  if (at < 0.68) return r.pick(PARAMETERS);
  if (at < 0.93) return num(r.whole(-5, 6));
  return at < 0.96 ? PI : num(Rational.of(r.whole(-4, 5), r.whole(2, 4)));
}

interface Shape {
  readonly weight: number;
  readonly make: (r: Random, size: number) => Expr;
}

/** Two or three parts that share the size. */
function parts(r: Random, size: number): Expr[] {
  const count = size > 3 && r.next() < 0.35 ? 3 : 2;
  return Array.from({ length: count }, () => grow(r, Math.round((size / count) * (0.4 + 1.2 * r.next()))));
}

const SHAPES: readonly Shape[] = [
  { weight: 5, make: (r, s) => sum(parts(r, s)) },
  { weight: 5, make: (r, s) => product(parts(r, s)) },
  { weight: 2, make: (r, s) => add(grow(r, s - 3), mul(num(-1), grow(r, 2))) },
  { weight: 4, make: (r, s) => div(grow(r, s >> 1), grow(r, s >> 1)) },
  { weight: 4, make: (r, s) => pow(grow(r, s - 1), num(r.whole(-3, 4))) },
  { weight: 2, make: (r, s) => pow(grow(r, s - 1), num(Rational.of(r.whole(-5, 5), r.whole(2, 4)))) },
  { weight: 2, make: (r, s) => root(grow(r, s - 1), num(r.pick([2, 2, 3, 4, 5]))) },
  { weight: 3, make: (r, s) => exp(grow(r, s)) },
  { weight: 5, make: (r, s) => call(r.pick(FREQUENT), grow(r, s)) },
  { weight: 4, make: (r, s) => call(r.pick(UNARY), grow(r, s)) },
  { weight: 1, make: (r, s) => pow(num(r.whole(2, 5)), grow(r, s)) },
  { weight: 1, make: (r, s) => pow(grow(r, s >> 1), grow(r, s >> 1)) },
  { weight: 1, make: (r, s) => pow(grow(r, s - 1), r.pick(PARAMETERS)) },
  {
    weight: 1,
    make: (r, s) => call(r.pick(['min', 'max', 'hypot', 'atan2']), grow(r, s >> 1), grow(r, s >> 1)),
  },
  { weight: 1, make: branches },
];
const WEIGHTS = SHAPES.reduce<number[]>((all, s) => [...all, (all[all.length - 1] ?? 0) + s.weight], []);

/** Two branches that meet at a number which no point of the checks is near. */
function branches(r: Random, size: number): Expr {
  const condition = relation([r.pick(['<', '<=', '>', '>='] as const)], [X, num(r.whole(-2, 2))]);
  return piecewise([{ value: grow(r, size >> 1), condition }], grow(r, size >> 1));
}
