/** The expanded text, and where each part of it comes from. */
import type { Span } from '../../notation.js';
import { isWord, type Token } from './token.js';
import { countWhile } from '../../../text/ascending.js';

/** A part of the expanded text from `at` on: the author's own characters, or what a use stands for. */
interface Run {
  readonly at: number;
  readonly from: number;
  to: number;
  /** The macro used; null for the author's own characters, which lie side by side in both texts. */
  readonly macro: string | null;
}

export class Output {
  private readonly pieces: string[] = [];
  private readonly runs: Run[] = [];
  private length = 0;
  private word = false;

  add({ text, from, to, use }: Token): void {
    // A letter behind a command's name would go on with it.
    if (this.word && /^[a-zA-Z@]/.test(text)) this.write(' ');
    this.run({ at: this.length, from, to, macro: use?.written ?? null });
    this.write(text);
    this.word = isWord(text);
  }

  get text(): string {
    return this.pieces.join('');
  }

  /** The place in the author's text of a place in the expanded one; for a part of an expansion that of the use. */
  place({ from, to }: Span): Span {
    if (to <= from) return this.point(from);
    let [start, end] = [Infinity, 0];
    for (let k = this.runAt(from); (this.runs[k]?.at ?? to) < to; k++) {
      const run = this.runs[k];
      if (!run) break;
      const own = run.macro === null;
      const next = this.runs[k + 1]?.at ?? this.length;
      start = Math.min(start, own ? Math.min(run.from + Math.max(0, from - run.at), run.to) : run.from);
      end = Math.max(end, own ? Math.min(run.from + Math.min(to, next) - run.at, run.to) : run.to);
    }
    return start <= end ? { from: start, to: end } : this.point(from);
  }

  /** The macro whose expansion stands there; null for the author's own characters. */
  macroAt({ from }: Span): string | null {
    return this.runs[this.runAt(from)]?.macro ?? null;
  }

  private write(text: string): void {
    this.pieces.push(text);
    this.length += text.length;
  }

  private point(offset: number): Span {
    const run = this.runs[this.runAt(offset)];
    if (!run) return { from: 0, to: 0 };
    const at = run.macro === null ? Math.min(run.from + offset - run.at, run.to) : run.from;
    return { from: at, to: at };
  }

  private run(next: Run): void {
    const last = this.runs.at(-1);
    if (last && last.macro === next.macro && isGoneOnBy(last, next)) last.to = Math.max(last.to, next.to);
    else this.runs.push(next);
  }

  /** The index of the last run that begins at or before the offset. */
  private runAt(offset: number): number {
    return Math.max(0, countWhile(this.runs.length, (i) => (this.runs[i]?.at ?? 0) <= offset) - 1);
  }
}

const isGoneOnBy = (last: Run, next: Run): boolean =>
  next.macro === null ? last.to === next.from : last.from === next.from;
