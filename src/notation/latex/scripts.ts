/** What stands under, over and beside a piece: subscripts, exponents and primes. */
import type { Span } from '../notation.js';
import { pairBrackets } from './brackets.js';
import { grouped, isPrime } from './compose.js';
import type { Node, SupsubNode } from './katexTree.js';
import { hasScripts, place, type Piece } from './piece.js';
import { fail } from './unreadable.js';

export type Scripts = Pick<Piece, 'primes' | 'sup' | 'sub'>;

/** Whether the subscript is written before the exponent: x_i^2. */
export function isSubFirst(node: SupsubNode): node is SupsubNode & { readonly sub: Node } {
  return Boolean(node.sub && node.sup && startOf(node.sup) > startOf(node.sub));
}

function startOf(node: Node): number {
  if (node.loc) return node.loc.start;
  if ('body' in node && Array.isArray(node.body)) {
    for (const n of node.body as readonly Node[]) if (startOf(n) >= 0) return startOf(n);
  }
  return -1;
}

/** The scripts of the pieces of an exponent and a subscript; primes at the start of the exponent are counted. */
export function scriptsOf(sup: readonly Piece[] | null, sub: readonly Piece[] | null): Scripts {
  const only = sup?.[0];
  if (sup?.length === 1 && only?.kind === 'delimiter' && only.side === 'open')
    fail(only, 'Only the bracket is in the exponent here; put braces around all of it.', 'syntax');
  const end = sup ? sup.findIndex((p) => !isPrime(p) && !isPrimes(p)) : 0;
  const signs = sup && end < 0 ? sup.length : end;
  const rest = sup ? sup.slice(signs) : null;
  return {
    primes: (sup ?? []).slice(0, signs).reduce((n, p) => n + p.primes + (isPrime(p) ? 1 : 0), 0),
    sup: rest && rest.length > 0 ? pairBrackets(rest) : null,
    sub: sub ? pairBrackets(sub) : null,
  };
}

/** Primes on nothing: the exponent of f^{''}. */
const isPrimes = (p: Piece): boolean =>
  p.kind === 'group' && p.body.length === 0 && p.primes > 0 && p.sup === null && p.sub === null;

/**
 * The base with its scripts: they belong to its last piece where that has none yet, but to the whole where braces hold
 * several pieces together. Without a base they stand on an empty group.
 */
export function withScripts(
  base: readonly Piece[],
  isPlainGroup: boolean,
  scripts: Scripts,
  { from, to }: Span,
): Piece[] {
  const only = base.at(-1);
  const simple = only && !hasScripts(only) && (base.length === 1 || !isPlainGroup);
  const head: Piece | null = simple ? only : base.length > 0 ? grouped(base) : null;
  const start = Math.min(from, to);
  if (!head) return [{ kind: 'group', body: [], from: start, to, headTo: start, ...scripts }];
  return [
    ...(simple ? base.slice(0, -1) : []),
    { ...head, ...scripts, headTo: head.to, to: Math.max(head.to, to) },
  ];
}

/** A symbol with another set over or under it: what stands on a relation leaves it, but “def” on = defines. */
export function stackedPiece(
  body: readonly Piece[],
  above: readonly Piece[],
  isBelow: boolean,
  span: Span,
): Piece {
  const only = body[0];
  if (body.length === 1 && only?.kind === 'big' && isBelow) return { ...only, ...place(span), sub: above };
  if (body.length !== 1 || only?.kind !== 'relation')
    return { kind: 'unknown', what: 'A stacked symbol', ...place(span) };
  const defines = above.some((p) => (p.kind === 'word' || p.kind === 'prose') && /^def/i.test(p.text));
  return { ...only, op: defines && only.op === '=' ? ':=' : only.op, ...place(span) };
}
