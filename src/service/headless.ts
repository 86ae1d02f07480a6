/** Requests and replies as JSON, for the command line: the contract of `derive --jsonl`. */
import type { Budget } from '../core/derivation.js';
import { COST, share } from '../core/work.js';
import { num, ONE, type Expr } from '../core/expr.js';
import { done } from '../steps.js';
import { grouped } from '../core/numerals.js';
import { indexDocument, MARKDOWN } from '../documents/index.js';
import { readingOptions } from './documents.js';
import { conditionsOf, flatSteps, plainText, type Spell } from '../explain/index.js';
import { targetName, variableName, type Situation, type Wanted } from '../meaning/index.js';
import {
  DEFAULT_STYLE,
  NO_CONTEXT,
  NO_READING,
  type Context,
  type Notation,
  type Reading,
} from '../notation/notation.js';
import { notationNamed, PLAIN } from '../notation/index.js';
import { TOO_LONG } from '../notation/latex/print.js';
import { LANGUAGES } from '../languages.js';
import { readerOf } from '../notation/programs/index.js';
import type { Outline } from '../protocol.js';
import { askedBy, firstStatement, printable, solved, type Declined } from '../answer/ask.js';
import { answerCode, type CodeAnswer } from '../answer/code/answer.js';
import { codeAt, CodeSources } from '../answer/code/place.js';
import { codeValues } from '../answer/code/values.js';
import { Note } from '../meaning/note.js';
import { texWith } from '../answer/notations.js';
import { assumptionsOf, outlineOf } from '../answer/outlines.js';
import { READER } from './reader.js';
import { parseRequest, type Request } from './request.js';
import type { ErrorCode } from './service.js';
import type { Solved } from '../answer/solve.js';
import { within } from '../answer/spelling.js';
import { written } from './written.js';
import { valuesAt, type Shaped, type Withheld } from '../answer/values.js';

export interface Reply {
  readonly id: unknown;
  readonly ok: true;
  readonly variable: string;
  readonly order: number | string;
  readonly input: { readonly latex: string; readonly plain: string | null };
  readonly result: {
    readonly latex: string;
    readonly plain: string | null;
    /** For code, the derivative as a function of the source's language, and that function's name. */
    readonly code: string | null;
    readonly name: string | null;
    readonly values: readonly Shaped[];
    /** Why values are null that there may well be, by the index of their point. */
    readonly withheld?: readonly Withheld[];
  };
  readonly steps: readonly ReplyStep[];
  readonly conditions: readonly string[];
  readonly checked: { readonly verdict: 'agrees' | 'undecided'; readonly points: number };
  /** Readings and definitions that were chosen among several, in words. */
  readonly assumptions: readonly string[];
}
export interface ReplyStep {
  readonly rule: string;
  readonly title: string;
  readonly before: string;
  readonly after: string;
  /** The line once the substeps are done, where it differs from `after`. */
  readonly result?: string;
  readonly depth: number;
  readonly substitution?: string;
}
export interface ErrorReply {
  readonly id: unknown;
  readonly ok: false;
  readonly error: {
    readonly code: ErrorCode;
    readonly message: string;
    readonly from: number;
    readonly to: number;
  };
}

/** An answer with what is needed to print it in other forms. */
export interface Answered {
  readonly ok: true;
  readonly request: Request;
  readonly solved: Solved;
  readonly reading: Reading;
  readonly tex: Spell;
  readonly assumptions: readonly string[];
  /** Of a question about code. */
  readonly code?: CodeAnswer;
}

/** Answers requests one after the other, remembering the note that they are about. */
export class Headless {
  private readonly sources = new CodeSources();
  private note: { readonly text: string; readonly note: Note } | null = null;

  /** The reply to a request as it came in: anything at all. */
  reply(input: unknown, budget: Budget): Reply | ErrorReply {
    const request = parseRequest(input);
    const id = idOf(input);
    if (!request.ok) return { id, ok: false, error: { ...request.error, from: 0, to: 0 } };
    const answered = this.answer(request, budget);
    return answered.ok ? replyOf(answered, id, budget) : errorReply(answered, request, id);
  }

  answer(request: Request, budget: Budget): Answered | Declined {
    const notation = notationNamed(request.notation);
    if (!notation) return this.answerCode(request, budget);
    if (request.text.trim() === '')
      return { ok: false, code: 'no-formula', message: 'There is no formula here.', span: null };
    const note = request.note === null ? null : this.noteOf(request.note);
    const { context, variable } = wantedIn(request.variable, notation, contextFor(request, note));
    if (budget.shouldStop(request.text.length * COST.read)) return unread(budget);
    const reading = notation.parse(request.text, context);
    const statement = firstStatement(reading);
    if ('ok' in statement) return statement;
    const asked = askedBy(statement.expr, reading, situationOf(request, note, variable));
    if (!asked.ok) return asked;
    const answer = solved(asked, budget);
    if (!answer.ok) return answer;
    const style = printable(answer, reading.style, context, budget);
    if ('ok' in style) return style;
    const tex = texWith(style);
    if (tex(answer.result) === TOO_LONG) return tooLong(answer.result);
    const assumptions = assumptionsOf(answer, reading.assumptions);
    return { ok: true, request, solved: answer, reading, tex, assumptions };
  }

  /** `loadCode` has resolved before. */
  private answerCode(request: Request, budget: Budget): Answered | Declined {
    const source = this.sources.of(request.text, request.notation);
    const code = codeAt(source, request);
    if (!('program' in code)) return code;
    const answer = answerCode(source, code, request.variable, orderOf(request), budget);
    if (!answer.ok) return answer;
    const { solved } = answer;
    return {
      ok: true,
      request,
      solved,
      reading: NO_READING,
      tex: texWith(DEFAULT_STYLE),
      assumptions: [],
      code: answer,
    };
  }

  private noteOf(text: string): Note {
    if (this.note?.text !== text) {
      const note = new Note(
        indexDocument(MARKDOWN, text),
        readingOptions(text, { logBase: 'e', macros: {} }),
        READER,
      );
      this.note = { text, note };
    }
    return this.note.note;
  }
}

/** Of what is not even read: reading is paid for before it is done. */
const unread = ({ cancelled }: Budget): Declined => ({
  ok: false,
  code: 'limit',
  message: cancelled
    ? 'The request was given up.'
    : 'The formula is too long to be read in the work that is allowed.',
  span: null,
});

const tooLong = (result: Expr): Declined => ({
  ok: false,
  code: 'limit',
  message: `The derivative was found, of ${grouped(result.size)} symbols: that is too long to be printed.`,
  span: null,
});

/** Loads what questions about code need, if the request is one; other requests need nothing. */
export async function prepare(input: unknown): Promise<void> {
  const notation: unknown =
    typeof input === 'object' && input !== null && 'notation' in input ? input.notation : null;
  const language = LANGUAGES.find(({ name }) => name === notation);
  if (language) await readerOf(language.name).load();
}

const contextFor = ({ line }: Request, note: Note | null): Context =>
  note ? note.contextAt(endOfLine(note.index.text, line ?? Infinity)) : NO_CONTEXT;

function situationOf(request: Request, note: Note | null, variable: Wanted | null): Situation {
  const order = orderOf(request);
  if (!note) return { definitions: new Map(), variable, order, primed: new Set() };
  const line = request.line ?? Infinity;
  const known = note.situationAt(endOfLine(note.index.text, line));
  return { ...known, variable, order, primed: note.primedOnLine(line, request.text) };
}

function orderOf({ order }: Request): Expr | null {
  return order === null ? null : typeof order === 'number' ? wholeOrder(order) : orderName(order);
}
const wholeOrder = (n: number): Expr => (n === 1 ? ONE : num(n));
function orderName(name: string): Expr {
  const [statement] = PLAIN.parse(name, NO_CONTEXT).statements;
  return statement?.expr ?? ONE;
}

/** The offset of the end of a 1-based line. */
function endOfLine(text: string, line: number): number {
  let at = -1;
  for (let i = 0; i < line; i++) {
    const next = text.indexOf('\n', at + 1);
    if (next < 0) return text.length;
    at = next;
  }
  return at;
}

/** The variable as its notation reads it; the reader is told which one it is. */
function wantedIn(
  name: string | null,
  notation: Notation,
  context: Context,
): { context: Context; variable: Wanted | null } {
  if (name === null) return { context, variable: null };
  const { statements, problems } = notation.parse(name, context);
  const [only] = statements;
  const read = only && statements.length === 1 && problems.length === 0 ? only.expr : null;
  if (read?.kind !== 'sym' && read?.kind !== 'component') return { context, variable: { name, read: null } };
  const variable = { name: variableName(read), read };
  return { context: read.kind === 'sym' ? { ...context, variable: read } : context, variable };
}

function replyOf(
  { request, solved: answer, tex: spell, assumptions, code }: Answered,
  id: unknown,
  budget: Budget,
): Reply {
  const { asked, derivation, result, check } = answer;
  const { question } = asked;
  const text = code ? done(written(code, budget)) : null;
  const fn = text && 'text' in text ? text : null;
  const forValues = share(budget, VALUES);
  const values = code ? codeValues(code, request.at, forValues) : valuesAt(answer, request.at, forValues);
  // The answer has been printed before; its steps are what may come to too much.
  const tex = within(spell, budget);
  return {
    id,
    ok: true,
    variable: code?.variable.code ?? targetName(asked),
    order: question.order.kind === 'num' ? question.order.value.toNumber() : plainText(question.order),
    input: { latex: spell(asked.input), plain: PLAIN.print(asked.input) },
    result: {
      latex: spell(result),
      plain: PLAIN.print(result),
      code: fn?.text ?? null,
      name: fn?.name ?? null,
      ...values,
    },
    steps: replySteps(outlineOf(answer, assumptions, tex, { complete: true })),
    conditions: conditionsOf(derivation).map(tex),
    checked: { verdict: check.verdict === 'agrees' ? 'agrees' : 'undecided', points: check.points },
    assumptions,
  };
}

/** Of the work that an answer leaves, at most so much goes into its values. */
const VALUES = 0.6;

function replySteps(o: Outline): readonly ReplyStep[] {
  return flatSteps(o).map(({ step, depth }) => ({
    rule: step.rule,
    title: step.title,
    before: step.before,
    after: step.after,
    ...(step.result === null ? {} : { result: step.result }),
    depth,
    ...(step.substitution === undefined ? {} : { substitution: step.substitution }),
  }));
}

function errorReply({ code, message, span }: Declined, { text }: Request, id: unknown): ErrorReply {
  return { id, ok: false, error: { code, message, from: span?.from ?? 0, to: span?.to ?? text.length } };
}

/** The request's id, whatever else is wrong with it. */
function idOf(input: unknown): unknown {
  return typeof input === 'object' && input !== null && 'id' in input ? input.id : null;
}
