/** Every kind of node: a row each. */
import type { Expr } from '../expr.js';
import { ARITHMETIC } from './arithmetic.js';
import { ATOMS } from './atoms.js';
import { BINDERS } from './binders.js';
import { CALLS } from './calls.js';
import { DERIVATIVES } from './derivatives.js';
import type { Description, Descriptions } from './description.js';
import { INDEXED } from './indexed.js';
import { LOGIC } from './logic.js';

export const KINDS: Descriptions = {
  ...ATOMS,
  ...ARITHMETIC,
  ...CALLS,
  ...DERIVATIVES,
  ...LOGIC,
  ...BINDERS,
  ...INDEXED,
};

/** What is said of the node's own kind. */
export function described<E extends Expr>(e: E): Description<E> {
  return KINDS[e.kind] as unknown as Description<E>;
}
