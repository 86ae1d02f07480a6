/** Formulas in editors: which one is meant at a place, and its answer. */
import type { Formula } from '../documents/formula.js';
import { num, ONE, type Expr } from '../core/index.js';
import { plainNameWanted, type Situation } from '../meaning/index.js';
import type { Steps } from '../steps.js';
import type { Reading, Span, Style } from '../notation/notation.js';
import { askedBy, firstStatement, printable, solvedInSteps, type Declined } from '../answer/ask.js';
import { checkClaims, Verdicts } from './check.js';
import { claimBudget } from './budgets.js';
import { Documents } from './documents.js';
import { thrown, type OnFault } from './fault.js';
import type { Note } from '../meaning/note.js';
import { LATEX, PLAIN } from '../notation/index.js';
import { asksInText } from '../notation/latex/asking.js';
import { texWith } from '../answer/notations.js';
import {
  isAsked,
  isUnreadAt,
  isWorthAsking,
  pointedAt,
  solvedFor,
  type Pointed,
} from '../meaning/pointed.js';
import { stillAssumed } from '../meaning/borneOut.js';
import { explainedBy, type ExplainedReading } from '../meaning/roles.js';
import { present } from './present.js';
import type {
  Answer,
  Budget,
  CheckedClaim,
  Choice,
  DocumentText,
  FormulaPlace,
  Found,
  Options,
  ServiceRefusal,
} from './service.js';

/** What stands behind a place that was found. */
interface Source {
  readonly note: Note;
  readonly reading: Reading;
  /** Null where nothing could be read: the reading's problems say why. */
  readonly expr: Expr | null;
  readonly options: Options;
  /** On which it stands; null for what was selected. */
  readonly line: number | null;
  /** The file offset of an offset in the text that was read. */
  readonly toFile: (offset: number) => number;
  readonly answers: Map<string, Answer | ServiceRefusal>;
}

export class NoteRequests {
  private readonly documents = new Documents();
  private readonly verdicts = new Verdicts();
  private readonly sources = new WeakMap<Found, Source>();

  *check(
    document: DocumentText,
    options: Options,
    budget: () => Budget = claimBudget,
    onFault: OnFault = thrown,
  ): Generator<CheckedClaim | null, void, undefined> {
    yield* checkClaims(yield* this.documents.noteInSteps(document, options), budget, this.verdicts, onFault);
  }

  prepare(document: DocumentText, options: Options): Iterable<unknown> {
    return this.documents.preparedInSteps(document, options);
  }

  at(document: DocumentText, offset: number, options: Options): Found | null {
    const note = this.documents.note(document, options);
    const formula = note.index.at(offset);
    return formula && this.inFormula(note, formula, offset, options);
  }

  select(document: DocumentText, from: number, to: number, options: Options): Found | ServiceRefusal {
    const note = this.documents.note(document, options);
    const [start, end] = trimmed(document.text, from, to);
    if (start >= end) return nothing('Nothing is selected. Select a formula, or put the cursor into one.');
    const touched = note.index.within(start, end).filter((f) => f.outerFrom < end && start < f.outerTo);
    const [formula] = touched;
    if (formula && touched.length === 1) {
      if (start <= formula.from && formula.to <= end) {
        return (
          this.inFormula(note, formula, formula.from, options) ??
          nothing('There is nothing to differentiate in this formula.')
        );
      }
      if (formula.from <= start && end <= formula.to) return this.part(note, formula, [start, end], options);
    }
    if (touched.length > 1) return nothing('The selection holds several formulas. Select one of them.');
    return this.text(document, note, [start, end], options);
  }

  *deriveInSteps(found: Found, choice: Choice, budget: Budget): Steps<Answer | ServiceRefusal> {
    const source = this.sources.get(found);
    if (!source) return nothing('The document has changed.');
    const key = JSON.stringify([choice.variable ?? null, choice.order ?? null]);
    const known = source.answers.get(key);
    if (known) return known;
    const answer = yield* answerTo(source, found, choice, budget);
    // What was cut short may succeed with more time, or say more.
    if (!budget.shouldStop(0)) source.answers.set(key, answer);
    return answer;
  }

  formulaAt(document: DocumentText, offset: number, options: Options): FormulaPlace | null {
    const formula = this.documents.note(document, options).index.at(offset);
    return formula && placeOf(formula);
  }

  displays(document: DocumentText, options: Options): readonly FormulaPlace[] {
    const { formulas } = this.documents.note(document, options).index;
    return formulas.filter(({ display }) => display).map(placeOf);
  }

  private inFormula(note: Note, formula: Formula, offset: number, options: Options): Found | null {
    const reading = note.reading(formula);
    const at = formula.toTex(Math.min(Math.max(offset, formula.from), formula.to));
    const unread = isUnreadAt(reading, at);
    const pointed = unread ? null : pointedAt(reading, at);
    if (!pointed && !unread && reading.statements.length > 0) return null;
    if (pointed && !isWorthAsking(pointed.expr, (id) => note.situationAt(formula.to).definitions.has(id)))
      return null;
    if (pointed && isLawElsewhere(note, formula, pointed.expr)) return null;
    const found = foundIn(formula, pointed);
    return this.keep(found, {
      note,
      reading,
      expr: pointed?.expr ?? null,
      options,
      line: formula.line,
      toFile: (at) => formula.toFile(at),
      answers: new Map(),
    });
  }

  /** A selected part of a formula, read on its own. */
  private part(
    note: Note,
    formula: Formula,
    [start, end]: readonly [number, number],
    options: Options,
  ): Found | ServiceRefusal {
    const [from, to] = [formula.toTex(start), formula.toTex(end)];
    const reading = LATEX.parse(formula.tex.slice(from, to), note.contextAt(start));
    const found: Found = {
      ...foundIn(formula, null),
      from: start,
      to: end,
      outerFrom: start,
      outerTo: end,
      display: false,
      text: formula.tex.slice(from, to),
    };
    return this.read(found, reading, note, options, (at) => formula.toFile(from + at));
  }

  /** A selected expression outside formulas: LaTeX where it looks like that, else plain notation. */
  private text(
    document: DocumentText,
    note: Note,
    [start, end]: readonly [number, number],
    options: Options,
  ): Found | ServiceRefusal {
    const text = document.text.slice(start, end);
    const notation = /[\\{}]/.test(text) ? LATEX : PLAIN;
    const reading = notation.parse(text, note.contextAt(start));
    const place = { from: start, to: end, outerFrom: start, outerTo: end };
    const found: Found = {
      kind: 'plain',
      ...place,
      display: false,
      inTable: false,
      text,
      isQuestion: false,
      isAsked: true,
      code: null,
    };
    return this.read(found, reading, note, options, (at) => start + at);
  }

  private read(
    found: Found,
    reading: Reading,
    note: Note,
    options: Options,
    toFile: Source['toFile'],
  ): Found | ServiceRefusal {
    const statement = firstStatement(reading);
    if ('ok' in statement) return refusal(statement, toFile);
    return this.keep(found, {
      note,
      reading,
      expr: statement.expr,
      options,
      toFile,
      line: null,
      answers: new Map(),
    });
  }

  private keep(found: Found, source: Source): Found {
    this.sources.set(found, source);
    return found;
  }
}

const NO_NAMES: ReadonlySet<string> = new Set();

function* answerTo(
  source: Source,
  found: Found,
  choice: Choice,
  budget: Budget,
): Steps<Answer | ServiceRefusal> {
  const { reading, options, note } = source;
  if (!source.expr) {
    const [problem] = reading.problems;
    const unread = problem ? { ok: false as const, ...problem, span: problem } : firstStatement(reading);
    return 'ok' in unread ? refusal(unread, source.toFile) : nothing('There is no formula here.');
  }
  const situation: Situation = {
    ...note.situationAt(found.to),
    primed: source.line === null ? NO_NAMES : yield* note.primedOnLineInSteps(source.line),
    variable: choice.variable === undefined ? null : plainNameWanted(choice.variable),
    order: choice.order === undefined ? null : choice.order === 1 ? ONE : num(choice.order),
  };
  const asked = askedBy(source.expr, reading, situation);
  if (!asked.ok) return refusal(asked, source.toFile);
  const answer = yield* solvedInSteps(asked, budget);
  if (!answer.ok) return refusal(answer, source.toFile);
  yield null;
  const style = printable(answer, styled(reading.style, options), note.contextAt(found.to), budget);
  if ('ok' in style) return refusal(style, source.toFile);
  const place = { note, offset: found.to };
  const explained = (): ExplainedReading => explainedBy(asked, [asked.input], situation.definitions, place);
  const assumptions = stillAssumed(reading.assumptions, note, found.to);
  return yield* present(answer, { ...reading, assumptions }, texWith(style), explained);
}

function styled(style: Style, { numbers }: Options): Style {
  return numbers === 'asWritten' ? style : { ...style, numbers };
}

function placeOf({ from, to, outerFrom, outerTo, display, cell }: Formula): FormulaPlace {
  return { from, to, outerFrom, outerTo, display, inTable: cell !== null };
}

function foundIn(formula: Formula, pointed: Pointed | null): Found {
  const span: Span | null = pointed?.span ?? null;
  const [from, to] = span ? [formula.toFile(span.from), formula.toFile(span.to)] : [formula.from, formula.to];
  return {
    kind: 'formula',
    from,
    to,
    outerFrom: span ? from : formula.outerFrom,
    outerTo: span ? to : formula.outerTo,
    display: span ? false : formula.display,
    inTable: formula.cell !== null,
    text: span ? formula.tex.slice(span.from, span.to) : formula.tex,
    isQuestion: pointed?.isQuestion ?? false,
    isAsked: pointed ? isAsked(pointed) : asksInText(formula.tex),
    code: null,
  };
}

function trimmed(text: string, from: number, to: number): readonly [number, number] {
  let [start, end] = [Math.max(0, Math.min(from, to)), Math.min(text.length, Math.max(from, to))];
  while (start < end && /\s/.test(text[start] ?? '')) start++;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--;
  return [start, end];
}

const nothing = (message: string): ServiceRefusal => ({
  ok: false,
  code: 'no-formula',
  message,
  place: null,
});
function refusal({ code, message, span }: Declined, toFile: Source['toFile']): ServiceRefusal {
  return { ok: false, code, message, place: span && { from: toFile(span.from), to: toFile(span.to) } };
}

/** y′ = ay + b, where another section says what its own y is: here y is what solves the equation. */
function isLawElsewhere(note: Note, formula: Formula, e: Expr): boolean {
  const name = solvedFor(e);
  const d = name === null ? undefined : note.situationAt(formula.to).definitions.get(name);
  return d !== undefined && note.definitions.isElsewhere(d, formula.from);
}
