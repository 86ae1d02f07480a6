/** The tokens still to be read: those of the text, and before them those that uses of macros have put back. */
import { isWord, type Token } from './token.js';

export class Input {
  /** The next token last. */
  private readonly pushed: Token[] = [];
  private at = 0;
  /** The text is read up to here, spaces at the end left out. */
  reached = 0;

  constructor(private readonly source: readonly Token[]) {}

  peek(): Token | undefined {
    return this.pushed.at(-1) ?? this.source[this.at];
  }

  next(): Token | undefined {
    const token = this.pushed.pop() ?? this.source[this.at++];
    if (token?.use === null && token.kind !== 'space') this.reached = Math.max(this.reached, token.to);
    return token;
  }

  push(tokens: readonly Token[]): void {
    for (let i = tokens.length - 1; i >= 0; i--) {
      const token = tokens[i];
      if (token) this.pushed.push(token);
    }
  }

  skipSpaces(): void {
    while (this.peek()?.kind === 'space') this.next();
  }

  /** Takes the next token where it is this one. */
  take(text: string): boolean {
    if (this.peek()?.text !== text) return false;
    this.next();
    return true;
  }

  /** One token, or what stands in braces; null where neither comes. */
  argument(): readonly Token[] | null {
    this.skipSpaces();
    const first = this.peek();
    if (!first || first.kind === 'close') return null;
    this.next();
    return first.kind === 'open' ? this.upToBrace() : [first];
  }

  /** What stands in brackets; null where none come next. */
  optional(): readonly Token[] | null {
    this.skipSpaces();
    if (!this.take('[')) return null;
    return this.upTo([']']);
  }

  /** The tokens up to these, outside of braces, which are taken as well; null where they do not come. */
  upTo(delimiter: readonly string[]): readonly Token[] | null {
    const found: Token[] = [];
    let depth = 0;
    for (let token = this.next(); token; token = this.next()) {
      found.push(token);
      if (depth === 0 && endsWith(found, delimiter)) return unbraced(found.slice(0, -delimiter.length));
      if (token.kind === 'open') depth++;
      if (token.kind === 'close' && --depth < 0) return null;
    }
    return null;
  }

  /** A command to be defined, in braces or without. */
  name(): string | null {
    const tokens = this.argument()?.filter((t) => t.kind !== 'space') ?? [];
    const [only] = tokens;
    if (!only || tokens.length > 1) return null;
    return only.kind === 'command' && (isWord(only.text) || only.text.length === 2) ? only.text : null;
  }

  private upToBrace(): readonly Token[] | null {
    const found: Token[] = [];
    let depth = 1;
    for (let token = this.next(); token; token = this.next()) {
      if (token.kind === 'open') depth++;
      if (token.kind === 'close' && --depth === 0) return found;
      found.push(token);
    }
    return null;
  }
}

const endsWith = (tokens: readonly Token[], delimiter: readonly string[]): boolean =>
  tokens.length >= delimiter.length &&
  delimiter.every((text, i) => tokens[tokens.length - delimiter.length + i]?.text === text);

/** The tokens without braces around all of them. */
function unbraced(tokens: readonly Token[]): readonly Token[] {
  if (tokens[0]?.kind !== 'open' || tokens.at(-1)?.kind !== 'close') return tokens;
  let depth = 0;
  for (const [i, { kind }] of tokens.entries()) {
    if (kind === 'open') depth++;
    if (kind === 'close' && --depth === 0 && i < tokens.length - 1) return tokens;
  }
  return tokens.slice(1, -1);
}
