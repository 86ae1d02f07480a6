/** What a verdict says. */
import type { Expr, Program } from '../core/index.js';
import type { Asked } from '../meaning/asked.js';
import type { Variable } from '../meaning/symbolCustoms.js';
import type { Code, CodeVariable, ResultShape } from '../notation/programs/index.js';
import type { GradientPart } from './code/gradient.js';
import type { ExplainedMistake } from './mistakes/explained.js';
import type { World } from './workedOut.js';

export type VerdictKind = 'true' | 'false' | 'conditional' | 'undecided';

export interface Counterexample {
  /** Values by symbol id. */
  readonly at: ReadonlyMap<string, number>;
  /** Null where the claimed side has no value there. */
  readonly claimed: number | null;
  readonly actual: number;
  /** How the author spells the inputs, by symbol id; without it their ids say it. */
  readonly names?: ReadonlyMap<string, string>;
}

/** What a refuted claim was about, for those who look for the mistake. */
export interface Refuted {
  readonly asked: Asked;
  /** A world for each that was tried, and the two sides as they stand in it. */
  readonly cases: readonly Case[];
}
export interface Case {
  readonly world: World;
  readonly actual: Expr;
  readonly claimed: Expr;
  readonly body: Expr | null;
  readonly variable: string | null;
}

/** What is right instead: an expression for a note, a program for code, from which its text is written afterwards. */
export type Expected =
  | { readonly kind: 'expression'; readonly e: Expr }
  | {
      readonly kind: 'derivative';
      readonly f: Code;
      readonly variable: CodeVariable;
      readonly program: Program;
    }
  | {
      readonly kind: 'gradient';
      readonly f: Code;
      readonly shape: ResultShape;
      /** Which number of the shape is which partial derivative, and the right one. */
      readonly parts: readonly RightPart[];
      readonly wrong: readonly RightPart[];
    };

/** A number of a gradient, with the program that computes it rightly. */
export interface RightPart extends GradientPart {
  readonly right: Program;
}

export interface Verdict {
  readonly kind: VerdictKind;
  /** Why, where, or what is not so, from which `inWords` makes the message; empty for a plain true. */
  readonly message: string;
  /** For what does not hold everywhere; null where it could not be worked out. */
  readonly expected: Expected | null;
  /** The likely mistake of a claim that does not hold. */
  readonly mistake: ExplainedMistake | null;
  readonly counterexample: Counterexample | null;
  /** False only if a known mistake gives what was written. */
  readonly needsMistake: boolean;
  readonly refuted: Refuted | null;
  /** It is so of any functions, whatever the note says of them. */
  readonly isGeneral?: boolean;
  /** All its names are known by what is said of vectors and matrices. */
  readonly hasShapes?: boolean;
  /** By what an operator of vector calculus is taken, which its sign does not say. */
  readonly variables?: readonly Variable[];
  /** Why another thing may be meant though it is false as it stands; in words. */
  readonly doubt?: string;
}

export const settled = (kind: VerdictKind, message = ''): Verdict => ({
  kind,
  message,
  expected: null,
  mistake: null,
  counterexample: null,
  needsMistake: false,
  refuted: null,
});
export const undecided = (message: string): Verdict => settled('undecided', message);
