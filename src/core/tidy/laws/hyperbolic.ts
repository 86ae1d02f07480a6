/** Hyperbolic functions and exponentials. */
import { Rational } from '../../rational.js';
import { law } from '../law.js';
import type { Node, Table } from '../node.js';

const { ONE, MINUS_ONE, TWO } = Rational;

/** ½(e^u + e^−u) = cosh u, ½(e^u − e^−u) = sinh u. */
export const HYPERBOLIC_HALF = law(
  'hyperbolic',
  'Definition of the hyperbolic functions',
  'product',
  (n, { table }) => {
    if (!isHalf(n.q)) return [];
    return n.factors.flatMap((f) => {
      const named = f.b.op === 'sum' && f.q.isOne && f.u === table.one ? recognised(table, f.b) : null;
      const rest = n.factors.filter((g) => g !== f);
      return named ? [table.product([...rest, { b: named, u: table.one, q: ONE }], n.q)] : [];
    });
  },
  'sum',
);
/** e^u + e^−u among other terms, where the hyperbolic functions are at home. */
export const HYPERBOLIC = law(
  'hyperbolic',
  'Definition of the hyperbolic functions',
  'sum',
  (n, { table, cost }) => {
    const isAtHome = cost.uses('cosh') || n.terms.some((t) => isHalf(t.q));
    const named = isAtHome ? recognised(table, n) : null;
    return named ? [named] : [];
  },
);
const isHalf = (q: Rational): boolean => Number(q.d) % 2 === 0;

/** The sum with its e^u ± e^−u as 2 cosh u or 2 sinh u. */
function recognised(table: Table, n: Node): Node | null {
  for (const t of n.terms) {
    if (!isExponential(table, t.m)) continue;
    const other = table.powq(t.m, MINUS_ONE);
    const o = other === t.m ? undefined : n.terms.find((x) => x.m === other);
    if (!o?.q.abs().equals(t.q.abs())) continue;
    const exponent = table.exponentOf(t.m.factors);
    const [u, up] =
      exponent.op === 'product' && exponent.q.sign < 0 ? [table.neg(exponent), o] : [exponent, t];
    const name = o.q.equals(t.q) ? 'cosh' : 'sinh';
    return table.sum([
      ...n.terms.filter((x) => x !== t && x !== o),
      { m: table.call(name, [u]), q: up.q.mul(TWO) },
      { m: table.num(n.q), q: ONE },
    ]);
  }
  return null;
}
const isExponential = (table: Table, m: Node): boolean =>
  m.op === 'product' && m.q.isOne && m.factors.every((f) => f.b === table.e);

/** R·cosh u + R·sinh u = R·e^u, and R·cosh u − R·sinh u = R·e^−u. */
export const HYPERBOLIC_SUM = law(
  'hyperbolic',
  'Definition of the hyperbolic functions',
  'sum',
  (n, { table }) => {
    for (const t of n.terms) {
      const list = t.m.op === 'product' ? t.m.factors : [{ b: t.m, u: table.one, q: ONE }];
      const f = list.find((x) => x.b.op === 'call' && x.b.name === 'cosh' && x.u === table.one && x.q.isOne);
      if (!f) continue;
      const [u] = f.b.args as readonly [Node];
      const rest = list.filter((x) => x !== f);
      const sine = table.product([...rest, { b: table.call('sinh', [u]), u: table.one, q: ONE }]);
      const o = n.terms.find((x) => x.m === sine);
      if (!o?.q.abs().equals(t.q.abs())) continue;
      const exponential = table.pow(table.e, o.q.equals(t.q) ? u : table.neg(u));
      return [
        table.sum([
          ...n.terms.filter((x) => x !== t && x !== o),
          { m: table.product([...rest, { b: exponential, u: table.one, q: ONE }]), q: t.q },
          { m: table.num(n.q), q: ONE },
        ]),
      ];
    }
    return [];
  },
  'call',
);

/** 1 − tanh²u by itself stays as the table has it; as a factor it is sech²u, and √(1 − tanh²u) is sech u. */
export const SECH_SQUARED = law(
  'pythagoras',
  'Pythagorean identity',
  'product',
  (n, { table }) => {
    for (const f of n.factors) {
      const tangent = f.u === table.one ? complementOfTanh(f.b) : null;
      if (!tangent) continue;
      const sign = f.b.q.sign;
      if (sign < 0 && !f.q.isInteger) continue;
      const sech = { b: table.call('sech', tangent.args), u: table.one, q: f.q.mul(TWO) };
      const rest = n.factors.filter((g) => g !== f);
      return [table.product([...rest, sech], sign < 0 && !f.q.isEven ? n.q.neg() : n.q)];
    }
    return [];
  },
  'sum',
);

/** tanh u where the sum is ±(1 − tanh²u). */
export function complementOfTanh(s: Node): Node | null {
  const t = s.op === 'sum' && s.terms.length === 1 && s.q.abs().isOne ? s.terms[0] : undefined;
  const f = t?.m.op === 'product' && t.m.factors.length === 1 ? t.m.factors[0] : undefined;
  const isTanh = f?.b.op === 'call' && f.b.name === 'tanh' && f.u.op === 'num' && f.q.equals(TWO);
  return isTanh && t?.q.equals(s.q.neg()) ? f.b : null;
}

export const HYPERBOLICS = [HYPERBOLIC, HYPERBOLIC_HALF, HYPERBOLIC_SUM, SECH_SQUARED];
