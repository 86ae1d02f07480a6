/** The numeric check of an answer, whatever kind of question it answers. */
import type { Steps } from '../steps.js';
import {
  checkInSteps,
  leastCertain,
  same,
  verifyInSteps,
  type Budget,
  type Check,
  type Derivation,
  type Expr,
  type Question,
} from '../core/index.js';
import { abstractCheck, hasUnknownFunctions } from './abstractCheck.js';

/** How the answer compares with numbers, in steps; with unknown functions in it, with stand-ins for them. */
export function* checked(derivation: Derivation, budget: Budget): Steps<Check> {
  const { question, stages } = derivation;
  const isMixed = stages.some(
    ({ root }) => root.before.kind === 'diff' && !same(root.before.target, question.target),
  );
  const isUnknown = question.dependent.size > 0 || hasUnknownFunctions(question.body, question.definitions);
  const isAbstract = isUnknown && !question.equation;
  if (!isMixed && !isAbstract) return yield* checkInSteps(derivation, { budget });
  return yield* leastCertain(stages, function* ({ root, result }) {
    const { before } = root;
    if (before.kind !== 'diff') return UNDECIDED;
    const stage = { ...question, target: before.target };
    return isAbstract
      ? yield* abstractCheck(stage, before.body, result, budget)
      : yield* differences(stage, before.body, result, budget);
  });
}

const UNDECIDED: Check = { verdict: 'undecided', points: 0, worst: 0, reason: null };

const differences = (question: Question, f: Expr, derivative: Expr, budget: Budget): Steps<Check> =>
  verifyInSteps(f, question.target, derivative, { definitions: question.definitions, budget });
