/** What a writer of programs does, whatever their language. */
import type { Budget, Program, Refusal } from '../core/index.js';
import type { Steps } from '../steps.js';
import type { Code, CodeVariable, FunctionTarget, ResultShape, Source } from '../notation/programs/index.js';
import type { Span } from '../notation/notation.js';
import type { KnownAnswer } from './derivative.js';
import type { TextChange } from './editCheck.js';
import type { Unwritable } from './unwritable.js';
import type { WrittenFunction } from './write.js';

/** Sources and codes are those of the language's own reader, which hold more than their types say. */
export interface Writer {
  /** The derivative of a function of the source by one of its variables, so many times. In steps. */
  derivative(
    source: Source,
    code: Code,
    variable: CodeVariable,
    order: number,
    budget: Budget,
    known: KnownAnswer,
  ): Steps<WrittenFunction | Refusal>;
  /** The value and all partial derivatives. In steps. */
  gradient(source: Source, code: Code, budget: Budget): Steps<WrittenFunction | Refusal>;
  /** A test file that compares the gradient with central differences of the function. */
  gradientTest(source: Source, code: Code, order: TestWanted): string | Unwritable;
  /** The body that computes what a function claims to compute; null where it cannot be written. */
  derivativeFix(claimed: Claimed, right: RightDerivative, budget: Budget): TextChange | null;
  gradientFix(claimed: Claimed, right: RightGradient, budget: Budget): TextChange | null;
  /** The source with a change, of which all that the functions at the places reach is read anew; null where that costs too much. */
  edited(source: Source, change: TextChange, needed: readonly Span[], budget: Budget): Source | null;
  /** Words in place of others within a comment, which stays one; null where it would not. */
  commentFix(source: Source, change: TextChange, budget: Budget): TextChange | null;
}

export interface TestWanted {
  /** A runner of the language's row. */
  readonly runner: string;
  /** The gradient function's name. */
  readonly gradient: string;
  /** The module that exports both functions, as the test imports it. */
  readonly module: string;
}

/** `derivative` is to be that of `of`, so many times. */
export interface Claimed {
  readonly source: Source;
  readonly of: FunctionTarget;
  readonly derivative: FunctionTarget;
  readonly order: number;
}

export interface RightDerivative {
  readonly f: Code;
  readonly variable: CodeVariable;
  readonly program: Program;
}

/** A number that is returned: a partial derivative, or the value where there is no variable. */
interface Part {
  readonly variable: CodeVariable | null;
  readonly leaf: Extract<ResultShape, { kind: 'number' }>;
  /** What computes it rightly. */
  readonly right: Program;
}

export interface RightGradient {
  readonly f: Code;
  readonly shape: ResultShape;
  readonly parts: readonly Part[];
  readonly wrong: readonly Part[];
}
