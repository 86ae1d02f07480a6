/** Conditions as a reader wants them: without those that always hold, and no longer than needed. */
import type { Condition } from '../derivation.js';
import { relation, same, sameList, ZERO, type Expr, type Relation } from '../expr.js';
import { isZero } from '../fold.js';
import { display } from './display.js';
import { lower } from './lower.js';
import type { Node } from './node.js';
import { Table } from './table.js';

/** Each condition once, simplified: x² + 1 > 0 goes, x² > 0 is x ≠ 0, 2x ≠ 0 is x ≠ 0. */
export function simplifyConditions(list: readonly Condition[]): Condition[] {
  const found: Condition[] = [];
  const table = new Table();
  for (const c of list.flatMap((c) => simplified(table, c)))
    if (!found.some((f) => same(f, c))) found.push(c);
  return found.filter((c) => !isImplied(c, found));
}

/** u ≠ 0 goes without saying where u > 0 or u < 0 is said. */
function isImplied(c: Condition, all: readonly Condition[]): boolean {
  if (c.kind !== 'relation' || c.ops[0] !== '!=') return false;
  return all.some((o) => o.kind === 'relation' && (o.ops[0] === '>' || o.ops[0] === '<') && sameSides(o, c));
}
const sameSides = (a: Relation, b: Relation): boolean => a.sides.length === 2 && sameList(a.sides, b.sides);

function simplified(table: Table, c: Condition): Condition[] {
  if (c.kind !== 'relation' || c.ops.length !== 1) return [c];
  const [op] = c.ops;
  const [left, right] = c.sides as [Expr, Expr];
  if (left.free.size === 0 && right.free.size === 0) return [];
  if (!isZero(right) || (op !== '>' && op !== '!=' && op !== '>=')) return [c];
  const n = lower(table, left);
  const sign = table.sign(n);
  if (sign === 'positive' || (sign === 'nonnegative' && op === '>=')) return [];
  if (op === '!=' || sign === 'nonnegative')
    return nonzeroParts(table, n).map((p) => relation(['!='], [display(table, p), ZERO]));
  return [relation([op], [display(table, n), ZERO])];
}

/** The bases that must not vanish for the node not to: of a product its factors', of |u| that of u. */
function nonzeroParts(table: Table, n: Node): Node[] {
  if (n.op === 'product') return n.factors.flatMap((f) => nonzeroParts(table, f.b));
  if (n.op === 'call' && n.name === 'abs') return nonzeroParts(table, n.args[0] as Node);
  return n.op === 'num' || table.sign(n) === 'positive' ? [] : [n];
}
