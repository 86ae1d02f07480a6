/** ∑, ∏, ∫ and lim over a bound name. */
import {
  binder,
  freeIndices,
  num,
  opaque,
  relation,
  someNode,
  sym,
  type Binder,
  type Expr,
  type RelationOp,
  type Sym,
} from '../../core/index.js';
import type { Span } from '../notation.js';
import { readAll, unexpected } from './expression.js';
import {
  type BigPiece,
  Cursor,
  type FractionPiece,
  isDifferential,
  type Piece,
  type SignPiece,
  spanOf,
} from './piece.js';
import { isRound, isComma, splitAt, type Reader } from './reader.js';
import { readOpaqueCall, readOpaquePieces, readOpaqueTerm } from './opaque.js';
import { fail, foreign } from './unreadable.js';

interface BoundRange {
  readonly index: Sym;
  readonly lower: Expr | null;
  readonly upper: Expr | null;
  readonly condition: Expr | null;
}

export function readBig(r: Reader, c: Cursor): Expr {
  const p = c.peek();
  if (p?.kind !== 'big') return fail(c.here, 'An operator is missing here.', 'syntax');
  switch (p.op) {
    case 'sum':
    case 'product':
      return readSeries(r, c, p);
    case 'limit':
      return readLimit(r, c, p);
    case 'integral':
      return readIntegral(r, c, p);
    case 'other':
      return OF_BRACKET.has(p.text) ? readOpaqueCall(r, c) : readOpaqueTerm(r, c);
  }
}

/** Of the operators that are none here, those that work on what stands in their bracket and not on all of their term. */
const OF_BRACKET: ReadonlySet<string> = new Set([
  '\\Pr',
  '\\gcd',
  '\\arg',
  '\\dim',
  '\\deg',
  '\\hom',
  '\\ker',
]);

function readSeries(r: Reader, c: Cursor, p: BigPiece): Expr {
  const start = c.at;
  c.next();
  if (!p.sub) foreign(p, 'The index of this sum or product is missing.');
  const ranges = readRanges(r, p);
  if (c.done) fail(p, 'What is added or multiplied is missing.', 'syntax');
  const body = r.grammar.term(r, c);
  const span = c.since(start);
  const index = ranges.find((range) => numbersFunctions(body, range.index));
  if (index) foreign(p, `The functions that ${index.index.base} numbers have no reading under this sign.`);
  const others = otherIndices(r, ranges, body, span);
  for (const { index } of others) r.assume('other', p, `The sum runs over ${index.base} as well.`);
  return [...others, ...ranges].reduceRight(
    (e, range) => bind(r, p.op === 'sum' ? 'sum' : 'product', range, e, span),
    body,
  );
}

/** j of Σ_{i<j} (x_i − x_j)², which is summed over as well: it stands in what is summed, and nowhere round it. */
function otherIndices(r: Reader, ranges: readonly BoundRange[], body: Expr, span: Span): BoundRange[] {
  const related = ranges.flatMap(({ index, condition }) =>
    condition?.kind === 'relation'
      ? condition.sides.flatMap((s) => (s.kind === 'sym' && s.id !== index.id ? s : []))
      : [],
  );
  // Most sums name no other index, and need no look at the text.
  if (related.length === 0) return [];
  const round = `${r.text.slice(0, span.from)} ${r.text.slice(span.to)}`;
  const letters = round.replace(/\\[A-Za-z]+/g, ' ');
  const isRound = (s: Sym): boolean => (s.base.length === 1 ? letters : round).includes(s.base);
  const free = freeIndices(body);
  return related
    .filter((s) => free.some((i) => i.id === s.id) && !isRound(s))
    .map((s) => ({ index: s, lower: null, upper: null, condition: null }));
}
/** Σ_j c_j q_j(x): each q_j is another function, which a name with a j below does not say. */
const numbersFunctions = (body: Expr, index: Sym): boolean =>
  someNode(body, (e) => e.kind === 'apply' && (e.fn.sub?.split(/,|/).includes(index.base) ?? false));

/** The binder over the body, whose nodes are rebuilt with the name bound and keep their places. */
function bind(r: Reader, op: Binder['op'], range: BoundRange, body: Expr, span: Span): Expr {
  const { index, lower, upper, condition } = range;
  const made = binder(op, index, { lower, upper, condition }, body);
  r.movePlaces(body, made.body);
  if (condition && made.condition) r.movePlaces(condition, made.condition);
  return r.place(made, span);
}

/** i = 1, i ≠ k, i ∈ S, 1 ≤ i ≤ n, or bare names; several between commas. */
function readRanges(r: Reader, p: BigPiece): BoundRange[] {
  const sub = p.sub ?? [];
  const rows = sub[0];
  const parts =
    sub.length === 1 && rows?.kind === 'rows' ? rows.rows.map((row) => row.flat()) : splitAt(sub, isComma);
  const upper = p.sup ? readAll(r, p.sup, p) : null;
  const ranges: BoundRange[] = [];
  for (const part of parts) {
    const range = readRange(r, part, spanOf(part, p), ranges.at(-1));
    if (range.merge) ranges.pop();
    ranges.push(range);
  }
  if (upper && ranges.length > 0) {
    if (ranges.length > 1 && ranges.some((x) => x.lower === null))
      fail(p, 'Which index the upper bound belongs to is not clear.');
    return ranges.map((x) => (x.upper ? x : { ...x, upper }));
  }
  return ranges;
}

function readRange(
  r: Reader,
  part: readonly Piece[],
  span: Span,
  before: BoundRange | undefined,
): BoundRange & { merge?: boolean } {
  const sides = splitAt(part, (q) => q.kind === 'relation');
  const ops = part.flatMap((q) => (q.kind === 'relation' ? [q] : []));
  const odd = ops.find((q) => q.op === null);
  if (odd) unexpected(odd, r);
  const names = ops.map((q) => q.op as RelationOp);
  const index = indexName(r, sides[names.length === 2 ? 1 : 0] ?? [], span);
  const none = { index, lower: null, upper: null, condition: null };
  const read = (i: number): Expr => readAll(r, sides[i] ?? [], span);
  if (names.length === 0) return none;
  if (names.length === 2 && names.every((o) => o === '<='))
    return { ...none, lower: read(0), upper: read(2) };
  if (names.length === 1 && names[0] === '=') return { ...none, lower: read(1) };
  const condition = r.place(
    relation(
      names,
      sides.map((_, i) => read(i)),
    ),
    span,
  );
  if (before?.index.id === index.id && before.condition === null)
    return { ...before, condition, merge: true };
  return { ...none, condition };
}
function indexName(r: Reader, side: readonly Piece[], span: Span): Sym {
  const only = side[0];
  // \lim_{\Delta x \to 0}
  if (only?.kind === 'name' && only.base === 'Delta' && side.length === 2 && side[1]?.kind === 'name')
    return opaque(r.source({ from: only.from, to: side[1].to }).replace(/\s+/g, ' ').trim());
  if (side.length !== 1 || only?.kind !== 'name' || only.sup || only.primes > 0 || only.sub)
    return foreign(span, 'The index must be a letter.');
  return sym(only.base, only.marks);
}

/** \lim_{x \to a}: the point is the lower bound; from one side, a condition says which. */
function readLimit(r: Reader, c: Cursor, p: BigPiece): Expr {
  const start = c.at;
  c.next();
  const [left = [], right = []] = splitAt(p.sub ?? [], (q) => q.kind === 'relation');
  const arrow = p.sub?.find((q) => q.kind === 'relation');
  if (arrow?.kind !== 'relation' || arrow.op !== '->' || p.sup)
    return fail(p, 'The limit needs x \\to a below it.', 'syntax');
  const index = indexName(r, left, p);
  const { oneSided, target } = sideOfLimit(right);
  const point = readAll(r, target, spanOf(right, p));
  const named = r.place(sym(index.base, index.marks), spanOf(left, p));
  const condition = oneSided
    ? r.place(relation([oneSided === '-' ? '<' : '>'], [named, readAll(r, target, p)]), p)
    : null;
  const body = r.grammar.term(r, c);
  return bind(r, 'limit', { index, lower: point, upper: null, condition }, body, c.since(start));
}

/** a^+, or a+: the point, and from which side it is approached. */
function sideOfLimit(right: readonly Piece[]): {
  readonly oneSided: SignPiece['op'] | null;
  readonly target: readonly Piece[];
} {
  const last = right.at(-1);
  const before = right.slice(0, -1);
  if (last?.kind === 'sign' && before.length > 0) return { oneSided: last.op, target: before };
  const [sign, ...more] = last?.sup ?? [];
  if (!last || sign?.kind !== 'sign' || more.length > 0) return { oneSided: null, target: right };
  return { oneSided: sign.op, target: [...before, { ...last, sup: null }] };
}

/** \int_a^b … dx: the body runs to the differential that belongs to this sign. */
function readIntegral(r: Reader, c: Cursor, p: BigPiece): Expr {
  const start = c.at;
  c.next();
  const end = differentialAt(c);
  // One of many functions, or an integral over a region that is named below it.
  if (!p.sub || !p.sup) {
    c.at = start;
    return end < 0 ? readOpaqueTerm(r, c) : readOpaquePieces(r, c, end + 3);
  }
  const name = c.peek(end + 1);
  const [lower, upper] = [readAll(r, p.sub, p), readAll(r, p.sup, p)];
  if (end < 0) return integralOfFraction(r, c, p, lower, upper, start);
  if (name?.kind !== 'name') return fail(p, 'The dx of this integral is missing.', 'syntax');
  const behind = c.peek(end + 2);
  if (isRound(behind) && behind.body.length === 1 && behind.body[0]?.kind === 'name')
    return fail(p, 'An integral by a function has no reading here.');
  const pieces = c.pieces.slice(c.at, c.at + end);
  const body = pieces.length > 0 ? readAll(r, pieces, p) : r.place(num(1), name);
  c.at += end + 2;
  return bind(
    r,
    'integral',
    { index: indexName(r, [name], name), lower, upper, condition: null },
    body,
    c.since(start),
  );
}
/** How far ahead the differential stands that closes the integral; −1 for none. */
function differentialAt(c: Cursor): number {
  let open = 1;
  for (let i = 0; c.at + i < c.pieces.length; i++) {
    const p = c.peek(i);
    if (p?.kind === 'big' && p.op === 'integral') open++;
    if (p?.kind === 'relation' || p?.kind === 'separator') return -1;
    if (
      isDifferential(p) &&
      p?.kind === 'name' &&
      c.peek(i + 1)?.kind === 'name' &&
      c.peek(i + 1)?.sup === null &&
      --open === 0
    )
      return i;
  }
  return -1;
}
// \int \frac{dx}{x}: the differential stands in the numerator.
function integralOfFraction(
  r: Reader,
  c: Cursor,
  p: BigPiece,
  lower: Expr,
  upper: Expr,
  start: number,
): Expr {
  const fraction = c.pieces
    .slice(c.at)
    .findIndex((q) => q.kind === 'fraction' && isDifferential(q.numer.at(-2)));
  const q = c.peek(fraction) as FractionPiece | undefined;
  const name = q?.kind === 'fraction' ? q.numer.at(-1) : undefined;
  if (fraction < 0 || !q || name?.kind !== 'name')
    return fail(p, 'The dx of this integral is missing.', 'syntax');
  const one: Piece = { ...name, kind: 'number', text: '1', sub: null, sup: null, primes: 0 };
  const numer = q.numer.length > 2 ? q.numer.slice(0, -2) : [one];
  const body = new Cursor([...c.pieces.slice(c.at, c.at + fraction), { ...q, numer }], p);
  const value = r.grammar.term(r, body);
  c.at += fraction + 1;
  return bind(
    r,
    'integral',
    { index: indexName(r, [name], name), lower, upper, condition: null },
    value,
    c.since(start),
  );
}
