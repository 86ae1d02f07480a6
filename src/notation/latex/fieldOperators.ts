/** The operators of vector calculus: ∇·F, ∇×F, ∇∇ᵀf, Δf, and div, curl, rot and grad as words. */
import { call, diff, num, sym, type Expr } from '../../core/index.js';
import { isCoordinate, isFunctionName } from '../../customs/usually.js';
import { isTransposeSign, readOperand } from './derivatives.js';
import type { Cursor, NamePiece, Piece, TimesPiece } from './piece.js';
import { implied, type Reader } from './reader.js';

/** ∇·F and ∇×F of what is written out or known, ∇∇ᵀf; null for any other use of ∇. */
export function readNabla(r: Reader, c: Cursor): Expr | null {
  const start = c.at;
  const [p, next] = [c.peek(), c.peek(1)];
  if (p?.kind !== 'symbol' || p.sup || p.sub || p.primes > 0) return null;
  if (isNabla(next) && next.sub === null && isTransposeSign(next.sup)) {
    c.at += 2;
    const inner = r.place(
      diff(readOperand(r, c, true), here(r, next), r.place(num(1), next), true),
      c.since(start + 1),
    );
    return r.place(diff(inner, here(r, p), r.place(num(1), p), true), c.since(start));
  }
  const operator = next?.kind === 'times' ? PRODUCTS[next.op] : undefined;
  if (operator === undefined || !isKnown(r, c.peek(2))) return null;
  c.at += 2;
  const body = readOperand(r, c, true);
  return r.place(call(operator, body), c.since(start));
}
const PRODUCTS: Partial<Record<TimesPiece['op'], string>> = { '·': 'divergence', '×': 'curl' };
const isNabla = (p: Piece | undefined): p is Piece & { kind: 'symbol' } =>
  p?.kind === 'symbol' && p.name === 'nabla';
const here = (r: Reader, p: Piece): Expr => r.place(implied(), { from: p.from, to: p.headTo });

/** A bracket, a column, ∇f, or a name that the note defines: of **E** alone nothing can be worked out. */
function isKnown(r: Reader, p: Piece | undefined): boolean {
  if (p?.kind === 'name') return r.defines(nameId(p));
  return p !== undefined && (['fence', 'rows', 'group', 'fraction'].includes(p.kind) || isNabla(p));
}
const nameId = (p: NamePiece): string => sym(p.base, p.marks).id;

/** div, curl, rot and grad before a bracket or a name that is known; null for any other word. */
export function readFieldWord(r: Reader, c: Cursor): Expr | null {
  const start = c.at;
  const [p, next] = [c.peek(), c.peek(1)];
  const operator = p?.kind === 'word' ? WORDS.get(p.text) : undefined;
  if (!p || operator === undefined || p.sup || p.sub || p.primes > 0 || !isKnown(r, next)) return null;
  // div(a, b) of two numbers is no field's; one of div F is.
  if (next?.kind === 'fence' && next.left !== '(' && next.left !== '[') return null;
  c.next();
  const body = readOperand(r, c, true);
  const span = c.since(start);
  return operator === 'gradient'
    ? r.place(diff(body, here(r, p), r.place(num(1), p), true), span)
    : r.place(call(operator, body), span);
}
const WORDS: ReadonlyMap<string, string> = new Map([
  ['div', 'divergence'],
  ['Div', 'divergence'],
  ['curl', 'curl'],
  ['rot', 'curl'],
  ['grad', 'gradient'],
  ['lap', 'laplacian'],
]);

/**
 * Δf of a function that the note defines, and Δ of what has two coordinates in it and is all that follows: the
 * Laplacian. Before anything else Δ is a difference, or a factor.
 */
export function readLaplacian(r: Reader, c: Cursor): Expr | null {
  const start = c.at;
  const [p, next] = [c.peek(), c.peek(1)];
  if (p?.kind !== 'name' || p.base !== 'Delta' || p.marks.length > 0 || p.sub || p.sup || p.primes > 0)
    return null;
  if (r.defines('Delta') || !next) return null;
  const isFunction = next.kind === 'name' && isFunctionName(next.base) && r.knowsFunction(nameId(next));
  if (!isFunction && !(start === 0 && next.kind !== 'name' && coordinatesIn(c.rest.slice(1)).size > 1))
    return null;
  c.next();
  const body = readOperand(r, c, true);
  return r.place(call('laplacian', body), c.since(start));
}
/** x, y, z and entries of one name in a term, by what they are written as. */
function coordinatesIn(pieces: readonly Piece[], found = new Set<string>()): ReadonlySet<string> {
  for (const p of pieces) {
    if (p.kind === 'relation') break;
    if (p.kind === 'name' && p.marks.length === 0 && isCoordinate(p.base))
      found.add(`${p.base}${indexOf(p)}`);
    partsOf(p).forEach((part) => coordinatesIn(part, found));
  }
  return found;
}
const indexOf = ({ sub }: Piece): string =>
  sub?.map((s) => (s.kind === 'number' ? s.text : '')).join('') ?? '';
function partsOf(p: Piece): readonly (readonly Piece[])[] {
  if (p.kind === 'fraction') return [p.numer, p.denom];
  const body = p.kind === 'fence' || p.kind === 'group' || p.kind === 'root' ? [p.body] : [];
  return p.sup ? [...body, p.sup] : body;
}
