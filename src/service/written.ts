/** An answer about code as a function of its source. */
import type { Budget, Refusal } from '../core/index.js';
import type { Steps } from '../steps.js';
import { formulaOf, type CodeAnswer } from '../answer/code/answer.js';
import { writerOf, type WrittenFunction } from '../codegen/index.js';

/**
 * The derivative as a function, or why code cannot say it; null where it is of no whole order, or its language is not
 * written. In steps.
 */
export function* written(answer: CodeAnswer, budget: Budget): Steps<WrittenFunction | Refusal | null> {
  const { source, code, variable, times, direct, solved } = answer;
  const writer = writerOf(source.language);
  if (times === null || !writer) return null;
  return yield* writer.derivative(source, code, variable, times, budget, {
    result: direct,
    formula: formulaOf(solved),
  });
}
