/** The other readings of a slash: 1/2x as 1/(2x), and p²/2m as ½p²m. */
import { bottomUp, div, product, type Expr } from '../core/index.js';

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

/** These fractions over the first factor below alone: p²/2m as ½p²m. */
export const withSlashOverFirst = (e: Expr, fractions: ReadonlySet<Expr>): Expr =>
  bottomUp((x) => {
    if (x.kind !== 'div' || x.denom.kind !== 'mul' || !fractions.has(x)) return x;
    const [first, ...rest] = x.denom.factors;
    return first ? product([div(x.numer, first), ...rest]) : x;
  })(e);
