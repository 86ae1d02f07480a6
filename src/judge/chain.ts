/** The verdicts on a chain: link by link, up to the first wrong one. */
import type { Budget } from '../core/index.js';
import type { Link } from '../claims/notes/link.js';
import { explain } from './mistakes/explain.js';
import { isBareHead } from './doubts.js';
import { judgeLink } from './link.js';
import type { Known } from './known.js';
import { undecided, type Verdict } from './verdict.js';
import { isDerivative } from '../meaning/operator.js';

/**
 * Judges the links of one chain in order, a verdict each; null between pieces of work. After a wrong link the later ones
 * are left undecided. What is expected instead is left open.
 */
export function* judgeChain(
  links: readonly Link[],
  known: Known,
  budget: () => Budget,
): Generator<Verdict | null, void, undefined> {
  let [wrong, right] = [false, true];
  let anchor: Link['head'] | null = null;
  for (const link of links) {
    if (wrong) {
      yield undecided('It follows a wrong step.');
      continue;
    }
    const claim = anchor && link.op === '=' ? { ...link, head: anchor } : link;
    const limits = budget();
    const first = yield* judgeLink(claim, known, limits);
    yield null;
    const verdict = yield* withMistake(claim, first, right, limits);
    right &&= verdict.kind === 'true';
    if (verdict.kind === 'false') wrong = true;
    // A name whose definition nobody knows says nothing: the chain goes on from the derivative that is spelled out.
    if (verdict.kind === 'undecided' && isBareHead(claim.head) && isDerivative(link.right))
      anchor = link.right;
    yield verdict;
  }
}

/** `right`: all links before it hold. */
function* withMistake(
  claim: Link,
  verdict: Verdict,
  right: boolean,
  budget: Budget,
): Generator<null, Verdict, undefined> {
  const { refuted } = verdict;
  if (!refuted || claim.op === '!=') return verdict;
  const mistake = yield* explain(claim, verdict, refuted, right, budget);
  if (verdict.kind === 'false' && verdict.needsMistake && !mistake?.specific)
    return undecided('It does not hold for the definition found here.');
  return { ...verdict, mistake };
}
