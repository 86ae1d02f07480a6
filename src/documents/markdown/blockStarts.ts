/** What can begin at the start of a line, inside the containers that the line goes on. */
import type { LineCursor } from './line.js';

export type BlockStart =
  | { readonly kind: 'heading'; readonly level: number; readonly marker: number }
  | { readonly kind: 'fence'; readonly mark: string; readonly length: number; readonly maths: boolean }
  | { readonly kind: 'html'; readonly end: string }
  | { readonly kind: 'rule' }
  | { readonly kind: 'quote' }
  | { readonly kind: 'item'; readonly marker: number; readonly interrupts: boolean }
  | { readonly kind: 'footnote'; readonly marker: number };

/** An open quote or list item; an item's text stands `width` columns to the right of the item's own place. */
export type Container = { readonly kind: 'quote' } | { readonly kind: 'item'; readonly width: number };

/** Passes the marks of the containers that the line goes on; returns how many. */
export function matchContainers(cursor: LineCursor, containers: readonly Container[], depth: number): number {
  for (let i = 0; i < depth; i++) {
    const container = containers[i];
    if (!container || !passContainer(cursor, container)) return i;
  }
  return depth;
}

function passContainer(cursor: LineCursor, container: Container): boolean {
  if (container.kind === 'quote') return passQuoteMark(cursor);
  if (cursor.blank) return true;
  if (cursor.indent < container.width) return false;
  cursor.passColumns(container.width);
  return true;
}

export function passQuoteMark(cursor: LineCursor): boolean {
  if (cursor.indent > 3 || cursor.code !== 0x3e) return false;
  cursor.passMarker(1);
  cursor.passColumns(1);
  return true;
}

/** Passes the mark of a list item or footnote; returns the container it opens. */
export function passItemMark(
  cursor: LineCursor,
  start: BlockStart & { kind: 'item' | 'footnote' },
): Container {
  const indent = cursor.indent;
  cursor.passMarker(start.marker);
  if (start.kind === 'footnote') return { kind: 'item', width: 4 };
  // Five columns or more after the mark: one belongs to it, the rest makes indented code.
  const gap = cursor.blank || cursor.indent > 4 ? 1 : cursor.indent;
  cursor.passColumns(gap);
  return { kind: 'item', width: indent + start.marker + gap };
}

/** The construct that starts at the cursor, if any; null for text and for indented code. */
export function blockStart(cursor: LineCursor): BlockStart | null {
  if (cursor.blank || cursor.indent > 3) return null;
  switch (cursor.text.charAt(cursor.first)) {
    case '>':
      return { kind: 'quote' };
    case '#':
      return heading(cursor.rest);
    case '`':
    case '~':
      return fence(cursor.rest);
    case '-':
    case '*':
    case '_':
    case '+':
      return rule(cursor.rest) ?? item(cursor.rest);
    case '<':
      return html(cursor.rest);
    case '[':
      return footnote(cursor.rest);
    default:
      return isDigit(cursor.code) ? item(cursor.rest) : null;
  }
}

/** Does the line underline a heading? The level, or 0. */
export function underlineLevel(cursor: LineCursor): number {
  if (cursor.indent > 3) return 0;
  if (cursor.code === 0x3d) return /^=+[ \t]*$/.test(cursor.rest) ? 1 : 0;
  return cursor.code === 0x2d && /^-+[ \t]*$/.test(cursor.rest) ? 2 : 0;
}

export function closesFence(cursor: LineCursor, mark: string, length: number): boolean {
  if (cursor.indent > 3 || cursor.code !== mark.charCodeAt(0)) return false;
  const found = /^(`+|~+)[ \t]*$/.exec(cursor.rest);
  return (found?.[1]?.length ?? 0) >= length;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

function heading(rest: string): BlockStart | null {
  const marks = /^(#{1,6})(?:[ \t]|$)/.exec(rest)?.[1];
  return marks ? { kind: 'heading', level: marks.length, marker: marks.length } : null;
}

function fence(rest: string): BlockStart | null {
  const found = /^(`{3,}|~{3,})[ \t]*([^ \t]*)/.exec(rest);
  const mark = found?.[1];
  if (!mark || (mark.startsWith('`') && rest.includes('`', mark.length))) return null;
  return {
    kind: 'fence',
    mark: mark.charAt(0),
    length: mark.length,
    maths: found[2]?.toLowerCase() === 'math',
  };
}

const rule = (rest: string): BlockStart | null =>
  /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/.test(rest) ? { kind: 'rule' } : null;

function item(rest: string): BlockStart | null {
  const found = /^([-+*]|\d{1,9}[.)])(?:[ \t]+|$)/.exec(rest);
  const marker = found?.[1];
  if (!marker) return null;
  // A paragraph goes on over an empty item, and over a number in it that happens to stand at a line's start.
  const interrupts =
    found[0].length < rest.length && !(isDigit(marker.charCodeAt(0)) && !/^0*1[.)]/.test(marker));
  return { kind: 'item', marker: marker.length, interrupts };
}

function html(rest: string): BlockStart | null {
  if (rest.startsWith('<!--')) return rest.includes('-->') ? null : { kind: 'html', end: '-->' };
  const tag = /^<(script|pre|style|textarea)(?=[\s>]|$)/i.exec(rest)?.[1]?.toLowerCase();
  if (!tag || rest.toLowerCase().includes(`</${tag}`)) return null;
  return { kind: 'html', end: `</${tag}>` };
}

function footnote(rest: string): BlockStart | null {
  const marker = /^\[\^[^\]\s]{1,200}\]:/.exec(rest)?.[0];
  return marker ? { kind: 'footnote', marker: marker.length } : null;
}
