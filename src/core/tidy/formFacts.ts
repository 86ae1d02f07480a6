/** What the rules of form look at in a node: its fractions, its exponentials, its functions. */
import { Rational } from '../rational.js';
import { primitive } from './content.js';
import type { Factor, Node, Table } from './node.js';

export const factorsOf = (table: Table, m: Node): readonly Factor[] =>
  m.op === 'product' ? m.factors : m.op === 'num' ? [] : [{ b: m, u: table.one, q: m.q }];

const isBelow = (table: Table, f: Factor): boolean => f.q.sign < 0 && f.u === table.one && f.b !== table.e;
/** The factors below the line: not the x⁻¹ of xⁿ⁻¹. */
const below = (table: Table, m: Node): readonly Factor[] =>
  m.op === 'product'
    ? m.factors.filter((f) => isBelow(table, f) && !m.factors.some((g) => g.b === f.b && g.u !== f.u))
    : [];

export const dividesBy = (table: Table, m: Node, which: (b: Node) => boolean): boolean =>
  below(table, m).some((f) => which(f.b));

/** a/√x + b/√x: one denominator already; and a/√(v + ε) + b/(n√(v + ε)), but for a letter. */
export function haveOneDenominator(table: Table, sum: Node): boolean {
  if (!sum.q.isZero) return false;
  const all = sum.terms.map((t) => below(table, t.m));
  return areAlike(all) || areAlike(all.map((fs) => fs.filter((f) => f.b.op !== 'atom')));
}
function areAlike([first = [], ...others]: readonly (readonly Factor[])[]): boolean {
  const isIn = (f: Factor, list: readonly Factor[]): boolean =>
    list.some((g) => g.b === f.b && g.q.equals(f.q));
  return first.length > 0 && others.every((o) => o.length === first.length && first.every((f) => isIn(f, o)));
}

/** The one sum with fractions in a product that has nothing below the line else. */
export function onlySum(table: Table, n: Node): Node | null {
  const sums = n.factors.filter(
    (f) => f.b.op === 'sum' && f.b.terms.some((t) => dividesBy(table, t.m, () => true)),
  );
  const [only] = sums;
  if (!only?.q.isOne || sums.length > 1 || below(table, n).length > 0) return null;
  return only.b;
}

/**
 * Whether the numerator over the common denominator has fewer terms than the numerators that went into it: as they stand, or
 * multiplied out where it is.
 */
export function meetIn(table: Table, from: Node, made: Node): boolean {
  const above = factorsOf(table, made).filter((f) => f.q.sign > 0 && f.b.op === 'sum' && f.u === table.one);
  const isOpen = !above.some((f) => f.b.terms.some((t) => factorsOf(table, t.m).some((g) => isOpenSum(g))));
  const before = from.terms.reduce(
    (s, t) => s + (isOpen ? widthOver(table, t.m, made) : 1),
    from.q.isZero ? 0 : isOpen ? widthOver(table, table.one, made) : 1,
  );
  return above.reduce((w, f) => w * powerWidth(f), 1) < before;
}
const isOpenSum = (f: Factor): boolean =>
  f.b.op === 'sum' && f.q.sign > 0 && f.q.isInteger && f.u.op === 'num';
/** How many terms a term has once it is multiplied out over the denominators of the whole. */
function widthOver(table: Table, m: Node, whole: Node): number {
  const own = factorsOf(table, m);
  let w = own.reduce((product, f) => product * (isOpenSum(f) ? powerWidth(f) : 1), 1);
  for (const d of factorsOf(table, whole)) {
    if (!isBelow(table, d) || d.b.op !== 'sum') continue;
    const here =
      own.find((f) => f.u === d.u && (isUpToSign(table, f.b, d.b) || isUpToSign(table, d.b, f.b)))?.q ??
      Rational.ZERO;
    if (here.compare(d.q) > 0) w *= powerWidth({ ...d, q: here.sub(d.q) });
  }
  return w;
}
/** How many terms a sum's whole power has, multiplied out: (a + b)² has three. */
function powerWidth({ b, q }: Factor): number {
  if (!q.isInteger || q.sign < 0) return 1;
  const [terms, k] = [b.terms.length + (b.q.isZero ? 0 : 1), Number(q.n)];
  let count = 1;
  for (let i = 1; i <= k; i++) count = (count * (terms + i - 1)) / i;
  return count;
}

export const hasFractions = (table: Table, sum: Node): boolean =>
  sum.terms.some((t) => dividesBy(table, t.m, () => true));

export function functionsIn(n: Node): readonly string[] {
  const inside = [...n.terms.map((t) => t.m), ...n.factors.flatMap((f) => [f.b, f.u]), ...n.args].flatMap(
    functionsIn,
  );
  return n.op === 'call' ? [n.name, ...inside] : inside;
}

export function calls(n: Node, fn: string): number {
  const inside = [...n.terms.map((t) => t.m), ...n.factors.flatMap((f) => [f.b, f.u]), ...n.args];
  return inside.reduce((s, m) => s + calls(m, fn), n.op === 'call' && n.name === fn ? 1 : 0);
}

/** The exponents of e among a node's factors and terms. */
export function exponentsIn(table: Table, n: Node): readonly Node[] {
  if (n.op === 'sum') return n.terms.flatMap((t) => exponentsIn(table, t.m));
  if (n.op !== 'product') return [];
  const powers = n.factors.filter((f) => f.b === table.e && f.u !== table.one);
  const inside = n.factors.filter((f) => f.b.op === 'sum').flatMap((f) => exponentsIn(table, f.b));
  return powers.length === 0 ? inside : [table.exponentOf(powers), ...inside];
}

/** Whether the exponent is one of the question's with its sign turned, and none of them by itself. */
export function isTurned(table: Table, w: Node, known: readonly Node[]): boolean {
  const [m, q] = [table.monic(w), table.coefficient(w)];
  const same = known.filter((x) => table.monic(x) === m);
  return same.length > 0 && same.every((x) => table.coefficient(x).sign !== q.sign);
}

/** 1 − x stays as it is under a letter, and is x − 1 elsewhere. */
const isUpToSign = (table: Table, a: Node, b: Node): boolean =>
  a === b || (a.op === 'sum' && b.op === 'sum' && primitive(table, a, Rational.MINUS_ONE) === b);

export const hasBinder = (m: Node): boolean =>
  m.expr?.kind === 'binder' || m.factors.some((f) => f.b.expr?.kind === 'binder');
