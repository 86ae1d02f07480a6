/** Other methods for a question that is answered, each one checked. */
import { alternatives } from '../core/alternatives.js';
import type { Alternative, Budget } from '../core/derivation.js';
import { checked } from './checking.js';
import { tidyFor, type Solved } from './solve.js';

/** Longer formulas are shown one way only. */
const LARGEST = 300;
/** A method that leaves so much more to be tidied than the one shown is none to recommend. */
const MORE_TIDYING = 2;

/** The methods that a reader may expect beside the one shown; one that its check does not confirm is left out. */
export function otherWays({ asked, derivation, point }: Solved, budget: Budget): readonly Alternative[] {
  const { question } = asked;
  if (point !== null || derivation.stages.length !== 1 || question.body.size > LARGEST) return [];
  const own = derivation.stages[0]?.tidying.length ?? 0;
  return alternatives(question, tidyFor(question), budget).filter(({ stages, result }) => {
    const [stage] = stages;
    if ((stage?.tidying.length ?? 0) > own + MORE_TIDYING) return false;
    const other = { question, stages, result, conditions: [] };
    return checked(other, budget).verdict === 'agrees';
  });
}
