/** The other reading of a slash: 1/2x as 1/(2x). */
import { div, product, type Expr } from '../core/expr.js';
import { bottomUp } from '../core/rewrite.js';

/** Every product that begins with a fraction as a fraction over all of the rest. */
export const withSlashOverAll = (e: Expr): Expr => bottomUp(slashOverAll)(e);

function slashOverAll(e: Expr): Expr {
  if (e.kind !== 'mul') return e;
  const at = e.factors.findIndex((f) => f.kind === 'div');
  const fraction = e.factors[at];
  if (fraction?.kind !== 'div' || at + 1 >= e.factors.length) return e;
  const below = product([fraction.denom, ...e.factors.slice(at + 1)]);
  return product([...e.factors.slice(0, at), div(fraction.numer, below)]);
}
