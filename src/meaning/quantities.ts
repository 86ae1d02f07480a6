/** Quantities that a note only names, without saying what they are. */
import { isPrimed, plainName, type Expr, type Sym } from '../core/index.js';
import type { Definitions } from './dependence.js';
import { variableName, type Variable } from './symbolCustoms.js';
import { mentions } from './unsaid.js';

/** The name of what is only named and not said: L, L(y, ŷ), z_i. */
export function quantityName(body: Expr): string | null {
  if (body.kind === 'sym') return plainName(body);
  if (body.kind === 'component' && body.base.kind === 'sym') return variableName(body);
  if (body.kind !== 'apply' || isPrimed(body)) return null;
  return body.args.every((a) => a.kind === 'sym') ? plainName(body.fn) : null;
}
/** The name of an undefined quantity, or of the one that derivatives are taken of; null where the definitions know it. */
export function unknownQuantity(body: Expr, known: Definitions): string | null {
  // ∂²f/∂x∂y of an f that nothing defines.
  if (body.kind === 'diff')
    return body.body.kind === 'sym' || body.body.kind === 'diff' ? unknownQuantity(body.body, known) : null;
  const isKnown =
    (body.kind === 'sym' && known.has(body.id)) || (body.kind === 'apply' && known.has(body.fn.id));
  return isKnown ? null : quantityName(body);
}

/** TC of dTC/dQ: capital letters run together, none of which has to do with the variable, are a name of their own. */
export function nameOfLetters(
  body: Expr,
  variable: Variable,
  known: Definitions,
  dependent: ReadonlySet<string>,
): string | null {
  if (body.kind !== 'mul' || mentions(body, variable)) return null;
  const letters = body.factors.filter(
    (f): f is Sym => f.kind === 'sym' && f.sub === null && f.marks.length === 0,
  );
  const isName =
    letters.length === body.factors.length &&
    letters.every((s) => /^[A-Z]$/.test(s.base) && !known.has(s.id) && !dependent.has(s.id));
  return isName ? letters.map((s) => s.base).join('') : null;
}
