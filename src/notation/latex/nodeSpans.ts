import { spaceEnd } from '../../text/runs.js';
import type { Span } from '../notation.js';
import type { Loc } from './katexTree.js';

/**
 * Where the nodes of KaTeX's tree stand in the source. A node's own location counts only where its lexer read the
 * source itself; every other place is found by walking the source along with the tree, which comes in reading order.
 */
export class NodeSpans {
  /** The source is accounted for up to here. */
  position = 0;
  constructor(
    readonly text: string,
    /** The names of macros that the text may use besides KaTeX's own. */
    private readonly macros: ReadonlySet<string>,
  ) {}

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

  /**
   * The place of a symbol without a location of its own, which is written as `expected` or comes from a macro. A macro
   * stands for its first symbol; the others have no width.
   */
  leaf(expected: string | null = null): Span {
    const from = Math.min(this.start, this.text.length);
    const token = this.text.slice(from, this.match(/\\[a-zA-Z@]+|\\[^]|[^\\]/y, from));
    if (expected === null || token === expected || this.macros.has(token))
      return this.taken(from, token.length);
    const ahead = /^\\[a-zA-Z]/.test(expected) ? this.ahead(expected) : -1;
    if (ahead >= 0) return this.taken(ahead, expected.length);
    if (isSpelling(token, expected)) return this.taken(from, token.length);
    return { from: this.position, to: this.position };
  }
  private taken(from: number, length: number): Span {
    this.position = from + length;
    return { from, to: this.position };
  }
  /** Where the command stands a little further on; −1 where it does not. */
  private ahead(command: string): number {
    const near = this.text.slice(this.position, this.position + LITTLE_FURTHER);
    const found = [...near.matchAll(/\\[a-zA-Z]+/g)].find(([written]) => written === command);
    return found ? this.position + found.index : -1;
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
      const next = spaceEnd(this.text, to);
      if (this.text[next] !== '}') break;
      to = next + 1;
    }
    return to;
  }

  private match(pattern: RegExp, at: number): number {
    pattern.lastIndex = at;
    return pattern.test(this.text) ? pattern.lastIndex : at;
  }
}

/** Whether the text may write the symbol that way: ' for \\prime, ² for 2, \\cdots for what KaTeX makes of it. */
function isSpelling(token: string, expected: string): boolean {
  if (expected === '\\prime') return token === "'" || token === '′';
  if (expected.includes('dots')) return token.includes('dots');
  return token > '\x7f' || (/^[<>=]$/.test(expected) && /^\\[a-z]+$/.test(token) && token.length <= 3);
}

/** What a macro skips is short: further on the same command is another one. */
const LITTLE_FURTHER = 80;
