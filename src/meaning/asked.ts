/** What is asked, as data: a question for the core and what was chosen on the way, or why there is none. */
import type { Expr, Question, Refusal, Sym } from '../core/index.js';
import type { Definition } from './definitions.js';
import type { Variable } from './symbolCustoms.js';
import type { EvaluationPoint } from './operator.js';

/** How the variable came to be known. */
export type VariableSource = 'operator' | 'given' | 'parameter' | 'only' | 'custom';

export interface Asked {
  readonly ok: true;
  readonly question: Question;
  /** What is differentiated, as the text has it. */
  readonly input: Expr;
  /** f(x) or y, where the text says what its right side is called. */
  readonly head: Expr | null;
  /** The text asks for a derivative itself: it is an operator or primes, and no plain expression. */
  readonly isDerivative: boolean;
  readonly variable: Variable;
  readonly source: VariableSource;
  /** What one may differentiate by instead, the variable itself included. */
  readonly variables: readonly Variable[];
  /** Where the derivative's value is wanted; its variable is the question's. */
  readonly point: EvaluationPoint | null;
  /** The definitions that the answer rests on. */
  readonly used: readonly Definition[];
  /** The unit vectors in which the answer, a vector, is written. */
  readonly basis?: readonly Sym[];
  /** Choices that a reader should know of, in words. */
  readonly notes: readonly string[];
}

export interface NotAsked {
  readonly ok: false;
  readonly code: Refusal['code'] | 'no-formula';
  readonly message: string;
  /** The part of the reading that is meant; null for the whole of it. */
  readonly at: Expr | null;
  /** Nothing says how what is differentiated depends on the variable; all else that is refused is said, and beyond us. */
  readonly isUnsaid?: boolean;
}

export const refuse = (code: NotAsked['code'], message: string, at: Expr | null = null): NotAsked => ({
  ok: false,
  code,
  message,
  at,
});

/** Where nothing says how something depends on the variable. */
export const unsaid = (message: string, at: Expr | null = null): NotAsked => ({
  ...refuse('unsupported', message, at),
  isUnsaid: true,
});
