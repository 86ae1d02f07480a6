/** Lines and columns of a text that no editor has open. Knows nothing of VS Code. */
import { countUpTo } from '../text/ascending.js';

export class LineStarts {
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((match) => match.index + match[0].length)];
  }

  /** Line and column of an offset, both counted from 0. */
  at(offset: number): { readonly line: number; readonly column: number } {
    const line = Math.max(0, countUpTo(this.#starts, offset) - 1);
    return { line, column: offset - (this.#starts[line] ?? 0) };
  }
}
