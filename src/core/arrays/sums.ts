/** Putting sums over indices in order: what an indicator leaves of them, what stands in front, what the note's names say. */
import type { Binding, Step } from '../derivation.js';
import { same } from '../equality.js';
import { ONE, sub, ZERO, type Binder, type Expr, type Sym } from '../expr.js';
import { isOne, isZero, plus, times } from '../fold.js';
import { binder, openBody, substitute } from '../walk.js';
import type { Arrays } from './arrays.js';
import type { Facts } from './facts.js';
import { throughout } from './throughout.js';
import { deviations } from './deviations.js';
import { foldNames } from './foldNames.js';
import { collapse, ends, underCondition } from './collapse.js';
import { freshIndex, indicator } from './indices.js';
import {
  collected,
  hasDelta,
  isUnit,
  monomialOf,
  shared,
  termsOf,
  without,
  written,
  writtenSum,
  type Monomial,
} from './monomials.js';

export interface InOrder {
  readonly result: Expr;
  readonly steps: readonly Step[];
}

interface SumLaw {
  readonly name: string;
  readonly title: string;
  readonly apply: (e: Expr, facts: Facts) => Expr;
}

/** The laws, in the order in which a person takes them; each is tried on every part, then the next. */
const LAWS: readonly SumLaw[] = [
  { name: 'equal-indices', title: 'Equal indices', apply: onParts(indicatorOfEqual) },
  {
    name: 'sum-collapse',
    title: 'Keep the term with the equal index',
    apply: onParts(collapse),
  },
  { name: 'sum-condition', title: 'Sum up what is not 0', apply: onParts(underCondition) },
  { name: 'sum-of-deviations', title: 'Deviations from the mean add up to 0', apply: onParts(deviations) },
  { name: 'sum-constant', title: 'Take constants out of the sum', apply: onParts(takenOut) },
  { name: 'sum-total', title: 'Use the known sum', apply: onParts(known) },
  { name: 'fold-definition', title: 'Use the note’s own symbol', apply: foldNames },
  { name: 'collect-like-terms', title: 'Collect like terms', apply: onParts(together) },
  { name: 'factor-out', title: 'Factor out', apply: onParts(factored) },
];
const MOST_ROUNDS = 4;

/** The expression with its sums in order, and the laws that did it. */
export function tidySums(e: Expr, arrays: Arrays, definitions: ReadonlyMap<string, Binding>): InOrder {
  const steps: Step[] = [];
  let result = e;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = result;
    for (const law of LAWS) {
      const next = law.apply(result, { arrays, definitions });
      if (next === result || same(next, result)) continue;
      const known = steps.findIndex((s) => same(s.before, next));
      // What one law does and another one undoes is no step.
      if (known >= 0) steps.length = known;
      else steps.push(step(law, result, next));
      result = next;
    }
    if (result === before) break;
  }
  return { result, steps };
}

const step = ({ name, title }: SumLaw, before: Expr, after: Expr): Step => ({
  rule: name,
  title,
  before,
  after,
  result: after,
  parts: [],
  substitution: null,
  conditions: [],
  substeps: [],
});

/** A law on every node from the leaves up; under a binder with its name opened. */
function onParts(f: (e: Expr, facts: Facts) => Expr): SumLaw['apply'] {
  return (e, facts) => throughout(e, (x) => f(x, facts));
}

/** δ_kk is 1, and δ_12 is 0. */
function indicatorOfEqual(e: Expr): Expr {
  return e.kind === 'delta' ? indicator(e.left, e.right) : e;
}

/** Σ_i c f_i is c Σ_i f_i; Σ_{i=1}^n c is n c. */
function takenOut(e: Expr): Expr {
  if (e.kind !== 'binder' || e.op !== 'sum') return e;
  const index = freshIndex(e.hint, [e]);
  const { body, condition } = openBody(e, index);
  const terms = body.kind === 'add' ? body.terms.map(monomialOf) : [monomialOf(body)];
  if (terms.some((t) => t.q.isZero)) return isZero(body) ? ZERO : e;
  const isFree = (x: Expr): boolean => !x.free.has(index.id);
  const common = shared(terms);
  const numbers = terms.length === 1 ? (terms[0] as Monomial).q : allNegative(terms);
  const out = { q: numbers, factors: common.factors.filter((f) => isFree(f.base)) };
  if (isUnit(out)) return counted(e, index, body, condition);
  const rest = terms.map((t) => without({ ...t, q: t.q.div(out.q) }, { ...out, q: out.q.div(out.q) }));
  if (rest.includes(null)) return e;
  const inner = writtenSum(rest as readonly Monomial[]);
  return times([
    written(out),
    counted(binder('sum', index, { ...ends(e), condition }, inner), index, inner, condition),
  ]);
}
/** −1 where each term has a minus, so that the minus stands in front. */
const allNegative = (terms: readonly Monomial[]): Monomial['q'] =>
  terms.every((t) => t.q.sign < 0) ? MINUS : PLUS;
const PLUS = monomialOf(ONE).q;
const MINUS = PLUS.neg();

/** Σ_{i=1}^n 1 is n, and Σ_{i=1}^n (f_i − 1) is Σ_{i=1}^n f_i − n. */
function counted(e: Expr, index: Sym, body: Expr, condition: Expr | null): Expr {
  const all = e.kind === 'binder' ? lengthOf(e, condition) : null;
  if (e.kind !== 'binder' || !all) return e;
  if (isOne(body)) return all;
  const numbers = body.kind === 'add' ? body.terms.filter((t) => t.kind === 'num') : [];
  if (body.kind !== 'add' || numbers.length === 0 || numbers.length === body.terms.length) return e;
  const rest = plus(body.terms.filter((t) => t.kind !== 'num'));
  return plus([binder('sum', index, { ...ends(e), condition }, rest), times([plus(numbers), all])]);
}
/** How many terms the sum has, where its ends say it. */
function lengthOf({ lower, upper }: Binder, condition: Expr | null): Expr | null {
  if (!upper || !lower) return null;
  const all = plus([upper, sub(ONE, lower)]);
  const isOneLess = condition?.kind === 'relation' && condition.ops.join() === '!=';
  return condition === null ? all : isOneLess ? sub(all, ONE) : null;
}

/** Σ_i y_i, and Σ_{i≠k} y_i, where the note says what all of them come to. */
function known(e: Expr, facts: Facts): Expr {
  if (e.kind !== 'binder' || e.op !== 'sum' || !isWhole(e)) return e;
  return e.body.kind === 'component' ? knownWhole(e, facts) : knownInPart(e, facts);
}

/** Σ_i y_i (f_i + 1) is Σ_i y_i f_i + 1. */
function knownInPart(e: Binder, { arrays }: Facts): Expr {
  if (e.condition || arrays.totals.length === 0) return e;
  const index = freshIndex(e.hint, [e]);
  const { body } = openBody(e, index);
  const terms = termsOf(body, () => true);
  if (terms.length < 2 || terms.length > MOST_TERMS) return e;
  const totalOf = (t: Monomial): Expr | null => {
    const [only, more] = t.factors;
    const base = only?.base.kind === 'component' && only.exponent.isOne && !more ? only.base : null;
    if (!base || base.indices.length !== 1 || !same(base.indices[0] as Expr, index)) return null;
    return arrays.totals.find((known) => same(known.name, base.base))?.value ?? null;
  };
  const rest = terms.filter((t) => totalOf(t) === null);
  if (rest.length === terms.length) return e;
  const sums = terms.flatMap((t) => {
    const total = totalOf(t);
    return total ? [times([written({ q: t.q, factors: [] }), total])] : [];
  });
  return plus([...(rest.length > 0 ? [binder('sum', index, ends(e), writtenSum(rest))] : []), ...sums]);
}
const MOST_TERMS = 8;

function knownWhole(e: Binder, { arrays }: Facts): Expr {
  const total = arrays.totals.find((t) => e.body.kind === 'component' && same(e.body.base, t.name));
  if (!total || e.body.kind !== 'component' || e.body.indices.length !== 1) return e;
  if (e.body.indices[0]?.kind !== 'bound') return e;
  if (e.condition === null) return total.value;
  const left = excluded(e);
  return left ? sub(total.value, left) : e;
}
const isWhole = (b: Binder): boolean => b.lower === null || isOne(b.lower) || isZero(b.lower);

/** The one term that i ≠ k leaves out; null where the condition is another one. */
export function excluded(b: Binder): Expr | null {
  const index = freshIndex(b.hint, [b]);
  const { body, condition } = openBody(b, index);
  if (condition?.kind !== 'relation' || condition.ops.join() !== '!=') return null;
  const other = condition.sides.find((s) => !same(s, index));
  const isIndex = condition.sides.some((s) => same(s, index));
  return other && isIndex && !other.free.has(index.id)
    ? substitute(body, new Map([[index.id, other]]))
    : null;
}

/** Like terms, and like factors above and below a bar, where indicators or names keep them apart. */
function together(e: Expr): Expr {
  if (e.kind !== 'add' && e.kind !== 'mul' && e.kind !== 'div') return e;
  if (e.kind === 'add' || (e.kind === 'div' && hasDelta(e.numer))) {
    const terms = e.kind === 'add' ? e.terms.map(monomialOf) : termsOf(e);
    const made = collected(terms);
    return e.kind === 'div' || made.length < terms.length || terms.some((t) => t.q.isZero) || isTurned(e)
      ? writtenSum(made)
      : e;
  }
  const turned = e.kind === 'mul' ? withoutMinus(e.factors) : null;
  if (turned) return turned;
  const parts = e.kind === 'mul' ? e.factors : [e.numer, e.denom];
  const all = parts.map(monomialOf);
  const joined = monomialOf(e);
  return joined.factors.length < all.reduce((n, m) => n + m.factors.length, 0) ? written(joined) : e;
}
/** −(a − b) is b − a. */
function withoutMinus(factors: readonly Expr[]): Expr | null {
  const [minus, bracket, ...more] = factors;
  if (minus?.kind !== 'num' || !minus.value.equals(MINUS) || bracket?.kind !== 'add' || more.length > 0)
    return null;
  const terms = bracket.terms.map(monomialOf);
  return terms.some((t) => t.q.sign < 0) ? writtenSum(terms.map((t) => ({ ...t, q: t.q.neg() }))) : null;
}
/** −a + b is b − a. */
function isTurned(e: Expr): boolean {
  if (e.kind !== 'add') return false;
  const [first, ...rest] = e.terms.map((t) => monomialOf(t).q.sign);
  return first === -1 && rest.includes(1);
}

/** s_i δ_ik − s_i s_k is s_i(δ_ik − s_k). */
function factored(e: Expr): Expr {
  if (e.kind !== 'add' || !e.terms.some(hasDelta)) return e;
  const terms = e.terms.map(monomialOf);
  const all = shared(terms);
  const common = { q: all.q, factors: all.factors.filter((f) => f.base.kind !== 'delta') };
  if (isUnit(common)) return e;
  const rest = terms.map((t) => without(t, common));
  return rest.includes(null) ? e : times([written(common), writtenSum(rest as readonly Monomial[])]);
}
