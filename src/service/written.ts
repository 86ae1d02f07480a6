/** An answer about code as a function of its source. */
import type { Budget, Refusal } from '../core/derivation.js';
import type { Steps } from '../steps.js';
import { formulaOf, type CodeAnswer } from '../answer/code/answer.js';
import { writeDerivativeInSteps, type Written } from '../codegen/index.js';

/** The derivative as a function, or why code cannot say it; null where it is of no whole order. In steps. */
export function* written(answer: CodeAnswer, budget: Budget): Steps<Written | Refusal | null> {
  const { source, code, variable, times, direct, solved } = answer;
  if (times === null) return null;
  return yield* writeDerivativeInSteps(source, code, variable, times, budget, {
    result: direct,
    formula: formulaOf(solved),
  });
}
