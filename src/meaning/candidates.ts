/** Which names cannot be the variable, or do not depend on it, by custom. */
import { type Expr, type Sym } from '../core/expr.js';
import { isParameterLetter, type Variable } from './letters.js';
import { someNode } from '../core/walk.js';

/** In fg and u/v the letters are functions; u alone, or beside other letters, may be the variable. */
export function isAbstractLetter(v: Sym, names: readonly Sym[]): boolean {
  if (ALWAYS_FUNCTIONS.has(v.id)) return true;
  return (
    PAIRED.has(v.id) &&
    names.some((s) => PAIRED.has(s.id) && s.id !== v.id) &&
    names.every((s) => isParameterLetter(s) || PAIRED.has(s.id))
  );
}
const ALWAYS_FUNCTIONS: ReadonlySet<string> = new Set(['f', 'F', 'G', 'H']);
const PAIRED: ReadonlySet<string> = new Set(['f', 'g', 'h', 'u', 'v', 'w']);

/** c and α of d/dx c; dN/dt, dm/dt and ∂h_t/∂x are derivatives of quantities. */
export const isConstantBy = (s: Sym, variable: Variable): boolean =>
  isParameterLetter(s) &&
  s.sub === null &&
  (!/^[A-Z]/.test(s.base) || /^[CK]$/.test(s.base)) &&
  variable.free.has('x');

/** The n of a sum up to n, the l of a_k^l beside entries: whole numbers; and ℝ, a set. */
export function isCounted(v: Variable, body: Expr): boolean {
  if (v.kind !== 'sym') return false;
  if (v.marks.includes('blackboard')) return true;
  if (INDEX.has(v.id) && someNode(body, (e) => e.kind === 'component')) return true;
  const counts = (e: Expr): boolean =>
    e.kind === 'binder' &&
    (e.op === 'sum' || e.op === 'product') &&
    [e.lower, e.upper].some((b) => b?.free.has(v.id));
  return someNode(body, counts);
}

const INDEX: ReadonlySet<string> = new Set(['i', 'j', 'k', 'l', 'm', 'n', 'ell']);
