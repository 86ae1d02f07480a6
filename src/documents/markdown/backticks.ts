import { runLength } from './characters.js';
import { countUpTo } from '../../text/ascending.js';

/** Where code spans end: runs of backticks by their length, found in one pass. */
export class Backticks {
  private readonly runs = new Map<number, number[]>();

  constructor(text: string, from = 0, to = text.length) {
    for (let at = from; at < to; at++) {
      if (text.charCodeAt(at) !== 0x60) continue;
      const length = runLength(text, at, 0x60, to);
      const known = this.runs.get(length);
      if (known) known.push(at);
      else this.runs.set(length, [at]);
      at += length - 1;
    }
  }

  /** The offset after the code span that a run of `length` at `offset` opens; -1 where it opens none. */
  endOfSpan(offset: number, length: number): number {
    const starts = this.runs.get(length) ?? [];
    const close = starts[countUpTo(starts, offset)];
    return close === undefined ? -1 : close + length;
  }
}
