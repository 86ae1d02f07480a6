/** Limits before KaTeX is asked: it recurses on nesting. */
import type { Problem } from '../notation.js';

/** Longer formulas than any page holds. */
const MAX_LENGTH = 20_000;
/** Brackets, braces and environments inside each other. */
export const MAX_NESTING = 150;
/** Of KaTeX's macros, which do not recurse; and of those that spell a character's code out. */
const MAX_EXPANSIONS = 20_000;
const MAX_CODES = 100;

/** Why the text is not even tried, or null. Linear in its length. */
export function tooLarge(text: string): Problem | null {
  if (text.length > MAX_LENGTH) {
    return limit(text, `The formula is longer than ${String(MAX_LENGTH)} characters.`);
  }
  if (nesting(text) > MAX_NESTING) return limit(text, 'The formula is nested too deeply to read.');
  const command = /\\futurelet(?![a-zA-Z])/.exec(text);
  if (command) return unsupported(command[0], command.index);
  return null;
}

/** How many expansions of KaTeX's own macros to allow. */
export const expansions = (text: string): number => (SPELLS_CODES.test(text) ? MAX_CODES : MAX_EXPANSIONS);

const SPELLS_CODES = /\\char(?![a-zA-Z])/;
const limit = (text: string, message: string): Problem => ({
  code: 'limit',
  message,
  from: 0,
  to: text.length,
});

const unsupported = (command: string, from: number): Problem => ({
  code: 'unsupported',
  message: `The command ${command} is not supported.`,
  from,
  to: from + command.length,
});

function nesting(text: string): number {
  let depth = 0;
  let most = 0;
  for (let i = 0; i < text.length; i++) {
    const step = nestingStep(text, i);
    depth += step;
    if (depth > most) most = depth;
    if (text[i] === '\\') i++;
  }
  return most;
}
function nestingStep(text: string, i: number): number {
  const c = text[i];
  if (c === '{' || c === '(' || c === '[') return 1;
  if (c === '}' || c === ')' || c === ']') return -1;
  if (c !== '\\') return 0;
  if (text.startsWith('\\left', i) || text.startsWith('\\begin', i) || text[i + 1] === '{') return 1;
  if (text.startsWith('\\right', i) || text.startsWith('\\end', i) || text[i + 1] === '}') return -1;
  return 0;
}
