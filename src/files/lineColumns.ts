/** Places in a text as people count them: lines and columns from 1, ends exclusive. */
import { countUpTo } from '../text/ascending.js';

export interface LineSpan {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Lines and columns of offsets, by bisection. */
export class LineColumns {
  private readonly starts: readonly number[];

  constructor(text: string) {
    this.starts = lineStarts(text);
  }

  of(from: number, to: number): LineSpan {
    const [start, end] = [this.at(from), this.at(to)];
    return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
  }

  private at(offset: number): { readonly line: number; readonly column: number } {
    const line = Math.max(1, countUpTo(this.starts, offset));
    return { line, column: offset - (this.starts[line - 1] ?? 0) + 1 };
  }
}

/** Offsets at which lines begin, after \n, \r\n or \r; found without an object a line, as there may be millions. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === FEED || (c === RETURN && text.charCodeAt(at + 1) !== FEED)) starts.push(at + 1);
  }
  return starts;
}
const FEED = 10;
const RETURN = 13;
