/** Random expressions with kinks, jumps, holes and ends of domains at any depth, most of them at plain places. */
import {
  add,
  call,
  div,
  mul,
  num,
  piecewise,
  pow,
  product,
  relation,
  root,
  sub,
  sum,
  ZERO,
  type Expr,
} from '../../../src/core/expr.js';
import { Rational } from '../../../src/core/rational.js';
import { Random, X } from './random.js';

/** The expression of a seed, of one letter. */
export function kinkedExpression(seed: number): Expr {
  const r = new Random(seed);
  const e = grow(r, r.whole(2, 12));
  // Steps stand beside the rest: where something else is ahead of them their jumps do not show, and no set says so.
  return r.next() < 0.1
    ? sum([e, call(r.pick(['floor', 'ceil', 'round', 'sign', 'heaviside']), leaf(r))])
    : e;
}

const small = (r: Random): Expr => num(r.whole(-3, 3));
function leaf(r: Random): Expr {
  const at = r.next();
  if (at < 0.5) return X;
  if (at < 0.75) return add(X, small(r));
  return at < 0.85 ? mul(num(r.pick([-2, -1, 2, 3])), X) : small(r);
}

function grow(r: Random, size: number): Expr {
  if (size <= 1) return leaf(r);
  const whole = TOTALS[TOTALS.length - 1] as number;
  const at = r.next() * whole;
  return (SHAPES[TOTALS.findIndex((t) => at < t)] as Shape)[1](r, size - 1);
}
const two = (r: Random, size: number): [Expr, Expr] => [grow(r, size >> 1), grow(r, size - (size >> 1))];

type Shape = readonly [weight: number, make: (r: Random, size: number) => Expr];
const SHAPES: readonly Shape[] = [
  [4, (r, s) => sum(two(r, s))],
  [4, (r, s) => product(two(r, s))],
  [1, (r, s) => sub(...two(r, s))],
  [2, (r, s) => div(...two(r, s))],
  [2, (r, s) => pow(grow(r, s), num(r.pick([2, 2, 3, -1, -2])))],
  [1, (r, s) => pow(grow(r, s), num(Rational.of(r.pick([1, 3, 5]), 2)))],
  [2, (r, s) => root(grow(r, s), num(r.pick([2, 3])))],
  [4, (r, s) => call('abs', grow(r, s))],
  [2, (r, s) => call(r.pick(['ln', 'exp', 'atan', 'tanh', 'sin', 'cos', 'sigmoid']), grow(r, s))],
  [2, (r, s) => call(r.pick(['relu', 'asin', 'acos']), grow(r, s))],
  [3, (r, s) => call(r.pick(['max', 'min']), ...two(r, s))],
  [1, (r, s) => call('atan2', add(X, small(r)), grow(r, s))],
  [3, pieces],
  // A condition as a factor, as programs have it.
  [
    1,
    (r, s) =>
      mul(piecewise([{ value: num(1), condition: compared(r, grow(r, s >> 1)) }], ZERO), grow(r, s >> 1)),
  ],
];
const TOTALS = SHAPES.reduce<number[]>((all, [w]) => [...all, (all[all.length - 1] ?? 0) + w], []);

const compared = (r: Random, e: Expr): Expr =>
  relation([r.pick(['<', '<=', '>', '>='] as const)], [e, small(r)]);

function pieces(r: Random, size: number): Expr {
  const [a, b] = two(r, size);
  if (r.next() < 0.2) {
    const place = small(r);
    return piecewise([{ value: a, condition: relation(['!='], [X, place]) }], small(r));
  }
  return piecewise([{ value: a, condition: compared(r, r.next() < 0.7 ? X : grow(r, 2)) }], b);
}
