/** TeX as a row of tokens, every character of it kept. */

export interface Token {
  readonly kind: 'command' | 'open' | 'close' | 'space' | 'character';
  readonly text: string;
  /** Its place in the text that was read; that of the macro's use for a token which the use stands for. */
  readonly from: number;
  readonly to: number;
  /** The use that it comes from; null where the author wrote it. */
  readonly use: MacroUse | null;
  /** Means what it meant when \let kept it, whatever is defined since. */
  readonly frozen?: true;
}

/** A macro that was used, with its arguments: from..to is the place of the outermost one around it. */
export interface MacroUse {
  /** The macro, to be told from others by identity alone. */
  readonly macro: object;
  readonly from: number;
  readonly to: number;
  readonly outer: MacroUse | null;
  /** The name of the outermost one, which the author wrote. */
  readonly written: string;
}

// Comments count as spaces: both separate, and both are passed before an argument.
const TOKEN =
  /\\verb\*?([^a-zA-Z\s*])[^\n]{0,200}?\1|\\[a-zA-Z@]+|\\[^]|%[^\n]*\n?|\s+|[\ud800-\udbff][\udc00-\udfff]|[^]/g;

export function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(TOKEN)].map(({ 0: token, index }) => ({
    kind: kindOf(token),
    text: token,
    from: index,
    to: index + token.length,
    use: null,
  }));
}

function kindOf(token: string): Token['kind'] {
  if (token === '{') return 'open';
  if (token === '}') return 'close';
  if (token.startsWith('\\') && token.length > 1) return 'command';
  return token.startsWith('%') || /^\s/.test(token) ? 'space' : 'character';
}

/** The tokens of a text that stands nowhere: a body from the settings. */
export const placeless = (text: string): readonly Token[] =>
  tokensOf(text).map((t) => ({ ...t, from: 0, to: 0 }));

/** A command such as \sin, whose name a letter behind it would go on. */
export const isWord = (token: string): boolean => /^\\[a-zA-Z@]/.test(token) && !token.startsWith('\\verb');

/** The text that reads as the tokens. */
export function textOf(tokens: readonly Token[]): string {
  let text = '';
  let word = false;
  for (const t of tokens) {
    text += word && /^[a-zA-Z@]/.test(t.text) ? ` ${t.text}` : t.text;
    word = isWord(t.text);
  }
  return text;
}
