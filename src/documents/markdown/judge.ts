/**
 * Is what stands between two delimiters maths? Dollars are also prices and shell variables, and brackets are
 * escaped in prose, so that the text between has a say. Every test is linear in that text.
 */

import { beginsDefinition } from '../definitions.js';

/** A formula with one dollar on each side: `open` and `close` are the offsets of the dollars. */
export function isInlineMaths(text: string, open: number, close: number): boolean {
  const content = text.slice(open + 1, close);
  const before = text.charAt(open - 1);
  const after = text.charAt(close + 1);
  if (/[0-9]/.test(after) || content.includes('`') || content.trim() === '' || !balanced(content))
    return false;
  if (/\n[ \t]*\n/.test(content)) return false;
  if (beginsDefinition(content)) return true;
  const spaced = [/^\s/.test(content), /\s$/.test(content)];
  if (spaced[0] && spaced[1]) return looksLikeMaths(content);
  if (spaced[0] || spaced[1]) return STRONG.test(content) && plainWords(content) === 0;
  return isTightMaths(content, before, after);
}

/** A formula with two dollars on each side; `alone` on its lines. */
export function isDisplayMaths(content: string, alone: boolean): boolean {
  if (content.trim() === '') return false;
  if (beginsDefinition(content)) return true;
  const words = plainWords(content);
  if (STRONG.test(content)) return words <= MANY_WORDS;
  if (WEAK.test(content)) return words <= 4;
  return alone || /^\S/.test(content) ? words < 2 : words < 1;
}

/** `\(…\)` and `\[…\]`, which are also escaped brackets; `alone` on its lines. */
export function isBracketMaths(content: string, bracket: '(' | '[', alone: boolean): boolean {
  if (content.trim() === '') return false;
  if (beginsDefinition(content)) return true;
  const words = plainWords(content);
  if (STRONG.test(content)) return words <= MANY_WORDS;
  if (WEAK.test(content)) return words <= 1;
  return words === 0 && (bracket === '(' || alone);
}

/** The content says by itself that it is maths: it has a command, a script, a relation, or is a mere `f(x)`. */
export function looksLikeMaths(content: string): boolean {
  const words = plainWords(content);
  if (STRONG.test(content)) return words <= 1;
  if (WEAK.test(content)) return words === 0;
  return SIMPLE.test(content.trim());
}

/** A line of words, such as stands between two displays and hardly inside one. */
export function isProseLine(line: string): boolean {
  if (/[\\^_=&{}]/.test(line)) return /`|(?:^|[^$\\])\$(?!\$)/.test(line) || plainWords(line) > 3;
  return /^(?:[-+*>]|\d{1,9}[.)]|[ \t])*(?:[_~][*_~]*)?\p{L}{2}/u.test(line);
}

/** A TeX command, escape, superscript or subscript. */
const STRONG = /\\[A-Za-z,;:!{}|\\]|[\^_]/;
const WEAK = /[=<>+*/|−·×÷±≤≥≈∂∇∫∑√∞]|[^\s]-|-[^\s]/;
/** A letter, a number, or a letter with primes and short arguments. */
const SIMPLE = /^(?:\d+(?:\.\d+)?|\p{L}'*(?:\([\p{L}\d,\s]{1,9}\))?)$/u;
const MANY_WORDS = 8;
const SHELL_NAME = /^[A-Z][A-Z0-9_]+(?=[^A-Za-z0-9_]|$)/;

function isTightMaths(content: string, before: string, after: string): boolean {
  if (content.startsWith('{') && !/\\[A-Za-z]/.test(content)) return false;
  if (/[A-Za-z0-9]/.test(before) && !looksLikeMaths(content)) return false;
  if (/[A-Za-z_({[]/.test(after) && !endsBefore(content, after)) return false;
  if (STRONG.test(content)) return true;
  const words = plainWords(content);
  if (/^[\d.,]*\d/.test(content)) return words === 0;
  return words < (WEAK.test(content) ? 4 : 2);
}

/** The closing dollar touches what follows ("the $n$th", "$HOME/$USER"): a formula, or the next variable? */
function endsBefore(content: string, after: string): boolean {
  if (/[-=+*/,.:;&|({[<>]$/.test(content) || SHELL_NAME.test(content)) return false;
  if ((after === '(' || after === '{') && content.startsWith(after)) return false;
  return looksLikeMaths(content);
}

function balanced(content: string): boolean {
  let depth = 0;
  for (let i = 0; i < content.length; i++) {
    const code = content.charCodeAt(i);
    if (code === 0x5c) i++;
    else if (code === 0x7b) depth++;
    else if (code === 0x7d && --depth < 0) return false;
  }
  return depth === 0;
}

/** How many words of a language stand in the text, outside of \text{…}, names of functions and environments left out. */
function plainWords(content: string): number {
  if (!/[^\s\d]{2}/.test(content)) return 0;
  const bare = content.replace(
    /\\(?:text|mathrm|operatorname|mbox|textbf|textit|begin|end)[a-z]*\*?\s*\{[^{}]*\}|\\[A-Za-z]+/g,
    ' ',
  );
  let words = 0;
  for (const [word] of bare.matchAll(WORD)) if (!MATHS_WORDS.has(word.toLowerCase())) words++;
  return words;
}

const WORD =
  /[\p{Script=Latin}\p{Script=Cyrillic}]{3,}|\b(?:is|of|to|in|or|an|at|by|if|we|it|on|as|be|so|no)\b|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+/gu;
const MATHS_WORDS = new Set(
  (
    'sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan asin acos atan log exp max min sup inf lim det ' +
    'mod gcd lcm arg dim ker deg abs sgn sign sqrt erf div grad curl rot tr rank span diag var cov relu softmax argmax argmin ' +
    'abc xyz dxdy const'
  ).split(' '),
);
