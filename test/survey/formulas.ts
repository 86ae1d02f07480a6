/** Of each formula of a note: whether it was read, whether it has to do with derivatives, and what asking about it gives. */
import type { Formula } from '../../src/documents/formula.js';
import { someNode } from '../../src/core/walk.js';
import type { Expr } from '../../src/core/expr.js';
import { isSubject, operatorOf } from '../../src/meaning/index.js';
import { Note } from '../../src/meaning/note.js';
import type { Reading, Statement } from '../../src/notation/notation.js';
import { readingOptions } from '../../src/service/documents.js';
import { budgetFor, type Answer, type Found } from '../../src/service/index.js';
import { READER } from '../../src/service/reader.js';
import type { Subject } from './subject.js';

export type Outcome =
  | ({ readonly kind: 'answered' } & AnswerReport)
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }
  /** It has something of a derivative in its text, and nothing of one was read. */
  | { readonly kind: 'unread'; readonly message: string }
  | { readonly kind: 'notAsked' }
  | { readonly kind: 'threw'; readonly message: string }
  /** The note's time was up. */
  | { readonly kind: 'leftOut' };

export interface AnswerReport {
  readonly question: string;
  readonly answer: string;
  readonly variable: string;
  readonly isZero: boolean;
  readonly checked: 'agrees' | 'undecided';
  readonly assumptions: readonly string[];
  readonly definitions: readonly string[];
  readonly conditions: readonly string[];
}

export interface FormulaReport {
  readonly line: number;
  readonly tex: string;
  /** All of it was read. */
  readonly read: boolean;
  readonly bears: 'operator' | 'definition' | null;
  /** What asking about it gives; null where it bears neither. */
  readonly outcome: Outcome | null;
}

/** The formulas in order. */
export function surveyFormulas(subject: Subject): readonly FormulaReport[] {
  const { index, document, options } = subject;
  const note = new Note(index, readingOptions(document.text, options), READER);
  const defining = new Set(note.definitions.all.filter((d) => d.params.length > 0).map((d) => d.from));
  return index.formulas.map((formula) => {
    const { line, tex } = formula;
    const reading = note.reading(formula);
    const read = reading.problems.length === 0 && reading.statements.length > 0;
    const asked = bearingOf(formula, reading, defining);
    return {
      line,
      tex,
      read,
      bears: asked?.bears ?? null,
      outcome: asked && outcomeOf(asked, formula, subject),
    };
  });
}

interface Bearing {
  readonly bears: 'operator' | 'definition';
  /** Where to ask, in the formula's text; or why there is nothing that could be asked. */
  readonly at: number | string;
}

function bearingOf(formula: Formula, reading: Reading, defining: ReadonlySet<number>): Bearing | null {
  const { statements, problems } = reading;
  const operator = statements.find(({ expr }) => hasOperator(expr));
  if (operator) return { bears: 'operator', at: operator.from };
  const definition = statements.find(isDefinition);
  if (definition && defining.has(formula.from)) return { bears: 'definition', at: definition.from };
  if (!writesOperator(formula.tex)) return null;
  return { bears: 'operator', at: problems[0]?.message ?? 'It was read as something else.' };
}

const hasOperator = (expr: Expr): boolean =>
  someNode(expr, (e) => e.kind === 'diff' || operatorOf(e) !== null);

function isDefinition({ expr }: Statement): boolean {
  const [left] = expr.kind === 'relation' ? expr.sides : [];
  return left !== undefined && isSubject(left);
}

/** Whether a text has what notes write derivatives with, read or not. */
export const writesOperator = (tex: string): boolean => OPERATORS.test(tex);
const OPERATORS =
  /\\[dt]?frac\s*\{\s*(?:d|\\mathrm\s*\{?\s*d|\\partial)(?![a-zA-Z]{3})|\\partial|\\nabla|\\d?dot\b|\\p?dv\b|[a-zA-Z]'+\s*\(/;

function outcomeOf({ at }: Bearing, formula: Formula, subject: Subject): Outcome {
  if (typeof at === 'string') return { kind: 'unread', message: at };
  if (subject.isOver()) return { kind: 'leftOut' };
  try {
    return asked(subject, formula.toFile(at));
  } catch (error) {
    subject.onDefect(formula.from, formula.tex, error);
    return { kind: 'threw', message: String(error) };
  }
}

function asked({ service, document, options }: Subject, offset: number): Outcome {
  const found: Found | null = service.at(document, offset, options);
  if (!found) return { kind: 'notAsked' };
  const answer = service.derive(found, {}, budgetFor('hover'));
  if (answer.ok) return { kind: 'answered', ...answerReport(answer) };
  return { kind: 'refused', code: answer.code, message: answer.message };
}

function answerReport(answer: Answer): AnswerReport {
  const { question, tex, variable, check, assumptions, definitions, conditions } = answer;
  return {
    question,
    answer: tex,
    variable: variable.name,
    isZero: tex.trim() === '0',
    checked: check.verdict,
    assumptions,
    definitions: definitions.map(({ text, line }) => `${text} (line ${String(line)})`),
    conditions,
  };
}
