/** The text of a block without what its containers put before each line, and formulas in it. */
import { contiguous, part, Stripped, toSource, type OffsetMap } from '../offsetMap.js';
import { ownCopy, type BlockPart, type CellPart, type FormulaPart } from '../segment.js';
import type { InlineSpan } from './inline.js';

/** Stripped text with its map to the file, counted from a segment's start. */
export interface Content {
  readonly text: string;
  readonly map: OffsetMap;
}

/** Lines as pairs of file offsets, from and to, in one flat list. */
export type LineRanges = readonly number[];

/** Joins lines by \n; `base` is the segment's start. */
export function contentOf(text: string, lines: LineRanges, base: number): Content {
  const from = lines[0] ?? base;
  if (isUnbroken(text, lines)) return { text: text.slice(from, lines.at(-1)), map: contiguous(from - base) };
  const stripped = new Stripped();
  for (let i = 0; i < lines.length; i += 2) {
    const start = lines[i] ?? from;
    const end = lines[i + 1] ?? start;
    stripped.add(text.slice(start, end), start - base);
    if (i + 2 < lines.length) stripped.add('\n', end - base);
  }
  return stripped.finish();
}

/** Do the lines lie side by side with nothing but a \n between? */
function isUnbroken(text: string, lines: LineRanges): boolean {
  for (let i = 1; i + 1 < lines.length; i += 2) {
    const end = lines[i] ?? 0;
    if (lines[i + 1] !== end + 1 || text.charCodeAt(end) !== 10) return false;
  }
  return true;
}

export interface ContentHolder {
  readonly block: BlockPart;
  readonly cell: CellPart | null;
}

/** The formula of a span, or null where there is nothing but white space. In cells `\|` stands for a bar. */
export function formulaOf(content: Content, span: InlineSpan, holder: ContentHolder): FormulaPart | null {
  const { from, to } = trimmed(content.text, span.from, span.to);
  if (from === to) return null;
  const { tex, map } = texOf(content, from, to, holder.cell !== null);
  return {
    from: toSource(content.map, from),
    to: endInSource(content.map, to),
    outerFrom: toSource(content.map, span.outerFrom),
    outerTo: endInSource(content.map, span.outerTo),
    delimiter: span.delimiter,
    display: span.delimiter !== '$' && span.delimiter !== '\\(',
    tex,
    map,
    ...holder,
  };
}

export function trimmed(
  text: string,
  from: number,
  to: number,
): { readonly from: number; readonly to: number } {
  let start = from;
  let end = to;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { from: start, to: end };
}

/** The source offset after the character before `offset`: what is stripped after it stays outside. */
export const endInSource = (map: OffsetMap, offset: number): number => toSource(map, offset - 1) + 1;

const isBlank = (code: number): boolean => code === 32 || (code >= 9 && code <= 13) || code === 0xa0;

function texOf(
  content: Content,
  from: number,
  to: number,
  inCell: boolean,
): { tex: string; map: OffsetMap | null } {
  const tex = content.text.slice(from, to);
  const map = content.map.content.length === 1 ? null : part(content.map, from, to, 0);
  if (inCell && tex.includes('\\|')) return withBars(tex, map ?? part(content.map, from, to, 0));
  return { tex: ownCopy(tex), map: map && map.content.length > 1 ? map : null };
}

function withBars(escaped: string, map: OffsetMap): { tex: string; map: OffsetMap } {
  const content: number[] = [];
  const source: number[] = [];
  let tex = '';
  const add = (piece: string, at: number): void => {
    const run = part(map, at, Math.max(at + 1, at + piece.length), 0);
    for (const [i, offset] of run.content.entries()) {
      content.push(tex.length + offset);
      source.push(run.source[i] ?? 0);
    }
    tex += piece;
  };
  let at = 0;
  for (let bar = escaped.indexOf('\\|'); bar >= 0; bar = escaped.indexOf('\\|', at)) {
    if (bar > at) add(escaped.slice(at, bar), at);
    // The bar stands for both characters: its place is the backslash's, the next run begins after it.
    add('|', bar);
    at = bar + 2;
  }
  if (at < escaped.length) add(escaped.slice(at), at);
  return { tex: ownCopy(tex), map: { content, source } };
}
