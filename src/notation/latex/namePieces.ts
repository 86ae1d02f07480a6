/** Letters: constants, symbols, components, and functions by their letter. */
import {
  apply,
  call,
  component,
  constant,
  delta,
  pow,
  sym,
  type Expr,
  type Order,
  type Sym,
} from '../../core/index.js';
import {
  functionBeforeBracket,
  isExpectationLetter,
  isFunctionInTex,
  isGrowthLetter,
  isNumberOfItsOwn,
  isUpperIndex,
} from '../../customs/usually.js';
import { isCall, isSquareCall, mentions, orderOf, readArguments, readCall } from './calls.js';
import { readOperator, readSlashDerivative } from './derivatives.js';
import { readAll } from './expression.js';
import { isKnownWord } from './functions.js';
import { isDifferential, type Cursor, type FencePiece, type NamePiece, type Piece } from './piece.js';
import { readSubscriptDerivative } from './partials.js';
import { checkDigits, derivativeOf, transposeOf, valueOfDerivative, withPower } from './powers.js';
import { isRound, type Reader } from './reader.js';
import { readIndicator } from './indicators.js';
import { holdsCondition, readOpaqueCall, readOpaquePieces } from './opaque.js';
import { noteName } from './seen.js';
import { readSubscript, type Subscript } from './subscripts.js';
import { fail, foreign } from './unreadable.js';

export function readName(r: Reader, c: Cursor): Expr {
  const start = c.at;
  const p = c.peek();
  if (p?.kind !== 'name') return fail(c.here, 'A name is missing here.', 'syntax');
  noteName(r, c, p);
  const derivative = isDifferential(p)
    ? readSlashDerivative(r, c)
    : isOperatorName(r, c, p)
      ? readOperator(r, c)
      : null;
  if (derivative) return derivative;
  const indicator = readIndicator(r, c, p);
  if (indicator) return indicator;
  if (isExpectation(p, c.peek(1)) || isOrderOfGrowth(r, p, c.peek(1)) || holdsCondition(c.peek(1)))
    return readOpaqueCall(r, c);
  if (isDifference(r, p, c.peek(1))) return readOpaquePieces(r, c, 2);
  c.next();
  if (isBareOperator(r, p, c.peek(), c.peek(1)))
    fail(p, 'By which variable D derives is not said: write D_x, or \\cdot for a product.');
  const fn = tableFunction(r, c, p);
  if (fn) return namedFunction(r, c, p, fn, start);
  return (
    knownConstant(r, p) ??
    readSubscriptDerivative(r, c, p, start) ??
    withRow(r, c, p, symbolOrCall(r, c, p, start))
  );
}

/** Δx: how far x is changed, and no product. */
const isDifference = (r: Reader, p: NamePiece, next: Piece | undefined): boolean =>
  p.base === 'Delta' && next?.kind === 'name' && isPlain(p) && !p.sup && !p.sub && !r.defines('Delta');

/** D f(x), D^2 f: an operator, or a factor. */
function isBareOperator(r: Reader, p: NamePiece, next: Piece | undefined, then: Piece | undefined): boolean {
  if (p.base !== 'D' || p.marks.length > 0 || p.sub || p.primes > 0 || r.defines('D')) return false;
  if (next?.kind === 'fence' && next.left === '[') return true;
  return next?.kind === 'name' && isFunctionInTex(next.base) && (p.sup !== null || isRound(then));
}

/** O(x²), o(h), \mathcal{O}(n): how fast a rest grows, and no product. */
function isOrderOfGrowth(r: Reader, p: NamePiece, next: Piece | undefined): boolean {
  if (!isGrowthLetter(p.base) || p.sub || p.sup || p.primes > 0 || !isRound(next)) return false;
  return p.marks.every((m) => m === 'calligraphic' || m === 'script') && !r.defines(sym(p.base, p.marks).id);
}

/** \mathbb{E}[…], E[X], E^Q[…] by a measure Q. */
function isExpectation(p: NamePiece, next: Piece | undefined): boolean {
  if (next?.kind !== 'fence') return false;
  if (p.marks.includes('blackboard')) return true;
  return (
    isExpectationLetter(p.base) &&
    next.left === '[' &&
    ((next.body.length === 1 && next.body[0]?.kind === 'name') || isMeasure(p.sup))
  );
}
const isMeasure = (sup: readonly Piece[] | null): boolean => {
  const [only, ...more] = sup ?? [];
  return more.length === 0 && only?.kind === 'name' && /^[A-Z]$/.test(only.base);
};

const isPlain = (p: NamePiece): boolean => p.marks.length === 0 || p.marks.join() === 'roman';

function knownConstant(r: Reader, p: NamePiece): Expr | null {
  if (p.sub !== null || p.primes > 0 || !isPlain(p)) return null;
  const head = { from: p.from, to: p.headTo };
  if (p.base === 'pi' && !r.defines('pi')) return withPower(r, r.place(constant('pi'), head), p);
  if (p.base === 'i' && r.imaginary && !r.defines('i')) return withPower(r, r.place(constant('i'), head), p);
  // In a note about an error e the e of e^{−x} is Euler’s all the same.
  const isError = r.defines('e') && (p.sup === null || isNumberAlone(p.sup));
  if (p.base !== 'e' || isError) return null;
  if (p.sup === null) return r.place(constant('e'), head);
  checkDigits(r, p);
  r.style.exponential('power');
  return r.place(call('exp', readAll(r, p.sup, { from: p.headTo, to: p.to })), p);
}

/** 2 of e². */
const isNumberAlone = (sup: readonly Piece[]): boolean => sup.length === 1 && sup[0]?.kind === 'number';

/** D_x before an operand. */
function isOperatorName(r: Reader, c: Cursor, p: NamePiece): boolean {
  const only = p.sub?.[0];
  if (p.base !== 'D' || p.marks.some((m) => m !== 'roman') || p.sub?.length !== 1 || only?.kind !== 'name')
    return false;
  const next = c.peek(1);
  return (
    !r.defines('D') && next !== undefined && ['fence', 'name', 'word', 'fraction', 'root'].includes(next.kind)
  );
}

/** σ and Γ before a bracket, unless the document defines them. */
function tableFunction(r: Reader, c: Cursor, p: NamePiece): string | null {
  if (p.marks.length > 0 || p.sub !== null || r.defines(p.base)) return null;
  const read = functionBeforeBracket(p.base);
  // Γ′ stays a name, as a primed path or group is, but beside ψ, which is Γ′/Γ.
  const fn = read === 'gamma' && p.primes > 0 && !BESIDE_GAMMA.test(r.text) ? null : read;
  const next = c.peek();
  // σ(1 − σ) is a product; behind a power only one name alone is an argument: σ²(x − μ) is a variance.
  if (!fn || !isRound(next) || mentions(next.body, p)) return null;
  return p.sup === null || orderOf(r, p) !== null || next.body.length === 1 ? fn : null;
}

const BESIDE_GAMMA = /ψ|\\psi(?![A-Za-z])/;

/** \sigma(x), \sigma'(x), \sigma^2(x) as a function of the table. */
function namedFunction(r: Reader, c: Cursor, p: NamePiece, fn: string, start: number): Expr {
  if (fn === 'sigmoid') r.assume('sigma-sigmoid', p, 'σ is read as the sigmoid function 1/(1 + e^{−x}).');
  r.style.name(fn, r.source({ from: p.from, to: p.headTo }).trim());
  const fence = c.next();
  if (!isRound(fence)) return fail(p, 'An argument is missing here.', 'syntax');
  const [arg, ...more] = readArguments(r, fence);
  if (!arg || more.length > 0) return fail(fence, 'This function takes one argument.', 'syntax');
  const order = p.primes > 0 ? p.primes : orderOf(r, p);
  const span = { from: p.from, to: fence.headTo };
  const value =
    order === null
      ? r.place(call(fn, arg), span)
      : valueOfDerivative(r, (x) => call(fn, x), arg, order, span);
  const exponent = order === null || p.primes > 0 ? p.sup : null;
  const powered = exponent ? r.place(pow(value, readAll(r, exponent, p)), span) : value;
  return withPower(r, powered, fence, c.since(start));
}

function symbolOrCall(r: Reader, c: Cursor, written: NamePiece, start: number): Expr {
  const p = withPrime(r, starred(written));
  const sub = readSubscript(r, p);
  const kronecker = readDelta(r, p, sub);
  if (kronecker) return kronecker;
  const { fn, order, power } = headOf(r, p, sub.kind === 'name' ? sub.text : null);
  const fence = c.peek();
  const name = sub.kind === 'indices' ? sym(p.base, fn.marks, writtenSub(p)) : fn;
  const isArgument = (f: FencePiece): boolean =>
    !isOfForm(r, c, f) && (isRound(f) ? isCall(r, p, name, f) : isSquareCall(r, p, name, f));
  if (fence?.kind === 'fence' && isArgument(fence)) {
    // I_{[0, 1]}(t): the name would have to hold what no name can.
    if (sub.kind === 'indices' && writtenSub(p).includes(UNWRITTEN))
      fail(p, `The subscript of ${r.source(p).trim()} has no reading as a part of a function’s name.`);
    c.next();
    return readCall(
      r,
      p,
      r.place(name, { from: p.from, to: subEnd(p) }),
      fence,
      order,
      power,
      c.since(start),
    );
  }
  const upper = power ? upperIndex(r, p) : null;
  if (upper && isRound(fence) && fence.body.length === 1 && p.marks.length === 0)
    fail(p, `Whether ${r.source(p).trim()} is an order or one of several is not clear.`);
  const indices = [...(upper ? [upper] : []), ...(sub.kind === 'indices' ? sub.indices : [])];
  const to = upper ? p.to : subEnd(p);
  const entry =
    indices.length > 0
      ? r.place(component(r.place(fn, { from: p.from, to: p.headTo }), indices), { from: p.from, to })
      : r.place(fn, {
          from: p.from,
          to: fn.marks.includes('upper') || (p !== written && p.sup === null) ? p.to : to,
        });
  const value = order === null ? entry : primed(r, entry, order, p);
  if (power && isSmallT(r, p) && !isRow(r, c, p)) {
    r.assume('other', p, `The T of ${r.source(p).trim()} is read as an exponent, not as a transpose.`);
  }
  return power && !upper && !isRow(r, c, p) ? withPower(r, value, { ...p, primes: 0 }) : value;
}
/** (x − a)^T H (x − a): between a transposed bracket and the same one again a matrix stands, and no function. */
function isOfForm(r: Reader, c: Cursor, fence: FencePiece): boolean {
  const before = c.pieces[c.at - 2];
  if (!isRound(before) || !isRound(fence) || !transposeOf(before)) return false;
  const within = ({ body: [first, ...rest] }: FencePiece): string =>
    first ? r.source({ from: first.from, to: (rest.at(-1) ?? first).to }).replaceAll(/\s/gu, '') : '';
  return within(fence) !== '' && within(before) === within(fence);
}
/** Where a name ends with its subscript and without primes and exponent; its braces count where nothing follows. */
const subEnd = (p: Piece): number =>
  p.sub && p.sup === null && p.primes === 0 ? p.to : Math.max(p.headTo, p.sub?.at(-1)?.to ?? 0);
const UNWRITTEN = '?';
const writtenSub = (p: NamePiece): string =>
  (p.sub ?? [])
    .map((s) =>
      s.kind === 'name'
        ? s.base
        : s.kind === 'number'
          ? s.text
          : s.kind === 'sign'
            ? s.op
            : s.kind === 'separator'
              ? ','
              : UNWRITTEN,
    )
    .join('');

function readDelta(r: Reader, p: NamePiece, sub: Subscript): Expr | null {
  if (p.base !== 'delta' || p.marks.length > 0 || sub.kind !== 'indices' || r.defines('delta')) return null;
  const [left, right, third] = sub.indices;
  return left && right && !third
    ? withPower(r, r.place(delta(left, right), { from: p.from, to: subEnd(p) }), p)
    : null;
}

interface Head {
  readonly fn: Sym;
  /** Primes or a bracketed order. */
  readonly order: Order | null;
  /** Whether the exponent is a power. */
  readonly power: boolean;
}
function headOf(r: Reader, p: NamePiece, sub: string | null): Head {
  const label = labelOf(p);
  if (label !== null && sub !== null)
    foreign(p, `“${label}” above a letter with a subscript has no reading here.`);
  if (label !== null) return { fn: sym(p.base, [...p.marks, 'upper'], label), order: null, power: false };
  const fn = sym(p.base, p.marks, sub);
  if (p.primes > 0) return { fn, order: p.primes, power: p.sup !== null };
  const order = orderOf(r, p);
  return { fn, order, power: order === null && p.sup !== null };
}

/** x^*, with the star as a mark of the letter: x^{*2} is its square and x^{*\prime} its derivative. */
function starred(p: NamePiece): NamePiece {
  const [star, ...rest] = p.sup ?? [];
  if (!star || !isStar(star)) return p;
  const primes = p.primes + star.primes;
  const headTo = p.sub === null ? star.to : p.headTo;
  return { ...p, marks: [...p.marks, 'star'], primes, sup: rest.length > 0 ? rest : null, headTo };
}
/** s′ as a name of its own, where the note's primes tell quantities apart. */
function withPrime(r: Reader, p: NamePiece): NamePiece {
  if (p.primes === 0 || r.context.primes?.has(sym(p.base, p.marks).id) !== true) return p;
  const primes = Array.from({ length: p.primes }, () => 'prime' as const);
  return { ...p, marks: [...p.marks, ...primes], primes: 0, headTo: p.sub || p.sup ? p.headTo : p.to };
}
const isStar = (p: Piece): boolean =>
  p.sup === null && ((p.kind === 'times' && p.op === '*') || (p.kind === 'unknown' && p.what === '\\star'));

/** The word of y^{pred}, \\theta^{\\text{new}}, the sign of v^+: it tells letters apart as a subscript does. */
function labelOf(p: NamePiece): string | null {
  const only = p.sup?.[0];
  if (p.sup?.length === 1 && only?.kind === 'sign' && p.primes === 0) return only.op;
  if (p.sup?.length !== 1 || p.primes > 0 || (only?.kind !== 'word' && only?.kind !== 'prose')) return null;
  if (only.sup || only.sub || only.primes > 0 || only.kind === 'prose' || isKnownWord(only.text)) return null;
  return only.text;
}

/** A name with primes and no argument: a function's derivative where the variable is understood. */
function primed(r: Reader, e: Expr, order: Order, p: NamePiece): Expr {
  const span = { from: p.from, to: p.to };
  return e.kind !== 'sym' || r.isVariable(e)
    ? derivativeOf(r, e, order, span)
    : r.place(apply(e, [], [order]), span);
}

/** x^{(i)}, W^{(1)}, a^{[l]}: a bracketed exponent on what is no function tells apart, as an index does. */
function upperIndex(r: Reader, p: NamePiece): Expr | null {
  const fence = p.sup?.[0];
  if (p.sup?.length !== 1 || fence?.kind !== 'fence' || fence.sup || !'(['.includes(fence.left)) return null;
  const only = fence.body[0];
  if (fence.body.length !== 1 || !only || only.sup || only.sub || only.primes > 0) return null;
  const counts = only.kind === 'number' ? p.base !== 'e' : only.kind === 'name' && isCounter(only);
  if (!counts) return null;
  r.assume('other', p, `${r.source(p).trim()} is read as an entry, not as a power.`);
  return only.kind === 'name' ? r.place(sym(only.base), only) : readAll(r, [only], only);
}
const isCounter = (p: NamePiece): boolean => p.marks.length === 0 && isUpperIndex(p.base);

/** w^T x of small letters: a row times what follows; by itself such a T is an exponent. */
function isRow(r: Reader, c: Cursor, p: NamePiece): boolean {
  const next = c.peek();
  return isSmallT(r, p) && next !== undefined && ['name', 'fence', 'word', 'fraction'].includes(next.kind);
}
function isSmallT(r: Reader, p: NamePiece): boolean {
  const only = p.sup?.[0];
  if (p.sup?.length !== 1 || only?.kind !== 'name' || only.base !== 'T' || only.marks.length > 0)
    return false;
  if (r.isQuantity('T') || p.marks.length > 0) return false;
  // θ^T x as w^T x; what e, i and π are raised to is a power.
  return /^[a-z]/.test(p.base) && !isNumberOfItsOwn(p.base);
}
function withRow(r: Reader, c: Cursor, p: NamePiece, e: Expr): Expr {
  if (!isRow(r, c, p) || e.kind === 'apply' || e.kind === 'pow') return e;
  r.assume('other', p, `${r.source(p).trim()} is read as a transpose, not as a power.`);
  return r.place(call('transpose', e), p);
}
