/** Which names cannot be the variable, or do not depend on it, by custom. */
import { someNode, type Expr, type Sym } from '../core/index.js';
import { isParameterLetter, type Variable } from './symbolCustoms.js';
import { isAlwaysFunction, isConstantAlone, isUsualIndex, pairsInRules } from '../customs/usually.js';

/** In fg and u/v the letters are functions; u alone, or beside other letters, may be the variable. */
export function isAbstractLetter(v: Sym, names: readonly Sym[]): boolean {
  if (isAlwaysFunction(v.id)) return true;
  return (
    pairsInRules(v.id) &&
    names.some((s) => pairsInRules(s.id) && s.id !== v.id) &&
    names.every((s) => isParameterLetter(s) || pairsInRules(s.id))
  );
}

/** c and α of d/dx c; dN/dt, dm/dt and ∂h_t/∂x are derivatives of quantities. */
export const isConstantBy = (s: Sym, variable: Variable): boolean =>
  isParameterLetter(s) && s.sub === null && isConstantAlone(s.base) && variable.free.has('x');

/** The n of a sum up to n, the l of a_k^l beside entries: whole numbers; and ℝ, a set. */
export function isCounted(v: Variable, body: Expr): boolean {
  if (v.kind !== 'sym') return false;
  if (v.marks.includes('blackboard')) return true;
  if (isUsualIndex(v.id) && someNode(body, (e) => e.kind === 'component')) return true;
  const counts = (e: Expr): boolean =>
    e.kind === 'binder' &&
    (e.op === 'sum' || e.op === 'product') &&
    [e.lower, e.upper].some((b) => b?.free.has(v.id));
  return someNode(body, counts);
}
