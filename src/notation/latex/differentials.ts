/** dy = 2x dx, which says dy/dx = 2x: equations between the differentials of two names. */
import { diff, num, relation, sym, type Expr, type RelationOp } from '../../core/index.js';
import type { Span } from '../notation.js';
import { readAll } from './expression.js';
import {
  hasScripts,
  isDifferential,
  isPartial,
  place,
  spanOf,
  type FractionPiece,
  type NamePiece,
  type Piece,
} from './piece.js';
import type { Reader } from './reader.js';

/** A side that is a multiple of one differential. */
interface Multiple {
  readonly of: NamePiece;
  /** What stands beside the differential. */
  readonly factor: readonly Piece[];
}

/** The equation between derivatives; null where the sides are no multiples of one differential, or the left one is more than that. */
export function readDifferentials(
  r: Reader,
  names: readonly RelationOp[],
  sides: readonly (readonly Piece[])[],
  whole: Span,
): Expr | null {
  const [left = [], ...rights] = sides;
  const [d, y, more] = left;
  if (!isSign(d) || y?.kind !== 'name' || more || y.sup || y.primes > 0) return null;
  const multiples = rights.map(multipleIn);
  const [first] = multiples;
  if (!first || names.some((op) => op !== '=')) return null;
  if (multiples.some((m) => !m || r.source(m.of).trim() !== r.source(first.of).trim())) return null;
  const at = spanOf(left, whole);
  const [body, target] = [readAll(r, [y], y), readAll(r, [first.of], first.of)];
  if (body.kind !== 'sym' || target.kind !== 'sym' || body.id === target.id) return null;
  const head = r.place(diff(body, r.place(sym(target.base, target.marks, target.sub), first.of), num(1)), at);
  const values = multiples.map((m, i) => {
    const side = spanOf(rights[i] ?? [], whole);
    const value = readAll(r, m?.factor ?? [], side);
    // What is said ends with its differential.
    r.spans.set(value, r.balanced(side));
    return value;
  });
  r.assume('other', whole, `${r.source(whole).trim()} is read as an equation for a derivative.`);
  return r.place(relation(names, [head, ...values]), whole);
}

/** d, of a differential of the first order. */
const isSign = (p: Piece | undefined): boolean =>
  isDifferential(p) && !isPartial(p) && p !== undefined && !hasScripts(p);

/** The one differential of a product, in it or above a bar; null where there is none, or several. */
function multipleIn(side: readonly Piece[]): Multiple | null {
  // Of a sum each term would have its own.
  if (side.some((p, i) => i > 0 && p.kind === 'sign')) return null;
  const places = side.flatMap((p, i) => (isSign(p) && side[i + 1]?.kind === 'name' ? [i] : []));
  const above = side.flatMap((p, i) => (p.kind === 'fraction' && p.numer.some(isSign) ? [i] : []));
  if (places.length + above.length !== 1) return null;
  const [at = -1] = places;
  if (at >= 0) return without(side, at);
  const [k = 0] = above;
  const fraction = side[k] as FractionPiece;
  const inside = multipleIn(fraction.numer);
  if (!inside || fraction.denom.some(isSign)) return null;
  const left: Piece = { ...fraction, numer: inside.factor };
  return { of: inside.of, factor: [...side.slice(0, k), left, ...side.slice(k + 1)] };
}

/** dx/2 is 1/2 dx. */
function without(side: readonly Piece[], at: number): Multiple | null {
  const of = side[at + 1];
  if (of?.kind !== 'name' || of.sup || of.primes > 0) return null;
  const [before, after] = [side.slice(0, at), side.slice(at + 2)];
  const last = before.at(-1);
  const isAlone = last === undefined || last.kind === 'sign';
  const needsOne =
    isAlone && (after.length === 0 || after[0]?.kind === 'slash' || after[0]?.kind === 'times');
  const one: Piece = { kind: 'number', text: '1', ...place(of) };
  const joined = last?.kind === 'times' && after.length === 0 ? before.slice(0, -1) : before;
  return { of, factor: needsOne ? [...before, one, ...after] : [...joined, ...after] };
}
