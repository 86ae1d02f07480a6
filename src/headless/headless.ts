/** Requests answered one after the other, for the command line. */
import { COST, grouped, num, ONE, type Budget, type Expr } from '../core/index.js';
import { indexDocument, MARKDOWN } from '../documents/index.js';
import { readingOptions } from '../service/documents.js';
import { variableName, type Definition, type Situation, type Wanted } from '../meaning/index.js';
import { DEFAULT_STYLE, NO_CONTEXT, NO_READING, type Context, type Notation } from '../notation/notation.js';
import { notationNamed, PLAIN } from '../notation/index.js';
import { TOO_LONG } from '../notation/latex/print.js';
import { LANGUAGES } from '../languages.js';
import { readerOf } from '../notation/programs/index.js';
import { asMatrix, askedBy as askedByRoute, isByComponents } from '../answer/otherRoute.js';
import type { Solved } from '../answer/solve.js';
import { askedBy, firstStatement, printable, solved, type Declined } from '../answer/ask.js';
import { answerCode } from '../answer/code/answer.js';
import { codeAt, CodeSources } from '../answer/code/codeAt.js';
import { knownAlone } from '../meaning/functionCompany.js';
import { Note } from '../meaning/note.js';
import { asSquare } from '../meaning/squares.js';
import { explainedBy, type ExplainedReading } from '../meaning/roles.js';
import { texWith } from '../answer/notations.js';
import { assumptionsOf } from '../answer/outlines.js';
import { READER } from '../service/reader.js';
import { errorReply, idOf, replyOf, type Answered, type ErrorReply, type Reply } from './reply.js';
import { parseRequest, type HeadlessRequest } from './request.js';

/** Answers requests one after the other, remembering the note that they are about. */
export class Headless {
  private readonly sources = new CodeSources();
  private note: { readonly text: string; readonly note: Note } | null = null;

  /** The reply to a request as it came in: anything at all; with what each name was taken for where that is wanted. */
  reply(input: unknown, budget: Budget, withReading = false): Reply | ErrorReply {
    const request = parseRequest(input);
    const id = idOf(input);
    if (!request.ok) return { id, ok: false, error: { ...request.error, from: 0, to: 0 } };
    const answered = this.answer(request, budget);
    if (!answered.ok) return errorReply(answered, request, id);
    const reply = replyOf(answered, id, budget);
    return withReading && answered.explained ? { ...reply, reading: answered.explained() } : reply;
  }

  answer(request: HeadlessRequest, budget: Budget): Answered | Declined {
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
    const alone = note ? [] : knownAlone(statement.expr);
    const situation = { ...situationOf(request, note, variable, alone), shapes: request.shapes };
    const asked = askedBy(statement.expr, reading, situation);
    if (!asked.ok) return asked;
    const byRoute = askedByRoute(asked, request.as);
    if (!byRoute.ok) return { ...byRoute, span: null };
    const found = solved(byRoute, budget);
    if (!found.ok) return found;
    const answer = request.as === 'matrix' ? asWhole(found) : found;
    if (!answer.ok) return answer;
    const style = printable(answer, reading.style, context, budget);
    if ('ok' in style) return style;
    const tex = texWith(style);
    if (tex(answer.result) === TOO_LONG) return tooLong(answer.result);
    const assumptions = assumptionsOf(answer, reading.assumptions);
    const place = { note, offset: note ? endOfLine(note.index.text, request.line ?? Infinity) : 0 };
    const explained = (): ExplainedReading => explainedBy(asked, [asked.input], situation.definitions, place);
    return { ok: true, request, solved: answer, reading, tex, assumptions, explained };
  }

  /** `loadCode` has resolved before. */
  private answerCode(request: HeadlessRequest, budget: Budget): Answered | Declined {
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

/** The answer as one vector or matrix, where it is written by components. */
function asWhole(answer: Solved): Solved | Declined {
  if (!isByComponents(answer)) return answer;
  const result = asMatrix(answer);
  return result
    ? { ...answer, result }
    : {
        ok: false,
        code: 'unsupported',
        message: 'This answer has no form as one vector or matrix here: ask for it by components.',
        span: null,
      };
}

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

const contextFor = ({ line }: HeadlessRequest, note: Note | null): Context =>
  note ? note.contextAt(endOfLine(note.index.text, line ?? Infinity)) : NO_CONTEXT;

function situationOf(
  request: HeadlessRequest,
  note: Note | null,
  variable: Wanted | null,
  alone: readonly Definition[],
): Situation {
  const order = orderOf(request);
  if (!note) {
    const definitions = new Map(alone.map((d) => [d.name.id, d]));
    return { definitions, variable, order, primed: new Set() };
  }
  const line = request.line ?? Infinity;
  const known = note.situationAt(endOfLine(note.index.text, line));
  return { ...known, variable, order, primed: note.primedOnLine(line, request.text) };
}

function orderOf({ order }: HeadlessRequest): Expr | null {
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
  const written = only && statements.length === 1 && problems.length === 0 ? only.expr : null;
  const read = (written && asSquare(written)) ?? written;
  if (read?.kind === 'tuple') return { context, variable: { name, read } };
  if (read?.kind !== 'sym' && read?.kind !== 'component') return { context, variable: { name, read: null } };
  const variable = { name: variableName(read), read };
  return { context: read.kind === 'sym' ? { ...context, variable: read } : context, variable };
}
