/** Random expressions for properties. */
import fc from 'fast-check';
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

export const X = sym('x');
export const A = sym('a');

const leaf: fc.Arbitrary<Expr> = fc.oneof(
  { weight: 5, arbitrary: fc.constant(X) },
  { weight: 1, arbitrary: fc.constant(A) },
  { weight: 2, arbitrary: fc.integer({ min: -5, max: 6 }).map((n) => num(n)) },
  { weight: 1, arbitrary: fc.constant(PI) },
);

/** Functions of one argument that are smooth where they are defined. */
const UNARY = FUNCTIONS.filter(
  (f) => f.arity[1] === 1 && f.arity[0] === 1 && !f.step && f.derivatives[0] && f.name !== 'exp',
).map((f) => f.name);

/** Expressions in x and a parameter a, up to a few dozen nodes. */
export const expression: fc.Arbitrary<Expr> = fc.letrec<{ e: Expr }>((tie) => ({
  e: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('e'), { minLength: 2, maxLength: 3 }).map(sum),
    fc.array(tie('e'), { minLength: 2, maxLength: 3 }).map(product),
    fc.tuple(tie('e'), tie('e')).map(([a, b]) => div(a, b)),
    fc.tuple(tie('e'), fc.integer({ min: -3, max: 4 })).map(([a, n]) => pow(a, num(n))),
    fc.tuple(tie('e'), fc.constantFrom(2, 3)).map(([a, n]) => root(a, num(n))),
    fc.tuple(tie('e'), fc.constantFrom(...UNARY)).map(([a, f]) => call(f, a)),
    tie('e').map(exp),
    fc
      .tuple(tie('e'), fc.constantFrom('sin', 'cos', 'ln', 'sigmoid', 'tanh', 'abs'))
      .map(([a, f]) => call(f, a)),
    fc.tuple(leaf, tie('e')).map(([a, b]) => pow(a, b)),
    tie('e').map((a) => add(a, mul(num(-1), X))),
  ),
})).e;

/** Points of several scales and both signs. */
export const POINTS = [0.37, 1.43, -0.61, 2.71, -1.87, 0.083, 4.3, -3.7, 0.9, -0.2];
/** A value of the parameter. */
export const PARAMETER = 1.3;

const small = fc.constantFrom(-2, -1, 0, 1, 2).map((n) => num(n));
const pieceOf = (a: Expr, b: Expr, at: Expr, op: '<' | '<='): Expr =>
  piecewise([
    { value: a, condition: relation([op], [X, at]) },
    { value: b, condition: relation([op === '<' ? '>=' : '>'], [X, at]) },
  ]);

/** Expressions in x with kinks, jumps and ends of their domain, most of them at small whole numbers. */
export const kinked: fc.Arbitrary<Expr> = fc.letrec<{ e: Expr }>((tie) => ({
  e: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 4, arbitrary: fc.constant<Expr>(X) },
    { weight: 2, arbitrary: small.map((n) => add(X, n)) },
    { weight: 1, arbitrary: small },
    { weight: 2, arbitrary: fc.tuple(tie('e'), tie('e')).map(([a, b]) => add(a, b)) },
    { weight: 2, arbitrary: fc.tuple(tie('e'), tie('e')).map(([a, b]) => mul(a, b)) },
    { weight: 1, arbitrary: fc.tuple(tie('e'), tie('e')).map(([a, b]) => div(a, b)) },
    {
      weight: 1,
      arbitrary: fc.tuple(tie('e'), fc.integer({ min: 2, max: 3 })).map(([a, n]) => pow(a, num(n))),
    },
    { weight: 2, arbitrary: fc.tuple(tie('e'), fc.constantFrom(2, 3)).map(([a, n]) => root(a, num(n))) },
    { weight: 3, arbitrary: tie('e').map((a) => call('abs', a)) },
    {
      weight: 1,
      arbitrary: fc.tuple(tie('e'), fc.constantFrom('ln', 'exp', 'atan', 'sign')).map(([a, f]) => call(f, a)),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(tie('e'), tie('e'), fc.constantFrom('max', 'min'))
        .map(([a, b, f]) => call(f, a, b)),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(tie('e'), tie('e'), small, fc.constantFrom('<' as const, '<=' as const))
        .map(([a, b, at, op]) => pieceOf(a, b, at, op)),
    },
  ),
})).e;
