/** Lines of a text, and a place in a line that knows its column. */

export interface Line {
  readonly from: number;
  /** Without the line break, \r\n or \n. */
  readonly to: number;
  /** The start of the next line, or the end of the text. */
  readonly next: number;
}

const TAB = 9;
const CARRIAGE_RETURN = 13;
const SPACE = 32;

export function lineAt(text: string, from: number): Line {
  const feed = text.indexOf('\n', from);
  const next = feed < 0 ? text.length : feed + 1;
  let to = feed < 0 ? text.length : feed;
  while (to > from && text.charCodeAt(to - 1) === CARRIAGE_RETURN) to--;
  return { from, to, next };
}

/** A place in a line; tabs reach to the next column that four divides, and may be passed in part. */
export class LineCursor {
  pos: number;
  private column = 0;
  /** The first character from `pos` on that is no space. */
  first = 0;
  private firstColumn = 0;

  constructor(
    readonly text: string,
    readonly line: Line,
  ) {
    this.pos = line.from;
    this.seek();
  }

  /** Columns of white space from here. */
  get indent(): number {
    return this.firstColumn - this.column;
  }
  get blank(): boolean {
    return this.first >= this.line.to;
  }
  /** The code of the first character that is no space; NaN on a blank line. */
  get code(): number {
    return this.blank ? NaN : this.text.charCodeAt(this.first);
  }
  /** The text from the first character on that is no space. */
  get rest(): string {
    return this.text.slice(this.first, this.line.to);
  }

  /** Passes white space of so many columns, or less where there is less. */
  passColumns(columns: number): void {
    let left = columns;
    while (left > 0 && this.pos < this.first) {
      const width = this.text.charCodeAt(this.pos) === TAB ? 4 - (this.column % 4) : 1;
      if (width <= left) this.pos++;
      this.column += Math.min(width, left);
      left -= width;
    }
  }

  /** Passes the white space and so many characters after it. */
  passMarker(length: number): void {
    this.pos = this.first + length;
    this.column = this.firstColumn + length;
    this.seek();
  }

  private seek(): void {
    this.first = this.pos;
    this.firstColumn = this.column;
    for (; this.first < this.line.to; this.first++) {
      const code = this.text.charCodeAt(this.first);
      if (code === TAB) this.firstColumn += 4 - (this.firstColumn % 4);
      else if (code === SPACE) this.firstColumn++;
      else return;
    }
  }
}
