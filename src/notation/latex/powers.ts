/** Exponents and primes: powers, orders of derivatives, transposes. */
import {
  at,
  call,
  component,
  diff,
  freshSymbol,
  num,
  pow,
  sym,
  type Expr,
  type Order,
} from '../../core/index.js';
import type { Span } from '../notation.js';
import { readAll } from './expression.js';
import { spanOf, type FencePiece, type Piece } from './piece.js';
import { implied, isRound, type Reader } from './reader.js';
import { readSubscript } from './subscripts.js';
import { fail, foreign } from './unreadable.js';

/** The value with the primes and the exponent of the piece that it was read from. */
export function withPower(r: Reader, value: Expr, piece: Piece, span: Span = piece): Expr {
  const by = piece.kind === 'fence' && piece.primes > 0 ? variableBelow(r, piece) : null;
  const e = by ? value : withIndices(r, value, piece);
  if (by) return r.place(diff(e, by, r.place(num(piece.primes), span)), span);
  const primed = piece.primes > 0 ? derivativeOf(r, e, piece.primes, span) : e;
  if (piece.sup === null) return primed;
  if (isTranspose(r, piece)) {
    noteTranspose(r, piece);
    return r.place(call('transpose', primed), span);
  }
  const [sign, ...more] = piece.sup;
  if (sign?.kind === 'sign' && sign.op === '-' && isTranspose(r, { ...piece, sup: more }))
    return r.place(call('transpose', r.place(call('inverse', primed), span)), span);
  const mayBeOrder = piece.kind === 'word' || (piece.kind === 'fence' && !isNumeric(piece));
  const order = mayBeOrder ? bracketedOrder(r, piece.sup) : null;
  if (order !== null) return derivativeOf(r, primed, order, span);
  const only = piece.sup[0];
  checkDigits(r, piece);
  if (isOrdinal(piece.sup)) foreign(piece, 'An ordinal, as in “the n-th”, is no expression.');
  if (isSigns(piece.sup)) foreign(piece, 'A sign as exponent has no reading here.');
  if (piece.sup.length === 1 && only?.kind === 'times')
    foreign(piece, 'A star as exponent has no reading here.');
  return r.place(pow(primed, readAll(r, piece.sup, spanOf(piece.sup, piece))), span);
}

/** The −1 of (−1)^{(n−1)}: a number has no derivatives, and its exponent is one. */
const isNumeric = (p: FencePiece): boolean =>
  p.body.every((q) => ['number', 'sign', 'times', 'slash'].includes(q.kind));

/** (K − x)^+, 0^-, \mathcal{S}_{++}. */
export const isSigns = (sup: readonly Piece[]): boolean => sup.every((p) => p.kind === 'sign');

/** n^{th}, 4^{\text{th}}. */
const isOrdinal = (sup: readonly Piece[]): boolean =>
  sup.map((p) => (p.kind === 'name' ? p.base : p.kind === 'word' ? p.text : '?')).join('') === 'th';

/** x^10 sets the 1 alone as exponent, which its author hardly means. */
export function checkDigits(r: Reader, piece: Piece): void {
  const [before, last, next] = [r.text[piece.headTo], r.text[piece.to - 1] ?? '', r.text[piece.to] ?? ''];
  if (before === '^' && /\d/.test(last) && /\d/.test(next)) {
    fail(piece, 'Only the first digit is in the exponent here; put braces around it.', 'syntax');
  }
}

/** x of (x²)'_x: by what the bracket is differentiated. */
function variableBelow(r: Reader, piece: Piece): Expr | null {
  const only = piece.sub?.[0];
  if (piece.sub?.length !== 1 || piece.sup || only?.kind !== 'name' || only.sup || only.sub) return null;
  return r.place(sym(only.base, only.marks), only);
}

/** The T of (∂p/∂V)_T is held, as ∂ holds it anyhow; of what has a definition of its own that is not so. */
const isGiven = (r: Reader, held: string): boolean =>
  r.defines(held) || held.split(/,|/).some((letter) => letter !== ',' && r.defines(letter));

/** f(x)_i, (AB)_{ij}: entries of what stands in brackets; names and words read their own subscripts. */
function withIndices(r: Reader, e: Expr, piece: Piece): Expr {
  if (!piece.sub || ['name', 'word', 'dotted', 'big'].includes(piece.kind)) return e;
  const sub = readSubscript(r, piece);
  if (sub.kind === 'name' && e.kind === 'diff' && e.partial && !isGiven(r, sub.text)) return e;
  if (sub.kind !== 'indices' || piece.primes > 0)
    return foreign(piece, 'This subscript has no reading here.');
  return r.place(component(e, sub.indices), { from: r.spans.get(e)?.from ?? piece.from, to: piece.to });
}

/** The derivative of what carries primes or a bracketed order; by what, the text does not say. */
export function derivativeOf(r: Reader, e: Expr, order: Order, span: Span): Expr {
  const n = typeof order === 'number' ? num(order) : order;
  return r.place(diff(e, r.place(implied(), span), r.place(n, span)), span);
}

/**
 * f′(u) of a function of the table: the derivative of f(t), taken at t = u. Where u is a name that is the derivative
 * by that name itself.
 */
export function valueOfDerivative(
  r: Reader,
  f: (x: Expr) => Expr,
  arg: Expr,
  order: Order,
  span: Span,
): Expr {
  const n = typeof order === 'number' ? num(order) : order;
  r.place(n, span);
  if (arg.kind === 'sym') {
    const target = r.place(sym(arg.base, arg.marks, arg.sub), r.spans.get(arg) ?? span);
    return r.place(diff(r.place(f(arg), span), target, n), span);
  }
  const t = freshSymbol(sym('t'), [arg]);
  const named = (): Expr => r.place(sym(t.base, t.marks, t.sub), span);
  const derivative = r.place(diff(r.place(f(named()), span), named(), n), span);
  return r.place(at(derivative, t, arg), span);
}

export const isMinusOne = (sup: readonly Piece[]): boolean =>
  sup.length === 2 &&
  sup[0]?.kind === 'sign' &&
  sup[0].op === '-' &&
  sup[1]?.kind === 'number' &&
  sup[1].text === '1' &&
  !sup[1].sup;

/** n of (…)^{(n)}. */
function bracketedOrder(r: Reader, sup: readonly Piece[]): Order | null {
  const fence = sup[0];
  if (sup.length !== 1 || !isRound(fence) || fence.sup || fence.primes > 0) return null;
  const only = fence.body[0];
  if (fence.body.length !== 1 || !only) return readAll(r, fence.body, fence);
  if (only.kind === 'number' && /^\d{1,4}$/.test(only.text) && !only.sup) return Number(only.text);
  return readAll(r, fence.body, fence);
}

/** A^T, (Ax)^\top: a capital T over what may be a matrix or a vector. */
function isTranspose(r: Reader, piece: Piece): boolean {
  const sign = transposeOf(piece);
  if (!sign || sign.kind !== 'name' || sign.marks.length > 0) return sign !== null;
  return !r.isQuantity('T') && isTensorLike(piece);
}
/** What stands above a piece and may be the sign of a transpose; of an italic T that is not certain. */
export function transposeOf({ sup }: Piece): Piece | null {
  const only = sup?.[0];
  if (sup?.length !== 1 || !only || only.sup || only.sub) return null;
  if (only.kind === 'unknown')
    return only.what === '\\top' || only.what === '\\intercal' || only.what === '“⊤”' ? only : null;
  return only.kind === 'name' && only.base === 'T' ? only : null;
}
/** Answers turn vectors round with the author's own sign. */
function noteTranspose(r: Reader, { sup }: Piece): void {
  const [only] = sup ?? [];
  if (only)
    r.style.name(
      'transpose',
      `^${only.kind === 'name' && only.marks.length === 0 ? 'T' : transposeSign(r, only)}`,
    );
}
const transposeSign = (r: Reader, only: Piece): string => {
  const tex = r.source(only).trim();
  return /^\\[A-Za-z]+$/.test(tex) ? tex : `{${tex}}`;
};
function isTensorLike(piece: Piece): boolean {
  if (piece.kind === 'name')
    return /^[A-Z]/.test(piece.base) || piece.marks.some((m) => m === 'bold' || m === 'vec');
  if (piece.kind === 'fence')
    return (
      piece.left === '[' ||
      piece.body.some(
        (p) => isTensorLike(p) || p.kind === 'rows' || (p.sup !== null && isTensorLike({ ...p, sup: null })),
      )
    );
  return piece.kind === 'rows';
}
