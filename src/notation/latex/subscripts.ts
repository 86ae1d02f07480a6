/** Subscripts: part of a name (y_{pred}), or indices (z_k, J_{ij}, x_1). */
import { sym, type Expr } from '../../core/index.js';
import { isNoIndexRun } from '../../customs/words.js';
import { readAll, readNumber } from './expression.js';
import { spanOf, type NamePiece, type Piece } from './piece.js';
import { isComma, splitAt, type Reader } from './reader.js';
import { fail } from './unreadable.js';

export type Subscript =
  | { readonly kind: 'none' }
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'indices'; readonly indices: readonly Expr[] };

export function readSubscript(r: Reader, piece: Piece): Subscript {
  const sub = piece.sub;
  if (!sub) return { kind: 'none' };
  if (sub.length === 0) fail(piece, 'The subscript is empty.', 'syntax');
  const name = nameText(r, sub);
  if (name !== null) return { kind: 'name', text: name };
  const number = numberOfName(r, piece, sub);
  if (number !== null) return { kind: 'name', text: number };
  const parts = splitAt(sub, isComma);
  const texts = parts.map((part) => nameText(r, part));
  if (texts.some((t) => t !== null)) {
    const all = parts.map((p, i) => texts[i] ?? plainText(p));
    if (all.some((t) => t === null)) fail(spanOf(sub, piece), 'This subscript mixes names and indices.');
    return { kind: 'name', text: all.join(',') };
  }
  return { kind: 'indices', indices: parts.flatMap((p) => indices(r, p, piece)) };
}

/** The number of z_1 where the document knows that name. */
function numberOfName(r: Reader, piece: Piece, [only, more]: readonly Piece[]): string | null {
  if (piece.kind !== 'name' || only?.kind !== 'number' || more || only.sub || only.sup) return null;
  return r.defines(sym(piece.base, piece.marks, only.text).id) ? only.text : null;
}

/** The subscript as part of a name, or null where it is an index. */
function nameText(r: Reader, sub: readonly Piece[]): string | null {
  const only = sub[0];
  if (!only) return null;
  if (
    sub.length === 1 &&
    (only.kind === 'word' || only.kind === 'prose') &&
    only.sup === null &&
    only.sub === null
  )
    return only.text;
  if (sub.length === 1 && only.kind === 'times') return '*';
  if (sub.length === 1 && only.kind === 'sign') return only.op;
  if (sub.length === 1 && only.kind === 'symbol' && only.name === 'infinity') return 'infinity';
  if (
    !sub.every(
      (p) =>
        p.kind === 'word' ||
        isPlainLetter(p) ||
        (p.kind === 'number' && p !== only && p.sup === null && p.sub === null),
    )
  )
    return null;
  const text = plainText(sub);
  if (text === null || isIndexRun(r, sub, text)) return null;
  return text;
}
const isPlainLetter = (p: Piece): p is NamePiece =>
  p.kind === 'name' &&
  p.primes === 0 &&
  p.sup === null &&
  p.sub === null &&
  p.marks.every((m) => m === 'roman');

const isIndexRun = (r: Reader, sub: readonly Piece[], text: string): boolean =>
  sub.length <= 4 &&
  !isNoIndexRun(text) &&
  sub.every((p) => p.kind === 'number' || (p.kind === 'name' && p.marks.length === 0 && r.isIndex(p.base)));

function plainText(sub: readonly Piece[]): string | null {
  const parts = sub.map((p) =>
    p.kind === 'name'
      ? p.base
      : p.kind === 'word' || p.kind === 'number' || p.kind === 'prose'
        ? p.text
        : null,
  );
  return parts.includes(null) ? null : parts.join('');
}

function indices(r: Reader, part: readonly Piece[], piece: Piece): Expr[] {
  if (part.length > 1 && part.every((p) => p.kind === 'number' || (isPlainLetter(p) && r.isIndex(p.base)))) {
    return part.map((p) => index(r, p));
  }
  const only = part[0];
  if (part.length === 1 && only && (only.kind === 'number' || only.kind === 'name')) return [index(r, only)];
  return [readAll(r, part, spanOf(part, piece))];
}
// A letter in a subscript counts: it is never i = √−1, e or π.
function index(r: Reader, p: Piece): Expr {
  if (p.kind === 'number' && p.sub) return fail(p, 'A subscript below a number has no reading here.');
  if (p.kind === 'number' && p.sup === null) return readNumber(r, p.text, p);
  if (p.kind === 'name' && p.sup === null && p.sub === null && p.primes === 0)
    return r.place(sym(p.base, p.marks), p);
  return readAll(r, [p], p);
}
