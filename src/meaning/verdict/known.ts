/** What is known at a claim. */
import type { Claim } from '../claims/claim.js';
import type { Definition } from '../definitions.js';
import type { Definitions as Noted } from '../dependence.js';

export interface Known {
  readonly definitions: Noted;
  /** All definitions near the claim, before and after it, of the name whose derivative it is about. */
  namesakes(claim: Claim): readonly Definition[];
}
