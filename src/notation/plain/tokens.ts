/** Tokens of plain notation, with their places. Signs that people paste (×, −, √, x², ≤) become the plain ones. */
import type { Span } from '../notation.js';
import { loweredEnd, loweredStart, onTheLine, raisedEnd } from './raised.js';

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
    const [sort, length] = sortAt(text, at);
    const token = tokenOf(sort, text.slice(at, at + length));
    if (token) tokens.push({ ...token, from: at, to: at + length });
    at += length;
  }
  return tokens;
}

function sortAt(text: string, at: number): readonly [sort: Sort, length: number] {
  for (const [sort, measure] of SORTS) {
    const length = measure(text, at);
    if (length > 0) return [sort, length];
  }
  return ['bad', Array.from(text.slice(at, at + 2))[0]?.length ?? 1];
}

type Sort = Token['kind'] | 'space' | 'hex' | 'string' | 'infinity';
/** How long a token of some sort is that begins at the offset: 0 where none does. */
type Measure = (text: string, at: number) => number;

const by =
  (sticky: RegExp): Measure =>
  (text, at) => {
    sticky.lastIndex = at;
    return sticky.exec(text)?.[0].length ?? 0;
  };

const LETTERS = by(
  /(?:(?:Math|math|np|numpy)\.(?=[A-Za-z]))?[A-Za-z_\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u03ff\u2113\u2202][A-Za-z_\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u03ff\u2113\u22020-9\u0300-\u0331]*/uy,
);
/** A name and its lowered signs: x₁₂. */
const nameLength: Measure = (text, at) => {
  const letters = LETTERS(text, at);
  return letters === 0 ? 0 : loweredEnd(text, at + letters) - at;
};

/** The sorts of tokens, tried in this order. */
const SORTS: readonly (readonly [sort: Sort, length: Measure])[] = [
  ['space', by(/[ \t\r\u00a0\u2000-\u200a\u202f]+|#[^\n]*|\.(?=\s*$)/uy)],
  ['open', by(/[([{⌊⌈]/uy)],
  ['close', by(/[)\]}⌋⌉]/uy)],
  ['hex', by(/0[xXbBoO][0-9a-fA-F]\w*/uy)],
  ['number', by(/(?:\d+(?:\.(?!\s*$)\d*)?|\.\d+)(?:[eE][+-]?\d+)?/uy)],
  ['name', nameLength],
  ['op', by(/\*\*|===?|!==?|<=|>=|:=|&&|\|\||[-+*/^?:=<>!%&|~.−–·⋅∙∗×÷∕⁄≤≥≠]/uy)],
  ['comma', by(/,/uy)],
  ['semicolon', by(/;/uy)],
  ['newline', by(/\n/uy)],
  ['raised', (text, at) => raisedEnd(text, at) - at],
  ['fraction', by(/[¼-¾⅐-⅞]/uy)],
  ['prime', by(/['′″‴]/uy)],
  ['root', by(/[√∛∜]/uy)],
  ['infinity', by(/∞/uy)],
  ['string', by(/"[^"\n]*"?/uy)],
];

type Made = Pick<Token, 'kind' | 'text'>;
function tokenOf(sort: Sort, text: string): Made | null {
  switch (sort) {
    case 'space':
      return null;
    case 'hex':
    case 'string':
      return { kind: 'bad', text };
    case 'op':
      return { kind: sort, text: OPERATORS[text] ?? text };
    case 'raised':
      return { kind: sort, text: onTheLine(text) };
    case 'name':
      return nameToken(text);
    case 'infinity':
      return { kind: 'name', text: 'Infinity' };
    default:
      return { kind: sort, text };
  }
}
/** Word operators of mathjs are operators; a library's prefix (Math.sin, np.exp) says nothing. */
function nameToken(text: string): Made {
  const bare = text.replace(/^(?:Math|math|np|numpy)\./, '');
  const lowered = loweredStart(bare);
  const name = lowered === bare.length ? bare : `${bare.slice(0, lowered)}_${onTheLine(bare.slice(lowered))}`;
  return { kind: WORD_OPERATORS.has(name) ? 'op' : 'name', text: name };
}
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
