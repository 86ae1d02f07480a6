/**
 * Derivatives as core takes them, right or with one rule replaced by a wrong one. The latter serve to recognise
 * mistakes in claims that are refuted already, and to set exercises in which one is to be found: no answer is ever made
 * here.
 */
import {
  Deriver,
  NO_RULE,
  ONE,
  type Budget,
  type Expr,
  type Question,
  type RuleInstance,
  type Replacement,
  type Rule,
  type Step,
} from '../../core/index.js';
import type { Steps } from '../../steps.js';
import type { Variable } from '../../meaning/symbolCustoms.js';
import { wrongsAt, type WrongRule } from './wrongRule.js';

/** By what is derived, and what stands for functions of it. */
export interface MistakeSubject {
  readonly variable: Variable;
  readonly dependent: ReadonlySet<string>;
}

/** A wrong rule at the n-th place that it fits and with its k-th form there, or at every place. */
export interface Slip {
  readonly rule: WrongRule;
  readonly place: number | 'everywhere';
  readonly form: number;
}

/** A derivative, and the places at which rules were at work. */
export interface Taken {
  readonly answer: Expr;
  readonly places: readonly RuleInstance[];
}

/** The right derivative; null where something has no rule. */
export function* rightly(body: Expr, subject: MistakeSubject, budget: Budget): Steps<Taken | null> {
  const places: RuleInstance[] = [];
  const answer = yield* taken(body, subject, budget, (place) => {
    places.push(place);
    return null;
  });
  return answer && { answer, places };
}

/** The derivative with a slip; null where something has no rule. */
export function* slipped(
  body: Expr,
  subject: MistakeSubject,
  slip: Slip,
  budget: Budget,
): Steps<Expr | null> {
  return yield* taken(body, subject, budget, replacementBy(slip));
}

function replacementBy(slip: Slip): Replacement {
  let passed = 0;
  return (place) => {
    const wrongs = wrongsAt(slip.rule, place);
    if (wrongs.length === 0) return null;
    const isHere = slip.place === 'everywhere' || slip.place === passed;
    passed++;
    return isHere ? (wrongs[Math.min(slip.form, wrongs.length - 1)]?.() ?? null) : null;
  };
}

function* taken(
  body: Expr,
  { variable, dependent }: MistakeSubject,
  budget: Budget,
  replacement: Replacement,
): Steps<Expr | null> {
  const question = {
    body,
    target: variable,
    order: ONE,
    partial: false,
    definitions: new Map(),
    dependent,
  };
  return yield* takenOf(question, budget, replacement);
}

/** The derivative that a question asks for, with rules replaced; null where something has no rule. */
export function* takenOf(question: Question, budget: Budget, replacement: Replacement): Steps<Expr | null> {
  return (yield* stepOf(question, budget, replacement))?.result ?? null;
}

/** The same with its steps. */
function* stepOf(question: Question, budget: Budget, replacement: Replacement): Steps<Step | null> {
  const used = new Set<Rule>();
  const deriver = new Deriver(question, budget, (place) => {
    used.add(place.rule);
    return replacement(place);
  });
  const step = yield* deriver.deriveInSteps(question.body);
  return step && !used.has(NO_RULE) ? step : null;
}

/** The steps of a derivative in which a slip has happened once. */
export const slippedStep = (question: Question, slip: Slip, budget: Budget): Steps<Step | null> =>
  stepOf(question, budget, replacementBy(slip));

/** The places at which a question's rules are at work. */
export function* placesOf(question: Question, budget: Budget): Steps<readonly RuleInstance[]> {
  const places: RuleInstance[] = [];
  yield* stepOf(question, budget, (place) => {
    places.push(place);
    return null;
  });
  return places;
}
