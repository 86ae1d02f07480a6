/** What a hat, a bar, a dot or a line makes of the pieces it stands on. */
import type { Mark } from '../../core/index.js';
import type { Span } from '../notation.js';
import { widenAll } from './compose.js';
import { hasScripts, place, type Piece } from './piece.js';
import { lookUp } from './symbolPieces.js';
import * as S from './symbols.js';

/** The pieces under an accent: a time derivative, a letter with a mark; an accent over more is not understood. */
export function accented(label: string, body: readonly Piece[], span: Span): Piece[] {
  const dots = lookUp(S.DOTS, label);
  if (dots) return [{ kind: 'dotted', dots, body, ...place(span) }];
  const mark = label === '\\overline' ? 'overline' : lookUp(S.ACCENT_MARKS, label);
  const only = body[0];
  if (mark && body.length === 1 && only && (only.kind === 'name' || only.kind === 'word'))
    return [marked(only, mark, span)];
  // The arrow over ∇ says that it is a vector, as all know.
  if (mark === 'vec' && body.length === 1 && only?.kind === 'symbol' && only.name === 'nabla')
    return widenAll(body, span);
  // A line under more than a letter sets it off.
  if (mark === 'underline') return widenAll(body, span);
  return [{ kind: 'unknown', what: `${label} over more than one letter`, ...place(span) }];
}

/** The letter under an accent. */
function marked(piece: Piece & { kind: 'name' | 'word' }, mark: Mark, span: Span): Piece {
  const scripts = hasScripts(piece) ? { primes: piece.primes, sup: piece.sup, sub: piece.sub } : {};
  if (piece.kind === 'word')
    return { kind: 'name', base: piece.text, marks: ['word', mark], ...place(span), ...scripts };
  // A hat over a bold letter and a bold hat are one symbol: fonts stand before accents.
  return { ...piece, marks: [...piece.marks, mark], ...place(span), ...scripts };
}
