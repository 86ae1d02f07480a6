/** What is compared where no definition gives the derivative of a claim directly. */
import type { Expr } from '../core/index.js';
import type { Definitions as Noted } from '../meaning/dependence.js';
import type { Variable } from '../meaning/symbolCustoms.js';

/** Two sides to compare instead of the claim's own. */
export interface ComparedSides {
  readonly left: Expr;
  readonly right: Expr;
  readonly variable: Variable;
  readonly noted: Noted;
  readonly words: string;
}
