/** Where macros are defined outside of formulas: how far `\newcommand{\R}{\mathbb{R}}` and its like reach. */
import { spaceEnd } from '../text/runs.js';

/** How many groups in braces follow the name: of \let and \def none is counted, since they go by rules of their own. */
const GROUPS: ReadonlyMap<string, number> = new Map([
  ['newcommand', 1],
  ['renewcommand', 1],
  ['providecommand', 1],
  ['DeclareRobustCommand', 1],
  ['DeclareMathOperator', 1],
  ['DeclarePairedDelimiter', 2],
  ['NewDocumentCommand', 2],
  ['RenewDocumentCommand', 2],
  ['DeclareDocumentCommand', 2],
  ['ProvideDocumentCommand', 2],
]);

const COMMAND = /(?:\\(?:global|long|protected)\s*)?\\([a-zA-Z]+)\*?(?![a-zA-Z@])/y;
const PLAIN = /[gex]?def|let/y;
const NAME = /\\(?:[a-zA-Z@]+|[^a-zA-Z\s])|\{\s*\\(?:[a-zA-Z@]+|[^a-zA-Z\s])\s*\}/y;
const NEXT = /\\(?:[a-zA-Z@]+|[^])|[^\s\\{}]/y;
const PARAMETERS = /(?:[^{}\\\n]|\\[^\n]){0,80}(?=\{)/y;
const MEANT = /\\(?:[a-zA-Z@]+|[^])|[^\s]/y;

/** Characters of one group. */
const LONGEST = 20_000;

/** The text says of itself that it defines macros. */
export const beginsDefinition = (text: string): boolean =>
  /^\s*\\(?:(?:global|long|protected)\b|(?:new|renew|provide)command\b|[gex]?def\b|let\b|Declare(?:MathOperator|RobustCommand|PairedDelimiter)\b|(?:New|Renew|Provide|Declare)DocumentCommand\b)/.test(
    text,
  );

/** The offset after the definition that begins at `from`; -1 where none does, or where it breaks off. */
export function definitionEnd(text: string, from: number): number {
  const command = matchAt(COMMAND, text, from);
  const name = command?.[1] ?? '';
  const groups = GROUPS.get(name);
  const isPlain = matchAt(PLAIN, name, 0)?.[0] === name;
  if (!command || (groups === undefined && !isPlain)) return -1;
  const named = passed(NAME, text, spaceEnd(text, from + command[0].length));
  if (named < 0) return -1;
  if (name === 'let') return meantEnd(text, named);
  if (isPlain) return groupEnd(text, passed(PARAMETERS, text, named));
  return groupsEnd(text, named, groups ?? 0);
}

/** Behind what \let makes the name mean: one token, perhaps after an equals sign. */
function meantEnd(text: string, from: number): number {
  const at = spaceEnd(text, from);
  return passed(MEANT, text, text[at] === '=' ? spaceEnd(text, at + 1) : at);
}

/** Behind so many groups, each in braces or a single token, and what stands in brackets before them. */
function groupsEnd(text: string, from: number, groups: number): number {
  let at = bracketsEnd(text, from);
  for (let left = groups; left > 0 && at >= 0; left--) {
    const open = at + spaces(text, at);
    at = text[open] === '{' ? groupEnd(text, open) : passed(NEXT, text, spaceEnd(text, at));
  }
  return at;
}

function bracketsEnd(text: string, from: number): number {
  let at = from;
  for (;;) {
    const open = at + spaces(text, at);
    if (text[open] !== '[') return at;
    const close = text.slice(open, open + 200).indexOf(']');
    if (close < 0) return -1;
    at = open + close + 1;
  }
}

/** Behind the group whose brace opens at the offset; a blank line ends every search. */
function groupEnd(text: string, open: number): number {
  if (open < 0 || text[open] !== '{') return -1;
  let depth = 0;
  for (let at = open; at < text.length && at - open < LONGEST; at++) {
    const char = text[at];
    if (char === '\\') at++;
    else if (char === '{') depth++;
    else if (char === '}' && --depth === 0) return at + 1;
    else if (char === '\n' && /^[ \t]*(?:\r?\n|$)/.test(text.slice(at + 1, at + 80))) return -1;
  }
  return -1;
}

const spaces = (text: string, at: number): number =>
  /^[ \t]*\n?[ \t]*/.exec(text.slice(at, at + 80))?.[0].length ?? 0;

const passed = (sticky: RegExp, text: string, at: number): number => {
  const found = matchAt(sticky, text, at);
  return found ? at + found[0].length : -1;
};

function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(text);
}
