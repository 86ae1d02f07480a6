/** Functions that are printed as a bare letter, which a reader without their definition takes for an unknown one. */
import { call, type Expr } from '../../core/expr.js';
import { functionRow } from '../../core/functions/index.js';
import { bottomUp } from '../../core/rewrite.js';

/** By symbol id: φ and Φ of the normal distribution, the unit step H, ψ, Lambert's W, the beta function. */
export const PRINTED_LETTERS: ReadonlyMap<string, string> = new Map([
  ['phi', 'normpdf'],
  ['Phi', 'normcdf'],
  ['H', 'heaviside'],
  ['psi', 'digamma'],
  ['psi_1', 'trigamma'],
  ['W', 'lambertw'],
  ['roman:B', 'beta'],
]);

/** A printed answer that was read back, with those letters as the functions they were printed for. */
export function recallLetters(e: Expr): Expr {
  return bottomUp(recalled)(e);
}
function recalled(e: Expr): Expr {
  const fn = e.kind === 'apply' && e.orders.every((o) => o === 0) ? PRINTED_LETTERS.get(e.fn.id) : undefined;
  const isCall = e.kind === 'apply' && fn !== undefined && functionRow(fn)?.params.length === e.args.length;
  return isCall ? call(fn, ...e.args) : e;
}
