/** What code claims to be a derivative: a function by its name, a formula in a doc comment. Judged, and never used. */
import type { Expr } from '../../core/index.js';
import type { FunctionTarget, Source } from '../../notation/programs/index.js';
import type { SaidByName } from './pairNames.js';

/** `derivative` claims, by its name, to be that of `of`: by one variable, or all partial derivatives. */
export interface Pair extends SaidByName {
  readonly of: FunctionTarget;
  readonly derivative: FunctionTarget;
}

/** A function that claims by its name to be the derivative, or the gradient, of another. */
export interface PairClaim {
  readonly kind: 'pair';
  readonly source: Source;
  readonly pair: Pair;
  /** Why it need not be meant as that, as far as the text says; null where nothing speaks for it. */
  readonly otherMeaning: string | null;
}

/** A formula that says what the function below its comment computes, or what that function's derivative is. */
export interface FormulaClaim {
  readonly kind: 'formula';
  readonly source: Source;
  /** The function that its left side names. */
  readonly of: FunctionTarget;
  /** What it is derived by, and how often; null for the value. */
  readonly derived: { readonly by: string | null; readonly order: number } | null;
  /** The sides after the first. */
  readonly rights: readonly Expr[];
  /** It was read one way of several. */
  readonly isChosen: boolean;
  /** Its place in the source, without and with its delimiters. */
  readonly from: number;
  readonly to: number;
  readonly outerFrom: number;
  readonly outerTo: number;
}
