/** The numeric check of an answer, whatever kind of question it answers. */
import type { Steps } from '../steps.js';
import {
  checkEntries,
  checkInSteps,
  leastCertain,
  same,
  verifyInSteps,
  type Arrays,
  type Budget,
  type Check,
  type Derivation,
  type Expr,
  type Question,
} from '../core/index.js';
import { abstractCheck, hasUnknownFunctions, withWaves } from './abstractCheck.js';

/** How the answer compares with numbers, in steps; with unknown functions in it, with stand-ins for them. */
export function* checked(derivation: Derivation, budget: Budget): Steps<Check> {
  const { question, stages } = derivation;
  if (question.arrays && question.arrays.route !== 'differentials')
    return yield* entriesChecked(question.arrays, derivation, budget);
  if (question.arrays) return yield* checkInSteps(derivation, { budget });
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

/** With indices: at arrays of numbers, where unknown functions are waves. */
function* entriesChecked(arrays: Arrays, { question, stages }: Derivation, budget: Budget): Steps<Check> {
  const { target, definitions } = question;
  if (target.kind !== 'component' && target.kind !== 'sym') return UNDECIDED;
  const known = withWaves(definitions);
  return yield* leastCertain(stages, function* ({ root, result }) {
    const { before } = root;
    if (before.kind !== 'diff' || (before.target.kind !== 'component' && before.target.kind !== 'sym'))
      return UNDECIDED;
    return yield* checkEntries(known(before.body), before.target, known(result), {
      arrays,
      definitions,
      budget,
    });
  });
}

const UNDECIDED: Check = { verdict: 'undecided', points: 0, worst: 0, reason: null };

const differences = (question: Question, f: Expr, derivative: Expr, budget: Budget): Steps<Check> =>
  verifyInSteps(f, question.target, derivative, { definitions: question.definitions, budget });
