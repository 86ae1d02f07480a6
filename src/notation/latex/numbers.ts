/** Digits to numbers: 12.5, 1{,}000, 10\,000; thin spaces elsewhere are dropped, or are a gap where several stand together. */
import { hasScripts, type NumberPiece, type Piece } from './piece.js';

/** The list with runs of digits and points as one number each, and thin spaces gone. */
export function mergeNumbers(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const p = pieces[i];
    if (!p) continue;
    if (isThin(p)) {
      const run = thinRun(pieces, i);
      const last = pieces[i + run - 1];
      if (run >= WIDE && last) out.push({ ...p, primes: 0, to: last.to });
      i += run - 1;
      continue;
    }
    if (p.kind !== 'number' || p.text.length > 1) {
      out.push(p);
      continue;
    }
    const end = numberEnd(pieces, i);
    out.push(merged(pieces.slice(i, end)));
    i = end - 1;
  }
  return out;
}

const isThin = (p: Piece): boolean => p.kind === 'separator' && p.text === 'gap' && p.primes === -1;
/** So many thin spaces in a row are meant to part what stands on either side; two are taste. */
const WIDE = 3;
function thinRun(pieces: readonly Piece[], from: number): number {
  let to = from;
  for (let p = pieces[to]; p && isThin(p); p = pieces[to]) to++;
  return to - from;
}
const isBracedComma = (p: Piece | undefined): boolean =>
  p?.kind === 'separator' && p.text === ',' && p.to - p.from >= 3;
const isDigit = (p: Piece | undefined): p is NumberPiece => p?.kind === 'number' && /^\d$/.test(p.text);
const isPoint = (p: Piece | undefined): boolean => p?.kind === 'number' && p.text === '.';

/** Where the number that begins at `i` ends; a point counts with a digit behind it, a script ends the number. */
function numberEnd(pieces: readonly Piece[], i: number): number {
  let end = i;
  let point = false;
  while (end < pieces.length) {
    const p = pieces[end];
    const before = pieces[end - 1];
    if (end > i && before && hasScripts(before) && !isThin(before)) break;
    if (isDigit(p)) end++;
    else if (isPoint(p) && !point && isDigit(pieces[end + 1])) [point, end] = [true, end + 1];
    else if (
      p &&
      end > i &&
      isSeparator(p) &&
      (threeDigits(pieces, end + 1) || (isBracedComma(p) && isDigit(pieces[end + 1])))
    )
      end++;
    else break;
  }
  return Math.max(end, i + 1);
}
const isSeparator = (p: Piece): boolean => isBracedComma(p) || isThin(p);
const threeDigits = (pieces: readonly Piece[], i: number): boolean =>
  isDigit(pieces[i]) && isDigit(pieces[i + 1]) && isDigit(pieces[i + 2]) && !isDigit(pieces[i + 3]);

function merged(parts: readonly Piece[]): Piece {
  const [first, last] = [parts[0], parts.at(-1)];
  if (first?.kind !== 'number' || !last) throw new Error('a number begins with a digit or a point');
  // A lone point is a full stop.
  if (parts.length === 1 && first.text === '.') return { ...first, kind: 'separator', text: '.' };
  const digits = parts
    .map((p, i) => (p.kind === 'number' ? p.text : isDecimalComma(parts, i) ? '.' : ''))
    .join('');
  return { ...last, kind: 'number', text: digits, from: first.from };
}
// A comma in braces with other than three digits behind it is the decimal sign.
const isDecimalComma = (parts: readonly Piece[], i: number): boolean =>
  isBracedComma(parts[i]) &&
  (isZero(parts.slice(0, i)) ||
    !(isDigit(parts[i + 1]) && isDigit(parts[i + 2]) && isDigit(parts[i + 3]) && !isDigit(parts[i + 4])));
// No thousand is counted from 0 on: 0{,}693.
const isZero = (parts: readonly Piece[]): boolean =>
  parts.length === 1 && parts[0]?.kind === 'number' && parts[0].text === '0';
