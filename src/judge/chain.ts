/** The verdicts on a chain: link by link, up to the first wrong one. */
import type { Budget } from '../core/index.js';
import type { Link } from '../claims/notes/link.js';
import { explain } from './mistakes/explain.js';
import { judgeLink } from './link.js';
import type { Known } from './known.js';
import { undecided, type Verdict } from './verdict.js';

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
  for (const link of links) {
    if (wrong) {
      yield undecided('It follows a wrong step.');
      continue;
    }
    const limits = budget();
    const first = yield* judgeLink(link, known, limits);
    yield null;
    const verdict = yield* withMistake(link, first, right, limits);
    right &&= verdict.kind === 'true';
    if (verdict.kind === 'false') wrong = true;
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
