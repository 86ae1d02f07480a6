/** Words within comments of code: they may neither end the comment nor begin a line of their own. */

/** A doc comment of those lines; none for none. */
export const docComment = (lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['/**', ...lines.map((l) => ` * ${inBlockComment(l)}`), ' */'];

/** A piece of code between backticks, as many as it takes. */
export function inBackticks(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const marks = '`'.repeat(longest + 1);
  const space = longest > 0 ? ' ' : '';
  return marks + space + text + space + marks;
}

/**
 * One line of a block comment. What would end the comment or the line is taken apart or becomes a space; so is what
 * is not seen, as marks of direction are.
 */
export const inBlockComment = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ').replaceAll('*/', '* /');
