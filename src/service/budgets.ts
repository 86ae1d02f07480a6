/**
 * What each kind of request may cost, in units of work of about four microseconds. Work is counted and not timed, so
 * that an answer, a refusal or a verdict is the same on every machine, however busy, in an editor and on the command
 * line. Whoever asks may give up meanwhile: that is no limit of an answer.
 */
import { Work, type Budget } from '../core/index.js';

export const LIMITS = {
  /** A derivative offered while someone types: 0.08 s. */
  completion: 20_000,
  /** A hover, a lens, a code action: 0.4 s. */
  hover: 100_000,
  /** A command that someone waits for: 4 s. */
  command: 1_000_000,
  /** A question on the command line, its values and its steps printed: 5 s. */
  commandLine: 1_250_000,
  /** Judging one claim. The hardest ones of ordinary notes take about a twentieth. */
  claim: 50_000,
  /** All claims of one code file: 10 s. Three hundred functions with wrong derivatives take about as much. */
  codeFile: 2_500_000,
  /** An answer of a learner, or an error that is hidden in a derivation: 0.8 s. */
  practice: 200_000,
  /** Other methods for a question that is answered. */
  otherWays: 100_000,
  /** The steps of an answer, in words. */
  steps: 250_000,
  /** The curves of a function and its derivative over one window. */
  plot: 100_000,
} as const;

export type Limit = keyof typeof LIMITS;

/** A fresh budget for a request; one that is cancelled ends at the next poll. */
export const budgetFor = (limit: Limit, isCancelled?: () => boolean): Budget =>
  new Work(LIMITS[limit], isCancelled);

/** A fresh budget for a claim. */
export const claimBudget = (): Budget => budgetFor('claim');
