/** "Find the error": a derivation with one wrong line, made by one of the wrong rules that the judge knows. */
import {
  diff,
  ONE,
  same,
  share,
  tidyInSteps,
  type Budget,
  type Expr,
  type Question,
  type RuleInstance,
} from '../core/index.js';
import type { Steps } from '../steps.js';
import type { Solved } from '../answer/solve.js';
import { chainOf, type Spell } from '../explain/index.js';
import { FUNCTION_MISTAKES } from '../judge/mistakes/functionMistakes.js';
import { CHAIN_MISTAKES, PLAIN_MISTAKES, RULE_MISTAKES } from '../judge/mistakes/ruleMistakes.js';
import { placesOf, slippedStep, type Slip } from '../judge/mistakes/slip.js';
import { wrongsAt, type WrongRule } from '../judge/mistakes/wrongRule.js';
import { exerciseOf, type Exercise, type Flaw } from './exercise.js';
import { haveSameValues } from './typed.js';

/** Attempts at a slip that shows: many wrong rules are right by accident somewhere. */
const MOST_ATTEMPTS = 12;
/** Of the budget, what one attempt may cost. */
const AN_ATTEMPT = 0.1;

/** The exercise, the `turn`-th of those that the question has; null where it has none with a line before the error. */
export function* flawedInSteps(
  solved: Solved,
  tex: Spell,
  turn: number,
  budget: Budget,
): Steps<Exercise | null> {
  const exercise = exerciseOf(solved, tex);
  const { question, stages, result } = solved.derivation;
  const [stage] = stages;
  if (!exercise || !stage || question.equation) return null;
  const slips = yield* slipsIn(question, budget);
  const rights = chainOf({ ...stage, tidying: [], result }, 2);
  for (let i = 0; i < Math.min(slips.length, MOST_ATTEMPTS); i++) {
    const slip = slips[(turn + i) % slips.length] as Slip;
    const flaw = yield* flawBy(slip, question, result, rights, tex, share(budget, AN_ATTEMPT));
    if (!flaw) continue;
    const tasks = [
      { kind: 'line', flaw },
      { kind: 'mend', flaw, of: question.body, right: result },
    ] as const;
    return { ...exercise, tasks };
  }
  return null;
}

/** Every wrong rule at every place that it fits, in the order in which the judge tries them. */
function* slipsIn(question: Question, budget: Budget): Steps<readonly Slip[]> {
  const places = yield* placesOf(question, budget);
  const all = [...CHAIN_MISTAKES, ...RULE_MISTAKES, ...FUNCTION_MISTAKES, ...PLAIN_MISTAKES];
  return all.flatMap((rule) =>
    places
      .filter((p) => wrongsAt(rule, p).length > 0)
      .flatMap((p, place): readonly Slip[] => (isUnlikely(rule, p) ? [] : [{ rule, place, form: 0 }])),
  );
}

/** No one goes wrong with the derivatives of x and of a constant, nor writes (x²)′ as 1². */
const isUnlikely = ({ code }: WrongRule, { e, rule, scope }: RuleInstance): boolean =>
  rule.name === 'identity' ||
  rule.name === 'constant' ||
  (e.kind === 'pow' && scope.isTarget(e.base) && code === PRODUCT_OF_DERIVATIVES);
const PRODUCT_OF_DERIVATIVES = 'product-rule-as-product-of-derivatives';

function* flawBy(
  slip: Slip,
  question: Question,
  result: Expr,
  rights: readonly Expr[],
  tex: Spell,
  budget: Budget,
): Steps<Flaw | null> {
  const root = yield* slippedStep(question, slip, budget);
  if (!root || haveSameValues(root.result, result, question.definitions, budget) !== false) return null;
  const options = { question: question.body, target: question.target };
  const tidied = yield* tidyInSteps(root.result, budget, options);
  const chain = chainOf({ root, tidying: [], result: tidied.result }, 2);
  const sides = [diff(question.body, question.target, ONE, question.partial), ...chain];
  const texts = sides.map(tex);
  const lines = sides.filter((_, i) => texts[i] !== texts[i - 1]);
  const right = rights.map(tex);
  const wrong = lines.findIndex((e, i) => i > 0 && !right.includes(tex(e)));
  const isShown = wrong > 0 && lines.length > 2 && !lines.some((e, i) => i > 0 && same(e, lines[0] as Expr));
  return isShown ? { lines, wrong, explanation: slip.rule.explanation } : null;
}
