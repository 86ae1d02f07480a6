/** What speaks for it that a function with the name of a derivative is meant as something else. */
import type { PairClaim } from '../../claims/code/claim.js';
import type { Compared } from './compare.js';

export const CLOSE =
  'It is close to the derivative everywhere, but not equal: rounded numbers or a difference quotient.';

/** Why something different need not be meant as the derivative; null where nothing speaks for that. */
export function doubtAbout(
  { otherMeaning }: Pick<PairClaim, 'otherMeaning'>,
  { isFlat }: Pick<Compared, 'isFlat'>,
): string | null {
  if (otherMeaning !== null) return otherMeaning;
  // The slope of a step is 0: what is written in its place is meant for training.
  return isFlat ? 'The function is constant between its steps.' : null;
}
