/** Derivatives on the right side that would be 0 only because nothing says how their names depend on each other. */
import { same, type Expr } from '../core/index.js';
import { withoutEvidence } from '../meaning/constancy.js';
import type { Definitions as Noted } from '../meaning/dependence.js';
import type { Variable } from '../meaning/symbolCustoms.js';
import { namesIn } from '../meaning/freeNames.js';
import { isImplied } from '../meaning/operator.js';
import { reachableNames } from './worlds.js';

/** Why a derivative in the expression cannot be taken, in words; null where each of them can. `functions` are names of functions of the variable. */
export function whyUnsupported(
  e: Expr,
  noted: Noted,
  variable: Variable,
  functions: ReadonlySet<string>,
): string | null {
  for (const { body, target, partial } of namesIn(e).derivatives) {
    if ((target.kind !== 'sym' && target.kind !== 'component') || isImplied(target)) continue;
    const free = [...target.free];
    const definitions = new Map(
      [...reachableNames([body], noted)].flatMap((id) => {
        const d = noted.get(id);
        return d && !free.includes(id) ? [[id, d] as const] : [];
      }),
    );
    const known = {
      variable: target,
      definitions,
      dependent: same(target, variable) ? functions : NONE,
      constants: new Map(),
      partial,
    };
    const refused = withoutEvidence(body, known);
    if (refused) return refused.message;
  }
  return null;
}
const NONE: ReadonlySet<string> = new Set();
