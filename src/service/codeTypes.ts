/** The façade's interface to code: functions, their derivatives as code, and pairs to be checked. */
import type { OnFault } from './fault.js';
import type { Answer, Budget, CheckedClaim, DocumentText, Options, Refusal } from './service.js';

export type Place = { readonly from: number; readonly to: number };

/** A function, one of its parameters, or an expression in a function. */
export interface CodeFound {
  readonly kind: 'function' | 'parameter' | 'expression';
  /** What was pointed at: the name, the parameter, the expression. */
  readonly from: number;
  readonly to: number;
  /** The declaration of the function that it is or stands in; outside of functions the expression. */
  readonly whole: Place;
  /** The function's name; null where it has none. */
  readonly name: string | null;
  /** The parameter pointed at. */
  readonly variable: string | null;
}

/** A change of the document: `text` at an offset, or in place of a range. */
export interface CodeEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** The name of the function that it writes. */
  readonly name: string;
}

export interface CodeService {
  /** Resolves once code can be read: the parser is loaded when a code file is first asked about. */
  load(): Promise<void>;
  /** What stands at an offset: cheap enough for every hover. Null where there is nothing to differentiate. */
  at(document: DocumentText, offset: number): CodeFound | null;
  select(document: DocumentText, from: number, to: number): CodeFound | Refusal;
  derive(
    found: CodeFound,
    choice: { readonly variable?: string; readonly order?: number },
    budget: Budget,
  ): Answer | Refusal;
  /** The same in steps, which end where the budget does. */
  deriveInSteps(
    found: CodeFound,
    choice: { readonly variable?: string; readonly order?: number },
    budget: Budget,
  ): Generator<unknown, Answer | Refusal, undefined>;
  /** `fDerivative` after the function. */
  writeDerivative(
    found: CodeFound,
    choice: { readonly variable?: string; readonly order?: number },
    budget: Budget,
  ): CodeEdit | Refusal;
  /** `fGradient` after the function: the value and all partial derivatives. */
  writeGradient(found: CodeFound, budget: Budget): CodeEdit | Refusal;
  /** A test file that compares `gradient` with central differences of the function. */
  writeGradientTest(
    found: CodeFound,
    order: {
      readonly runner: 'vitest' | 'jest' | 'node:test';
      readonly gradient: string;
      readonly module: string;
    },
  ): string | Refusal;
  /**
   * Pairs such as f and fPrime with their verdicts, and after them those on the formulas of doc comments: compared with the
   * function below, or judged as a note's. Null between pieces of work, so that the caller can stop.
   */
  claims(
    document: DocumentText,
    options: Pick<Options, 'logBase' | 'macros'>,
    budget?: () => Budget,
    onFault?: OnFault,
  ): Iterable<CheckedClaim | null>;
}
