/** Pieces that say the same joined, and pieces within pieces as one list. */
import { connected, negated } from '../connectives.js';
import { same } from '../equality.js';
import { compile } from '../evaluate.js';
import {
  piecewise,
  relation,
  type Branch,
  type Expr,
  type Piecewise,
  type Relation,
  type RelationOp,
} from '../expr.js';
import { bottomUp } from '../rewrite.js';
import { someNode } from '../walk.js';

/** The expression with each list of pieces as short as it can be. */
export const joinedPieces = (e: Expr): Expr =>
  someNode(e, (n) => n.kind === 'piecewise') ? bottomUp(joined)(e) : e;

function joined(e: Expr): Expr {
  if (e.kind !== 'piecewise') return e;
  const branches = e.branches.map((b) => ({ value: b.value, condition: compared(b.condition) }));
  const isShorter = branches.some((b, i) => b.condition !== e.branches[i]?.condition);
  const plain = isShorter ? piecewise(branches, e.otherwise) : e;
  return oneValue(plain) ?? flattened(plain) ?? plain;
}

/** What all pieces say, where one of them is always in force. */
function oneValue(e: Piecewise): Expr | null {
  const [first, ...others] = valuesOf(e);
  return first && isWhole(e) && others.every((v) => same(v, first)) ? first : null;
}
const valuesOf = ({ branches, otherwise }: Piecewise): readonly Expr[] => [
  ...branches.map((b) => b.value),
  ...(otherwise ? [otherwise] : []),
];

/** One of two pieces of which each is in force where the other is not, or all that is left over has a piece. */
function isWhole({ branches, otherwise }: Piecewise): boolean {
  if (otherwise) return true;
  const [a, b] = branches;
  return branches.length === 2 && !!a && !!b && same(negated(a.condition), b.condition);
}

/** {{1 if x > 0, 0 if x ≤ 0} if x < 6, 0 if x ≥ 6} is 1 if 0 < x < 6 and otherwise 0. */
function flattened(e: Piecewise): Expr | null {
  const isNested = (v: Expr): v is Piecewise => v.kind === 'piecewise' && isWhole(v);
  if (!isWhole(e) || !valuesOf(e).some(isNested)) return null;
  const listed = listOf(e).flatMap(({ value, condition }) =>
    isNested(value)
      ? listOf(value).map((b) => ({ value: b.value, condition: both(condition, b.condition) }))
      : [{ value, condition }],
  );
  const rest = listed[listed.length - 1]?.value;
  const told = listed.filter((b) => rest && !same(b.value, rest));
  const [only] = told;
  // Several that differ read better one within the other.
  return rest && only && told.length === 1 ? piecewise([only], rest) : null;
}

/** All pieces with their conditions; the last of them may have said "otherwise". */
function listOf({ branches, otherwise }: Piecewise): readonly Branch[] {
  if (!otherwise) return branches;
  const before = branches.map((b) => negated(b.condition));
  const listed = branches.map((b, i) => ({
    ...b,
    condition: connected('and', [...before.slice(0, i), b.condition]),
  }));
  return [...listed, { value: otherwise, condition: connected('and', before) }];
}

/** 0 < x < 6 of x < 6 and x > 0. */
function both(a: Expr, b: Expr): Expr {
  const [upper, lower] = isUpper(a) ? [a, b] : [b, a];
  if (!isUpper(upper) || lower.kind !== 'relation' || lower.ops.length > 1) return connected('and', [a, b]);
  const [op] = lower.ops;
  const [x, least] = lower.sides;
  const [y, most] = upper.sides;
  if (!op?.startsWith('>') || !x || !y || !least || !most || !same(x, y)) return connected('and', [a, b]);
  return relation([op === '>' ? '<' : '<=', ...upper.ops], [least, x, most]);
}
const isUpper = (e: Expr): e is Relation =>
  e.kind === 'relation' && e.ops.length === 1 && (e.ops[0] ?? '').startsWith('<');

/** max(0, x) < 6 is x < 6: of the arguments those that settle nothing are left out. */
function compared(c: Expr): Expr {
  if (c.kind !== 'relation' || c.ops.length !== 1) return c;
  const [op] = c.ops;
  const [u, v] = c.sides;
  if (!op || !u || !v || v.free.size > 0 || u.kind !== 'call' || (u.fn !== 'max' && u.fn !== 'min')) return c;
  const isAll = (u.fn === 'max') === op.startsWith('<');
  if (!ORDERS.has(op)) return c;
  const parts = u.args.map((a) => relation([op], [a, v]));
  const open = parts.filter((p) => decided(p) !== isAll);
  const [only] = open;
  return only && open.length === 1 && decided(only) === null ? only : c;
}
/** Of a relation of numbers whether it holds; null of any other. */
const decided = (c: Expr): boolean | null => (c.free.size === 0 ? compile(c, [])() === 1 : null);
const ORDERS: ReadonlySet<RelationOp> = new Set<RelationOp>(['<', '<=', '>', '>=']);
