/** From a question to its checked answer. */
import type { Budget, Check, Derivation, Question } from '../core/derivation.js';
import { derive } from '../core/derive.js';
import { num, substitute, type Expr, type Sym } from '../core/expr.js';
import { tidy } from '../core/tidy/index.js';
import { checkDerivation } from '../core/checkDerivation.js';
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
  const { result, steps, also } = tidy(folded.result, budget, {
    question: question.body,
    target: question.target,
  });
  return { result, steps: [...folded.steps, ...steps], also };
}

/** A derivative that no rule could take, unless the question was about one. */
function unanswered({ question, result }: Derivation): Unsolved | null {
  if (!has(result, 'diff') || has(question.body, 'diff')) return null;
  return { ok: false, code: 'unsupported', message: 'No rule is known for a part of this derivative.' };
}
function has(e: Expr, kind: Expr['kind']): boolean {
  return someNode(e, (x) => x.kind === kind);
}

/** Against differences, or, where functions are unknown, with stand-ins for them. */
function checked(derivation: Derivation, budget: Budget): Check {
  const { question, stages } = derivation;
  if (question.dependent.size > 0 && !question.equation) {
    let before = question.body;
    let check: Check = { verdict: 'agrees', points: 0, worst: 0, reason: null };
    for (const stage of stages) {
      check = abstractCheck(question, before, stage.result);
      if (check.verdict !== 'agrees') return check;
      before = stage.result;
    }
    return check;
  }
  return checkDerivation(derivation, { shouldStop: () => budget.shouldStop() });
}

function valueAt({ point, question }: Asked, derivative: Expr, budget: Budget): Solved['point'] {
  if (!point || question.target.kind !== 'sym') return null;
  const variable = point.variable ?? question.target;
  const put = substitute(derivative, new Map([[variable.id, point.at]]));
  const value = tidy(put, budget, { question: num(0), target: variable }).result;
  return { variable, at: point.at, value };
}
