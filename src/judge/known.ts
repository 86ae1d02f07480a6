/** What is known at a claim. */
import type { Link } from '../claims/notes/link.js';
import type { Definition } from '../meaning/definitions.js';
import type { Definitions as Noted } from '../meaning/dependence.js';
import type { SaidOfArrays } from '../meaning/ranks.js';
import type { VerdictKind } from './verdict.js';

export interface Known {
  readonly definitions: Noted;
  /** What the note says of the shapes of vectors and matrices. */
  readonly arrays?: SaidOfArrays;
  /** All definitions near the claim, before and after it, of the name whose derivative it is about. */
  namesakes(claim: Link): readonly Definition[];
  /** The definition stands in another section than the claim, or in a theorem that has ended. */
  isElsewhere?(d: Definition, claim: Link): boolean;
  /** Told of each reading that is tried, in order, and of its verdict. */
  readonly tried?: (reading: string, verdict: VerdictKind) => void;
}
