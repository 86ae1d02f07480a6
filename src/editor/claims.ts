/** Claims of derivatives as the editor counts and finds them. Knows nothing of VS Code. */
import type { CheckedClaim } from '../service/service.js';

export interface Counts {
  readonly true: number;
  readonly false: number;
  readonly conditional: number;
  readonly undecided: number;
}

/** How many claims have which verdict; those that are quoted as mistakes are left out. */
export function countsOf(claims: readonly CheckedClaim[]): Counts {
  const counts = { true: 0, false: 0, conditional: 0, undecided: 0 };
  for (const { verdict, quoted } of claims) if (!quoted) counts[verdict]++;
  return counts;
}

/** The smallest claim around an offset, ends included; null between claims. */
export function claimAt(claims: readonly CheckedClaim[], offset: number): CheckedClaim | null {
  const around = claims.filter(({ from, to }) => from <= offset && offset <= to);
  return around.reduce<CheckedClaim | null>(
    (best, claim) => (best !== null && best.to - best.from <= claim.to - claim.from ? best : claim),
    null,
  );
}
