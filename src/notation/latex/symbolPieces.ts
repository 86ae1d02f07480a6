/** Pieces of single symbols. */
import type { Mark } from '../../core/index.js';
import type { Span } from '../notation.js';
import { isKnownWord } from './functions.js';
import type { AtomNode } from './katexTree.js';
import { place, type bare, type Piece } from './piece.js';
import * as S from './symbols.js';

/** The piece of a symbol that stands by itself: a digit, a letter in the fonts around it, a bracket, an operator. */
export function symbolPiece(text: string, span: Span, marks: readonly Mark[]): Piece {
  const p = place(span);
  if (/^[0-9.]$/.test(text)) return { kind: 'number', text, ...p };
  const ratio = lookUp(S.RATIOS, text);
  if (ratio) {
    const [numer, denom] = ratio.map((n): Piece[] => [{ kind: 'number', text: String(n), ...p }]);
    return { kind: 'fraction', numer: numer ?? [], denom: denom ?? [], ...p };
  }
  const name = S.letterName(text);
  if (name !== null) return { kind: 'name', base: name, marks, ...p };
  const delimiter = lookUp(S.DELIMITERS, text);
  if (delimiter) return { kind: 'delimiter', ...delimiter, ...p };
  const primes = ['′', '″', '‴'].indexOf(text === '\\prime' ? '′' : text);
  if (primes >= 0) return { kind: 'name', base: '′', marks: [], ...p, primes };
  return operatorPiece(text, span);
}

/** The piece of an operator, a relation or a command. */
export function operatorPiece(text: string, span: Span): Piece {
  const p = place(span);
  const big = lookUp(S.BIG_OPERATORS, text);
  if (big || S.OTHER_BIG.has(text)) return { kind: 'big', op: big ?? 'other', text, ...p };
  const op = lookUp(S.OPERATORS, text);
  if (op) return signPiece(op, p);
  const relation = lookUp(S.RELATIONS, text);
  if (relation) return { kind: 'relation', op: relation, text, ...p };
  const symbol = lookUp(S.PLAIN_SYMBOLS, text);
  if (symbol) return { kind: 'symbol', name: symbol, ...p };
  const one = S.ONES.get(text);
  if (one) return { kind: 'name', base: '1', marks: [one], ...p };
  const quantifier = lookUp(S.QUANTIFIERS, text);
  if (quantifier !== undefined) return { kind: 'prose', text: quantifier, ...p };
  const logic = lookUp(S.LOGIC, text);
  if (logic) return { kind: 'logic', op: logic, ...p };
  if (/^\\[a-zA-Z]+$/.test(text) && isKnownWord(text.slice(1)))
    return { kind: 'word', text: text.slice(1), ...p };
  return { kind: 'unknown', what: text.startsWith('\\') ? text : `“${text}”`, ...p };
}

/** The piece of what KaTeX sets with a class of its own. */
export function atomPiece(node: AtomNode, span: Span, marks: readonly Mark[]): Piece {
  if (node.text === '\\mid') return { kind: 'relation', op: null, text: '\\mid', ...place(span) };
  if (node.family === 'punct' || node.text === ':') return punctuation(node.text, span);
  const piece = symbolPiece(node.text, span, marks);
  if (piece.kind !== 'unknown' || node.family !== 'rel') return piece;
  return { kind: 'relation', op: null, text: node.text, ...place(span) };
}
function punctuation(text: string, span: Span): Piece {
  if (text === ',' || text === ';' || text === ':') return { kind: 'separator', text, ...place(span) };
  return operatorPiece(text, span);
}

function signPiece(op: (typeof S.OPERATORS)[string], p: ReturnType<typeof bare>): Piece {
  switch (op) {
    case '+':
    case '-':
    case '±':
    case '∓':
      return { kind: 'sign', op, ...p };
    case '/':
      return { kind: 'slash', ...p };
    default:
      return { kind: 'times', op, ...p };
  }
}

/** A delimiter of a given size: \bigl( opens and \bigr| closes, as the class KaTeX gives it says. */
export function delimiterPiece(delim: string, mclass: string, span: Span): Piece {
  const known = lookUp(S.DELIMITERS, delim);
  if (delim === '/') return { kind: 'slash', ...place(span) };
  if (!known) return { kind: 'unknown', what: `The delimiter ${delim}`, ...place(span) };
  const side = known.side === 'either' ? sideOf(mclass) : known.side;
  return { kind: 'delimiter', text: known.text, side, ...place(span) };
}
const sideOf = (mclass: string): 'open' | 'close' | 'either' =>
  mclass === 'mopen' ? 'open' : mclass === 'mclose' ? 'close' : 'either';

/** The grammar's one spelling of a delimiter. */
export const delimiterText = (d: string): string => lookUp(S.DELIMITERS, d)?.text ?? d;

/** The entry of a table by its own key. */
export function lookUp<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
