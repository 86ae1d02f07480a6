/** The other reading of a slash: 1/2x as 1/(2x). */
import { div, mapChildren, product, type Expr } from '../../core/expr.js';

/** Every product that begins with a fraction as a fraction over all of the rest. */
export function withSlashOverAll(e: Expr): Expr {
  const made = mapChildren(e, withSlashOverAll);
  if (made.kind !== 'mul') return made;
  const at = made.factors.findIndex((f) => f.kind === 'div');
  const fraction = made.factors[at];
  if (fraction?.kind !== 'div' || at + 1 >= made.factors.length) return made;
  const below = product([fraction.denom, ...made.factors.slice(at + 1)]);
  return product([...made.factors.slice(0, at), div(fraction.numer, below)]);
}
