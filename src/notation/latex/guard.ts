/** Limits before KaTeX is asked: it recurses on nesting, and its macros can grow without bound. */
import type { Problem } from '../notation.js';

/** Longer formulas than any page holds. */
const MAX_LENGTH = 20_000;
/** Brackets, braces and environments inside each other. */
export const MAX_NESTING = 150;
/** For KaTeX's own macros, which do not recurse; for those of the settings; for those that the text defines. */
const MAX_EXPANSIONS = { builtIn: 20_000, given: 1000, own: 100 };
const MAX_MACRO_LENGTH = 1000;
const MAX_PARAMETERS = 20;
/** Parameters of definitions in the text, times its length: what one expansion can copy. */
const MAX_COPIES = 20_000;

/** Why the text is not even tried, or null. Linear in its length. */
export function tooLarge(text: string): Problem | null {
  if (text.length > MAX_LENGTH) {
    return limit(text, `The formula is longer than ${String(MAX_LENGTH)} characters.`);
  }
  if (nesting(text) > MAX_NESTING) return limit(text, 'The formula is nested too deeply to read.');
  if (defines(text) && count(text, '#') * text.length > MAX_COPIES) {
    return limit(text, 'The formula defines macros that copy too much text.');
  }
  return null;
}

/** How many macro expansions to allow. */
export function expansions(text: string, macros: Readonly<Record<string, string>>): number {
  if (defines(text)) return MAX_EXPANSIONS.own;
  return Object.keys(macros).some((name) => text.includes(name))
    ? MAX_EXPANSIONS.given
    : MAX_EXPANSIONS.builtIn;
}

/** The macros that can be given to KaTeX, and a problem for each other one that the text uses. */
export function soundMacros(
  macros: Readonly<Record<string, string>>,
  text: string,
): { macros: Record<string, string>; problems: Problem[] } {
  const sound: Record<string, string> = {};
  const problems: Problem[] = [];
  for (const [name, body] of Object.entries(macros)) {
    const fault = macroFault(name, body, macros);
    if (fault === null) sound[name] = body;
    else if (text.includes(name))
      problems.push({ code: 'unsupported', message: fault, ...placeOf(name, text) });
  }
  return { macros: sound, problems };
}

function macroFault(name: string, body: unknown, macros: Readonly<Record<string, string>>): string | null {
  if (typeof body !== 'string') return `The macro ${name} has no text.`;
  if (!/^(\\([a-zA-Z@]+|.)|[^\\\s{}])$/su.test(name)) return `“${name}” is no name for a macro.`;
  if (body.length > MAX_MACRO_LENGTH || count(body, '#') > MAX_PARAMETERS)
    return `The macro ${name} is too large.`;
  if (!balanced(body)) return `The braces in the macro ${name} do not match.`;
  if (reaches(name, name, macros, new Set())) return `The macro ${name} is defined by itself.`;
  return null;
}

function reaches(
  from: string,
  goal: string,
  macros: Readonly<Record<string, string>>,
  seen: Set<string>,
): boolean {
  if (seen.has(from) || seen.size > 100) return false;
  seen.add(from);
  const body = Object.hasOwn(macros, from) ? macros[from] : undefined;
  if (typeof body !== 'string' || body.length > MAX_MACRO_LENGTH) return false;
  const used = body.match(/\\[a-zA-Z@]+/g) ?? [];
  return used.some((u) => u === goal || reaches(u, goal, macros, seen));
}

const placeOf = (name: string, text: string): { from: number; to: number } => {
  const from = text.indexOf(name);
  return { from, to: from + name.length };
};
const defines = (text: string): boolean =>
  /\\(?:[gex]?def|let|futurelet|(?:re|provide)?newcommand|renewcommand|char)(?![a-zA-Z])/.test(text);
const limit = (text: string, message: string): Problem => ({
  code: 'limit',
  message,
  from: 0,
  to: text.length,
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

function balanced(body: string): boolean {
  let depth = 0;
  for (let i = 0; i < body.length && depth >= 0; i++) {
    if (body[i] === '\\') i++;
    else if (body[i] === '{') depth++;
    else if (body[i] === '}') depth--;
  }
  return depth === 0;
}
function count(text: string, what: string): number {
  let n = 0;
  for (let i = text.indexOf(what); i >= 0; i = text.indexOf(what, i + 1)) n++;
  return n;
}
