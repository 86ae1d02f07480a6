/** Random expressions, and the normal form up to which a notation gives them back. */
import fc from 'fast-check';
import {
  add,
  call,
  constant,
  div,
  exp,
  mul,
  neg,
  num,
  piecewise,
  pow,
  product,
  relation,
  root,
  sub,
  sym,
  type Expr,
} from '../../../../src/core/expr.js';
import { mapChildren } from '../../../../src/core/walk.js';
import { Rational } from '../../../../src/core/rational.js';

export const POINT = { x: 1.37, y: 0.61, a: 2.3, n: 3, alpha: 0.45 } as const;
export const NAMES = Object.keys(POINT);

const numbers: fc.Arbitrary<Expr> = fc.oneof(
  fc.integer({ min: -12, max: 12 }).map((n) => num(n)),
  fc.constantFrom('0.5', '1.25', '0.50', '2.0').map((t) => num(Rational.parse(t) ?? 0, t)),
  fc
    .tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: 2, max: 7 }))
    .map(([n, d]) => num(Rational.of(n, d))),
);
const leaves: fc.Arbitrary<Expr> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('x', 'y', 'a', 'n', 'alpha').map((n) => sym(n)) },
  { weight: 3, arbitrary: numbers },
  { weight: 1, arbitrary: fc.constantFrom<Expr>(constant('pi'), constant('e')) },
);

const UNARY = [
  'sin',
  'cos',
  'tan',
  'sec',
  'asin',
  'atan',
  'sinh',
  'tanh',
  'ln',
  'log2',
  'abs',
  'sign',
  'erf',
];
const SPELLED_OUT = [
  'sigmoid',
  'relu',
  'softplus',
  'gelu',
  'silu',
  'mish',
  'softsign',
  'hardsigmoid',
  'erfc',
  'normpdf',
  'normcdf',
  'heaviside',
];

export interface Choices {
  /** Functions that plain notation spells by others. */
  readonly spelledOut?: boolean;
  readonly cases?: boolean;
}

/** Expressions over the names of POINT. */
export function expressions({ spelledOut = false, cases = true }: Choices = {}): fc.Arbitrary<Expr> {
  const names = spelledOut ? [...UNARY, ...SPELLED_OUT] : UNARY;
  return fc.letrec<{ e: Expr; smaller: Expr }>((tie) => ({
    e: fc.oneof({ depthSize: 'small', withCrossShrink: true }, leaves, tie('smaller')),
    smaller: fc.oneof<fc.Arbitrary<Expr>[]>(
      fc.array(tie('e'), { minLength: 2, maxLength: 4 }).map((es) => add(...es)),
      fc.array(tie('e'), { minLength: 2, maxLength: 4 }).map((es) => mul(...es)),
      fc.tuple(tie('e'), tie('e')).map(([u, v]) => sub(u, v)),
      fc.tuple(tie('e'), tie('e')).map(([u, v]) => div(u, v)),
      fc.tuple(tie('e'), tie('e')).map(([u, v]) => pow(u, v)),
      fc.tuple(tie('e'), fc.integer({ min: 2, max: 5 })).map(([u, n]) => root(u, num(n))),
      fc.tuple(fc.constantFrom(...names), tie('e')).map(([f, u]) => call(f, u)),
      fc
        .tuple(fc.constantFrom('max', 'min', 'atan2', 'hypot', 'log'), tie('e'), tie('e'))
        .map(([f, u, v]) => call(f, u, v)),
      tie('e').map((u) => exp(u)),
      tie('e').map((u) => neg(u)),
      ...(cases
        ? [
            fc
              .tuple(tie('e'), tie('e'), tie('e'), fc.constantFrom('<', '>=', '!=', '=' as const))
              .map(([u, v, w, op]) =>
                piecewise([{ value: u, condition: relation([op as '<'], [v, num(0)]) }], w),
              ),
          ]
        : []),
    ),
  })).e;
}

/**
 * The normal form of signs and quotients: a product's sign is one minus in front of it, a product in a product is
 * part of it, (−a)/b is −(a/b), a rational is a quotient of whole numbers, e^u is exp(u), and a case in the last place of
 * another is its next branch.
 */
export function signForm(e: Expr): Expr {
  const inner = mapChildren(e, signForm);
  switch (inner.kind) {
    case 'num':
      return numberForm(inner.value, inner.written);
    case 'mul':
      return productForm(inner.factors);
    case 'div': {
      const { negative, rest } = splitSign(inner.numer);
      return negative ? neg1(div(rest, inner.denom)) : inner;
    }
    case 'pow':
      return inner.base.kind === 'const' && inner.base.name === 'e' ? exp(inner.exponent) : inner;
    case 'piecewise': {
      const last = inner.otherwise;
      return last?.kind === 'piecewise'
        ? piecewise([...inner.branches, ...last.branches], last.otherwise)
        : inner;
    }
    default:
      return inner;
  }
}

function numberForm(value: Rational, written: string | null): Expr {
  const size = value.abs();
  const magnitude = written !== null || size.isInteger ? num(size) : div(num(size.n), num(size.d));
  return value.sign < 0 ? neg1(magnitude) : magnitude;
}
function productForm(factors: readonly Expr[]): Expr {
  const isNegative = factors.filter((f) => splitSign(f).negative).length % 2 === 1;
  const flat = factors.flatMap((f) => {
    const split = splitSign(f);
    if (split.negative && split.rest.kind === 'num' && split.rest.value.isOne) return [];
    return split.rest.kind === 'mul' ? split.rest.factors : [split.rest];
  });
  return isNegative ? neg1(product(flat)) : product(flat);
}
const MINUS = num(-1);
const neg1 = (e: Expr): Expr => (e.kind === 'mul' ? product([MINUS, ...e.factors]) : product([MINUS, e]));
function splitSign(e: Expr): { negative: boolean; rest: Expr } {
  if (e.kind !== 'mul' || e.factors[0] !== MINUS) return { negative: false, rest: e };
  return { negative: true, rest: product(e.factors.slice(1)) };
}
