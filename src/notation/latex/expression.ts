/** Sums and products. */
import {
  call,
  diff,
  div,
  mul,
  num,
  plusminus,
  product,
  Rational,
  sum as sumOf,
  type Expr,
  type Tuple,
} from '../../core/index.js';
import type { Span } from '../notation.js';
import {
  Cursor,
  isDifferential,
  type FractionPiece,
  type Piece,
  type SignPiece,
  type TimesPiece,
} from './piece.js';
import { IMPLIED, isRound, type Reader } from './reader.js';
import { hasGap } from './seen.js';
import { isForeign } from './opaque.js';
import { fail, foreign } from './unreadable.js';

export function readSum(r: Reader, c: Cursor): Expr {
  return r.deeper(c.here, () => {
    const start = c.at;
    const terms = [signed(r, c)];
    while (c.peek()?.kind === 'sign') terms.push(signed(r, c));
    return terms.length === 1 && terms[0] ? terms[0] : r.place(sumOf(terms), c.since(start));
  });
}

/** A term with the signs before it. */
function signed(r: Reader, c: Cursor): Expr {
  const start = c.at;
  const signs: SignPiece[] = [];
  for (let p = c.peek(); p?.kind === 'sign'; p = c.peek()) {
    signs.push(p);
    c.next();
  }
  const term = r.grammar.term(r, c);
  const span = c.since(start);
  return signs.reduceRight((e, s) => withSign(r, s, e, span), term);
}

function withSign(r: Reader, sign: SignPiece, e: Expr, span: Span): Expr {
  const from = { from: sign.from, to: span.to };
  switch (sign.op) {
    case '+':
      return e;
    case '-':
      return negate(r, e, from);
    case '±':
      return r.place(plusminus(e), from);
    case '∓':
      return negate(r, r.place(plusminus(e), from), from);
  }
}

/** −e as the core writes it, a coefficient of fresh nodes: every node of a reading has its own place. */
export function negate(r: Reader, e: Expr, span: Span): Expr {
  if (e.kind === 'num')
    return r.place(num(e.value.neg(), e.written === null ? null : flipped(e.written)), span);
  const factors = e.kind === 'mul' ? e.factors : [e];
  const [first, ...rest] = factors;
  if (e.kind === 'mul' && first?.kind === 'num') {
    const c = negate(r, first, { from: span.from, to: r.spans.get(first)?.to ?? span.to });
    return r.place(c.kind === 'num' && c.value.isOne ? product(rest) : product([c, ...rest]), span);
  }
  return r.place(mul(r.place(num(-1), { from: span.from, to: span.from + 1 }), ...factors), span);
}
const flipped = (written: string): string => (written.startsWith('-') ? written.slice(1) : '-' + written);

/** A product, or several with ⊙ between them, which joins less firmly than factors side by side. */
export function readTerm(r: Reader, c: Cursor): Expr {
  const start = c.at;
  const parts = [readProduct(r, c)];
  while (isEntrywiseSign(c.peek())) {
    c.next();
    parts.push(readProduct(r, c));
  }
  return parts.length === 1 && parts[0] ? parts[0] : r.place(call('hadamard', ...parts), c.since(start));
}

/** Factors side by side or with a sign between; a slash divides what stands side by side before it. */
function readProduct(r: Reader, c: Cursor): Expr {
  return r.deeper(c.here, () => {
    const start = c.at;
    const done: Group[] = [];
    let [run, op]: [Expr[], Group['op']] = [[factorOf(r, c)], null];
    let slash: Span | null = null;
    for (;;) {
      const p = c.peek();
      if (!p) break;
      if (p.kind === 'times') {
        c.next();
        r.style.product(true);
        done.push({ factors: run, op });
        [run, op, slash] = [[signedFactor(r, c)], p.op, null];
      } else if (p.kind === 'slash') {
        const { fraction, isRatio } = divide(r, c, run, start);
        run = [fraction];
        slash = isRatio ? p : null;
      } else if (p.kind === 'evaluation') {
        c.next();
        const before = [...done.splice(0), { factors: run, op }].flatMap((g) => g.factors);
        const body = together(r, c, before, start);
        if (body.kind !== 'diff' && c.pieces[start - 1]?.kind === 'sign') {
          fail(p, 'Put brackets around what this bar evaluates.', 'syntax');
        }
        [run, op] = [[r.grammar.evaluated(r, withOperand(r, c, body), p)], null];
      } else if (p.kind === 'symbol' && p.name === 'mod') {
        fail(p, 'The remainder “mod” has no reading between factors; write \\operatorname{mod}(a, b).');
      } else if (beginsFactor(p)) {
        if (slash) noteSlash(r, c, slash);
        slash = null;
        noteJuxtaposition(r, c, p);
        run.push(factorOf(r, c));
      } else break;
    }
    return joined(r, c, [...done, { factors: run, op }], start);
  });
}
/** Factors side by side, and the sign in front of them. */
interface Group {
  readonly factors: readonly Expr[];
  readonly op: TimesPiece['op'] | null;
}

/** a · b and a × b of vectors are products of their own; between numbers the signs are those of multiplication. */
function joined(r: Reader, c: Cursor, groups: readonly Group[], start: number): Expr {
  const out: (readonly Expr[])[] = [];
  for (const { factors, op } of groups) {
    const last = out.at(-1);
    const fn = op === '·' ? 'dot' : op === '×' ? 'cross' : null;
    if (!last || !fn || !areVectors(last, factors, op)) {
      out.push(factors);
      continue;
    }
    const [left, right] = [last, factors].map((f) => together(r, c, f, start)) as [Expr, Expr];
    out[out.length - 1] = [r.place(call(fn, left, right), c.since(start))];
  }
  return together(r, c, out.flat(), start);
}
/**
 * Bold letters, arrows or lists of entries stand on both sides, or on one of them and a gradient on the other. Two lists of
 * two entries with × between them are intervals as often.
 */
function areVectors(left: readonly Expr[], right: readonly Expr[], op: TimesPiece['op'] | null): boolean {
  const [a, b] = [left.some(isStyled), right.some(isStyled)];
  const [listed, other] = [left.find(isList), right.find(isList)];
  if (listed && other) return op === '·' || (listed.items.length === 3 && other.items.length === 3);
  return (a && b) || (a && right.some(isGradient)) || (b && left.some(isGradient));
}
const isStyled = (e: Expr): boolean =>
  [...e.free].some((id) => id.startsWith('bold:') || id.startsWith('vec:'));
const isList = (e: Expr): e is Tuple => e.kind === 'tuple';
const isGradient = (e: Expr): boolean =>
  e.kind === 'diff' &&
  e.partial &&
  (e.target.kind === 'tuple' || (e.target.kind === 'sym' && e.target.id === IMPLIED.id));

/** a ⊙ b. */
const isEntrywiseSign = (p: Piece | undefined): boolean =>
  p?.kind === 'unknown' && (p.what === '\\odot' || p.what === '“⊙”');

/** d/dx |_{x = 2} f: what a bare operator in front of its bar acts on stands behind the bar. */
export function withOperand(r: Reader, c: Cursor, e: Expr): Expr {
  const next = c.peek();
  if (e.kind !== 'diff' || !isPlaceholder(e.body) || !next || !beginsFactor(next)) return e;
  return r.place(diff(r.grammar.term(r, c), e.target, e.order, e.partial), r.spans.get(e) ?? next);
}
const isPlaceholder = (e: Expr): boolean => e.kind === 'sym' && e.id === IMPLIED.id;

function together(r: Reader, c: Cursor, factors: readonly Expr[], start: number): Expr {
  return factors.length === 1 && factors[0] ? factors[0] : r.place(product(factors), c.since(start));
}

const factorOf = (r: Reader, c: Cursor): Expr => r.grammar.factor(r, c);

/** A factor after a sign of multiplication, where a minus may stand: 2 · −x. */
function signedFactor(r: Reader, c: Cursor): Expr {
  const p = c.peek();
  if (p?.kind !== 'sign' || (p.op !== '-' && p.op !== '+')) return factorOf(r, c);
  const start = c.at;
  c.next();
  const e = factorOf(r, c);
  return p.op === '-' ? negate(r, e, c.since(start)) : e;
}

/**
 * What stands before a slash, over what stands below it: of 1/2x a half times x, of p²/2m all of the numbers and letters
 * behind the slash. A gap, a sign, a bracket or a function ends what is below.
 */
function divide(
  r: Reader,
  c: Cursor,
  run: readonly Expr[],
  start: number,
): { readonly fraction: Expr; readonly isRatio: boolean } {
  const numer = together(r, c, run, start);
  if (!standsInExponent(r.text, c.here.from)) r.style.fraction('slash');
  const slash = c.next() as Piece;
  const below = c.at;
  const denoms = [signedFactor(r, c)];
  const isRatio = isNumeral(numer) && isNumeral(denoms[0] as Expr);
  if (!isRatio && c.pieces.slice(below, c.at).every(isPlainFactor))
    while (goesOnBelow(r, c)) denoms.push(factorOf(r, c));
  const denom = denoms.length === 1 && denoms[0] ? denoms[0] : r.place(product(denoms), c.since(below));
  const fraction = r.place(div(numer, denom), {
    from: r.spans.get(numer)?.from ?? c.since(start).from,
    to: c.since(start).to,
  });
  if (denoms.length > 1) {
    const whole = r.source(c.since(below)).trim();
    r.assume('fraction-slash', slash, `“/${whole}” is read as division by all of ${whole}.`);
    r.seen.push({ kind: 'slash-over-run', fraction, from: slash.from, to: slash.to });
  }
  return { fraction, isRatio };
}
/** A number, or π: 1/2 x and π/2 x begin with a coefficient. */
const isNumeral = (e: Expr): boolean => e.kind === 'num' || (e.kind === 'const' && e.name === 'pi');
/** A number, or a name that no bracket makes a function. */
const isPlainFactor = (p: Piece): boolean => p.kind === 'number' || p.kind === 'name';
function goesOnBelow(r: Reader, c: Cursor): boolean {
  const [before, next, then] = [c.peek(-1), c.peek(), c.peek(1)];
  if (!before || !next || !isPlainFactor(next) || isRound(then)) return false;
  return !hasGap(r, before, next) && !isDifferential(next);
}

/** Whether the place is inside the braces of an exponent, where everybody writes a slash: x^{1/2} tells no taste. */
function standsInExponent(text: string, at: number): boolean {
  let open = 0;
  for (let i = at - 1; i >= Math.max(0, at - FURTHEST_BRACE); i--) {
    if (text[i] === '}') open++;
    else if (text[i] === '{' && open-- === 0) return text.slice(0, i).trimEnd().endsWith('^');
  }
  return false;
}
const FURTHEST_BRACE = 200;

function noteSlash(r: Reader, c: Cursor, slash: Span): void {
  const next = c.here;
  const before = c.peek(-1);
  const [below, after] = [before ? r.source(before) : '', r.source(next)];
  r.assume(
    'fraction-slash',
    slash,
    `“/${below}${after}” is read as division by ${below} alone, then times ${after}.`,
  );
}

/** √, ∛ and ∜ as characters. */
export const isRootSign = (p: Piece): boolean => p.kind === 'unknown' && /^“[√∛∜]”$/.test(p.what);

/** A fraction of two numbers. */
const isRatio = (p: FractionPiece): boolean =>
  [p.numer, p.denom].every((list) => list.length === 1 && list[0]?.kind === 'number');

/** A bare letter of the source. */
const isLetterAt = (r: Reader, p: Piece): boolean =>
  p.kind === 'name' &&
  p.base.length === 1 &&
  p.marks.length === 0 &&
  p.to === p.from + 1 &&
  r.text[p.from] === p.base;

function noteJuxtaposition(r: Reader, c: Cursor, p: Piece): void {
  const before = c.peek(-1);
  if (before?.kind === 'number' && before.sup === null && p.kind === 'number')
    fail(p, 'Two numbers side by side; write \\cdot between them.', 'syntax');
  if (before && p.kind === 'number' && p.sup === null && isLetterAt(r, before) && before.to === p.from)
    fail(
      { from: before.from, to: p.to },
      `Write ${r.source(before)}_${p.text} for a name with a number, or \\cdot for a product.`,
      'syntax',
    );
  if (before?.kind === 'number' && p.kind === 'fraction' && isRatio(p))
    r.assume(
      'other',
      { from: before.from, to: p.to },
      `${r.source({ from: before.from, to: p.to })} is read as a product, not as a mixed number.`,
    );
  if (before?.kind !== 'number') r.style.product(false);
}

export function beginsFactor(p: Piece): boolean {
  switch (p.kind) {
    case 'number':
    case 'name':
    case 'word':
    case 'big':
    case 'fence':
    case 'group':
    case 'fraction':
    case 'root':
    case 'dotted':
    case 'rows':
      return true;
    case 'unknown':
      return isRootSign(p);
    case 'symbol':
      return p.name === 'partial' || p.name === 'nabla' || p.name === 'infinity';
    default:
      return false;
  }
}

/** The whole list as one sum; what is left over is a problem. */
export function readAll(r: Reader, pieces: readonly Piece[], span: Span): Expr {
  const c = new Cursor(trimmed(pieces), span);
  if (c.done) fail(span, 'Something is missing here.', 'syntax');
  const e = r.grammar.sum(r, c);
  const left = c.peek();
  if (left) unexpected(left, r);
  return e;
}
/** Without wide gaps and full stops at either end. */
function trimmed(pieces: readonly Piece[]): readonly Piece[] {
  const idle = (p: Piece | undefined): boolean =>
    p?.kind === 'separator' && (p.text === 'gap' || p.text === '.');
  let [from, to] = [0, pieces.length];
  while (from < to && idle(pieces[from])) from++;
  while (to > from && idle(pieces[to - 1])) to--;
  return from === 0 && to === pieces.length ? pieces : pieces.slice(from, to);
}

/** Ends the reading at a piece that fits nowhere. */
export function unexpected(p: Piece, r: Reader): never {
  const source = r.source(p);
  switch (p.kind) {
    case 'unknown':
      return (isForeign(p.what) ? foreign : fail)(p, `${p.what} has no reading here.`);
    case 'prose':
      return fail(p, `The words “${p.text}” cannot stand inside an expression.`);
    case 'symbol':
      return p.name === 'dots'
        ? foreign(p, 'An ellipsis leaves open what stands there.')
        : fail(
            p,
            p.name === 'factorial' ? 'Factorials are not supported.' : `“${source}” has no reading here.`,
          );
    case 'relation':
      return foreign(
        p,
        p.op === null
          ? `The relation ${p.text} is not supported.`
          : `The relation “${source}” cannot stand here.`,
      );
    default:
      return fail(
        p,
        source === '' ? 'Something is missing here.' : `“${source}” cannot stand here.`,
        'syntax',
      );
  }
}

/** An exact number from a decimal literal, which keeps its own digits. */
export function readNumber(r: Reader, text: string, span: Span): Expr {
  const value = Rational.parse(text);
  if (!value) return fail(span, 'The number is too long to read.', 'limit');
  if (text.includes('.')) r.style.decimals();
  return r.place(num(value, text.includes('.') ? text : null), span);
}
