/** Other methods for a question that is answered, each one checked. */
import { alternativesInSteps, type Alternative, type Budget } from '../core/index.js';
import { checked } from './checking.js';
import { tidyFor, type Solved } from './solve.js';
import { done, type Steps } from '../steps.js';

/** Longer formulas are shown one way only. */
const LARGEST = 300;
/** A method that leaves so much more to be tidied than the one shown is none to recommend. */
const MORE_TIDYING = 2;

/** The methods that a reader may expect beside the one shown; one that its check does not confirm is left out. */
export const otherWays = (solved: Solved, budget: Budget): readonly Alternative[] =>
  done(otherWaysInSteps(solved, budget));

/** The same in steps. */
export function* otherWaysInSteps(
  { asked, derivation, point }: Solved,
  budget: Budget,
): Steps<readonly Alternative[]> {
  const { question } = asked;
  if (question.arrays) return [];
  if (point !== null || derivation.stages.length !== 1 || question.body.size > LARGEST) return [];
  const own = derivation.stages[0]?.tidying.length ?? 0;
  const found: Alternative[] = [];
  for (const way of yield* alternativesInSteps(question, tidyFor(question), budget)) {
    const { stages, result } = way;
    if ((stages[0]?.tidying.length ?? 0) > own + MORE_TIDYING) continue;
    const { verdict } = yield* checked({ question, stages, result, conditions: [] }, budget);
    if (verdict === 'agrees') found.push(way);
  }
  return found;
}
