/** Where a rule applies in a derivative, and what a mistake is: a wrong rule for such a place. */
import type { Expr } from '../../core/expr.js';
import type { Variable } from '../letters.js';

/** A place at which a rule of differentiation applies. Primed parts are right derivatives. */
export type Site =
  | { readonly kind: 'product'; readonly factors: readonly Expr[]; readonly primes: readonly Expr[] }
  | {
      readonly kind: 'quotient';
      readonly u: Expr;
      readonly v: Expr;
      readonly du: Expr;
      readonly dv: Expr;
      readonly constant: boolean;
    }
  | { readonly kind: 'power'; readonly u: Expr; readonly n: Expr; readonly du: Expr }
  | {
      readonly kind: 'exponential';
      readonly a: Expr | null;
      readonly u: Expr;
      readonly du: Expr;
      readonly variable: Variable;
    }
  | {
      readonly kind: 'general-power';
      readonly u: Expr;
      readonly v: Expr;
      readonly du: Expr;
      readonly dv: Expr;
    }
  | {
      readonly kind: 'call';
      readonly fn: string;
      readonly args: readonly Expr[];
      readonly u: Expr;
      readonly du: Expr;
      readonly entry: Expr;
    }
  /** F(u): the derivative of F as a function, and the inner expression. */
  | {
      readonly kind: 'composite';
      readonly outer: (w: Expr) => Expr;
      readonly u: Expr;
      readonly du: Expr;
      readonly variable: Variable;
    }
  | { readonly kind: 'sum'; readonly terms: readonly Expr[]; readonly primes: readonly Expr[] }
  | { readonly kind: 'multiple'; readonly c: Expr; readonly u: Expr; readonly du: Expr }
  | { readonly kind: 'constant'; readonly c: Expr }
  | { readonly kind: 'linear'; readonly whole: Expr };

/** A wrong rule: what it makes of a place; null, or no candidates, where it does not apply. */
export interface WrongRule {
  readonly code: string;
  readonly explanation: string;
  readonly wrong: (site: Site) => readonly Expr[];
}
