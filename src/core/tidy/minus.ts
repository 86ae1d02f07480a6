/** Minus signs of a printed product: which brackets are turned round so that it reads best. */
import type { Expr } from '../expr.js';
import { Rational } from '../rational.js';
import { degreeOf } from './degree.js';
import type { Power } from './joined.js';
import type { Node, Term, Table } from './node.js';
import type { Page } from './style.js';

/**
 * The coefficient once sums are turned round to read better: as the author wrote them, and then the first that takes
 * a minus in from the front, so that −(x² − 1) is 1 − x².
 */
export function signed(
  page: Page,
  q: Rational,
  powers: readonly Power[],
  turned: Map<Node, Expr>,
  show: (n: Node) => Expr,
): Rational {
  const { table, style } = page;
  if (!powers.some((p) => p.base.op === 'sum')) return q;
  for (const p of powers) {
    if (!isOddWhole(p) || style.turned.has(p.base) || !isBesideItsComplement(table, p, powers)) continue;
    turned.set(p.base, show(table.sum(flipped(table, p.base))));
    q = q.neg();
  }
  for (const p of powers) {
    const written = p.exponent.op === 'num' && p.exponent.q.isInteger ? style.turned.get(p.base) : undefined;
    if (!written) continue;
    turned.set(p.base, written);
    if (!p.exponent.q.isEven) q = q.neg();
  }
  for (const p of powers) {
    if (turned.has(p.base) || !isOddWhole(p) || !isAllNegative(show(p.base))) continue;
    turned.set(p.base, show(table.sum(flipped(table, p.base))));
    q = q.neg();
  }
  const open = powers
    .filter(
      (p) =>
        p.base.op === 'sum' &&
        !turned.has(p.base) &&
        isOddWhole(p) &&
        !(style.written.has(p.base) && (p.below || isDifference(p.base))) &&
        hasMinus(page, p.base),
    )
    // 1 − x reads well, and better than y − x where x is the variable.
    .sort((a, b) => Number(a.base.q.isZero) - Number(b.base.q.isZero) || a.base.order - b.base.order);
  const complement = open.find((p) => isComplement(p.base));
  // Of a pair of minuses, one goes where it makes a complement: (x − 1)(σ − 1) is (1 − x)(1 − σ).
  const chosen = q.sign < 0 ? [complement ?? open[0]] : complement && open.length > 1 ? open.slice(0, 2) : [];
  if (chosen.length === 2 && !chosen.includes(complement)) chosen[1] = complement;
  for (const p of chosen) {
    if (!p) continue;
    turned.set(p.base, show(table.sum(flipped(table, p.base))));
    q = q.neg();
  }
  return q;
}
/** u − 1 beside u: u(1 − u) is what the derivatives of σ and of likelihoods are known by, whatever that does to a minus. */
function isBesideItsComplement(table: Table, p: Power, powers: readonly Power[]): boolean {
  const [t, other] = p.base.terms;
  if (!t?.q.isOne || other || !p.base.q.equals(Rational.MINUS_ONE)) return false;
  return powers.some((o) => o.base === t.m && o.exponent === table.one);
}
/** Whether it prints with a minus in front. */
export function isNegative(e: Expr): boolean {
  if (e.kind === 'num') return e.value.sign < 0;
  if (e.kind === 'div') return isNegative(e.numer);
  return e.kind === 'mul' && e.factors[0] !== undefined && isNegative(e.factors[0]);
}
const isOddWhole = (p: Power): boolean =>
  p.base.op === 'sum' && p.exponent.op === 'num' && p.exponent.q.isInteger && !p.exponent.q.isEven;
/** −a(a − x) − 2, which takes its minus out. */
const isAllNegative = (e: Expr): boolean => e.kind === 'add' && e.terms.every(isNegative);
/** f(u)^k − 1, which reads better as 1 − f(u)^k. */
const isComplement = (s: Node): boolean =>
  s.terms.length === 1 && s.q.sign < 0 && callsIn((s.terms[0] as Term).m) && (s.terms[0] as Term).q.sign > 0;
/**
 * Whether turning the sum round makes no more minus signs than there are; but of function values any one plus will
 * do to begin with: (x − x tanh²x − tanh x)/x², while −(x² − x + 1) keeps its falling powers.
 */
function hasMinus(page: Page, s: Node): boolean {
  if (balanceOf(s) <= 0 || leadsWithMinus(page, s)) return true;
  const isFunctional = s.terms.some((t) => callsIn(t.m));
  if (isFunctional && s.terms.some((t) => t.q.sign < 0) && s.terms.length <= 3) return true;
  return minusesSaved(page, s) >= -1 && !isFallingPolynomial(page, s);
}
/** How many minus signs fewer the sum has when it is turned round; a term with a difference in it takes its own in. */
function minusesSaved({ table, style }: Page, s: Node): number {
  let saved = -s.q.sign;
  for (const t of s.terms) {
    const takesIn = t.m.factors.some(
      (f) =>
        f.b.op === 'sum' && f.u === table.one && f.q.isOne && !style.turned.has(f.b) && isDifference(f.b),
    );
    if (t.q.sign < 0) saved++;
    else if (!takesIn) saved--;
  }
  return saved;
}
const isDifference = (s: Node): boolean =>
  s.terms.length + (s.q.isZero ? 0 : 1) === 2 && (s.q.sign < 0 || s.terms.some((t) => t.q.sign < 0));
/** Of powers of the variable, the highest with a plus. */
function isFallingPolynomial(page: Page, s: Node): boolean {
  const { table } = page;
  const first = s.terms.map((t) => ({ t, rank: degreeOf(page, t.m) })).sort((a, b) => b.rank - a.rank)[0];
  const isPower = (m: Node): boolean =>
    m.op === 'atom' || m.factors.every((f) => f.b.op === 'atom' && f.b !== table.e && f.u === table.one);
  return first !== undefined && first.t.q.sign > 0 && s.terms.every((t) => isPower(t.m)) && first.rank > 1.5;
}
/** How many more terms are added than subtracted. */
const balanceOf = (s: Node): number => s.terms.reduce<number>((b, t) => b + t.q.sign, s.q.sign);
/** 1 + 2x − x²: of a sum with one highest power that is negative, the other sign begins better. */
function leadsWithMinus(page: Page, s: Node): boolean {
  const ranked = s.terms
    .map((t) => ({ rank: degreeOf(page, t.m), sign: t.q.sign }))
    .sort((a, b) => b.rank - a.rank);
  const [first, second] = ranked;
  return first !== undefined && first.sign < 0 && first.rank >= 2 && first.rank > (second?.rank ?? 0);
}
const callsIn = (m: Node): boolean => m.op === 'call' || m.factors.some((f) => f.b.op === 'call');

export const unscaled = (table: Table, s: Node): Term[] => [
  ...s.terms,
  { m: table.num(s.q), q: Rational.ONE },
];
/** −s term by term, as an unscaled sum. */
export function flipped(table: Table, s: Node): Term[] {
  return [...s.terms.map((t) => ({ m: t.m, q: t.q.neg() })), { m: table.num(s.q.neg()), q: Rational.ONE }];
}
