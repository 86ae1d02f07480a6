/** Whether a value changes otherwise than in jumps. */
import type { Expr } from './expr.js';
import { functionRow } from './functions/index.js';
import { children } from './walk.js';

/** Whether the value changes with any of the names other than in jumps: ⌊x⌋ = 1 holds for more than single points. */
export function varies(e: Expr, names: ReadonlySet<string>): boolean {
  if (e.kind === 'sym') return names.has(e.id);
  if (e.kind === 'call' && functionRow(e.fn)?.step === true) return false;
  return [...e.free].some((id) => names.has(id)) && children(e).some((c) => varies(c, names));
}
