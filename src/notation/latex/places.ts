import type { Span } from '../notation.js';
import type { Loc } from './katexTree.js';

/**
 * Where the nodes of KaTeX's tree stand in the source. A node's own location counts only where its lexer read the
 * source itself; every other place is found by walking the source along with the tree, which comes in reading order.
 */
export class Places {
  /** The source is accounted for up to here. */
  position = 0;
  constructor(readonly text: string) {}

  /** The location as a place, and the walk moved behind it; null where it belongs to a macro's body. */
  own(loc: Loc | null | undefined): Span | null {
    if (!loc || loc.lexer.input !== this.text || loc.end > this.text.length) return null;
    this.position = Math.max(this.position, loc.end);
    // KaTeX counts the spaces after a command in.
    let to = loc.end;
    while (to > loc.start && /\s/.test(this.text[to - 1] ?? '')) to--;
    return { from: loc.start, to: to > loc.start ? to : loc.end };
  }

  /** Where the next thing begins: behind spaces, comments, braces and cell separators. */
  get start(): number {
    return this.match(/(?:[\s{}&~]|%[^\n]*\n?|\\\\)*/y, this.position);
  }

  /** The place of the control sequence or character that stands next. */
  leaf(): Span {
    const from = Math.min(this.start, this.text.length);
    const to = this.match(/\\[a-zA-Z@]+|\\[^]|[^\\]/y, from);
    this.position = to;
    return { from, to };
  }

  /** Moves behind what the pattern (sticky) finds next, if it does. */
  pass(pattern: RegExp): boolean {
    const to = this.match(pattern, this.start);
    if (to === this.start) return false;
    this.position = to;
    return true;
  }

  /** From `from` to where the walk stands now, with the braces that it opened closed. */
  closing(from: number): Span {
    this.position = this.closeBraces(Math.min(from, this.position), this.position);
    return { from: Math.min(from, this.position), to: this.position };
  }

  private closeBraces(from: number, to: number): number {
    let open = 0;
    for (let i = from; i < to; i++) {
      const c = this.text[i];
      if (c === '\\') i++;
      else if (c === '{') open++;
      else if (c === '}' && open > 0) open--;
    }
    while (open-- > 0) {
      const next = this.match(/\s*\}/y, to);
      if (next === to) break;
      to = next;
    }
    return to;
  }

  private match(pattern: RegExp, at: number): number {
    pattern.lastIndex = at;
    return pattern.test(this.text) ? pattern.lastIndex : at;
  }
}
