/** Sums that an indicator leaves one term of: which one, and where the range and the condition of the sum have it. */
import { same } from '../equality.js';
import {
  component,
  delta,
  logic,
  num,
  ONE,
  piecewise,
  relation,
  sub,
  sum,
  ZERO,
  type Binder,
  type Delta,
  type Expr,
  type RelationOp,
  type Sym,
} from '../expr.js';
import { isOne, isZero, plus, times } from '../fold.js';
import { binder, openBody, someNode, substitute } from '../walk.js';
import type { Arrays } from './arrays.js';
import type { Facts } from './facts.js';
import { freshIndex, greatestShift, shiftedIndex } from './indices.js';
import { hasDelta, termsOf, written, writtenSum, type Monomial } from './monomials.js';
import { throughout } from './throughout.js';

/** Σ_i δ_ik f_i is f_k. */
export function collapse(e: Expr, { arrays: { lengths } }: Facts): Expr {
  if (e.kind !== 'binder' || e.op !== 'sum' || !hasDelta(e.body)) return e;
  const index = freshIndex(e.hint, [e]);
  const { body, condition } = openBody(e, index);
  const left: Monomial[] = [];
  const single: Restricted[] = [];
  for (const term of termsOf(body)) {
    const found = singled(term, index);
    if (found) single.push(where(e, index, condition, found, lengths));
    else left.push(term);
  }
  if (single.length === 0) return e;
  const rest = left.length === 0 ? [] : [binder('sum', index, { ...ends(e), condition }, writtenSum(left))];
  return plus([...casesOf(single), ...rest]);
}

/** A term, and what has to hold for it to be there. */
interface Restricted {
  readonly value: Expr;
  readonly open: readonly Expr[];
}
/** Each term where it is there; those that are there together in one case. */
function casesOf(terms: readonly Restricted[]): readonly Expr[] {
  const groups: { readonly open: readonly Expr[]; readonly values: Expr[] }[] = [];
  for (const { value, open } of terms) {
    if (isZero(value)) continue;
    const group = groups.find(
      (g) => open.length === g.open.length && open.every((c, i) => same(c, g.open[i] as Expr)),
    );
    if (group) group.values.push(value);
    else groups.push({ open, values: [value] });
  }
  return groups.map(({ open, values }) => {
    const value = withNumber(values);
    const [only, ...more] = open;
    if (!only) return value;
    return piecewise([{ value, condition: more.length === 0 ? only : logic('and', only, ...more) }], ZERO);
  });
}

/** 2x_k − 2m as 2(x_k − m). */
function withNumber(values: readonly Expr[]): Expr {
  const terms = values.flatMap((v) => termsOf(v));
  const [first, ...rest] = terms;
  const number = first?.q.abs();
  if (
    !number ||
    number.isOne ||
    number.isZero ||
    rest.length === 0 ||
    !rest.every((t) => t.q.abs().equals(number))
  )
    return plus(values);
  return times([num(number), writtenSum(terms.map((t) => ({ ...t, q: t.q.div(number) })))]);
}

/** Σ_j (f_j if k < j, 0 otherwise) is Σ_{j: k < j} f_j. */
export function underCondition(e: Expr): Expr {
  if (e.kind !== 'binder' || e.op !== 'sum' || e.condition || !someNode(e.body, isRestricted)) return e;
  const index = freshIndex(e.hint, [e]);
  const terms = termsOf(openBody(e, index).body);
  const made = terms.map((t) => {
    const found = t.factors.find((f) => f.exponent.isOne && isRestricted(f.base))?.base;
    const [branch] = found?.kind === 'piecewise' ? found.branches : [];
    if (!branch?.condition.free.has(index.id)) return null;
    const rest = written({ q: t.q, factors: t.factors.filter((f) => f.base !== found) });
    const range = within(e, index, branch.condition);
    return binder('sum', index, range, times([rest, branch.value]));
  });
  if (made.every((m) => m === null)) return e;
  const left = terms.filter((_, i) => made[i] === null);
  return plus([
    ...made.filter((m) => m !== null),
    ...(left.length > 0 ? [binder('sum', index, ends(e), writtenSum(left))] : []),
  ]);
}
/** The range of a sum under a condition: i ≥ k is where Σ_{i=k}^n begins, i ≤ k − 1 where it ends. */
function within(b: Binder, index: Sym, condition: Expr): Parameters<typeof binder>[2] {
  const about = aboutIndex(index, condition);
  const [first, other] = about.kind === 'relation' ? about.sides : [];
  const isOwn = first !== undefined && same(first, index) && other !== undefined;
  const isWhole = b.lower !== null && isOne(b.lower) && b.upper !== null;
  const op = about.kind === 'relation' ? about.ops.join() : '';
  if (isOwn && isWhole && op === '>=') return { lower: other, upper: b.upper };
  const { letter, shift } = shiftedIndex(other ?? ZERO);
  if (isOwn && isWhole && op === '<=' && letter && shift.value.sign <= 0)
    return { lower: b.lower, upper: other };
  return { ...ends(b), condition: about };
}

/** k < j as j > k, and k ≥ i + 1 as i ≤ k − 1: the index of a sum stands first in its condition, alone. */
function aboutIndex(index: Sym, condition: Expr): Expr {
  if (condition.kind !== 'relation' || condition.ops.length !== 1) return condition;
  const [left, right] = condition.sides as readonly [Expr, Expr];
  const op = TURNED[condition.ops[0] as RelationOp];
  const { letter, shift } = shiftedIndex(right);
  const isTurned = op !== undefined && letter?.id === index.id && !left.free.has(index.id);
  return isTurned ? relation([op], [index, canonicalIndex(sub(left, shift))]) : condition;
}
const TURNED: Readonly<Partial<Record<RelationOp, RelationOp>>> = {
  '<': '>',
  '>': '<',
  '<=': '>=',
  '>=': '<=',
  '!=': '!=',
};

/** One case, and 0 in all others. */
const isRestricted = (e: Expr): boolean =>
  e.kind === 'piecewise' && e.branches.length === 1 && e.otherwise !== null && isZero(e.otherwise);

interface Single {
  readonly at: Expr;
  readonly rest: Expr;
}
/** The index that an indicator in the product leaves, and the rest of the product at it. */
function singled(term: Monomial, index: Sym): Single | null {
  for (const { base, exponent } of term.factors) {
    const at = base.kind === 'delta' && exponent.sign > 0 ? solved(base, index) : null;
    if (at === null) continue;
    const factors = term.factors.filter((f) => f.base !== base);
    return { at, rest: substitute(written({ q: term.q, factors }), new Map([[index.id, at]])) };
  }
  return null;
}

/** The index at which both sides are equal: k of δ_jk, k + 1 of δ_{j−1,k}; null where it does not stand on one side alone. */
function solved({ left, right }: Delta, index: Sym): Expr | null {
  const [own, other] = left.free.has(index.id) ? [left, right] : [right, left];
  if (other.free.has(index.id)) return null;
  if (same(own, index)) return other;
  if (own.kind !== 'add') return null;
  const rest = own.terms.filter((t) => !same(t, index));
  if (rest.length !== own.terms.length - 1 || rest.some((t) => t.free.has(index.id))) return null;
  return canonicalIndex(sub(other, sum(rest)));
}
const canonicalIndex = (e: Expr): Expr => plus(termsOf(e).map(written));

/** A term where the range and the condition of the sum let its index be. */
function where(
  b: Binder,
  index: Sym,
  condition: Expr | null,
  { at, rest }: Single,
  lengths: Arrays['lengths'],
): Restricted {
  const conditions = [
    ...rangeConditions(b, at, lengths),
    ...(condition ? [substitute(condition, new Map([[index.id, at]]))] : []),
  ];
  const open: Expr[] = [];
  const value = conditions.reduce<Expr>((t, c) => onlyIf(t, c, open), withPlainIndices(rest));
  return { value, open };
}

/**
 * What is to hold for k + c to be in the range, where k runs over what the arrays have, from 1 to as far as the sum
 * reaches: of k + 1 ≤ n that k is no more than n − 1, of the i beside x_{i+1} that k is not the last one. A sum
 * to the index of another one goes as far as that says.
 */
function rangeConditions(b: Binder, at: Expr, lengths: Arrays['lengths']): readonly Expr[] {
  const { letter, shift } = shiftedIndex(at);
  const lower = b.lower && (letter ? canonicalIndex(sub(b.lower, shift)) : b.lower);
  const upper = b.upper && (letter ? canonicalIndex(sub(b.upper, shift)) : b.upper);
  const subject = letter ?? at;
  const isMore = (x: Expr, least: number): boolean => x.kind === 'num' && x.value.toNumber() > least;
  const isWhole = [...(b.upper?.free ?? [])].every((id) => lengths?.has(id) ?? true);
  const down = isWhole && shift.value.toNumber() + greatestShift(b) <= 0;
  return [
    ...(lower && (!letter || lower.kind !== 'num' || isMore(lower, 1))
      ? [relation(['>='], [subject, lower])]
      : []),
    ...(upper && !(letter && down) ? [relation(['<='], [subject, upper])] : []),
  ];
}
/** x_{(k+1)−1} is x_k. */
const withPlainIndices = (e: Expr): Expr =>
  throughout(e, (x) =>
    x.kind === 'component' && x.indices.some((i) => i.kind === 'add')
      ? component(x.base, x.indices.map(canonicalIndex))
      : x,
  );

/** The term times the indicator of i ≠ k; a condition of another kind is left open. */
function onlyIf(term: Expr, condition: Expr, open: Expr[]): Expr {
  if (condition.kind === 'relation' && condition.ops.length === 1) {
    const [a, b] = condition.sides as readonly [Expr, Expr];
    const op = condition.ops[0];
    if (op === '!=')
      return same(a, b)
        ? ZERO
        : a.kind === 'num' && b.kind === 'num'
          ? term
          : times([term, sub(ONE, delta(a, b))]);
    if (a.kind === 'num' && b.kind === 'num' && (op === '<=' || op === '>='))
      return (op === '<=') === a.value.compare(b.value) <= 0 || a.value.equals(b.value) ? term : ZERO;
    if (same(a, b) && (op === '<=' || op === '>=')) return term;
    if (same(a, b) && (op === '<' || op === '>')) return ZERO;
  }
  open.push(condition);
  return term;
}

/** The bounds of a sum, for another one over the same range. */
export const ends = (b: Binder): { lower: Expr | null; upper: Expr | null } => ({
  lower: b.lower,
  upper: b.upper,
});
