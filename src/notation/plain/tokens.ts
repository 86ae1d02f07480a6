/** Tokens of plain notation, with their places. Signs that people paste (×, −, √, x², ≤) become the plain ones. */
import type { Span } from '../notation.js';

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
    | 'root'
    | 'bad';
  /** As the grammar spells it: `**` is ^, × is *; of a raised run, the digits on the line. */
  readonly text: string;
}

/** Linear in the text; every character that is no space or comment belongs to a token. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    const length = match ? match[0].length : ([...text.slice(at, at + 2)][0]?.length ?? 1);
    const token = match ? tokenOf(match) : { kind: 'bad' as const, text: text.slice(at, at + length) };
    if (token) tokens.push({ ...token, from: at, to: at + length });
    at += length;
  }
  return tokens;
}

const LETTER = 'A-Za-z_\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f\\u0370-\\u03ff\\u2113\\u2202';
const TOKEN = new RegExp(
  [
    '(?<space>[ \\t\\r\\u00a0\\u2000-\\u200a\\u202f]+|#[^\\n]*)',
    '(?<newline>\\n)',
    '(?<hex>0[xXbBoO][0-9a-fA-F]\\w*)',
    '(?<number>(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?)',
    `(?<name>(?:(?:Math|math|np|numpy)\\.(?=[A-Za-z]))?[${LETTER}][${LETTER}0-9\\u0300-\\u0331]*[\\u2080-\\u2089]*)`,
    '(?<raised>[\\u207a\\u207b]?[\\u00b2\\u00b3\\u00b9\\u2070\\u2074-\\u2079]+|\\u207f)',
    '(?<string>"[^"\\n]*"?)',
    "(?<prime>'|\\u2032|\\u2033|\\u2034)",
    '(?<root>[\\u221a\\u221b\\u221c])',
    '(?<op>\\*\\*|===?|!==?|<=|>=|:=|&&|\\|\\||[-+*/^?:=<>!%&|~.]|[\\u2212\\u2013\\u00b7\\u22c5\\u2219\\u2217\\u00d7\\u00f7\\u2215\\u2044\\u2264\\u2265\\u2260])',
    '(?<open>[([{])',
    '(?<close>[)\\]}])',
    '(?<comma>,)',
    '(?<semicolon>;)',
    '(?<infinity>\\u221e)',
  ].join('|'),
  'uy',
);

type Made = Pick<Token, 'kind' | 'text'>;
function tokenOf(match: RegExpExecArray): Made | null {
  const [kind = 'bad', text = ''] = Object.entries(match.groups ?? {}).find(([, t]) => t !== undefined) ?? [];
  switch (kind) {
    case 'space':
      return null;
    case 'hex':
    case 'string':
      return { kind: 'bad', text };
    case 'op':
      return { kind, text: OPERATORS[text] ?? text };
    case 'raised':
      return { kind, text: [...text].map((c) => RAISED[c] ?? c).join('') };
    case 'name':
      return nameToken(text);
    case 'infinity':
      return { kind: 'name', text: 'Infinity' };
    default:
      return { kind: kind as Token['kind'], text };
  }
}
/** Word operators of mathjs are operators; a library's prefix (Math.sin, np.exp) says nothing. */
function nameToken(text: string): Made {
  const name = text
    .replace(/^(?:Math|math|np|numpy)\./, '')
    .replace(/[₀-₉]+$/, (d) => '_' + [...d].map(lowered).join(''));
  return { kind: WORD_OPERATORS.has(name) ? 'op' : 'name', text: name };
}
const lowered = (c: string): string => String(c.charCodeAt(0) - 0x2080);
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
const RAISED: Readonly<Record<string, string>> = {
  '⁺': '',
  '⁻': '-',
  '⁰': '0',
  '¹': '1',
  '²': '2',
  '³': '3',
  '⁴': '4',
  '⁵': '5',
  '⁶': '6',
  '⁷': '7',
  '⁸': '8',
  '⁹': '9',
  ⁿ: 'n',
};
