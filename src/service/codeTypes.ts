/** The façade's interface to code: functions, their derivatives as code, and pairs to be checked. */
import type { OnFault } from './fault.js';
import type {
  Answer,
  Budget,
  CheckedClaim,
  Counterexample,
  DocumentText,
  Options,
  Refusal,
} from './service.js';

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

/** A function that claims by its name to be a derivative of another, and the verdict on it. */
export interface CodeClaim extends Place {
  /** The name of the claimed derivative: what is underlined. */
  readonly name: string;
  readonly of: string;
  /** `conditional`: right where it has a value, which is not everywhere. */
  readonly verdict: 'true' | 'false' | 'conditional' | 'undecided';
  readonly message: string;
  /** The likely mistake, where one explains the difference. */
  readonly mistake: { readonly code: string; readonly explanation: string } | null;
  readonly counterexample: Counterexample | null;
  /** What puts it right: another body, or another number; null where it is not wrong or cannot be written. */
  readonly fix: CodeEdit | null;
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
  /** Pairs such as f and fPrime with their verdicts; yields null between two, so that the caller can stop. */
  check(document: DocumentText, budget?: () => Budget): Iterable<CodeClaim | null>;
  /**
   * The same as claims of a note, and after them the verdicts on the formulas of doc comments: compared with the
   * function below, or judged as a note's.
   */
  claims(
    document: DocumentText,
    options: Pick<Options, 'logBase' | 'macros'>,
    budget?: () => Budget,
    onFault?: OnFault,
  ): Iterable<CheckedClaim | null>;
}
