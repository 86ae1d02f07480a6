/**
 * Markdown's blocks, line by line, as far as they decide where maths can stand. A segment ends where a line begins
 * something new outside of all quotes and lists: from there on nothing of what went before matters.
 */
import {
  READ_AT_ONCE,
  segment,
  type BlockPart,
  type FormulaPart,
  type HeadingPart,
  type Meter,
  type PreamblePart,
  type Segment,
} from '../segment.js';
import { marksIn } from '../marks.js';
import { ownCopy } from '../segment.js';
import type { Steps } from '../../steps.js';
import {
  blockStart,
  closesFence,
  matchContainers,
  passItemMark,
  passQuoteMark,
  underlineLevel,
  type BlockStart,
  type Container,
} from './blockStarts.js';
import { contentOf, endInSource, formulaOf, trimmed, type Content } from './content.js';
import { findClosing, openDisplay } from './display.js';
import { frontMatterMacros } from './frontMatterMacros.js';
import { frontMatter } from './frontMatter.js';
import { inlineParts } from './inline.js';
import { LineCursor, lineAt, type Line } from './line.js';
import { toSource } from '../offsetMap.js';
import { runStart } from '../../text/runs.js';
import { isDelimiterRow, tableFormulas } from './table.js';

/** Reads the segment of a Markdown text that begins at the line start `from`. */
export function scanMarkdown(text: string, from: number, meter: Meter): Steps<Segment> {
  return new BlockScanner(text, from, meter).scan();
}

type Fence = BlockStart & { kind: 'fence' };
/** Formulas of one paragraph that are put down between two pauses. */
const FORMULAS = 500;
/** Deeper quotes and lists are read as text. */
const DEEPEST = 100;

type Html = BlockStart & { kind: 'html' };

/** The block that the next line may go on; `lines` holds its text as pairs of file offsets. */
type OpenBlock =
  | { readonly kind: 'paragraph' | 'table'; readonly lines: number[] }
  | { readonly kind: 'html'; readonly start: Html }
  | {
      readonly kind: 'fence';
      readonly start: Fence;
      readonly indent: number;
      readonly from: number;
      readonly lines: number[];
    };

class BlockScanner {
  private readonly formulas: FormulaPart[] = [];
  private readonly headings: HeadingPart[] = [];
  private readonly preambles: PreamblePart[] = [];
  /** Reads the formulas of the blocks that are closed, in their order. */
  private readonly unread: Steps<void>[] = [];
  private containers: Container[] = [];
  private open: OpenBlock | null = null;
  /** The innermost container is an item of which only the mark has come. */
  private bareItem = false;
  private started = false;
  private next: number;
  private reach: number;

  constructor(
    private readonly text: string,
    private readonly base: number,
    private readonly meter: Meter,
  ) {
    this.next = this.reach = base;
  }

  /** First the blocks, line by line, then the formulas in them. */
  *scan(): Steps<Segment> {
    if (this.base === 0) this.passFrontMatter();
    let end = this.next;
    let pause = end + READ_AT_ONCE;
    while (this.next < this.text.length) {
      const line = lineAt(this.text, this.next);
      this.meter.work += line.next - line.from;
      this.reach = Math.max(this.reach, line.next);
      this.next = line.next;
      if (!this.read(line)) break;
      end = this.next;
      if (end < pause) continue;
      pause = end + READ_AT_ONCE;
      yield null;
    }
    this.close();
    for (const formulas of this.unread) yield* formulas;
    const { formulas, headings, preambles } = this;
    return segment(this.text, {
      from: this.base,
      to: end,
      reach: Math.max(this.reach, end),
      formulas,
      headings,
      preambles,
      marks: marksIn(this.text, this.base, end, formulas),
    });
  }

  private passFrontMatter(): void {
    const start = this.text.charCodeAt(0) === 0xfeff ? 1 : 0;
    const { end, reach } = frontMatter(this.text, start);
    this.meter.work += reach - start;
    this.next = end;
    this.reach = reach;
    this.preambles.push(...frontMatterMacros(this.text.slice(start, end), start));
  }

  /** Takes in one line; false where it begins a new segment. */
  private read(line: Line): boolean {
    const cursor = new LineCursor(this.text, line);
    const matched = matchContainers(cursor, this.containers, this.containers.length);
    const inside = matched === this.containers.length;
    if (inside && this.readVerbatim(cursor)) return true;
    if (cursor.blank) {
      // An item may begin with one blank line, its mark's own, but not with two.
      this.endAt(this.bareItem ? Math.min(matched, this.containers.length - 1) : matched);
      return true;
    }
    this.bareItem = false;
    const start = blockStart(cursor);
    if (this.continueOpen(cursor, inside, start)) return true;
    this.endAt(matched);
    if (this.containers.length === 0 && this.started && cursor.indent < 4) return false;
    this.started = true;
    this.begin(cursor, start);
    return true;
  }

  private readVerbatim(cursor: LineCursor): boolean {
    if (this.open?.kind === 'fence') this.readFenceLine(cursor, this.open);
    else if (this.open?.kind === 'html') this.readHtmlLine(cursor, this.open.start);
    else return false;
    return true;
  }

  private readFenceLine(cursor: LineCursor, fence: OpenBlock & { kind: 'fence' }): void {
    if (closesFence(cursor, fence.start.mark, fence.start.length)) {
      this.open = null;
      this.addFence(fence, cursor.line.to);
    } else if (fence.start.maths) {
      cursor.passColumns(Math.min(fence.indent, cursor.indent));
      fence.lines.push(cursor.pos, cursor.line.to);
    }
  }

  private readHtmlLine(cursor: LineCursor, start: Html): void {
    const line = cursor.text.slice(cursor.pos, cursor.line.to);
    const at = line.toLowerCase().indexOf(start.end);
    if (at < 0) return;
    this.open = null;
    this.addText([cursor.pos + at + start.end.length, cursor.line.to]);
  }

  /** Does the line go on with the open paragraph or table? */
  private continueOpen(cursor: LineCursor, inside: boolean, start: BlockStart | null): boolean {
    if (this.open?.kind === 'table' && inside && !start && cursor.indent < 4) {
      this.open.lines.push(cursor.pos, cursor.line.to);
      return true;
    }
    if (this.open?.kind !== 'paragraph') return false;
    const level = inside ? underlineLevel(cursor) : 0;
    if (level > 0) {
      this.addHeading(this.open.lines, level);
      this.open = null;
      return true;
    }
    // An item that may not interrupt a paragraph of its own container still begins one further out.
    if (start && !(inside && start.kind === 'item' && !start.interrupts)) return false;
    if (inside && this.beginTable(cursor, this.open.lines)) return true;
    this.appendToParagraph(cursor, this.open.lines);
    return true;
  }

  private beginTable(cursor: LineCursor, lines: number[]): boolean {
    if (cursor.indent > 3 || !isDelimiterRow(this.text.slice(cursor.pos, cursor.line.to))) return false;
    const header = lines.slice(-2);
    if (!/\|[ \t]*[^| \t]|[^| \t][ \t]*\|/.test(this.text.slice(header[0], header[1]))) return false;
    this.addText(lines.slice(0, -2));
    this.open = { kind: 'table', lines: [...header, cursor.pos, cursor.line.to] };
    return true;
  }

  /** Adds the line, and all lines of a display that it opens and leaves open. */
  private appendToParagraph(cursor: LineCursor, lines: number[]): void {
    lines.push(cursor.pos, cursor.line.to);
    let token = openDisplay(this.text, cursor.pos, cursor.line.to);
    while (token !== null) {
      const { found, reach } = findClosing(this.text, token, this.next, this.containers, this.meter);
      this.reach = Math.max(this.reach, reach);
      if (!found) return;
      this.appendUpTo(found.line.next, lines);
      token = openDisplay(this.text, found.to, found.line.to);
    }
  }

  private appendUpTo(end: number, lines: number[]): void {
    while (this.next < end) {
      const line = lineAt(this.text, this.next);
      const cursor = new LineCursor(this.text, line);
      matchContainers(cursor, this.containers, this.containers.length);
      lines.push(Math.min(cursor.pos, line.to), line.to);
      this.next = line.next;
    }
  }

  /** Opens the containers that begin on the line, then the block in them. */
  private begin(cursor: LineCursor, first: BlockStart | null): void {
    let start = first;
    while (this.containers.length < DEEPEST) {
      if (start?.kind === 'quote') {
        passQuoteMark(cursor);
        this.containers.push(start);
      } else if (start?.kind === 'item' || start?.kind === 'footnote') {
        this.containers.push(passItemMark(cursor, start));
      } else break;
      start = blockStart(cursor);
    }
    this.bareItem = cursor.blank && this.containers.at(-1)?.kind === 'item';
    if (!cursor.blank) this.beginLeaf(cursor, start);
  }

  private beginLeaf(cursor: LineCursor, start: BlockStart | null): void {
    switch (start?.kind) {
      case 'heading':
        this.addHeading([cursor.first + start.marker, cursor.line.to], start.level);
        return;
      case 'fence':
        this.open = { kind: 'fence', start, indent: cursor.indent, from: cursor.first, lines: [] };
        return;
      case 'html':
        this.open = { kind: 'html', start };
        return;
      case 'rule':
        return;
      default:
        // Four columns of white space: indented code.
        if (cursor.indent < 4 && !isLinkDefinition(cursor)) this.beginParagraph(cursor);
    }
  }

  private beginParagraph(cursor: LineCursor): void {
    const lines: number[] = [];
    this.open = { kind: 'paragraph', lines };
    this.appendToParagraph(cursor, lines);
  }

  private endAt(depth: number): void {
    this.close();
    this.bareItem = false;
    this.containers.length = depth;
  }

  private close(): void {
    if (this.open?.kind === 'paragraph') this.addText(this.open.lines);
    if (this.open?.kind === 'table') {
      this.unread.push(this.tableFormulas(this.open.lines));
    }
    this.open = null;
  }

  private addText(lines: readonly number[]): void {
    if (lines.length > 0) this.unread.push(this.textFormulas(lines, this.textKind()));
  }

  private *textFormulas(lines: readonly number[], kind: BlockPart['kind']): Steps<void> {
    yield* this.inlineFormulas(contentOf(this.text, lines, this.base), lines, kind);
  }

  private *tableFormulas(lines: readonly number[]): Steps<void> {
    for (const formula of yield* tableFormulas(this.text, lines, this.base, this.meter)) this.add(formula);
  }

  private textKind(): BlockPart['kind'] {
    const innermost = this.containers.at(-1)?.kind;
    return innermost === 'item' ? 'list' : innermost === 'quote' ? 'quote' : 'paragraph';
  }

  private addHeading(lines: readonly number[], level: number): void {
    const content = contentOf(this.text, lines, this.base);
    const { from, to } = trimmed(content.text, 0, closingMarks(content.text));
    const start = (lines[0] ?? 0) - this.base;
    const end = (lines.at(-1) ?? 0) - this.base;
    this.headings.push({ level, text: ownCopy(content.text.slice(from, to)), from: start, to: end });
    this.unread.push(this.inlineFormulas(content, lines, 'heading'));
  }

  private *inlineFormulas(content: Content, lines: readonly number[], kind: BlockPart['kind']): Steps<void> {
    const { spans, definitions } = yield* inlineParts(content.text, this.meter);
    for (const { from, to } of definitions) {
      const place = { from: toSource(content.map, from), to: endInSource(content.map, to) };
      this.preambles.push({ ...place, tex: ownCopy(content.text.slice(from, to)) });
    }
    if (spans.length === 0) return;
    const { from, to } = trimmed(content.text, 0, content.text.length);
    const sole = spans.length === 1 && spans[0]?.outerFrom === from && spans[0].outerTo === to;
    const display = sole && spans[0]?.delimiter !== '$' && spans[0]?.delimiter !== '\\(';
    const block: BlockPart = {
      kind: display ? 'display' : kind,
      from: (lines[0] ?? 0) - this.base,
      to: (lines.at(-1) ?? 0) - this.base,
    };
    for (const [i, span] of spans.entries()) {
      this.add(formulaOf(content, span, { block, cell: null }));
      if (i % FORMULAS === FORMULAS - 1) yield null;
    }
  }

  private addFence(fence: OpenBlock & { kind: 'fence' }, end: number): void {
    if (fence.start.maths && fence.lines.length > 0) this.unread.push(this.fenceFormula(fence, end));
  }

  private *fenceFormula(fence: OpenBlock & { kind: 'fence' }, end: number): Steps<void> {
    yield null;
    const content = contentOf(this.text, fence.lines, this.base);
    const block: BlockPart = { kind: 'display', from: fence.from - this.base, to: end - this.base };
    const span = { outerFrom: 0, from: 0, to: content.text.length, outerTo: content.text.length };
    const formula = formulaOf(content, { ...span, delimiter: 'math' }, { block, cell: null });
    if (formula) this.add({ ...formula, outerFrom: block.from, outerTo: block.to });
  }

  private add(formula: FormulaPart | null): void {
    if (formula) this.formulas.push(formula);
  }
}

/** Where the number signs begin that close a heading, with the spaces before them; the end where none do. */
function closingMarks(text: string): number {
  const end = runStart(text, /[ \t]/);
  const marks = runStart(text, /#/, end);
  const start = runStart(text, /[ \t]/, marks);
  return start < marks && marks < end ? start : text.length;
}

/** `[label]: address`, which shows nothing. */
function isLinkDefinition(cursor: LineCursor): boolean {
  if (cursor.code !== 0x5b) return false;
  const [, address = '', after = ''] =
    /^\[[^\]^][^\]]{0,200}\]:[ \t]*(\S+)[ \t]*(.?)/.exec(cursor.rest) ?? [];
  return /[/.#:@]/.test(address) && /^["'(]?$/.test(after);
}
