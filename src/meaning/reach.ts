/** How far an operator without brackets reaches: d/dx x² + 4x may be meant of the whole sum. */
import { diff, sum, type Diff, type Expr } from '../core/index.js';

/** A sum that begins with a derivative, whose other terms have its variable. */
export const isOpenSum = (e: Expr): boolean => derivativeBefore(e) !== null;

/** The same as the derivative of all the terms; anything else as it is. */
export function overAllTerms(e: Expr): Expr {
  const first = derivativeBefore(e);
  if (!first || e.kind !== 'add') return e;
  return diff(sum([first.body, ...e.terms.slice(1)]), first.target, first.order, first.partial);
}

function derivativeBefore(e: Expr): Diff | null {
  if (e.kind !== 'add') return null;
  const [first, ...rest] = e.terms;
  if (first?.kind !== 'diff' || first.body.kind === 'sym' || first.body.kind === 'apply') return null;
  const isOpen = rest.some((t) => t.kind !== 'diff' && [...first.target.free].some((id) => t.free.has(id)));
  return isOpen ? first : null;
}
