/** Jupyter notebooks as files: the Markdown cells of the JSON, each read alone. */
import { scanEmbedded, type Embedded, type SegmentParts } from './embed.js';
import { scanMarkdown } from './markdown/markdown.js';
import { Stripped } from './offsetMap.js';
import type { Steps } from '../steps.js';
import { segment, type Meter, type Segment } from './segment.js';

/** Reads a whole file; of one that is no proper JSON, the cells before the fault. */
export function* scanNotebook(text: string, from: number, meter: Meter): Steps<Segment> {
  meter.work += text.length - from;
  const parts: SegmentParts = { formulas: [], headings: [], preambles: [], marks: [] };
  for (const cell of yield* markdownCells(text.slice(from)))
    yield* scanEmbedded(cell, scanMarkdown, meter, parts);
  return segment(text, { from, to: text.length, reach: text.length, ...parts });
}

function nextMark(text: string, from: number): number {
  MARK.lastIndex = from;
  return MARK.exec(text)?.index ?? -1;
}

/** The Markdown cells' sources, with their maps to the raw file. */
function markdownCells(text: string): Steps<readonly Embedded[]> {
  return new CellReader(text).read();
}

const MARK = /[{}[\],:"]/g;

/** The end of the string that begins at the quote; −1 where it has none. Passes over megabytes of a picture at once. */
function endOfString(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return at + 1;
  }
  return -1;
}

interface Level {
  readonly bracket: string;
  key: string;
}
/** Nothing deeper belongs to a cell's source: all of it shares one level, however much a notebook's outputs nest. */
const DEEPEST = 5;

/** Walks the JSON's brackets and strings; what it keeps is the cell it is in. */
class CellReader {
  private readonly cells: Embedded[] = [];
  /** The keys and brackets that lead to here: "cells" "[" "{" "source" "[". */
  private readonly path: Level[] = [];
  private readonly deep: Level = { bracket: '', key: '' };
  private source: Stripped | null = null;
  private kind = '';
  private key: string | null = null;

  constructor(private readonly text: string) {}

  *read(): Steps<readonly Embedded[]> {
    const { text } = this;
    let tokens = 0;
    for (let at = nextMark(text, 0); at >= 0;) {
      if (++tokens % TOKENS === 0) yield null;
      const end = text[at] === '"' ? endOfString(text, at) : at + 1;
      if (end < 0) break;
      this.take(text.slice(at, end), at);
      at = nextMark(text, end);
    }
    return this.cells;
  }

  private take(token: string, at: number): void {
    const top = this.path.at(-1);
    if (token === '{' || token === '[') this.enter(token);
    else if (token === '}' || token === ']') this.leave();
    else if (token === ',') this.key = null;
    else if (token === ':') {
      if (top) top.key = this.key ?? '';
    } else if (top?.bracket === '{' && this.key === null) this.key = token.slice(1, -1);
    else this.value(token, at);
  }

  private enter(bracket: string): void {
    this.path.push(this.path.length < DEEPEST ? { bracket, key: '' } : this.deep);
    this.key = null;
    if (this.inCell(bracket, 3)) {
      this.source = new Stripped();
      this.kind = '';
    }
  }

  private leave(): void {
    if (this.source && this.inCell('{', 3)) {
      if (this.kind === 'markdown')
        this.cells.push({ ...this.source.finish(), width: (offset) => this.width(offset) });
      this.source = null;
    }
    this.path.pop();
    this.key = this.path.at(-1)?.key ?? null;
  }

  private value(token: string, at: number): void {
    const depth = this.path.length;
    const key = this.path[2]?.key;
    if (!this.source || (depth !== 3 && !(depth === 4 && this.path[3]?.bracket === '['))) return;
    if (key === 'cell_type' && depth === 3) this.kind = token.slice(1, -1);
    if (key === 'source') addUnescaped(this.source, token, at);
  }

  private width(offset: number): number {
    if (this.text.charAt(offset) !== '\\') return 1;
    return this.text.charAt(offset + 1) === 'u' ? 6 : 2;
  }

  /** Is the innermost bracket an object in the list "cells" of the outermost one? */
  private inCell(bracket: string, depth: number): boolean {
    const [outer, list] = this.path;
    return this.path.length === depth && bracket === '{' && outer?.key === 'cells' && list?.bracket === '[';
  }
}

/** Brackets and strings read between two pauses. */
const TOKENS = 1_000;

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Adds the characters that a JSON string, quotes included, stands for. */
function addUnescaped(into: Stripped, token: string, at: number): void {
  const piece = /\\u[0-9a-fA-F]{4}|\\[^]|[^\\]+/g;
  for (const { 0: written, index } of token.slice(1, -1).matchAll(piece)) {
    into.add(unescaped(written), at + 1 + index);
  }
}

function unescaped(written: string): string {
  if (!written.startsWith('\\')) return written;
  if (written.length === 6) return String.fromCharCode(Number.parseInt(written.slice(2), 16));
  const letter = written.charAt(1);
  return ESCAPED[letter] ?? letter;
}
