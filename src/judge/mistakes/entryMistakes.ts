/** Mistakes with indices: what was taken to be equal, constant or left out when a derivative by an entry was written. */
import {
  binder,
  component,
  delta,
  div,
  freeIndices,
  freshIndex,
  mul,
  neg,
  num,
  ONE,
  product,
  same,
  substitute,
  sym,
  tidySums,
  topDown,
  TWO,
  type Budget,
  type Component,
  type Expr,
  type Question,
  type Replacement,
  type RuleInstance,
  type Sym,
} from '../../core/index.js';
import { done, type Steps } from '../../steps.js';
import type { ExplainedMistake } from './explained.js';
import { FUNCTION_MISTAKES } from './functionMistakes.js';
import { CHAIN_MISTAKES, PLAIN_MISTAKES, RULE_MISTAKES } from './ruleMistakes.js';
import { takenOf } from './slip.js';
import { SIGN_MISTAKES, WHOLE_MISTAKES, type WholeMistake } from './wholeMistakes.js';
import { wrongsAt, type WrongRule } from './wrongRule.js';
import { eachTerm, termsOf, withoutEach } from './terms.js';

/** A refuted claim about entries. */
export interface RefutedEntries {
  readonly question: Question;
  readonly actual: Expr;
  readonly claimed: Expr;
}
/** Whether an expression has the values that are claimed, everywhere. */
type Gives = (e: Expr) => Steps<boolean>;

interface EntryMistake {
  readonly code: string;
  readonly explanation: string;
  /** What one who makes it writes, in the forms that it may have. */
  readonly answers: (r: RefutedEntries, budget: Budget) => readonly Expr[];
}

const ENTRY_MISTAKES: readonly EntryMistake[] = [
  {
    code: 'off-diagonal-forgotten',
    explanation: 'The case in which the two indices differ is left out.',
    answers: (r, budget) => [...withEqualIndices(r), ...withoutOtherEntries(r, budget)],
  },
  {
    code: 'sum-not-collapsed',
    explanation: 'Of the sum only the term with the index of the variable depends on it.',
    answers: ({ actual, question }) => summedUp(actual, question.target),
  },
  {
    code: 'dependence-forgotten',
    explanation: 'What depends on the variable through its definition is taken as a constant.',
    answers: withNamesConstant,
  },
  {
    code: 'sign-lost',
    explanation: 'A sign is lost.',
    answers: ({ actual }) => [neg(actual), ...eachTerm(actual, neg)],
  },
  {
    code: 'missing-factor',
    explanation: 'A factor is missing.',
    answers: ({ actual }) => [
      ...withoutNumbers(actual),
      ...eachTerm(actual, (t) => mul(TWO, t)),
      ...eachTerm(actual, (t) => div(t, TWO)),
    ],
  },
  {
    code: 'dropped-term',
    explanation: 'A term is missing.',
    answers: ({ actual }) => withoutEach(termsOf(actual)),
  },
  {
    code: 'transpose-lost',
    explanation: 'Row and column of a matrix are exchanged.',
    answers: ({ actual }) => withEntriesTurned(actual),
  },
];

/** The mistake that gives what is written; null where none of those that are known does. */
export function* explainEntries(
  r: RefutedEntries,
  gives: Gives,
  budget: Budget,
): Steps<ExplainedMistake | null> {
  if (strayIndex(r))
    return {
      code: 'free-index',
      explanation: 'An index stands free here that is bound in what is differentiated.',
      specific: true,
    };
  for (const { code, explanation, answers } of ENTRY_MISTAKES)
    for (const answer of answers(r, budget).slice(0, MOST_ANSWERS))
      if (yield* gives(answer)) return { code, explanation, specific: true };
  const sign = yield* amongWholes(SIGN_MISTAKES, r, gives);
  if (sign) return sign;
  for (const rule of [...FUNCTION_MISTAKES, ...CHAIN_MISTAKES, ...RULE_MISTAKES, ...PLAIN_MISTAKES])
    for (const answer of byWrongRule(r, rule, budget))
      if (yield* gives(answer)) return { code: rule.code, explanation: rule.explanation, specific: true };
  return yield* amongWholes(WHOLE_MISTAKES, r, gives);
}

function* amongWholes(
  mistakes: readonly WholeMistake[],
  { actual, question }: RefutedEntries,
  gives: Gives,
): Steps<ExplainedMistake | null> {
  for (const { code, explanation, answers } of mistakes)
    for (const answer of answers(actual, question.body).slice(0, MOST_ANSWERS))
      if (yield* gives(answer)) return { code, explanation, specific: true };
  return null;
}
const MOST_ANSWERS = 16;
const MOST_PLACES = 6;

function strayIndex({ question, actual, claimed }: RefutedEntries): boolean {
  const own = new Set(freeIndices(question.body, question.target, actual).map((s) => s.id));
  return freeIndices(claimed).some((s) => !own.has(s.id));
}

/** The answer as it is where the first two indices are the same. */
function withEqualIndices({ actual, question }: RefutedEntries): readonly Expr[] {
  const [target] = freeIndices(question.target);
  if (!target) return [];
  return freeIndices(actual, question.body).flatMap((i) => {
    if (i.id === target.id) return [];
    const atOwn = put(actual, target, i);
    const withoutDelta = topDown((e) => (e.kind === 'delta' ? ONE : null))(actual);
    return [atOwn, put(actual, i, target), withoutDelta];
  });
}
const put = (e: Expr, from: Sym, to: Sym): Expr => substitute(e, new Map([[from.id, to]]));

/** Each entry that a formula gives as if it depended on the entry with its own index alone. */
function withoutOtherEntries({ question }: RefutedEntries, budget: Budget): readonly Expr[] {
  const { target } = question;
  if (target.kind !== 'component') return [];
  const onlyOwn: Replacement = ({ e, right }) => {
    if (e.kind !== 'component' || e.base.kind !== 'sym' || e.indices.length !== target.indices.length)
      return null;
    if (question.arrays?.families.has(e.base.id) !== true) return null;
    const indicator = (d: Expr): Expr => mul(...e.indices.map((i, at) => deltaOf(i, target, at)), d);
    return {
      ...right,
      after: indicator(right.after),
      rebuild: (resultOf) => {
        const [pending] = pendingIn(right.after);
        return indicator(pending ? resultOf(pending) : right.after);
      },
    };
  };
  const answer = taken(question, budget, onlyOwn);
  return answer ? [answer] : [];
}
const deltaOf = (i: Expr, target: Component, at: number): Expr => delta(i, target.indices[at] ?? i);
function pendingIn(e: Expr): readonly Extract<Expr, { kind: 'diff' }>[] {
  return e.kind === 'diff' ? [e] : [];
}

/** One definition after another as a constant, and all of them. */
function withNamesConstant({ question }: RefutedEntries, budget: Budget): readonly Expr[] {
  const { definitions, arrays, body } = question;
  if (!arrays) return [];
  const own = body.kind === 'component' ? body.base : body;
  const isOwn = (id: string): boolean => own.kind === 'sym' && own.id === id;
  const answers: Expr[] = [];
  for (const id of arrays.families.keys()) {
    if (isOwn(id)) continue;
    const families = new Map([...arrays.families].filter(([key]) => key !== id));
    const answer = taken({ ...question, arrays: { ...arrays, families } }, budget);
    if (answer) answers.push(answer);
  }
  for (const id of definitions.keys()) {
    if (isOwn(id)) continue;
    const answer = taken(
      { ...question, definitions: new Map([...definitions].filter(([key]) => key !== id)) },
      budget,
    );
    if (answer) answers.push(answer);
  }
  return answers;
}

/** The answer, or one of its terms, still summed up over the index of the variable. */
function summedUp(actual: Expr, target: Expr): readonly Expr[] {
  const [index] = freeIndices(target);
  if (!index) return [];
  const over = (e: Expr): Expr => {
    const fresh = freshIndex(sym('i'), [e]);
    return binder('sum', fresh, {}, put(e, index, fresh));
  };
  return [
    over(actual),
    ...eachTerm(actual, (t) => (t.free.has(index.id) ? over(t) : t)),
    ...eachFactor(actual, index, over),
  ];
}
function eachFactor(e: Expr, index: Sym, f: (part: Expr) => Expr): readonly Expr[] {
  if (e.kind !== 'mul') return [];
  return e.factors.flatMap((x, i) =>
    x.free.has(index.id) ? [product(e.factors.map((y, j) => (i === j ? f(y) : y)))] : [],
  );
}
/** W_ji for W_ij. */
function withEntriesTurned(e: Expr): readonly Expr[] {
  const turned = topDown((x) => {
    const [i, j, more] = x.kind === 'component' ? x.indices : [];
    return x.kind === 'component' && i && j && !more ? component(x.base, [j, i]) : null;
  })(e);
  return same(turned, e) ? [] : [turned];
}

/** Without a number that stands in front, or with one too many. */
function withoutNumbers(e: Expr): readonly Expr[] {
  return [TWO, num(-2)].flatMap((n) => [mul(n, e), div(e, n)]);
}

function byWrongRule({ question }: RefutedEntries, rule: WrongRule, budget: Budget): readonly Expr[] {
  const at = (place: number | null): Expr | null => {
    let passed = 0;
    const used: RuleInstance[] = [];
    const answer = taken(question, budget, (instance) => {
      const [first] = wrongsAt(rule, instance);
      if (!first || (place !== null && passed++ !== place)) return null;
      used.push(instance);
      return first();
    });
    return used.length > 0 ? answer : null;
  };
  const everywhere = at(null);
  if (!everywhere) return [];
  const single = Array.from({ length: MOST_PLACES }, (_, i) => at(i)).filter((e) => e !== null);
  return [everywhere, ...single];
}

/** The derivative with its sums in order. */
function taken(question: Question, budget: Budget, replacement: Replacement = () => null): Expr | null {
  const answer = done(takenOf(question, budget, replacement));
  return answer && question.arrays ? tidySums(answer, question.arrays, question.definitions).result : null;
}
