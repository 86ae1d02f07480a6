/** The likely mistake behind a claim that does not hold. */
import type { Budget } from '../../core/derivation.js';
import type { Claim } from '../claims/claim.js';
import type { Refuted, Verdict } from '../verdict/verdict.js';

export interface Explained {
  readonly code: string;
  readonly explanation: string;
  /** A rule gone wrong gives exactly what was written; false for a slip that nothing explains. */
  readonly specific: boolean;
}

export function explain(_claim: Claim, _verdict: Verdict, _refuted: Refuted, _budget: Budget): Explained | null {
  return null;
}
