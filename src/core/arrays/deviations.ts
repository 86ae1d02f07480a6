/** Σ (x_i − x̄) is 0: what a mean leaves of the sum of what deviates from it. */
import { ZERO, type Binder, type Expr, type Sym } from '../expr.js';
import { isOne, times } from '../fold.js';
import { binder, openBody } from '../walk.js';
import { ends } from './collapse.js';
import type { Facts } from './facts.js';
import { namesFor, type Named } from './foldNames.js';
import { freshIndex } from './indices.js';
import { collected, monomialOf, multiplied, termsOf, without, written, type Monomial } from './monomials.js';
import { same } from '../equality.js';

/** The sum as 0 where its terms cancel by what the note's names are sums of; any other expression as it is. */
export function deviations(e: Expr, facts: Facts): Expr {
  if (e.kind !== 'binder' || e.op !== 'sum' || e.condition || !e.upper || !e.lower || !isOne(e.lower))
    return e;
  const index = freshIndex(e.hint, [e]);
  const terms = termsOf(openBody(e, index).body, () => true);
  if (terms.length < 2 || terms.length > MOST_TERMS) return e;
  const means = namesFor(e, facts);
  const sums = terms.map((t) => summed(t, e, e.upper as Expr, index, means));
  return sums.includes(null) || collected(sums as readonly Monomial[]).length > 0 ? e : ZERO;
}
const MOST_TERMS = 8;

/** Σ_i c is n c, and Σ_i c x_i is c n x̄ where x̄ is (1/n) Σ_i x_i; null for any other term. */
function summed(
  term: Monomial,
  over: Binder,
  count: Expr,
  index: Sym,
  means: readonly Named[],
): Monomial | null {
  if (!written(term).free.has(index.id)) return multiplied(term, monomialOf(count));
  for (const { name, value } of means) {
    const whole = value.factors.find((f) => f.exponent.isOne && f.base.kind === 'binder')?.base;
    if (whole?.kind !== 'binder' || !isOver(whole, over)) continue;
    const constant = without(term, monomialOf(openBody(whole, index).body));
    const rest = without(value, monomialOf(whole));
    if (!constant || !rest || rest.q.isZero || written(constant).free.has(index.id)) continue;
    const per = {
      q: rest.q.inverse(),
      factors: rest.factors.map((f) => ({ ...f, exponent: f.exponent.neg() })),
    };
    return [constant, per, monomialOf(name)].reduce(multiplied);
  }
  return null;
}

/** A sum over the same range. */
const isOver = (b: Binder, over: Binder): boolean =>
  b.op === 'sum' &&
  b.condition === null &&
  same(binder('sum', b.hint, ends(b), times([])), binder('sum', b.hint, ends(over), times([])));
