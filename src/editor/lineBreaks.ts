/** Breaks a long sum over lines, for a hover that does not scroll sideways. */

/** More terms than these are left on one line: measuring them would take longer than a hover may. */
const MOST_TERMS = 40;

/**
 * The terms of a sum put on as few lines as the width allows, each line after the first beginning with its sign.
 * Joined, the lines are the sum again. A term that is too wide by itself has a line of its own.
 */
export function brokenSum(tex: string, width: number, measure: (tex: string) => number): readonly string[] {
  const terms = termsOf(tex);
  if (terms.length > MOST_TERMS || measure(tex) <= width) return [tex];
  const lines: string[] = [];
  let [line, filled] = ['', 0];
  for (const term of terms) {
    const wide = measure(term);
    if (line !== '' && filled + wide > width) {
      lines.push(line);
      [line, filled] = ['', 0];
    }
    line += term;
    filled += wide;
  }
  return [...lines, line];
}

/** The terms of a sum in TeX, each with the sign before it; what is inside brackets of any kind stays together. */
export function termsOf(tex: string): readonly string[] {
  const terms: string[] = [];
  let [start, depth, previous] = [0, 0, ''];
  for (const { 0: token, index } of tex.matchAll(TOKEN)) {
    if (OPENING.test(token)) depth++;
    else if (CLOSING.test(token)) depth--;
    else if (depth === 0 && /^[+-]$/.test(token) && isOperand(previous)) {
      terms.push(tex.slice(start, index));
      start = index;
    }
    previous = token;
  }
  return [...terms, tex.slice(start)];
}

const TOKEN = /\\(?:[a-zA-Z]+\s*|[^])|[^\s]/g;
const OPENING = /^(?:[{([]|\\(?:left|begin)\s*)$/;
const CLOSING = /^(?:[})\]]|\\(?:right|end)\s*)$/;

/** Whether a sign after this token joins two terms; after nothing, an operator or a relation it belongs to its number. */
const isOperand = (token: string): boolean =>
  token !== '' && !/^(?:[-+=<>^_,&]|\\(?:cdot|times|pm|mp|\\)\s*)$/.test(token);
