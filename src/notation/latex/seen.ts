/** What is seen of the way a formula is written, and told beside its reading. */
import type { Cursor, NamePiece, Piece } from './piece.js';
import { isRound, type Reader } from './reader.js';

/** A letter with a prime, and a letter with a round bracket right behind it. */
export function noteName(r: Reader, c: Cursor, p: NamePiece): void {
  if (p.marks.length > 0) return;
  const { base: name, from } = p;
  if (p.primes > 0) r.seen.push({ kind: 'primed', name, from, to: p.to });
  const next = c.peek(1);
  if (!isRound(next) || p.primes > 0 || p.sup !== null || hasGap(r, p, next)) return;
  const [only, ...more] = next.body;
  const isName = only?.kind === 'name' && more.length === 0 && only.sub === null && only.sup === null;
  r.seen.push({
    kind: 'bracket-after-name',
    name,
    hasSubscript: p.sub !== null,
    inside: isName ? only.base : null,
    from,
    to: next.headTo,
  });
}

/** A gap behind the numbers and the first name of an argument without brackets, and more of it behind the gap. */
export function noteGap(r: Reader, c: Cursor, start: number): void {
  const before = c.pieces[c.at - 1];
  const next = c.peek();
  const read = c.pieces.slice(start, c.at);
  const isShort = read.every((p, i) => (p.kind === 'number') === i < read.length - 1);
  if (!before || !next || !isShort) return;
  if (hasGap(r, before, next)) r.seen.push({ kind: 'gap-in-argument', from: before.to, to: next.from });
}
export const hasGap = (r: Reader, before: Piece, next: Piece): boolean =>
  GAP.test(r.source({ from: before.to, to: next.from }));
const GAP = /\\[,;: ]/;
