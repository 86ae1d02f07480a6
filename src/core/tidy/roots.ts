/** Roots of odd index, which negative numbers have too: calls `root(b, n)` of what may be negative, else powers. */
import { Rational } from '../rational.js';
import { contentOf, negativeFirst, primitive } from './content.js';
import type { Factor, Node, Table } from './node.js';

const { ONE, MINUS_ONE } = Rational;

/** Whether it is the n-th root, n odd, of what may be negative. */
export const isOddRoot = (n: Node): boolean =>
  n.op === 'call' && n.name === 'root' && n.args[1]?.op === 'num' && n.args[1].q.isInteger;

/** The n-th root as the power 1/n; an odd root of what may be negative has a value that the power hides. */
export function rootOf(table: Table, body: Node, index: Node): Node {
  if (index.op !== 'num' || !index.q.isInteger || index.q.sign <= 0)
    return table.pow(body, table.powq(index, MINUS_ONE));
  const q = index.q.inverse();
  const mixed = body.op === 'product' && body.factors.some((f) => table.sign(f.b) === 'unknown');
  if (index.q.isEven || (table.sign(body) !== 'unknown' && !mixed)) return table.powq(body, q);
  if (body.op === 'num') return table.neg(table.powq(table.neg(body), q));
  return body.op === 'product' ? rootOfProduct(table, body, index) : rootOfFactor(table, body, index);
}

/** The odd root factor by factor, as real odd roots allow: ∛(−8x²) is −2·(∛x)². */
function rootOfProduct(table: Table, body: Node, index: Node): Node {
  const q = index.q.inverse();
  const parts: Factor[] = [];
  const closed: Factor[] = [];
  const fold = foldedInto(table, body, index);
  for (const f of body.factors) {
    const sign = table.sign(f.b);
    if (f.u === table.one && f.q.isInteger && sign === 'unknown')
      parts.push({ b: rootOfFactor(table, f === fold?.of ? fold.sum : f.b, index), u: f.u, q: f.q });
    // A power that is no whole one needs b ≥ 0 already.
    else if (sign === 'positive' || f.u === table.one) parts.push({ b: f.b, u: f.u, q: f.q.mul(q) });
    else closed.push(f);
  }
  if (!fold && !body.q.abs().isOne) parts.push({ b: table.num(body.q.abs()), u: table.one, q });
  if (closed.length > 0)
    parts.push({
      b: table.rawCall('root', [table.productOf(ONE, closed), index], null),
      u: table.one,
      q: ONE,
    });
  return table.product(parts, body.q.sign < 0 ? MINUS_ONE : ONE);
}

/** ∛(4(x + 2)²) is (∛(2x + 4))²: a number whose root is irrational goes into the one bracket, if it is such a power. */
function foldedInto(table: Table, body: Node, index: Node): { of: Factor; sum: Node } | null {
  const q = body.q.abs();
  const sums = body.factors.filter((f) => f.b.op === 'sum' && f.u === table.one);
  const [of] = sums;
  if (!of || sums.length > 1 || q.isOne || !of.q.isInteger || table.sign(of.b) !== 'unknown') return null;
  if (table.radical(q, index.q.inverse()).rest.length === 0) return null;
  const power = Number(of.q.abs().n);
  const factor = power === 1 ? q : q.root(power);
  return factor && { of, sum: primitive(table, of.b, of.q.sign > 0 ? factor.inverse() : factor) };
}

/** The odd root of a factor by itself; out of a sum's goes its sign, and a whole power in its content. */
function rootOfFactor(table: Table, b: Node, index: Node): Node {
  if (table.sign(b) !== 'unknown') return table.powq(b, index.q.inverse());
  if (b.op === 'call' && isOddRoot(b)) {
    const [body, inner] = b.args as [Node, Node];
    return table.rawCall('root', [body, table.num(inner.q.mul(index.q))], null);
  }
  if (b.op !== 'sum') return table.rawCall('root', [b, index], null);
  const { coefficient, rest } = table.radical(contentOf(b), index.q.inverse());
  const whole = coefficient.isInteger || rest.length === 0 ? coefficient : ONE;
  const out = negativeFirst(b) ? whole.neg() : whole;
  const inside = out.isOne ? b : primitive(table, b, out.pow(Number(index.q.n)) as Rational);
  const root =
    table.sign(inside) === 'unknown'
      ? table.rawCall('root', [inside, index], null)
      : table.powq(inside, index.q.inverse());
  return table.scale(root, out);
}
