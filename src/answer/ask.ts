/** From a reading to the answer of one of its statements. */
import type { Budget, Expr } from '../core/index.js';
import { done, type Steps } from '../steps.js';
import { questionOf, type Asked, type NotAsked, type Situation } from '../meaning/index.js';
import { inComponentsAsked } from '../meaning/otherRoute.js';
import type { Context, Reading, Span, Statement, Style } from '../notation/notation.js';
import { readableStyle } from './readBack.js';
import { solveInSteps, type Solved } from './solve.js';
import type { ErrorCode } from './solve.js';

/** Why there is no answer, with the place in the text that was read. */
export interface Declined {
  readonly ok: false;
  readonly code: ErrorCode;
  readonly message: string;
  readonly span: Span | null;
}

/** The first statement that was read, unless something before its end could not be read. */
export function firstStatement(reading: Reading): Statement | Declined {
  const [first, second] = reading.statements;
  // f: x ↦ x³ names the function first.
  const statement = first?.expr.kind === 'sym' && isMapping(second) ? second : first;
  const problem = reading.problems.find((p) => !statement || p.from < (statement.sideOf ?? statement).to);
  if (problem) return { ok: false, code: problem.code, message: problem.message, span: problem };
  return statement ?? { ok: false, code: 'no-formula', message: 'There is no formula here.', span: null };
}

const isMapping = (s: Statement | undefined): boolean =>
  s?.expr.kind === 'relation' && s.expr.ops[0] === '->';

export function askedBy(e: Expr, reading: Reading, situation: Situation): Asked | Declined {
  const asked = questionOf(e, situation);
  return asked.ok ? asked : declined(asked, e, reading);
}

export const solved = (asked: Asked, budget: Budget): Solved | Declined => done(solvedInSteps(asked, budget));

/** The same in steps. */
export function* solvedInSteps(asked: Asked, budget: Budget): Steps<Solved | Declined> {
  const answer = yield* solveInSteps(asked, budget);
  if (answer.ok) return answer;
  // What no rule of differentials fits, as a p-norm, may have an answer by components.
  const other = answer.code === 'unsupported' ? inComponentsAsked(asked) : asked;
  const found = other.ok && other !== asked ? yield* solveInSteps(other, budget) : answer;
  return found.ok && found.check.verdict === 'agrees' ? found : { ...answer, span: null };
}

/** How the answer is printed so that it is read as what it is; an answer that cannot be is none. */
export function printable(answer: Solved, style: Style, context: Context, budget: Budget): Style | Declined {
  return (
    readableStyle(answer.result, style, context, budget, answer.asked.question) ?? {
      ok: false,
      code: 'contradiction',
      message: 'The answer cannot be written so that it reads as what it is.',
      span: null,
    }
  );
}

function declined({ code, message, at }: NotAsked, whole: Expr, reading: Reading): Declined {
  const span = (at && reading.spans.get(at)) ?? reading.spans.get(whole) ?? null;
  return { ok: false, code, message, span };
}
