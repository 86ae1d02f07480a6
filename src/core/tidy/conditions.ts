/** Conditions as a reader wants them: without those that always hold, and no longer than needed. */
import type { Budget, Condition } from '../derivation.js';
import { same } from '../equality.js';
import { relation, ZERO, type Expr, type Relation, type RelationOp } from '../expr.js';
import { isZero } from '../fold.js';
import type { Rational } from '../rational.js';
import { display } from './display.js';
import { hasDecimal, lower } from './lower.js';
import type { Node, Table } from './node.js';
import { pageOf, type Page } from './style.js';
import { InterningTable, OutOfWork } from './table.js';

/**
 * Each condition once, simplified: x² + 1 > 0 goes, x² > 0 is x ≠ 0, 2x − 1 > 0 is x > 1/2. Once the budget is spent,
 * each once as it came.
 */
export function simplifyConditions(
  list: readonly Condition[],
  budget: Budget | null = null,
): readonly Condition[] {
  if (list.length === 1 && isPlain(list[0] as Condition)) return list;
  try {
    return simplifiedWithin(list, budget);
  } catch (error) {
    if (error instanceof OutOfWork) return distinct(list);
    throw error;
  }
}

function simplifiedWithin(list: readonly Condition[], budget: Budget | null): Condition[] {
  const page = pageOf(new InterningTable(list.some(hasDecimal), budget));
  const found = distinct(list.flatMap((c) => simplified(page, c)));
  const bounds = found.map((c) => boundOf(page.table, c));
  const rivals = byQuantity(bounds);
  return found.filter((_, i) => !isImplied(bounds[i] ?? null, rivals));
}

/** Each once: there may be thousands, where many functions are compared with each other. */
function distinct(list: readonly Condition[]): Condition[] {
  const known = new Map<number, Condition[]>();
  return list.filter((c) => {
    const alike = known.get(c.hash);
    if (alike?.some((f) => same(f, c))) return false;
    if (alike) alike.push(c);
    else known.set(c.hash, [c]);
    return true;
  });
}

/** x > 0, as short as can be. */
const isPlain = (c: Condition): boolean =>
  c.kind === 'relation' && c.sides.length === 2 && c.sides[0]?.kind === 'sym' && c.sides[1]?.kind === 'num';

/** Bounds by the hash of what they bound. */
type Rivals = ReadonlyMap<number, readonly Bound[]>;
function byQuantity(bounds: readonly (Bound | null)[]): Rivals {
  const groups = new Map<number, Bound[]>();
  for (const b of bounds) {
    const group = b && groups.get(b.of.hash);
    if (group) group.push(b);
    else if (b) groups.set(b.of.hash, [b]);
  }
  return groups;
}

interface Bound {
  readonly op: RelationOp;
  readonly of: Expr;
  readonly at: Rational;
}

/** What another condition says as well goes without saying: u ≠ 0 where u > 0, and x > −1 where x > 0. */
const isImplied = (c: Bound | null, rivals: Rivals): boolean =>
  c !== null && (rivals.get(c.of.hash) ?? []).some((o) => o !== c && isStricter(o, c));

function isStricter(a: Bound, b: Bound): boolean {
  if (!same(a.of, b.of)) return false;
  const distance = a.at.compare(b.at);
  if (b.op === '!=') return (distance >= 0 && a.op === '>') || (distance <= 0 && a.op === '<');
  const isBeyond = b.op.startsWith('>') ? distance : -distance;
  if (a.op.charAt(0) !== b.op.charAt(0)) return false;
  return isBeyond > 0 || (isBeyond === 0 && a.op.length < b.op.length);
}

/** u op c for a number c. */
function boundOf(table: Table, c: Condition): Bound | null {
  if (c.kind !== 'relation' || c.ops.length !== 1) return null;
  const [op, of, at] = [c.ops[0], c.sides[0], c.sides[1]];
  const value = at && lower(table, at);
  return op && of && value?.op === 'num' ? { op, of, at: value.q } : null;
}

function simplified(page: Page, c: Condition): Condition[] {
  const { table } = page;
  if (c.kind !== 'relation' || c.ops.length !== 1) return [c];
  const [op] = c.ops;
  const [left, right] = c.sides as [Expr, Expr];
  if (left.free.size === 0 && right.free.size === 0) return [];
  if (!isZero(right) || left.kind === 'sym' || (op !== '>' && op !== '!=' && op !== '>=')) return [c];
  const n = lower(table, left);
  const sign = table.sign(n);
  if (sign === 'positive' || (sign === 'nonnegative' && op === '>=')) return [];
  if (op === '!=' || sign === 'nonnegative') return nonzeroParts(table, n).map((p) => solved(page, p, '!='));
  return [solved(page, n, op)];
}

/** ax + b > 0 as x > −b/a, for the letter x; any other node compared with 0. */
function solved(page: Page, n: Node, op: RelationOp): Relation {
  const line = lineOf(page.table, n);
  if (!line) return relation([op], [display(page, n), ZERO]);
  const turned = line.slope.sign < 0 ? (TURNED[op] ?? op) : op;
  const value = line.constant.neg().div(line.slope);
  return relation([turned], [display(page, line.letter), display(page, page.table.num(value))]);
}

/** The a, x and b of ax + b for a letter x; null for any other node. */
function lineOf(table: Table, n: Node): { slope: Rational; letter: Node; constant: Rational } | null {
  const [term] = n.terms;
  if (n.op === 'sum' && n.terms.length === 1 && term?.m.op === 'atom')
    return { slope: term.q, letter: term.m, constant: n.q };
  const [factor] = n.factors;
  const isMultiple =
    n.op === 'product' && n.factors.length === 1 && factor?.q.isOne && factor.u === table.one;
  return isMultiple && factor.b.op === 'atom'
    ? { slope: n.q, letter: factor.b, constant: table.zero.q }
    : null;
}
const TURNED: Partial<Record<RelationOp, RelationOp>> = { '>': '<', '>=': '<=' };

/** The bases that must not vanish for the node not to: of a product its factors', of |u| and ∛u that of u. */
function nonzeroParts(table: Table, n: Node): Node[] {
  if (n.op === 'product') return n.factors.flatMap((f) => nonzeroParts(table, f.b));
  if (n.op === 'call' && (n.name === 'abs' || n.name === 'root'))
    return nonzeroParts(table, n.args[0] as Node);
  return n.op === 'num' || table.sign(n) === 'positive' ? [] : [n];
}
