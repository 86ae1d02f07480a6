/** From a question to its checked answer. */
import {
  asVector,
  compile,
  deriveInSteps,
  FALSE,
  isNowhere,
  isValidAt,
  isZero,
  num,
  plus,
  same,
  share,
  someNode,
  substitute,
  tidyInSteps,
  tidySums,
  times,
  TOO_DEAR,
  validityOf,
  whyNoRule,
  type Arrays,
  type Budget,
  type Check,
  type Derivation,
  type Expr,
  type Question,
  type Refusal,
  type Sym,
  type TidiedAnswer,
  type Tidy,
} from '../core/index.js';
import { done, ready, type Steps } from '../steps.js';
import { plainText } from '../explain/index.js';
import { type Asked } from '../meaning/index.js';
import { withRoots } from '../meaning/squares.js';
import { checked } from './checking.js';
import { recognised } from './recognise.js';
import { foldDefinitions } from './foldDefinitions.js';

/** Why there is no answer, for whoever asked by machine. */
export type ErrorCode =
  | 'syntax'
  | 'no-formula'
  | 'unsupported'
  | 'ambiguous'
  | 'no-such-variable'
  | 'not-differentiable'
  | 'limit'
  | 'contradiction';

export interface Solved {
  readonly ok: true;
  readonly asked: Asked;
  readonly derivation: Derivation;
  /** The derivative, or its value where a value at a point was asked for. */
  readonly result: Expr;
  readonly point: { readonly variable: Sym; readonly at: Expr; readonly value: Expr } | null;
  readonly check: Check;
}
export interface Unsolved {
  readonly ok: false;
  readonly code: ErrorCode;
  readonly message: string;
}

/** The derivation of a question, its answer checked. An answer that its check contradicts is an error. */
export function solve(asked: Asked, budget: Budget): Solved | Unsolved {
  return done(solveInSteps(asked, budget));
}

/** The same in steps. */
export function* solveInSteps(asked: Asked, whole: Budget): Steps<Solved | Unsolved> {
  const { question } = asked;
  const budget = share(whole, DERIVING);
  const tidy = tidyFor(question);
  const derivation = yield* inTurn(question, tidy, budget);
  if ('code' in derivation) return { ok: false, ...derivation };
  if (budget.shouldStop()) return budget.cancelled ? CANCELLED : OUT_OF_WORK;
  const open = unanswered(derivation);
  if (open) return open;
  yield null;
  const check = yield* checked(derivation, share(budget, CHECKING));
  yield null;
  if (check.verdict === 'agrees' || check.reason === TOO_DEAR) {
    const known = check.verdict === 'agrees' ? yield* recognised(derivation, tidy, budget) : null;
    return yield* answer(asked, known ?? derivation, check, budget);
  }
  // Untidied, the answer has every step of the derivation and nothing else that could have gone wrong.
  const plain = yield* inTurn(question, AS_IT_CAME, budget);
  yield null;
  const second = 'code' in plain ? check : yield* checked(plain, share(budget, CHECKING));
  if (!('code' in plain) && second.verdict === 'agrees') return yield* answer(asked, plain, second, budget);
  return check.verdict === 'contradicts'
    ? contradiction(check)
    : yield* answer(asked, derivation, check, budget);
}

function* answer(
  asked: Asked,
  derivation: Derivation,
  check: Check,
  budget: Budget,
): Steps<Solved | Unsolved> {
  const nowhere = check.verdict === 'agrees' ? null : yield* withoutValue(asked.question.body, derivation);
  if (nowhere) return nowhere;
  const point = yield* valueAt(asked, derivation.result, budget);
  if (point && point.at.free.size === 0 && !isValidAt(derivation, point.variable, point.at))
    return withoutSlope(asked.question, point.variable, point.at);
  if (
    point &&
    point.value.free.size === 0 &&
    !Number.isFinite(compile(point.value, [], new Map(), budget)())
  ) {
    const message = `The derivative has no value at ${plainText(point.at)}.`;
    return { ok: false, code: 'not-differentiable', message };
  }
  const result = withRoots(point?.value ?? inBasis(asked, wholeVector(asked.question, derivation.result)));
  return { ok: true, asked, derivation, result, point, check };
}

/** The answer as a vector where the derivative by one was asked for, and it is written by vectors. */
function wholeVector({ arrays, target }: Question, result: Expr): Expr {
  const index = target.kind === 'component' ? target.indices[0] : undefined;
  if (!arrays?.vectors || index?.kind !== 'sym') return result;
  return asVector(result, index, arrays.vectors) ?? result;
}

/** The components of an answer times the unit vectors that the text writes vectors in. */
function inBasis({ basis }: Asked, result: Expr): Expr {
  if (!basis || result.kind !== 'tuple' || result.items.length !== basis.length) return result;
  const made = plus(result.items.map((c, i) => times([c, basis[i] as Sym])));
  // Of the vector 0 there is no term left.
  return isZero(made) ? result : made;
}

/**
 * Where no number bears the answer out because there is none: of the function, of a derivative on the way, whose own
 * derivative would be 0 by the rules, or of the last one.
 */
function* withoutValue(body: Expr, derivation: Derivation): Steps<Unsolved | null> {
  const { stages, result } = derivation;
  if (isNowhere(body) || (!hasEntries(derivation) && validityOf(derivation).where === FALSE))
    return nowhereDefined(
      'The function has no value anywhere: it divides by 0, or is outside of its domain.',
    );
  for (const derivative of [...stages.map((stage) => stage.result), result]) {
    yield null;
    if (isNowhere(derivative))
      return nowhereDefined('There is no derivative: what the rules give has no value anywhere.');
  }
  return null;
}
/** Where entries have their values is not known by their names: no condition on them tells that there is none. */
const hasEntries = ({ question: { body, definitions } }: Derivation): boolean =>
  [body, ...[...definitions.values()].map((d) => d.value)].some((e) =>
    someNode(e, (x) => x.kind === 'component'),
  );
const nowhereDefined = (message: string): Unsolved => ({ ok: false, code: 'not-differentiable', message });

/** No derivative at a place: where the function has no value there, jumps, or has two slopes. */
function withoutSlope({ body, definitions }: Question, x: Sym, at: Expr): Unsolved {
  const f = compile(body, [x.id], definitions);
  const place = compile(at, [])();
  const [before, here, after] = [place - NEAR, place, place + NEAR].map((t) => f(t)) as [
    number,
    number,
    number,
  ];
  const isWhole = [before, here, after].every(Number.isFinite);
  const jumps = isWhole && Math.max(Math.abs(after - here), Math.abs(here - before)) > JUMP;
  const why = !Number.isFinite(here)
    ? 'the function has no value there'
    : !isWhole
      ? 'the function ends there'
      : jumps
        ? 'the function jumps there'
        : 'the slopes from the left and from the right differ';
  return nowhereDefined(`There is no derivative at ${plainText(at)}: ${why}.`);
}
/** How far to either side of a place one looks, and what no continuous function is likely to change by in so little. */
const NEAR = 1e-9;
const JUMP = 1e-3;

function contradiction({ reason }: Check): Unsolved {
  const message = `The answer failed its own numeric check${reason === null ? '' : `: ${reason}`}.`;
  return { ok: false, code: 'contradiction', message };
}

/** ∂/∂x of ∂/∂y: the inner derivative first, as a stage of its own. */
function* inTurn(question: Question, tidy: Tidy, budget: Budget): Steps<Derivation | Refusal> {
  const { body } = question;
  if (body.kind !== 'diff' || body.body.kind === 'sym') return yield* deriveInSteps(question, tidy, budget);
  const inner = yield* inTurn(
    { ...question, body: body.body, target: body.target, order: body.order, partial: body.partial },
    tidy,
    budget,
  );
  if ('code' in inner) return inner;
  const outer = yield* deriveInSteps({ ...question, body: inner.result }, tidy, budget);
  if ('code' in outer) return outer;
  return {
    question,
    stages: [...inner.stages, ...outer.stages],
    result: outer.result,
    conditions: [...inner.conditions, ...outer.conditions],
  };
}

const AS_IT_CAME: Tidy = (e) => ready({ result: e, steps: [] });
const OUT_OF_WORK: Unsolved = {
  ok: false,
  code: 'limit',
  message: 'The derivative was reached, but putting it in order takes more work than is allowed.',
};
const CANCELLED: Unsolved = { ok: false, code: 'limit', message: 'The request was given up.' };

/** Of a request's work the rest is for printing the steps and for values. */
const DERIVING = 0.75;
/** Of what is left, at most so much goes into tidying one form, or into one check. */
const TIDYING = 0.5;
const CHECKING = 0.4;

/** How the answers to a question are tidied. */
export const tidyFor =
  (question: Question): Tidy =>
  (e, budget) =>
    tidied(e, budget, question);

/** The note's own symbols put back first, then tidied. */
function* tidied(e: Expr, budget: Budget, question: Question): Steps<TidiedAnswer> {
  // Of ± either sign may be meant: such an answer keeps the order in which it was written.
  if (has(e, 'plusminus')) return yield* AS_IT_CAME(e, budget);
  if (question.arrays) return yield* tidiedEntries(e, question.arrays, budget, question);
  const folds = foldDefinitions(e, question.definitions);
  // Of v = eˣ the derivative is eˣ, true as v′ = v is.
  const folded = folds.result.kind === 'sym' ? { result: e, steps: [] } : folds;
  const best: TidiedAnswer = yield* tidyInSteps(folded.result, share(budget, TIDYING), {
    question: question.body,
    target: question.target,
    context: [...question.definitions.values()].map((d) => d.value).slice(0, MOST_DEFINITIONS),
    ...(question.named ? { named: question.named } : {}),
  });
  // An abstract rule keeps its own order: f′g + fg′.
  if (question.dependent.size > 0 && same(best.result, e)) return yield* AS_IT_CAME(e, budget);
  return { ...best, steps: [...folded.steps, ...best.steps] };
}

/** Longer notes than that say less about how the answer should look. */
const MOST_DEFINITIONS = 30;

/** Sums are put in order first, then what is left as any other answer is; that is kept where it is no longer. */
function* tidiedEntries(e: Expr, arrays: Arrays, budget: Budget, question: Question): Steps<TidiedAnswer> {
  const sums = tidySums(e, arrays, question.definitions);
  const best = yield* tidyInSteps(sums.result, share(budget, TIDYING), {
    question: question.body,
    target: question.target,
  });
  if (best.result.size > sums.result.size) return sums;
  return { ...best, also: null, steps: [...sums.steps, ...best.steps] };
}

/** A derivative that no rule could take, unless the question was about one. */
function unanswered({ question, result }: Derivation): Unsolved | null {
  if (!has(result, 'diff') || has(question.body, 'diff')) return null;
  const message = whyLeftStanding(result) ?? 'No rule is known for a part of this derivative.';
  return { ok: false, code: 'unsupported', message };
}
/** Why a derivative in it is left standing, where more is known of that. */
function whyLeftStanding(e: Expr): string | null {
  let why: string | null = null;
  someNode(e, (x) => x.kind === 'diff' && (why = whyNoRule(x.body)) !== null);
  return why;
}
function has(e: Expr, kind: Expr['kind']): boolean {
  return someNode(e, (x) => x.kind === kind);
}

function* valueAt({ point, question }: Asked, derivative: Expr, budget: Budget): Steps<Solved['point']> {
  if (!point || question.target.kind !== 'sym') return null;
  const variable = point.variable ?? question.target;
  const put = substitute(derivative, new Map([[variable.id, point.at]]));
  const { result: value } = yield* tidyInSteps(put, budget, { question: num(0), target: variable });
  return { variable, at: point.at, value };
}
