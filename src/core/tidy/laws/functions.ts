/** Absolute values and signs, and functions recognised where the question uses them. */
import { Rational } from '../../rational.js';
import { law } from '../law.js';
import type { Factor, Node } from '../node.js';
import type { Table } from '../table.js';

const { ONE, MINUS_ONE } = Rational;

/** u·sign u = |u|, |u|·sign u = u, u/|u| = sign u (u ≠ 0, where each left side may be used). */
export const SIGN_PRODUCTS = law('sign-products', 'Sign and absolute value', 'product', (n, { table }) => {
  const found: Node[] = [];
  for (const f of n.factors) {
    if (f.b.op !== 'call' || f.u !== table.one) continue;
    const u = f.b.args[0] as Node;
    const rest = n.factors.filter((g) => g !== f);
    const replaced = (extra: readonly [Node, Rational][], fq: Rational): Node =>
      table.product(
        [...rest, { ...f, q: fq }, ...extra.map(([b, q]): Factor => ({ b, u: table.one, q }))],
        n.q,
      );
    if (f.b.name === 'sign' && f.q.isOne) {
      found.push(
        replaced(
          [
            [u, MINUS_ONE],
            [table.call('abs', [u]), ONE],
          ],
          Rational.ZERO,
        ),
      );
      found.push(
        replaced(
          [
            [u, ONE],
            [table.call('abs', [u]), MINUS_ONE],
          ],
          Rational.ZERO,
        ),
      );
    }
    if (f.b.name === 'abs' && f.q.sign < 0 && f.q.isInteger) {
      found.push(
        replaced(
          [
            [table.call('sign', [u]), ONE],
            [u, MINUS_ONE],
          ],
          f.q.add(ONE),
        ),
      );
    }
  }
  return found;
});

/** 1/(1 + e^−u) = σ(u) and e^−u/(1 + e^−u) = 1 − σ(u), for those who write σ. */
export const RECOGNISE_SIGMOID = law('recognise-sigmoid', 'Recognise σ', 'product', (n, { table, cost }) => {
  if (!cost.uses('sigmoid')) return [];
  for (const f of n.factors) {
    const v = f.u === table.one && f.q.isInteger && f.q.sign < 0 ? exponentOfOnePlus(table, f.b) : null;
    if (!v) continue;
    const sigma = table.call('sigmoid', [table.neg(v)]);
    const complement = table.sum([
      { m: table.one, q: ONE },
      { m: sigma, q: MINUS_ONE },
    ]);
    const power = table.pow(table.e, v);
    const above = power.op === 'product' ? shareOf(n, power) : 0;
    const count = Math.min(Number(f.q.neg().n), Math.max(0, above));
    const rest = table.product(
      [...n.factors.filter((g) => g !== f), { b: power, u: table.one, q: Rational.of(-count) }],
      n.q,
    );
    return [
      table.product([
        { b: rest, u: table.one, q: ONE },
        { b: sigma, u: table.one, q: f.q.neg().sub(Rational.of(count)) },
        { b: complement, u: table.one, q: Rational.of(count) },
      ]),
    ];
  }
  return [];
});

/** v where the node is 1 + e^v. */
function exponentOfOnePlus(table: Table, s: Node): Node | null {
  const t = s.op === 'sum' && s.q.isOne && s.terms.length === 1 ? s.terms[0] : null;
  return t?.q.isOne && t.m.op === 'product' && t.m.factors.every((f) => f.b === table.e)
    ? table.exponentOf(t.m.factors)
    : null;
}

/** How many whole times the product holds a power product. */
function shareOf(n: Node, part: Node): number {
  let count = Infinity;
  for (const p of part.factors) {
    const f = n.factors.find((g) => g.b === p.b && g.u === p.u);
    count = Math.min(count, f ? Math.floor(f.q.div(p.q).toNumber()) : 0);
  }
  return Number.isFinite(count) ? count : 0;
}

export const FUNCTION_LAWS = [SIGN_PRODUCTS, RECOGNISE_SIGMOID];
