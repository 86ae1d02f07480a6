/** The smooth expressions of which one consists piece by piece: −x and x of |x|, each argument of a maximum. */
import { same } from '../equality.js';
import { MINUS_ONE, neg, ONE, ZERO, type Expr } from '../expr.js';
import { replaceAll } from '../rewrite.js';
import { children } from '../walk.js';

const MOST = 32;

/** Every choice of pieces, among them all that are in force somewhere; null where they are too many. */
export function smoothOnes(e: Expr, letter: string): readonly Expr[] | null {
  const open = [e];
  const found: Expr[] = [];
  for (let next = open.pop(); next; next = open.pop()) {
    const part = innermost(next, letter);
    if (part) for (const p of part.pieces) open.push(replaceAll(next, part.of, p));
    else if (!found.some((f) => same(f, next))) found.push(next);
    if (open.length + found.length > MOST) return null;
  }
  return found;
}

/** Whether some part is given by pieces in the letter, so that its formula may go on where its derivative does not. */
export const isInPieces = (e: Expr, letter: string): boolean => innermost(e, letter) !== null;

/** A part that is given by pieces and has no such part within. */
function innermost(e: Expr, letter: string): { readonly of: Expr; readonly pieces: readonly Expr[] } | null {
  if (!e.free.has(letter)) return null;
  for (const c of e.kind === 'piecewise' ? valuesOf(e) : children(e)) {
    const within = innermost(c, letter);
    if (within) return within;
  }
  const pieces = piecesOf(e);
  return pieces && { of: e, pieces };
}

const valuesOf = (e: Expr): readonly Expr[] =>
  e.kind === 'piecewise' ? [...e.branches.map((b) => b.value), ...(e.otherwise ? [e.otherwise] : [])] : [];

function piecesOf(e: Expr): readonly Expr[] | null {
  if (e.kind === 'piecewise') return valuesOf(e);
  const [u] = e.kind === 'call' ? e.args : [];
  if (e.kind !== 'call' || !u) return null;
  if (e.fn === 'max' || e.fn === 'min') return e.args;
  if (e.fn === 'abs') return [u, neg(u)];
  if (e.fn === 'sign') return [ONE, MINUS_ONE, ZERO];
  if (e.fn === 'relu') return [u, ZERO];
  return e.fn === 'heaviside' ? [ONE, ZERO] : null;
}
