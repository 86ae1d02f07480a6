/** What formulas for the n-th derivative ask of the engine. */
import type { Steps } from '../../steps.js';
import type { Expr } from '../expr.js';

/** What is asked of the engine: whether an expression varies with the target, and its first derivative, in steps. */
export interface NthScope {
  readonly target: Expr;
  varies(e: Expr): boolean;
  derivative(e: Expr): Steps<Expr>;
}
