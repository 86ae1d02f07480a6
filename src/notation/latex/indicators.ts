/** What is 1 where something holds, and 0 elsewhere: 𝟙[i = k], \mathbf 1_{x > 0}, \mathbb 1\{x < a\}. */
import { equated, delta, num, piecewise, type Expr } from '../../core/index.js';
import type { Cursor, NamePiece, Piece } from './piece.js';
import { withPower } from './powers.js';
import type { Reader } from './reader.js';
import { fail } from './unreadable.js';

/** The indicator of what stands in the bracket behind, or below; null for the vector of ones. */
export function readIndicator(r: Reader, c: Cursor, p: NamePiece): Expr | null {
  if (p.base !== '1' || p.primes > 0) return null;
  const start = c.at;
  const next = c.peek(1);
  const inBracket = next?.kind === 'fence' && next.body.some(isRelation) ? next : null;
  const below = p.sub?.some(isRelation) ? p.sub : null;
  if (!inBracket && !below) return null;
  if (inBracket && (p.sub || p.sup)) return fail(p, 'A script on an indicator has no reading here.');
  c.next();
  if (inBracket) c.next();
  const span = c.since(start);
  const condition = r.grammar.condition(r, inBracket?.body ?? below ?? [], inBracket ?? p);
  const [left, right] = equated(condition) ?? [];
  // Of two indices it is Kronecker’s δ.
  const e =
    left && right && isIndex(left) && isIndex(right)
      ? delta(left, right)
      : piecewise([{ value: r.place(num(1), span), condition }], r.place(num(0), span));
  return withPower(r, r.place(e, span), inBracket ?? { ...p, sub: null }, span);
}
const isRelation = (p: Piece): boolean => p.kind === 'relation';
/** i, k, 1: small whole things that number entries. */
const isIndex = (e: Expr): boolean =>
  (e.kind === 'sym' && /^[a-z]$/.test(e.base)) || (e.kind === 'num' && e.value.isInteger);
