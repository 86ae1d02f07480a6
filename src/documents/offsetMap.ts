/**
 * Where the characters of a stripped text stand in its source: runs of characters that lie side by side in both.
 * Run i begins at `content[i]` of the stripped text and at `source[i]` of the source; both ascend.
 */
import { countUpTo } from '../text/ascending.js';

export interface OffsetMap {
  readonly content: readonly number[];
  readonly source: readonly number[];
}

export const contiguous = (source: number): OffsetMap => ({ content: [0], source: [source] });

/** The source offset of a character of the stripped text; monotone. */
export function toSource(map: OffsetMap, offset: number): number {
  const i = runAt(map.content, offset);
  return (map.source[i] ?? 0) + offset - (map.content[i] ?? 0);
}

/** The stripped offset of a source offset; that of the next run's start for characters which were stripped. */
export function toContent(map: OffsetMap, offset: number): number {
  const i = runAt(map.source, offset);
  const plain = (map.content[i] ?? 0) + Math.max(0, offset - (map.source[i] ?? 0));
  return Math.min(plain, map.content[i + 1] ?? plain);
}

/** The map of the part [from, to) of the stripped text, counted from its start; sources are moved by `shift`. */
export function part(map: OffsetMap, from: number, to: number, shift: number): OffsetMap {
  const content = [0];
  const source = [toSource(map, from) + shift];
  for (let i = runAt(map.content, from) + 1; (map.content[i] ?? to) < to; i++) {
    content.push((map.content[i] ?? 0) - from);
    source.push((map.source[i] ?? 0) + shift);
  }
  return { content, source };
}

/** From the stripped text of a stripped text to the outermost source. */
export function compose(inner: OffsetMap, outer: OffsetMap, length: number): OffsetMap {
  const content: number[] = [];
  const source: number[] = [];
  for (let i = 0; i < inner.content.length; i++) {
    const from = inner.content[i] ?? 0;
    const middle = inner.source[i] ?? 0;
    const run = part(outer, middle, middle + (inner.content[i + 1] ?? length) - from, 0);
    for (const [j, at] of run.content.entries()) {
      content.push(from + at);
      source.push(run.source[j] ?? 0);
    }
  }
  return { content, source };
}

/** The index of the last start that is at most `offset`; 0 when there is none. */
export function runAt(starts: ArrayLike<number>, offset: number): number {
  return Math.max(0, countUpTo(starts, offset) - 1);
}

/** The text with \n for \r\n; the map is null where nothing was stripped. `source` is the text's own place. */
export function withPlainLineEnds(
  text: string,
  source: number,
): { readonly text: string; readonly map: OffsetMap | null } {
  if (!text.includes('\r')) return { text, map: null };
  const stripped = new Stripped();
  let from = 0;
  for (const line of text.split(/(?<!\r)\r*\n/)) {
    if (from > 0) stripped.add('\n', source + text.indexOf('\n', from - 1));
    from = from > 0 ? text.indexOf('\n', from - 1) + 1 : 0;
    stripped.add(line, source + from);
    from += line.length + 1;
  }
  return stripped.finish();
}

/** A stripped text under construction, with its map. */
export class Stripped {
  private readonly pieces: string[] = [];
  private readonly content: number[] = [];
  private readonly source: number[] = [];
  private length = 0;

  /** Adds characters that stand at `source` of the source, or are spelled there with more characters. */
  add(piece: string, source: number): void {
    if (piece === '') return;
    if (!this.continues(source)) {
      this.content.push(this.length);
      this.source.push(source);
    }
    this.pieces.push(piece);
    this.length += piece.length;
  }

  finish(): { readonly text: string; readonly map: OffsetMap } {
    const map = { content: this.content, source: this.source };
    return { text: this.pieces.join(''), map: this.content.length ? map : contiguous(0) };
  }

  private continues(source: number): boolean {
    const last = this.content.length - 1;
    return last >= 0 && (this.source[last] ?? 0) + this.length - (this.content[last] ?? 0) === source;
  }
}
