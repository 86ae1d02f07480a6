/** All that is claimed of derivatives, in notes and in code. */
import type { FormulaClaim, PairClaim } from './code/claim.js';
import type { Link } from './notes/link.js';

/** The links of one chain of a note, in order: each is judged in the light of those before it. */
export interface Links {
  readonly kind: 'links';
  readonly links: readonly Link[];
}

export type Claim = Links | PairClaim | FormulaClaim;

/** What has a verdict of its own: of a chain each link. */
export type Single = Link | PairClaim | FormulaClaim;
