/** How a piece joins those before it, and what its wrappers add to its place. */
import type { Span } from '../notation.js';
import { pairBrackets } from './brackets.js';
import { hasScripts, place, spanOf, type Piece } from './piece.js';

/** Adds a piece; a \not joins the relation after it, scripts on nothing and lone primes join the piece before. */
export function attach(out: Piece[], piece: Piece): void {
  const last = out.at(-1);
  if (last?.kind === 'unknown' && last.what === '\\not' && piece.kind === 'relation') {
    out[out.length - 1] = { ...piece, op: piece.op === '=' ? '!=' : null, from: last.from };
  } else if (
    piece.kind === 'relation' &&
    piece.op === '=' &&
    last?.kind === 'separator' &&
    last.text === ':'
  ) {
    out[out.length - 1] = { ...piece, op: ':=', text: ':=', from: last.from };
  } else if (piece.kind === 'group' && piece.body.length === 0 && last && canTake(last, piece)) {
    const sup = piece.sup ?? last.sup;
    const sub = piece.sub ?? last.sub;
    out[out.length - 1] = {
      ...last,
      primes: last.primes + piece.primes,
      sup,
      sub,
      to: Math.max(last.to, piece.to),
    };
  } else if (isPrime(piece) && last && last.sup === null && isOperand(last) && !isPrime(last)) {
    out[out.length - 1] = { ...last, primes: last.primes + 1 + piece.primes, sup: piece.sup, to: piece.to };
  } else if (!(piece.kind === 'group' && piece.body.length === 0 && !hasScripts(piece))) {
    out.push(piece);
  }
}
const canTake = (last: Piece, piece: Piece): boolean =>
  isOperand(last) && !(last.sup && piece.sup) && !(last.sub && piece.sub) && !(last.sup && piece.primes > 0);
const isOperand = (p: Piece): boolean =>
  ['number', 'name', 'word', 'fence', 'delimiter', 'group', 'fraction', 'root', 'big'].includes(p.kind);
/** The sign ′ before it joins what it stands on; `primes` counts further ones. */
export const isPrime = (p: Piece): boolean => p.kind === 'name' && p.base === '′';

/** The piece with its place widened to the command and braces around it; one with scripts keeps its own. */
export const widen = (p: Piece, span: Span): Piece =>
  hasScripts(p) ? p : { ...p, ...place({ from: Math.min(p.from, span.from), to: Math.max(p.to, span.to) }) };

/** A piece alone takes the place of the wrapper around it; of several, each keeps its own. */
export function widenAll(pieces: readonly Piece[], span: Span): Piece[] {
  const only = pieces[0];
  return pieces.length === 1 && only ? [widen(only, span)] : [...pieces];
}

/** What braces hold together, as one piece. */
export function grouped(list: readonly Piece[]): Piece {
  const body = pairBrackets(list);
  const only = body[0];
  if (body.length === 1 && only && !hasScripts(only)) return only;
  return { kind: 'group', body, ...place(spanOf(list, { from: 0, to: 0 })) };
}
