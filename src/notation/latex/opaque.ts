/** What stands in a formula and is none of its mathematics here: an expectation, a maximum over a set, a rest. It is kept as it is written. */
import { opaque, type Expr } from '../../core/index.js';
import type { Span } from '../notation.js';
import { spanOf, type Cursor, type Piece } from './piece.js';
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

/** All of a statement as one name. */
export const readAsWritten = (r: Reader, pieces: readonly Piece[], whole: Span): Expr =>
  named(r, spanOf(pieces, whole));

function named(r: Reader, span: Span): Expr {
  const place = r.balanced(span);
  return r.place(opaque(r.source(place).replace(/\s+/g, ' ').trim()), place);
}

/** A bracket with a condition behind a bar, which has no reading of its own. */
export const CONDITION = 'A condition behind a bar, as in P(A | B),';
export const holdsCondition = (p: Piece | undefined): boolean =>
  p?.kind === 'fence' && p.body.length === 1 && p.body[0]?.kind === 'unknown' && p.body[0].what === CONDITION;
