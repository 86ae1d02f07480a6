/** YAML and TOML at the very start of a file. */

export interface FrontMatter {
  /** The offset after it: the start itself where there is none. */
  readonly end: number;
  /** How far the search for its end looked. */
  readonly reach: number;
}

/** Front matter from `start` on: `---` or `+++`, a line that is not blank, and the same mark again. */
export function frontMatter(text: string, start: number): FrontMatter {
  const opening = /(?:---|\+\+\+)[ \t]*\r?\n/y;
  opening.lastIndex = start;
  const mark = opening.exec(text)?.[0];
  if (!mark) return { end: start, reach: start };
  const from = start + mark.length;
  if (/^[ \t]*(?:\r?\n|$)/.test(text.slice(from, from + 200))) return { end: start, reach: from + 200 };
  const closing = mark.startsWith('-')
    ? /^(?:---|\.\.\.)[ \t]*\r?(?:\n|$(?![^]))/gm
    : /^\+\+\+[ \t]*\r?(?:\n|$(?![^]))/gm;
  closing.lastIndex = from;
  const found = closing.exec(text);
  if (!found) return { end: start, reach: text.length };
  const end = found.index + found[0].length;
  return { end, reach: end };
}
