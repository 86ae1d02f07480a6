/** A sum's numeric content and sign, which go out of it in a product. */
import { Rational } from '../rational.js';
import type { Node, Term, Table } from './node.js';
import { bigGcd } from '../integers.js';

const { ONE } = Rational;

/** The greatest rational that leaves whole coefficients without common divisor. */
export function contentOf(sum: Node): Rational {
  return (sum.content ??=
    sum.terms.every((t) => isWhole(t.q)) && isWhole(sum.q) ? wholeContent(sum) : content(sum));
}
const isWhole = (q: Rational): boolean => q.d === 1 && typeof q.n === 'number';

function wholeContent(sum: Node): Rational {
  let g = Math.abs(Number(sum.q.n));
  for (const t of sum.terms) {
    let [a, b] = [Math.abs(Number(t.q.n)), g];
    while (b !== 0) [a, b] = [b, a % b];
    g = a;
    if (g === 1) return ONE;
  }
  return Rational.of(g);
}

function content(sum: Node): Rational {
  let [n, d] = [0n, 1n];
  const take = (q: Rational): void => {
    if (q.isZero) return;
    n = bigGcd(n, abs(BigInt(q.n)));
    const qd = BigInt(q.d);
    d = (d / bigGcd(d, qd)) * qd;
  };
  take(sum.q);
  for (const t of sum.terms) take(t.q);
  return Rational.of(n, d);
}
const abs = (x: bigint): bigint => (x < 0n ? -x : x);

/** Whether more terms are negative than positive; at a tie, whether that is which the question has first. */
export function negativeFirst(sum: Node): boolean {
  let balance = sum.q.sign as number;
  for (const t of sum.terms) balance += t.q.sign;
  return balance < 0 || (balance === 0 && leading(sum.terms).q.sign < 0);
}
const leading = (terms: readonly Term[]): Term => terms.reduce((a, b) => (b.m.order < a.m.order ? b : a));

/** What goes out of the sum in a product: its content, with the sign that it begins with. */
export const outOf = (sum: Node): Rational => (negativeFirst(sum) ? contentOf(sum).neg() : contentOf(sum));

/** The sum divided by a number. */
export function primitive(table: Table, sum: Node, by: Rational): Node {
  if (by.isOne) return sum;
  const k = by.inverse();
  return table.sum([...sum.terms.map((t) => ({ m: t.m, q: t.q.mul(k) })), { m: table.num(sum.q), q: k }]);
}
