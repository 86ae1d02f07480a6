/** What a claim leaves out: the argument of a function, which is the variable by which it derives. */
import { children, substitute, type Expr } from '../core/index.js';
import type { Link } from '../claims/notes/link.js';
import type { Variable } from '../meaning/symbolCustoms.js';
import { IMPLIED, isImplied } from '../meaning/operator.js';
import { X } from '../meaning/variable.js';
import { mapped } from './otherReadings.js';

/** Functions written without their argument get it: sec² is sec²x. */
export function withVariable(claim: Link): Link {
  const { variable } = claim;
  if (!variable && !claim.chain.some(leavesArgumentOut)) return claim;
  const name = variable ?? targetOf(claim.head) ?? X;
  return mapped(claim, (e) => substitute(e, new Map([[IMPLIED.id, name]])));
}
/** sec² alone; the variable of (…)′ that is left out is no such argument. */
function leavesArgumentOut(e: Expr): boolean {
  if (e.kind === 'diff') return leavesArgumentOut(e.body);
  return isImplied(e) || children(e).some(leavesArgumentOut);
}
/** By what a derivative is taken, where that is written and one letter or entry. */
export function targetOf(e: Expr): Variable | null {
  if (e.kind !== 'diff' || isImplied(e.target)) return null;
  return e.target.kind === 'sym' || e.target.kind === 'component' ? e.target : null;
}
