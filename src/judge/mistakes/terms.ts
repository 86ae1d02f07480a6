/** Answers of which one term went wrong, whether the terms stand in a sum or in brackets. */
import { div, matmul, mul, ONE, sum, type Expr } from '../../core/index.js';

/** The terms of a sum or of what is divided, brackets multiplied out; no more than a few, or the expression itself. */
export function termsOf(e: Expr): readonly Expr[] {
  if (e.kind === 'add') return e.terms.flatMap(termsOf);
  if (e.kind === 'div') return termsOf(e.numer).map((t) => div(t, e.denom));
  if (e.kind !== 'mul' && e.kind !== 'matmul') return [e];
  const product = (factors: readonly Expr[]): Expr => {
    const [first = ONE, ...rest] = factors;
    return e.kind === 'mul' ? mul(...factors) : matmul([first, ...rest]);
  };
  const parts = e.factors.map(termsOf);
  if (parts.reduce((count, p) => count * p.length, 1) > MOST_TERMS) return [e];
  return parts
    .reduce<readonly (readonly Expr[])[]>((rows, p) => rows.flatMap((r) => p.map((t) => [...r, t])), [[]])
    .map(product);
}
const MOST_TERMS = 6;

/** The sum with one of its terms changed; none where it has one term alone. */
export function eachTerm(e: Expr, changed: (term: Expr) => Expr): readonly Expr[] {
  const terms = termsOf(e);
  if (terms.length < 2) return [];
  return terms.map((_, i) => sum(terms.map((t, j) => (i === j ? changed(t) : t))));
}

/** The sum with one of its terms left out. */
export const withoutEach = (terms: readonly Expr[]): readonly Expr[] =>
  terms.length < 2 ? [] : terms.map((_, i) => sum(terms.filter((_t, j) => j !== i)));
