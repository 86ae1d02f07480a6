/** What stands in a formula and is none of its mathematics here: an expectation, a maximum over a set, a rest. It is kept as it is written. */
import { opaque, type Expr } from '../../core/index.js';
import type { Span } from '../notation.js';
import { isDerivative, listsIn, spanOf, type Cursor, type Piece } from './piece.js';
import type { Reader } from './reader.js';

/** The next piece, and a bracket right behind it, as one name: E[X], Var(X | Y). */
export function readOpaqueCall(r: Reader, c: Cursor): Expr {
  const start = c.at;
  c.next();
  if (c.peek()?.kind === 'fence') c.next();
  return named(r, c.since(start));
}

/** All that is left of a term as one name: \max_a Q(s, a). */
export function readOpaqueTerm(r: Reader, c: Cursor): Expr {
  const start = c.at;
  do c.next();
  while (!c.done && !ENDS_TERM.has(c.peek()?.kind));
  return named(r, c.since(start));
}

/** So many pieces as one name: Δx, an integral without bounds up to its differential. */
export function readOpaquePieces(r: Reader, c: Cursor, count: number): Expr {
  const start = c.at;
  c.at += count;
  return named(r, c.since(start));
}

const ENDS_TERM: ReadonlySet<Piece['kind'] | undefined> = new Set<Piece['kind']>([
  'sign',
  'relation',
  'separator',
  'prose',
  'logic',
]);

/**
 * What `read` makes of these pieces; where they hold something foreign and differentiate nothing, all of them as one name:
 * sets, ellipses and sums over what is understood ask for no derivative.
 */
export function readOrKept(r: Reader, pieces: readonly Piece[], whole: Span, read: () => Expr): Expr {
  return differentiates(pieces) ? read() : r.orInstead(read, () => readAsWritten(r, pieces, whole));
}

/** Whether a derivative or a prime is written in it. */
function differentiates(pieces: readonly Piece[]): boolean {
  return pieces.some(
    (p) =>
      p.primes > 0 ||
      p.kind === 'dotted' ||
      (p.kind === 'symbol' && (p.name === 'partial' || p.name === 'nabla')) ||
      isDerivative(p) ||
      listsIn(p).some(differentiates),
  );
}

/** All of a statement as one name. */
export const readAsWritten = (r: Reader, pieces: readonly Piece[], whole: Span): Expr =>
  named(r, spanOf(pieces, whole));

function named(r: Reader, span: Span): Expr {
  const place = r.balanced(span);
  return r.place(opaque(r.source(place).replace(/\s+/g, ' ').trim()), place);
}

/** Whether what has no reading belongs to other mathematics: a command or a character, and no part that is struck out. */
export const isForeign = (what: string): boolean =>
  /^[\\“]/.test(what) || what === BINOMIAL || what === CONDITION;
export const BINOMIAL = 'A binomial coefficient';

/** A bracket with a condition behind a bar, which has no reading of its own. */
export const CONDITION = 'A condition behind a bar, as in P(A | B),';
export const holdsCondition = (p: Piece | undefined): boolean =>
  p?.kind === 'fence' && p.body.length === 1 && p.body[0]?.kind === 'unknown' && p.body[0].what === CONDITION;
