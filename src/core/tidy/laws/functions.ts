/** Absolute values and signs, and functions recognised where the question uses them. */
import { Rational } from '../../rational.js';
import { law } from '../law.js';
import type { Factor, Node, Table } from '../node.js';
import { expandTerms } from './algebra.js';

const { ZERO, ONE, MINUS_ONE } = Rational;

/** u·sign u = |u|, |u|·sign u = u, u/|u| = sign u: each where both sides have a value, or neither. */
export const SIGN_PRODUCTS = law(
  'sign-products',
  'Sign and absolute value',
  'product',
  (n, { table }) => {
    const found: Node[] = [];
    for (const f of n.factors) {
      if (f.b.op !== 'call' || f.u !== table.one) continue;
      if (f.b.name !== 'sign' && f.b.name !== 'abs') continue;
      const u = f.b.args[0] as Node;
      const bars = table.call('abs', [u]);
      const replaced = (q: Rational, ...extra: readonly [Node, Rational][]): Node =>
        table.product(
          [
            ...n.factors.filter((g) => g !== f),
            { ...f, q },
            ...extra.map(([b, r]) => ({ b, u: table.one, q: r })),
          ],
          n.q,
        );
      if (f.b.name === 'sign' && f.q.isOne) {
        if (cancels(table, n, u)) found.push(replaced(ZERO, [u, MINUS_ONE], [bars, ONE]));
        if (cancels(table, n, bars)) found.push(replaced(ZERO, [u, ONE], [bars, MINUS_ONE]));
      }
      if (f.b.name === 'abs' && f.q.sign < 0 && f.q.isInteger)
        found.push(replaced(f.q.add(ONE), [table.call('sign', [u]), ONE], [u, MINUS_ONE]));
      if (f.b.name === 'sign') found.push(...powersOfSign(table, n, f), ...overBars(table, n, f));
      if (f.b.name === 'abs') {
        const square = n.factors.find((g) => g.b === u && g.u === table.one && g.q.isInteger && g.q.isEven);
        if (square && square.q.sign !== f.q.sign)
          found.push(replaced(f.q.add(square.q), [u, square.q.neg()]));
      }
    }
    return found;
  },
  'call',
);

/** (sign u)² = 1 and (sign u)³ = sign u, where u ≠ 0 is asked for besides. */
function powersOfSign(table: Table, n: Node, f: Factor): Node[] {
  const u = f.b.args[0] as Node;
  if (!f.q.isInteger || f.q.compare(Rational.TWO) < 0 || !isBelow(table, n, u)) return [];
  return [table.product([...n.factors.filter((g) => g !== f), { ...f, q: f.q.isEven ? ZERO : ONE }], n.q)];
}
const isBelow = (table: Table, n: Node, b: Node): boolean =>
  n.factors.some((g) => g.u === table.one && g.q.sign < 0 && (g.b === b || g.b === table.call('abs', [b])));

/** sign u = |u|/u for a product u: beside 1/|u|, whose bars went into its factors, that leaves 1/u. */
function overBars(table: Table, n: Node, f: Factor): Node[] {
  const u = f.b.args[0] as Node;
  if (u.op !== 'product' || !f.q.isOne) return [];
  const zeros = u.factors.filter((g) => g.u !== table.one || g.q.sign > 0);
  if (!zeros.every((g) => g.u === table.one && isBelow(table, n, g.b))) return [];
  const rest = n.factors.filter((g) => g !== f);
  const quotient = [
    { b: table.call('abs', [u]), u: table.one, q: ONE },
    { b: u, u: table.one, q: MINUS_ONE },
  ];
  return [table.product([...rest, ...quotient], n.q)];
}

/** Whether one more 1/b loses no point: b stands above by at least a whole power, or below already. */
function cancels(table: Table, n: Node, b: Node): boolean {
  const q = n.factors.find((f) => f.b === b && f.u === table.one)?.q;
  return q !== undefined && (q.sign < 0 || q.compare(ONE) >= 0);
}

/** 1/(1 + e^−u) = σ(u) and e^−u/(1 + e^−u) = 1 − σ(u), for those who write σ. */
export const RECOGNISE_SIGMOID = law(
  'recognise-sigmoid',
  'Recognise σ',
  'product',
  (n, { table, cost }) => {
    if (!cost.uses('sigmoid')) return [];
    for (const f of n.factors) {
      const v = f.u === table.one && f.q.isInteger && f.q.sign < 0 ? exponentOfOnePlus(table, f.b) : null;
      if (!v) continue;
      const power = table.pow(table.e, v);
      const above = power.op === 'product' ? shareOf(n, power) : 0;
      const count = Math.min(Number(f.q.neg().n), Math.max(0, above));
      const rest = table.product(
        [...n.factors.filter((g) => g !== f), { b: power, u: table.one, q: Rational.of(-count) }],
        n.q,
      );
      // σ(−v) = 1 − σ(v): which of them reads better shows in the whole.
      const powers = [f.q.neg().sub(Rational.of(count)), Rational.of(count)] as const;
      return [
        withSigmoid(table, rest, table.neg(v), powers),
        withSigmoid(table, rest, v, [powers[1], powers[0]]),
      ];
    }
    return [];
  },
  'sum',
);

/** rest·σ(w)^p·(1 − σ(w))^q. */
function withSigmoid(table: Table, rest: Node, w: Node, [p, q]: readonly [Rational, Rational]): Node {
  const sigma = table.call('sigmoid', [w]);
  const complement = table.sum([
    { m: table.one, q: ONE },
    { m: sigma, q: MINUS_ONE },
  ]);
  return table.product([
    { b: rest, u: table.one, q: ONE },
    { b: sigma, u: table.one, q: p },
    { b: complement, u: table.one, q },
  ]);
}

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

/** (u + 1)·u! = (u + 1)!. */
export const FACTORIALS = law(
  'factorial',
  'A factor joins the factorial',
  'product',
  (n, { table }) => {
    const found: Node[] = [];
    for (const f of n.factors) {
      if (f.b.op !== 'call' || f.b.name !== 'factorial' || !f.q.isOne || f.u !== table.one) continue;
      const next = table.add(f.b.args[0] as Node, table.one);
      const factor = n.factors.find((g) => g.b === next && g.u === table.one && g.q.compare(ONE) >= 0);
      if (!factor) continue;
      const rest = n.factors.map((g) => (g === f ? { ...f, b: table.call('factorial', [next]) } : g));
      found.push(table.product([...rest, { ...factor, q: MINUS_ONE }], n.q));
    }
    return found;
  },
  'call',
);

/** n·u! − (u + 1)! as (n − u − 1)·u!: the greater factorial by the lesser one. */
export const LESSER_FACTORIAL = law(
  'factorial',
  'A factorial by the one before it',
  'sum',
  (n, { table }) => {
    const found: Node[] = [];
    const factorials = new Set(
      n.terms.flatMap((t) => t.m.factors.map((f) => f.b).concat(t.m)).filter(isFactorial),
    );
    for (const lesser of factorials) {
      const next = table.add(lesser.args[0] as Node, table.one);
      const greater = table.call('factorial', [next]);
      if (!factorials.has(greater)) continue;
      const by = table.mul(next, lesser);
      const put = (m: Node): Node => {
        const f = m.factors.find((g) => g.b === greater && g.q.isOne && g.u === table.one);
        if (m === greater) return by;
        return f ? table.product([...m.factors.filter((g) => g !== f), { ...f, b: by }], m.q) : m;
      };
      const terms = n.terms.map((t) => ({ m: put(t.m), q: t.q }));
      const sum = table.sum([...terms, { m: table.num(n.q), q: ONE }]);
      found.push((sum.op === 'sum' && expandTerms(table, sum)) || sum);
    }
    return found;
  },
  'call',
);
const isFactorial = (n: Node): boolean => n.op === 'call' && n.name === 'factorial';

export const FUNCTION_LAWS = [FACTORIALS, LESSER_FACTORIAL, SIGN_PRODUCTS, RECOGNISE_SIGMOID];
