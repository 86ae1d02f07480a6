/** Formulas that are functions of the table spelled out. */
import { call, isOne, neg, same, type Expr } from '../../core/index.js';

/** 1/(1 + e^{−u}) and e^u/(1 + e^u) as σ(u); anything else as it is. */
export function recognised(e: Expr): Expr {
  if (e.kind !== 'div') return e;
  const exponent = onePlusExponential(e.denom);
  if (!exponent) return e;
  if (isOne(e.numer)) return call('sigmoid', neg(exponent));
  return e.numer.kind === 'call' && e.numer.fn === 'exp' && e.numer.args[0] && same(e.numer.args[0], exponent)
    ? call('sigmoid', exponent)
    : e;
}

/** The function of the table that a function of the one parameter is, by its name; null where it is none. */
export function rowOf(value: Expr, params: readonly Expr[]): string | null {
  const known = recognised(value);
  const isRow = known.kind === 'call' && known.fn === 'sigmoid' && params.length === 1;
  return isRow && params[0] && known.args[0] && same(known.args[0], params[0]) ? known.fn : null;
}

/** u where the sum is 1 + e^u. */
function onePlusExponential(e: Expr): Expr | null {
  if (e.kind !== 'add' || e.terms.length !== 2) return null;
  const [a, b] = e.terms;
  const other = a && b && isOne(a) ? b : a && b && isOne(b) ? a : null;
  return other?.kind === 'call' && other.fn === 'exp' ? (other.args[0] ?? null) : null;
}
