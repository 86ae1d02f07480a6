/** Claims of derivatives as the editor counts and finds them. Knows nothing of VS Code. */
import type { CheckedClaim } from '../service/service.js';

export interface VerdictCounts {
  readonly true: number;
  readonly false: number;
  readonly conditional: number;
  readonly undecided: number;
}

/** How many claims have which verdict; those that are told of where they are asked for alone are left out. */
export function countsOf(claims: readonly CheckedClaim[]): VerdictCounts {
  const counts = { true: 0, false: 0, conditional: 0, undecided: 0 };
  for (const claim of claims) if (isOpenlyTold(claim)) counts[claim.verdict]++;
  return counts;
}

/** Whether its verdict may be shown unasked: it is no mistake that the text quotes, and evident. */
export const isOpenlyTold = ({ quoted, evident }: CheckedClaim): boolean => !quoted && evident;

/** The smallest claim around an offset, ends included; null between claims. */
export function claimAt(claims: readonly CheckedClaim[], offset: number): CheckedClaim | null {
  const around = claims.filter(({ from, to }) => from <= offset && offset <= to);
  return around.reduce<CheckedClaim | null>(
    (best, claim) => (best !== null && best.to - best.from <= claim.to - claim.from ? best : claim),
    null,
  );
}
