/** The verdicts on a chain: link by link, up to the first wrong one. */
import type { Budget } from '../core/derivation.js';
import type { Claim } from '../claims/notes/claim.js';
import { explain } from './mistakes/explain.js';
import type { Explained } from './mistakes/explained.js';
import { isBareHead } from './doubts.js';
import { judge } from './judge.js';
import type { Known } from './known.js';
import { undecided, type Verdict } from './verdict.js';
import { isDerivative } from '../meaning/operator.js';

export interface Judged {
  readonly claim: Claim;
  readonly verdict: Verdict;
  /** The likely mistake of a claim that does not hold. */
  readonly mistake: Explained | null;
}

/** Judges the links of one chain in order; null between pieces of work. After a wrong link the later ones are left undecided. */
export function* judgeChain(
  links: readonly Claim[],
  known: Known,
  budget: () => Budget,
): Generator<Judged | null, void, undefined> {
  let [wrong, right] = [false, true];
  let anchor: Claim['head'] | null = null;
  for (const link of links) {
    if (wrong) {
      yield { claim: link, verdict: undecided('It follows a wrong step.'), mistake: null };
      continue;
    }
    const claim = anchor && link.op === '=' ? { ...link, head: anchor } : link;
    const limits = budget();
    const verdict = yield* judge(claim, known, limits);
    yield null;
    const judged = yield* withMistake(claim, verdict, right, limits);
    right &&= judged.verdict.kind === 'true';
    if (judged.verdict.kind === 'false') wrong = true;
    // A name whose definition nobody knows says nothing: the chain goes on from the derivative that is spelled out.
    if (judged.verdict.kind === 'undecided' && isBareHead(claim.head) && isDerivative(link.right))
      anchor = link.right;
    yield judged;
  }
}

/** `right`: all links before it hold. */
function* withMistake(
  claim: Claim,
  verdict: Verdict,
  right: boolean,
  budget: Budget,
): Generator<null, Judged, undefined> {
  const { refuted } = verdict;
  if (!refuted || claim.op === '!=') return { claim, verdict, mistake: null };
  const mistake = yield* explain(claim, verdict, refuted, right, budget);
  if (verdict.kind === 'false' && verdict.needsMistake && !mistake?.specific) {
    return { claim, verdict: undecided('It does not hold for the definition found here.'), mistake: null };
  }
  return { claim, verdict, mistake };
}
