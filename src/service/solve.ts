/** From a question to its checked answer. */
import type { Budget, Check, Derivation, Question } from '../core/derivation.js';
import { derive } from '../core/derive.js';
import { num, substitute, type Expr, type Sym } from '../core/expr.js';
import { tidy } from '../core/tidy/index.js';
import { verify } from '../core/verify.js';
import { someNode, type Asked } from '../meaning/index.js';
import { abstractCheck } from './abstractCheck.js';
import { foldDefinitions } from './foldDefinitions.js';
import type { ErrorCode } from './service.js';

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
  const { question } = asked;
  const derivation = derive(question, (e, b) => tidied(e, b, question), budget);
  if ('code' in derivation) return { ok: false, ...derivation };
  if (budget.shouldStop()) return OUT_OF_TIME;
  const open = unanswered(derivation);
  if (open) return open;
  const check = checked(derivation, budget);
  if (check.verdict === 'contradicts') {
    const message = `The answer failed its own numeric check${check.reason === null ? '' : `: ${check.reason}`}.`;
    return { ok: false, code: 'contradiction', message };
  }
  const point = valueAt(asked, derivation.result, budget);
  return { ok: true, asked, derivation, result: point?.value ?? derivation.result, point, check };
}

const OUT_OF_TIME: Unsolved = { ok: false, code: 'limit', message: 'The derivation takes too long.' };

/** The note's own symbols put back first, then tidied. */
function tidied(e: Expr, budget: Budget, question: Question): ReturnType<typeof tidy> {
  const folded = foldDefinitions(e, question.definitions);
  const { result, steps } = tidy(folded.result, budget, { question: question.body, target: question.target });
  return { result, steps: [...folded.steps, ...steps] };
}

/** A derivative that no rule could take, unless the question was about one. */
function unanswered({ question, result }: Derivation): Unsolved | null {
  if (!has(result, 'diff') || has(question.body, 'diff')) return null;
  return { ok: false, code: 'unsupported', message: 'No rule is known for a part of this derivative.' };
}
function has(e: Expr, kind: Expr['kind']): boolean {
  return someNode(e, (x) => x.kind === kind);
}

/** Each derivative against differences of the one before it; the least certain of the verdicts. */
function checked({ question, stages }: Derivation, budget: Budget): Check {
  let worst: Check = { verdict: 'agrees', points: 0, worst: 0, reason: null };
  let before = question.body;
  for (const stage of stages) {
    const check =
      question.dependent.size > 0
        ? abstractCheck(question, before, stage.result)
        : verify(before, question.target, stage.result, {
            definitions: question.definitions,
            shouldStop: () => budget.shouldStop(),
          });
    if (check.verdict !== 'agrees') return check;
    const points = worst.points === 0 ? check.points : Math.min(worst.points, check.points);
    worst = { ...check, points, worst: Math.max(worst.worst, check.worst) };
    before = stage.result;
  }
  return worst;
}

function valueAt({ point, question }: Asked, derivative: Expr, budget: Budget): Solved['point'] {
  if (!point || question.target.kind !== 'sym') return null;
  const variable = point.variable ?? question.target;
  const put = substitute(derivative, new Map([[variable.id, point.at]]));
  const value = tidy(put, budget, { question: num(0), target: variable }).result;
  return { variable, at: point.at, value };
}
