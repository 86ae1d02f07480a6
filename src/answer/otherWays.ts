/** Other methods for a question that is answered, each one checked. */
import { alternativesInSteps, type Alternative, type Budget } from '../core/index.js';
import { checked } from './checking.js';
import { asMatrix } from './otherRoute.js';
import { solveInSteps, tidyFor, type Solved } from './solve.js';
import { inComponentsAsked } from '../meaning/otherRoute.js';
import { done, type Steps } from '../steps.js';

/** Longer formulas are shown one way only. */
const LARGEST = 300;
/** A method that leaves so much more to be tidied than the one shown is none to recommend. */
const MORE_TIDYING = 2;

/** The methods that a reader may expect beside the one shown; one that its check does not confirm is left out. */
export const otherWays = (solved: Solved, budget: Budget): readonly Alternative[] =>
  done(otherWaysInSteps(solved, budget));

/** The same in steps. */
export function* otherWaysInSteps(solved: Solved, budget: Budget): Steps<readonly Alternative[]> {
  const { asked, derivation, point } = solved;
  const { question } = asked;
  if (question.arrays) return yield* otherRoute(solved, budget);
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

/** A matrix answer by components, and one by components as a vector or matrix. */
function* otherRoute(solved: Solved, budget: Budget): Steps<readonly Alternative[]> {
  const { asked, derivation } = solved;
  if (asked.question.arrays?.route !== 'differentials') {
    const whole = asMatrix(solved);
    return whole
      ? [{ name: 'matrix', title: 'As a vector or matrix', stages: derivation.stages, result: whole }]
      : [];
  }
  const other = inComponentsAsked(asked);
  const answer = other.ok ? yield* solveInSteps(other, budget) : other;
  return answer.ok && answer.check.verdict === 'agrees'
    ? [
        {
          name: 'components',
          title: 'In components',
          stages: answer.derivation.stages,
          result: answer.result,
        },
      ]
    : [];
}
