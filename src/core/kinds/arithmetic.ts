/** Sums, products, quotients, powers and roots. */
import { div, plusminus, pow, product, root, sum, type Expr } from '../expr.js';
import { power, realRoot } from '../powers.js';
import { Rational } from '../rational.js';
import { rootOf } from '../tidy/roots.js';
import {
  isScalar,
  NO_HEAD,
  nth,
  opaque,
  plainCost,
  valueless,
  type Descriptions,
  type Shape,
  type Tape,
} from './description.js';

export const ARITHMETIC: Descriptions<'add' | 'mul' | 'div' | 'pow' | 'root' | 'plusminus'> = {
  add: {
    children: (e) => e.terms,
    over: (_, parts) => sum(parts),
    head: () => NO_HEAD,
    commutative: true,
    evaluate: (e, tape) => joined(e.terms, tape, (a, b) => a + b),
    lower: (e, table, go) =>
      table.sum(
        e.terms.map((t) => {
          const minus = subtracted(t);
          return minus ? { m: go(minus), q: Rational.MINUS_ONE } : { m: go(t), q: Rational.ONE };
        }),
      ),
    cost: (e, reading) => reading.sum(e),
    shape: (e, of) => firstShape(e.terms, of),
  },
  mul: {
    children: (e) => e.factors,
    over: (_, parts) => product(parts),
    head: () => NO_HEAD,
    commutative: true,
    evaluate: (e, tape) => joined(e.factors, tape, (a, b) => a * b),
    lower: (e, table, go) => {
      if (e.factors.some((f) => f.kind === 'div')) table.trace?.add('one-fraction');
      return table.product(e.factors.map((f) => ({ b: go(f), u: table.one, q: Rational.ONE })));
    },
    cost: (e, reading) => reading.product(e),
    shape: (e, of) => firstShape(e.factors, of),
  },
  div: {
    children: (e) => [e.numer, e.denom],
    over: (_, parts) => div(nth(parts, 0), nth(parts, 1)),
    head: () => NO_HEAD,
    commutative: false,
    evaluate: (e, tape) => tape.op([e.numer, e.denom], (a, b) => (b === 0 ? NaN : a / b)),
    lower: (e, table, go) => {
      const [above, below] = [go(e.numer), go(e.denom)];
      return below === table.one ? above : table.divide(above, below);
    },
    cost: (e, reading) => reading.quotient(e),
    shape: (e, of) => of(e.numer),
  },
  pow: {
    children: (e) => [e.base, e.exponent],
    over: (_, parts) => pow(nth(parts, 0), nth(parts, 1)),
    head: () => NO_HEAD,
    commutative: false,
    evaluate: (e, tape) => tape.op([e.base, e.exponent], power),
    lower: (e, table, go) => table.pow(go(e.base), go(e.exponent)),
    cost: (e, reading) => reading.power(e),
    shape: isScalar,
  },
  root: {
    children: (e) => [e.body, e.index],
    over: (_, parts) => root(nth(parts, 0), nth(parts, 1)),
    head: () => NO_HEAD,
    commutative: false,
    evaluate: (e, tape) => tape.op([e.body, e.index], realRoot),
    lower: (e, table, go) => rootOf(table, go(e.body), go(e.index)),
    cost: (e, reading) => reading.root(e),
    shape: isScalar,
  },
  plusminus: {
    children: (e) => e.args,
    over: (_, parts) => plusminus(...parts),
    head: () => NO_HEAD,
    commutative: false,
    evaluate: valueless,
    lower: opaque,
    cost: plainCost,
    shape: (e, of) => firstShape(e.args, of),
  },
};

/** Values put together from left to right. */
function joined(parts: readonly Expr[], tape: Tape, join: (a: number, b: number) => number): number {
  const from = parts.map((p) => tape.register(p));
  return tape.emit((r) => {
    let v = r[from[0] as number] as number;
    for (let i = 1; i < from.length; i++) v = join(v, r[from[i] as number] as number);
    return v;
  });
}

/** The sum u of a term −u, which opens whatever its content: x − (y + 1/2) is x − y − 1/2. */
function subtracted(term: Expr): Expr | null {
  if (term.kind !== 'mul' || term.factors.length !== 2) return null;
  const [sign, u] = term.factors as [Expr, Expr];
  return u.kind === 'add' && sign.kind === 'num' && sign.value.n === -1 && sign.value.d === 1 ? u : null;
}

/** The shape of what has one: a sum's terms have the same, and of a product's factors all others are scalars. */
function firstShape(parts: readonly Expr[], of: (part: Expr) => Shape): Shape {
  for (const p of parts) {
    const shape = of(p);
    if (shape) return shape;
  }
  return null;
}
