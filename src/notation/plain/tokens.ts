/** Tokens of plain notation, with their places. Signs that people paste (×, −, √, x², ≤) become the plain ones. */
import type { Span } from '../notation.js';
import { FRACTION_SIGNS, LOWERED_SIGNS, onTheLine, RAISED_SIGNS } from './raised.js';

export interface Token extends Span {
  readonly kind:
    | 'number'
    | 'name'
    | 'op'
    | 'open'
    | 'close'
    | 'comma'
    | 'semicolon'
    | 'newline'
    | 'prime'
    | 'raised'
    | 'fraction'
    | 'root'
    | 'bad';
  /** As the grammar spells it: `**` is ^, × is *; of a raised run, its signs on the line. */
  readonly text: string;
}

/** Linear in the text; every character that is no space or comment belongs to a token. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    const length = match ? match[0].length : (Array.from(text.slice(at, at + 2))[0]?.length ?? 1);
    const token = match ? tokenOf(match) : { kind: 'bad' as const, text: text.slice(at, at + length) };
    if (token) tokens.push({ ...token, from: at, to: at + length });
    at += length;
  }
  return tokens;
}

const LETTER = 'A-Za-z_\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f\\u0370-\\u03ff\\u2113\\u2202';
/** The sorts of tokens, tried in this order, none with a group of its own. */
const PATTERNS: readonly (readonly [
  kind: Token['kind'] | 'space' | 'hex' | 'string' | 'infinity',
  pattern: string,
])[] = [
  ['space', '[ \\t\\r\\u00a0\\u2000-\\u200a\\u202f]+|#[^\\n]*|\\.(?=\\s*$)'],
  ['open', '[([{⌊⌈]'],
  ['close', '[)\\]}⌋⌉]'],
  ['hex', '0[xXbBoO][0-9a-fA-F]\\w*'],
  ['number', '(?:\\d+(?:\\.(?!\\s*$)\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?'],
  [
    'name',
    `(?:(?:Math|math|np|numpy)\\.(?=[A-Za-z]))?[${LETTER}][${LETTER}0-9\\u0300-\\u0331]*[${LOWERED_SIGNS}]*`,
  ],
  ['op', '\\*\\*|===?|!==?|<=|>=|:=|&&|\\|\\||[-+*/^?:=<>!%&|~.−–·⋅∙∗×÷∕⁄≤≥≠]'],
  ['comma', ','],
  ['semicolon', ';'],
  ['newline', '\\n'],
  ['raised', `[${RAISED_SIGNS}]+`],
  ['fraction', `[${FRACTION_SIGNS}]`],
  ['prime', "['′″‴]"],
  ['root', '[√∛∜]'],
  ['infinity', '∞'],
  ['string', '"[^"\\n]*"?'],
];
const TOKEN = new RegExp(PATTERNS.map(([, pattern]) => `(${pattern})`).join('|'), 'uy');

type Made = Pick<Token, 'kind' | 'text'>;
function tokenOf(match: RegExpExecArray): Made | null {
  const text = match[0];
  const kind = PATTERNS.find((_, i) => match[i + 1] !== undefined)?.[0] ?? 'bad';
  switch (kind) {
    case 'space':
      return null;
    case 'hex':
    case 'string':
      return { kind: 'bad', text };
    case 'op':
      return { kind, text: OPERATORS[text] ?? text };
    case 'raised':
      return { kind, text: onTheLine(text) };
    case 'name':
      return nameToken(text);
    case 'infinity':
      return { kind: 'name', text: 'Infinity' };
    default:
      return { kind, text };
  }
}
/** Word operators of mathjs are operators; a library's prefix (Math.sin, np.exp) says nothing. */
function nameToken(text: string): Made {
  const name = text.replace(/^(?:Math|math|np|numpy)\./, '').replace(LOWERED, (run) => '_' + onTheLine(run));
  return { kind: WORD_OPERATORS.has(name) ? 'op' : 'name', text: name };
}
const LOWERED = new RegExp(`[${LOWERED_SIGNS}]+$`, 'u');
const WORD_OPERATORS: ReadonlySet<string> = new Set(['and', 'or', 'not', 'mod', 'xor', 'to', 'in']);

const OPERATORS: Readonly<Record<string, string>> = {
  '**': '^',
  '===': '==',
  '!==': '!=',
  '&&': 'and',
  '||': 'or',
  '!': '!',
  '−': '-',
  '–': '-',
  '·': '*',
  '⋅': '*',
  '∙': '*',
  '∗': '*',
  '×': '*',
  '÷': '/',
  '∕': '/',
  '⁄': '/',
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
};
