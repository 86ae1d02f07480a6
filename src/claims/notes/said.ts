/** What the text says round a claim that is no definition: x = 3, the point (3, 2), the equation x² + y² = 1. */
import { equated, freeIndices, same, someNode, type Expr } from '../../core/index.js';
import { isTime } from '../../customs/usually.js';
import { isImplied } from '../../meaning/operator.js';
import { type Chain } from './chain.js';
import { isDerivative } from '../../meaning/operator.js';
import type { Item } from './item.js';

/** Statements looked at before a claim, and after it. */
const BEFORE = 40;
const AFTER = 3;

/**
 * Statements near the chain that may settle it: values where it claims a number, equations where it is about dy/dx.
 * Those after it come first, so that what stands before wins.
 */
export function saidRound(chain: Chain, items: readonly Item[], start: number, end: number): readonly Expr[] {
  const head = chain.sides.find((s) => isDerivative(s.expr))?.expr;
  if (!head || start < 0) return [];
  const wanted = [
    ...(chain.sides.some((s) => s.expr.free.size === 0) ? [isValue, isPoint] : valuesFor(head, chain)),
    ...equationsAbout(head),
    ...equationsFor(head),
    ...casesOf(head),
    ...ratesBeside(head),
  ];
  if (wanted.length === 0) return [];
  const around = [
    ...items.slice(end + 1, end + 1 + AFTER),
    ...items.slice(Math.max(0, start - BEFORE), start),
  ];
  return around.map((i) => i.statement.expr).filter((e) => wanted.some((w) => w(e)));
}

/** x = 3, a = z + b = 7.0, c ≈ 1.2. */
function isValue(e: Expr): boolean {
  if (e.kind !== 'relation' || !e.ops.every((op) => op === '=' || op === '~')) return false;
  const [name] = e.sides;
  return (name?.kind === 'sym' || name?.kind === 'component') && e.sides.at(-1)?.free.size === 0;
}

/** x_k = 2 of a derivative with x_k in it that another side says without: the value has been put in. */
function valuesFor(head: Expr, chain: Chain): readonly ((e: Expr) => boolean)[] {
  const others = chain.sides.map((s) => s.expr).filter((e) => e !== head);
  const isPutIn = (name: Expr): boolean => mentions(head, name) && others.some((e) => !mentions(e, name));
  return [(e) => isValue(e) && e.kind === 'relation' && e.sides[0] !== undefined && isPutIn(e.sides[0])];
}
const mentions = (e: Expr, name: Expr): boolean => someNode(e, (n) => same(n, name));

/** (3, 2). */
const isPoint = (e: Expr): boolean => e.kind === 'tuple' && e.free.size === 0;

/** i = k, i ≠ k: which case of its indices the derivative of an entry is written for. */
function casesOf(head: Expr): readonly ((e: Expr) => boolean)[] {
  if (head.kind !== 'diff') return [];
  const indices = freeIndices(head.body, head.target);
  if (indices.length < 2) return [];
  const isIndex = (e: Expr): boolean => indices.some((i) => same(i, e));
  return [(e) => e.kind === 'relation' && e.sides.length === 2 && e.sides.every(isIndex)];
}

/** ẋ = f(x) beside V̇: how what a quantity depends on changes with the time. */
function ratesBeside(head: Expr): readonly ((e: Expr) => boolean)[] {
  if (head.kind !== 'diff' || head.target.kind !== 'sym' || !isTime(head.target.id)) return [];
  const isRate = (e: Expr | undefined): boolean =>
    e?.kind === 'diff' && e.body.kind === 'sym' && same(e.target, head.target) && !same(e.body, head.body);
  return [(e) => isRate(equated(e)?.[0])];
}

/** Of dTC/dQ: TC = 2Q + 5, which gives a value to letters that are read as a product. */
function equationsFor(head: Expr): readonly ((e: Expr) => boolean)[] {
  if (head.kind !== 'diff' || head.body.kind !== 'mul') return [];
  const { body } = head;
  return [(e) => e.kind === 'relation' && e.ops.every((op) => op === '=') && isFirst(e.sides, body)];
}
const isFirst = ([first]: readonly Expr[], body: Expr): boolean => first !== undefined && same(first, body);

/** Equations in both names of dy/dx. */
function equationsAbout(head: Expr): readonly ((e: Expr) => boolean)[] {
  if (head.kind !== 'diff' || head.body.kind !== 'sym' || head.target.kind !== 'sym') return [];
  if (isImplied(head.target)) return [];
  const [y, x] = [head.body.id, head.target.id];
  return [
    (e) => equated(e) !== null && e.free.has(x) && e.free.has(y) && !someNode(e, (n) => n.kind === 'diff'),
  ];
}
