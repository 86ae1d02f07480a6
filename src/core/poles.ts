/** Points that an answer has and the function has not: (x² − 1)/(x − 1) has the slope 1 for x ≠ 1 only. */
import type { Budget, Condition, TidiedForm } from './derivation.js';
import type { Steps } from '../steps.js';
import { same } from './equality.js';
import { relation, ZERO, type Expr } from './expr.js';
import { freshIndex } from './arrays/indices.js';
import { children, openBody } from './walk.js';
import { ReadingCost } from './tidy/cost.js';
import { display } from './tidy/display.js';
import { COMMON_DENOMINATOR } from './tidy/laws/algebra.js';
import { hasDecimal, lower } from './tidy/lower.js';
import type { Node, Table } from './tidy/node.js';
import { pageOf, type Page } from './tidy/style.js';
import { InterningTable, OutOfWork } from './tidy/table.js';

/**
 * The conditions that the function's denominators are not 0, where the answer no longer has them. Once the budget is
 * spent, the denominators as they stand: what is said then may be more than is needed, but it is true.
 */
export function* lostPoles(body: Expr, answer: Expr, tidied: TidiedForm, budget: Budget): Steps<Condition[]> {
  const asked = basesBelow(body);
  if (asked.length === 0) return [];
  const kept = basesBelow(answer);
  const missing = asked.filter((b) => !kept.some((k) => same(k, b)));
  if (missing.length === 0) return [];
  try {
    return yield* unlessFactored(missing, answer, tidied, budget);
  } catch (error) {
    if (error instanceof OutOfWork) return missing.map(isNotZero);
    throw error;
  }
}
const isNotZero = (e: Expr): Condition => relation(['!='], [e, ZERO]);

/** The same by canonical factors: x² − 1 below is there where x − 1 and x + 1 are. */
function* unlessFactored(
  bases: readonly Expr[],
  answer: Expr,
  tidied: TidiedForm,
  budget: Budget,
): Steps<Condition[]> {
  const table = new InterningTable(hasDecimal(answer), budget);
  const page = pageOf(table);
  const kept = new Set<Node>();
  poles(table, lower(table, answer), kept, new Set());
  for (const n of [...kept]) for (const f of factorsOf(page, yield* tidied(display(page, n)))) kept.add(f);
  const lost = new Set<Node>();
  for (const b of bases) for (const f of factorsOf(page, yield* tidied(b))) lost.add(f);
  return [...lost]
    .filter((n) => !kept.has(n) && table.sign(n) !== 'positive')
    .map((n) => isNotZero(display(page, n)));
}

/** The bases of a reciprocal that are no numbers, in the form in which products have them. */
function factorsOf(page: Page, e: Expr): Node[] {
  const { table } = page;
  return basesIn(table.divide(table.one, lower(table, e)), -1).flatMap((b) => {
    // 1 + 1/x is 0 where its numerator x + 1 is.
    const [whole] =
      b.op === 'sum' ? COMMON_DENOMINATOR.apply(b, { ...page, cost: ANY_COST, asked: null }) : [];
    return whole ? basesIn(whole, 1) : [b];
  });
}
const ANY_COST = new ReadingCost(ZERO);

/** The bases of the powers of one sign that are no numbers. */
function basesIn(n: Node, sign: 1 | -1): Node[] {
  if (n.op !== 'product') return n.op === 'num' || sign < 0 ? [] : [n];
  return n.factors.flatMap((f) => (f.b.op !== 'num' && f.q.sign === sign ? [f.b] : []));
}

/** Bases of negative powers anywhere in a node. */
function poles(table: Table, n: Node, found: Set<Node>, seen: Set<Node>): void {
  if (seen.has(n)) return;
  seen.add(n);
  for (const f of n.factors) {
    if (f.q.sign < 0 && f.u === table.one) found.add(f.b);
    poles(table, f.b, found, seen);
    poles(table, f.u, found, seen);
  }
  for (const t of n.terms) poles(table, t.m, found, seen);
  for (const a of n.args) poles(table, a, found, seen);
}

/**
 * The bases of denominators and negative powers anywhere in it but below integrals; in a tree too large to walk, of none.
 * What is summed up speaks of each of its entries by the name of the index.
 */
function basesBelow(e: Expr): Expr[] {
  const found: Expr[] = [];
  const visit = (x: Expr): void => {
    if (x.free.size === 0) return;
    if (x.kind === 'div') found.push(...basesOf(x.denom));
    if (x.kind === 'pow' && x.exponent.kind === 'num' && x.exponent.value.sign < 0)
      found.push(...basesOf(x.base));
    if (x.kind !== 'binder') for (const c of children(x)) visit(c);
    else if (x.op === 'sum' || x.op === 'product') visit(openBody(x, freshIndex(x.hint, [e])).body);
  };
  if (e.size <= MOST_WALKED) visit(e);
  return found;
}
const MOST_WALKED = 5_000;
function basesOf(e: Expr): Expr[] {
  if (e.free.size === 0) return [];
  if (e.kind === 'mul') return e.factors.flatMap(basesOf);
  if (e.kind === 'pow' && e.exponent.kind === 'num') return basesOf(e.base);
  return e.kind === 'root' ? basesOf(e.body) : [e];
}
