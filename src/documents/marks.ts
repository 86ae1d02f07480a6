/**
 * Where blocks begin and end that headings do not mark: exercises, examples, theorems, their parts, items of lists,
 * environments. Reads the beginnings of lines; what lies in code or in a formula is passed over.
 */
import { blockSort, environmentSort, type BlockSort } from './blockWords.js';

/** What is found at the beginning of a line, with offsets in its stretch. */
export type MarkPart = { readonly from: number; readonly to: number } & ScopeMark;

export type ScopeMark =
  /** "**Problem 1.**", "Example 2:". */
  | { readonly kind: 'block'; readonly sort: BlockSort; readonly title: string }
  /** "(b)", "2)" with a line of its own: a part of an exercise; `first` for a), (1) and (i). */
  | { readonly kind: 'part'; readonly first: boolean; readonly title: string }
  /** An item of a list, by how far it is indented; with null the lists end. */
  | { readonly kind: 'item'; readonly indent: number | null }
  /** `\item`, in whatever list it stands. */
  | { readonly kind: 'texItem' }
  | { readonly kind: 'begin' | 'end'; readonly name: string; readonly sort: BlockSort | 'list' }
  /** A line across the page. */
  | { readonly kind: 'rule' };

/** A stretch that holds no marks: a formula. */
interface Hidden {
  readonly outerFrom: number;
  readonly outerTo: number;
}

/** The marks of the lines between two offsets of the text; those of formulas and parts count from `from`. */
export function marksIn(
  text: string,
  from: number,
  to: number,
  formulas: readonly Hidden[],
): readonly MarkPart[] {
  return new MarkReader(text, from, to, formulas).read();
}

const LONGEST_LINE = 160;
const NO_MARKS: readonly MarkPart[] = [];
/** White space, marks of quotes. */
const LEAD = /[ \t>]*/y;
const FENCE = /(?:`{3,}|~{3,})/y;
const COMMENT = /%/y;
const RULE = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const ITEM = /(?:[-+*]|\d{1,9}[.)])(?:[ \t]+|$)/y;
const LONE_NUMBER = /\(?(\d{1,3}|[a-h]|[ivx]{1,4})\)$/y;
const PART =
  /(?:\*\*|__|\\textbf\{)?\((\d{1,3}|[a-h]|[ivx]{1,4})\)(?:\*\*|__|\})?(?:[ \t]|$)|(?:\*\*|__|\\textbf\{)?([a-h])\)(?:\*\*|__|\})?[ \t]|(?:\*\*|__)(\d{1,3}|[a-h])[.)]?(?:\*\*|__)/y;
const DECORATION =
  /(?:\\(?:noindent|medskip|bigskip|smallskip|par)\b[ \t]*|\\(?:textbf|textit|textsc|emph|underline)\{|\{?\\bf(?:series)?\b[ \t]*|\*{1,3}|_{1,3}|<(?:b|strong|i|em|u)>|:::[ \t]*)/y;
const WORD = /\p{L}+/uy;
const SECOND_WORD = /[ \t](\p{L}+)/uy;
/** The number of a block: 2, 2.1, A, iv. */
const NUMBER =
  /[ \t]{0,2}(?:№[ \t]?|#[ \t]?|n°[ \t]?)?(?:\d{1,4}(?:[.–-]\d{1,3}){0,3}[a-z]?|[A-Z]|[ivx]{1,4})(?!\p{L})/uy;
/** What may follow word and number of a block that is not set apart by its type. */
const PLAIN_END = /[ \t]{0,2}(?:[.:：。)—–]|\(|（|\*\*|__|$)/y;
const SENTENCE = /[ \t]{1,2}(?:\p{Lu}|\$|\\\()/uy;
const TEX = /\\(?:(begin|end)[ \t]*\{([A-Za-z]{1,30}\*?)\}|item(?![A-Za-z]))/g;
const LISTS: ReadonlySet<string> = new Set([
  'enumerate',
  'itemize',
  'description',
  'parts',
  'questions',
  'tasks',
]);

class MarkReader {
  private readonly found: MarkPart[] = [];
  private inFence = false;
  private afterBlank = true;
  private inList = false;
  private hidden = 0;

  constructor(
    private readonly text: string,
    private readonly base: number,
    private readonly to: number,
    private readonly formulas: readonly Hidden[],
  ) {}

  read(): readonly MarkPart[] {
    for (let at = this.base; at < this.to;) {
      const feed = this.text.indexOf('\n', at);
      const end = feed < 0 || feed > this.to ? this.to : feed;
      if (!this.isHidden(at)) this.line(at, Math.min(end, at + LONGEST_LINE));
      at = end + 1;
    }
    if (this.inList && this.to < this.text.length) this.add({ kind: 'item', indent: null }, this.to);
    return this.found.length === 0 ? NO_MARKS : this.found;
  }

  private isHidden(at: number): boolean {
    const offset = at - this.base;
    while ((this.formulas[this.hidden]?.outerTo ?? Infinity) <= offset) this.hidden++;
    return (this.formulas[this.hidden]?.outerFrom ?? Infinity) < offset;
  }

  private line(from: number, end: number): void {
    const line = this.text.slice(from, end);
    const lead = lengthAt(LEAD, line, 0);
    const isBlank = lead === line.trimEnd().length || line.trim() === '';
    if (!isBlank) this.written(line, lead, from);
    this.afterBlank = isBlank;
  }

  private written(line: string, lead: number, from: number): void {
    if (lengthAt(FENCE, line, lead) > 0) {
      this.inFence = !this.inFence;
      return;
    }
    if (this.inFence || lengthAt(COMMENT, line, lead) > 0) return;
    const rest = line.trimEnd();
    if (RULE.test(rest.slice(lead))) {
      // A line under words is a heading.
      if (this.afterBlank) this.add({ kind: 'rule' }, from);
      return;
    }
    if (this.loneNumber(rest, lead, from)) return;
    const mark = lengthAt(ITEM, rest, lead);
    if (mark > 0) this.item(lead, from);
    else if (this.inList && this.afterBlank && lead < 2) this.endList(from);
    const start = lead + mark;
    if (!this.block(rest, start, from) && mark === 0) this.part(rest, lead, from);
    if (rest.includes('\\')) this.commands(rest, from);
  }

  private item(indent: number, from: number): void {
    this.add({ kind: 'item', indent }, from);
    this.inList = true;
  }

  private endList(from: number): void {
    this.add({ kind: 'item', indent: null }, from);
    this.inList = false;
  }

  /** "2)" with nothing else on its line. */
  private loneNumber(line: string, lead: number, from: number): boolean {
    const number = groupAt(LONE_NUMBER, line, lead, 1);
    if (number === null) return false;
    if (this.inList) this.endList(from);
    this.add({ kind: 'part', first: isFirst(number), title: line.slice(lead) }, from);
    return true;
  }

  private part(line: string, lead: number, from: number): void {
    PART.lastIndex = lead;
    const found = PART.exec(line);
    const number = found?.[1] ?? found?.[2] ?? found?.[3];
    if (number === undefined) return;
    this.add({ kind: 'part', first: isFirst(number), title: line.slice(lead, lead + MOST_TITLE) }, from);
  }

  private block(line: string, start: number, from: number): boolean {
    let at = start;
    for (let i = 0; i < MOST_DECORATIONS; i++) at += lengthAt(DECORATION, line, at);
    const isSetApart = at > start;
    const found = wordsAt(line, at);
    if (!found) return false;
    const afterNumber = found.to + lengthAt(NUMBER, line, found.to);
    const isNumbered = afterNumber > found.to;
    const isEnd =
      isSetApart ||
      lengthAt(PLAIN_END, line, afterNumber) > 0 ||
      afterNumber === line.length ||
      (isNumbered && this.afterBlank && lengthAt(SENTENCE, line, afterNumber) > 0);
    if (!isEnd || (!this.afterBlank && !isSetApart && !isNumbered)) return false;
    this.add({ kind: 'block', sort: found.sort, title: line.slice(at, at + MOST_TITLE) }, from);
    return true;
  }

  /** Environments and items of LaTeX. */
  private commands(line: string, from: number): void {
    for (const { 0: whole, 1: kind, 2: name = '', index } of line.matchAll(TEX)) {
      const at = from + index;
      if (kind === undefined) {
        if (whole === '\\item') this.add({ kind: 'texItem' }, at);
        continue;
      }
      const sort = LISTS.has(name) ? 'list' : environmentSort(name);
      if (sort !== null) this.add({ kind: kind === 'begin' ? 'begin' : 'end', name, sort }, at);
    }
  }

  private add(mark: ScopeMark, at: number): void {
    this.found.push({ ...mark, from: at - this.base, to: at - this.base });
  }
}

const MOST_DECORATIONS = 3;
const MOST_TITLE = 40;

const isFirst = (number: string): boolean => number === 'a' || number === '1' || number === 'i';

/** The word, or the two, with which a block begins, and where they end. */
function wordsAt(line: string, at: number): { readonly sort: BlockSort; readonly to: number } | null {
  WORD.lastIndex = at;
  const first = WORD.exec(line)?.[0];
  if (first === undefined || first.length > LONGEST_WORD) return null;
  const end = at + first.length;
  const second = groupAt(SECOND_WORD, line, end, 1) ?? '';
  const two = blockSort(first, second);
  if (two === null) return null;
  const isTwo = blockSort(first, '') !== two;
  return { sort: two, to: isTwo ? end + 1 + second.length : end };
}
const LONGEST_WORD = 20;

/** What a heading's first word says of its section: "Exercise 3", "Solution". */
export function headingSort(title: string): BlockSort | null {
  const at = lengthAt(HEADING_LEAD, title, 0);
  return wordsAt(title.slice(0, LONGEST_LINE), at)?.sort ?? null;
}
/** A sign or two, a number, marks of type: "✅ 3. **Result". */
const HEADING_LEAD = /[^\p{L}\p{N}$\\*_]{0,8}(?:[\d.]{1,12}[ \t]+)?(?:\*{1,2}|_{1,2})?/uy;

function lengthAt(sticky: RegExp, text: string, at: number): number {
  sticky.lastIndex = at;
  return sticky.exec(text)?.[0].length ?? 0;
}
function groupAt(sticky: RegExp, text: string, at: number, group: number): string | null {
  sticky.lastIndex = at;
  return sticky.exec(text)?.[group] ?? null;
}
