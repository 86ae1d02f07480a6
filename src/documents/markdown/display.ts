/** Displays over several lines: where one that stays open at a line's end is closed, blank lines or not. */
import { environmentAt } from '../environments.js';
import type { Meter } from '../segment.js';
import { Backticks } from './backticks.js';
import { blockStart, matchContainers, type Container } from './blockStarts.js';
import { isEscaped, runLength } from './characters.js';
import { isProseLine } from './judge.js';
import { LineCursor, lineAt, type Line } from './line.js';

/** What closes the display that is open at the end of [from, to), or null when none is. */
export function openDisplay(text: string, from: number, to: number): string | null {
  let open: string | null = null;
  let backticks: Backticks | null = null;
  const first = from + text.slice(from, to).search(/\S|$/);
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x24) {
      const run = runLength(text, at, 0x24, to);
      if (run === 2 || (run === 3 && open === '$$')) open = open === '$$' ? null : (open ?? '$$');
      at += run - 1;
    } else if (code === 0x5c) {
      open = afterBackslash(text, at, at === first, open);
      at++;
    } else if (code === 0x60 && open === null) {
      backticks ??= new Backticks(text, from, to);
      const run = runLength(text, at, 0x60, to);
      at = Math.max(at + run, backticks.endOfSpan(at, run)) - 1;
    }
  }
  return open;
}

/** A bracket or an environment opens a display that goes on only where it begins its line. */
function afterBackslash(text: string, at: number, first: boolean, open: string | null): string | null {
  if (open === null && first) {
    return text.charAt(at + 1) === '[' ? '\\]' : (environmentAt(text, at)?.end ?? null);
  }
  return open !== null && text.startsWith(open, at) ? null : open;
}

export interface Closing {
  /** The line it stands on, and the offset after it. */
  readonly line: Line;
  readonly to: number;
}

export interface DisplaySearch {
  readonly found: Closing | null;
  /** How far the search looked. */
  readonly reach: number;
}

/**
 * Seeks the closing token from the line start `from` on. A heading, fence, rule, comment or the end of the
 * containers ends the search; so does, after a blank line, a line of prose: the display was never closed, and
 * must not swallow the text up to the next one.
 */
export function findClosing(
  text: string,
  token: string,
  from: number,
  containers: readonly Container[],
  meter: Meter,
): DisplaySearch {
  let blank = false;
  for (let at = from; at < text.length;) {
    const line = lineAt(text, at);
    meter.work += line.next - line.from;
    const cursor = new LineCursor(text, line);
    const within = matchContainers(cursor, containers, containers.length) === containers.length;
    if (cursor.blank) {
      if (!within) return { found: null, reach: line.next };
      blank = true;
    } else {
      const close = tokenIn(text, token, cursor.first, line.to);
      if (endsSearch(cursor, within, blank, token, close)) return { found: null, reach: line.next };
      if (close >= 0) return { found: { line, to: close + token.length }, reach: line.next };
    }
    at = line.next;
  }
  return { found: null, reach: text.length };
}

function endsSearch(
  cursor: LineCursor,
  within: boolean,
  blank: boolean,
  token: string,
  close: number,
): boolean {
  const start = blockStart(cursor);
  if (!within && (blank || (start !== null && close !== cursor.first))) return true;
  if (start && start.kind !== 'quote' && start.kind !== 'item') return true;
  if (opensAnother(cursor, token)) return true;
  if (!blank) return false;
  const before = cursor.text.slice(cursor.first, close < 0 ? cursor.line.to : close);
  return isProseLine(before) || (token === '$$' && close >= 0 && opensAndCloses(cursor, close));
}

/** The same bracket or environment does not stand inside itself: the first one was never closed. */
function opensAnother(cursor: LineCursor, token: string): boolean {
  if (cursor.code !== 0x5c) return false;
  const { text, first } = cursor;
  return token === '\\]' ? text.startsWith('\\[', first) : environmentAt(text, first)?.end === token;
}

/** After a blank line, `$$ … $$` on one line is a display of its own. */
function opensAndCloses(cursor: LineCursor, first: number): boolean {
  return tokenIn(cursor.text, '$$', first + 2, cursor.line.to) >= 0 && first === cursor.first;
}

function tokenIn(text: string, token: string, from: number, to: number): number {
  const line = text.slice(from, to);
  let at = line.indexOf(token);
  while (at > 0 && isEscaped(line, at, 0)) at = line.indexOf(token, at + 1);
  return at < 0 ? -1 : from + at;
}
