/** TeX as it may stand at a place of a file: it may end neither its formula, nor its line, nor the comment around it. */

export interface TexPlace {
  /** The delimiters of the formula that it is written into. */
  readonly opening: string;
  readonly closing: string;
  readonly inTable: boolean;
}

/** The text that says the TeX there; null where nothing does. */
export function texInPlace(tex: string, { opening, closing, inTable }: TexPlace): string | null {
  const line = inOneLine(tex);
  if (hasOtherWords(tex, line)) return null;
  if (!isWhole(line) || endsFormula(line, opening.trim(), closing.trim())) return null;
  return inTable ? escapedInCell(line) : line;
}

/** Words of an answer on one line of a file; what would end a comment of HTML or of code is taken apart. */
export const inOneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll('-->', '-- >')
    .replaceAll('<!--', '<! --')
    .replaceAll('*/', '* /');

/** Whether words of the formula are others on one line: what is a space between signs is a sign of a name. */
const hasOtherWords = (tex: string, line: string): boolean => tex !== line && wordsOf(tex) !== wordsOf(line);
const wordsOf = (tex: string): string =>
  Array.from(tex.matchAll(/\\(?:text[a-z]*|mbox)\s*\{([^{}]*)\}/g), ([, words]) => words?.trim()).join('\n');

/** Whether groups are closed and nothing unescaped ends the formula or hides the rest of its line. */
function isWhole(tex: string): boolean {
  let depth = 0;
  for (const [token] of tex.matchAll(/\\[^]|[{}$%`]|\\$/g)) {
    // A backtick may begin a span of code, which goes before formulas.
    if (token.length === 1 && '$%`\\'.includes(token)) return false;
    if (token === '{') depth++;
    if (token === '}' && --depth < 0) return false;
  }
  return depth === 0;
}

function endsFormula(tex: string, opening: string, closing: string): boolean {
  if (/^(?:`{3}|~{3})/.test(opening)) return /`{3}|~{3}/.test(tex);
  return closing !== '' && !/^\$/.test(closing) && tokensOf(tex).includes(closing);
}
/** Commands with their first group: `\)`, `\end{align}`. */
const tokensOf = (tex: string): readonly string[] =>
  [...tex.matchAll(/\\(?:[a-zA-Z]+(?:\{[^{}]*\})?|[^])/g)].map(([token]) => token);

/** In a table's cell a bar ends the cell unless it is escaped; \| would then be read as one bar. */
export function escapedInCell(tex: string): string {
  return tex.replace(/\\\|/g, '\\Vert ').replace(/\|/g, '\\|');
}
