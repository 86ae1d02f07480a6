/** What the check says is right, in place of what is wrong. */
import type { CheckedClaim } from '../../../../src/service/index.js';

export function mended(text: string, claim: CheckedClaim | undefined): string {
  if (!claim?.rightPlace || claim.expected === null) throw new Error('no fix');
  const { from, to } = claim.rightPlace;
  return text.slice(0, from) + claim.expected + text.slice(to);
}
