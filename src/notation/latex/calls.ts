/** Whether a bracket after a letter holds arguments, and the call that it makes. */
import { apply, pow, sym, type Expr, type Mark, type Order, type Sym } from '../../core/index.js';
import {
  functionBeforeBracket,
  isCurve,
  isFamily,
  isFunctionInTex,
  isFunctionName,
  isKnownFunction,
  isTime,
  isUpperIndex,
  isUpperIndexOfFunction,
  isUsualFactor,
  isUsualIndex,
  isUsualVariable,
} from '../../customs/usually.js';
import { namesValue } from '../../customs/words.js';
import type { Span } from '../notation.js';
import { readAll } from './expression.js';
import type { FencePiece, NamePiece, Piece } from './piece.js';
import { isMinusOne, withPower } from './powers.js';
import { isComma, isRound, splitAt, type Reader } from './reader.js';
import { hasGap } from './seen.js';
import { fail } from './unreadable.js';

/** The arguments in a bracket, between commas. */
export function readArguments(r: Reader, fence: FencePiece): Expr[] {
  checkFilled(fence);
  const span = { from: fence.from, to: fence.headTo };
  return splitAt(fence.body, isComma).map((part) => readAll(r, part, span));
}

/** f(·) and f(.) name a function and leave its argument open. */
export function checkFilled(fence: FencePiece): void {
  const only = fence.body[0];
  const isOpen = only?.kind === 'times' || (only?.kind === 'separator' && only.text === '.');
  if (fence.body.length === 1 && isOpen) fail(fence, 'What stands in this bracket is left open.');
}

/** fn(…) with the primes, the power and the scripts of the bracket: f′(x), f²(x), f(x)². */
export function readCall(
  r: Reader,
  p: NamePiece,
  fn: Sym,
  fence: FencePiece,
  order: Order | null,
  power: boolean,
  span: Span,
): Expr {
  const args = readArguments(r, fence);
  if (order !== null && args.length !== 1) fail(p, 'A prime does not say by which of several arguments.');
  const exponent = power && p.sup ? p.sup : null;
  if (exponent?.length === 1 && isRound(exponent[0]))
    fail(p, `Whether ${r.source(p).trim()} is a power, an order or one of several is not clear.`);
  if (exponent && isMinusOne(exponent)) {
    fail(p, `The inverse of ${r.source({ from: p.from, to: p.headTo })} is not known.`);
  }
  const orders = args.map(() => order ?? 0);
  const value = r.place(apply(fn, args, orders), { from: p.from, to: fence.headTo });
  const powered = exponent
    ? r.place(pow(value, readAll(r, exponent, p)), { from: p.from, to: fence.headTo })
    : value;
  return withPower(r, powered, fence, span);
}

/** n of f^{(n)}: a bracketed exponent on what may be a function. */
export function orderOf(r: Reader, p: NamePiece): Order | null {
  const fence = p.sup?.[0];
  if (p.sup?.length !== 1 || !isRound(fence) || fence.sup || fence.primes > 0) return null;
  const only = fence.body.length === 1 ? fence.body[0] : undefined;
  if (!mayBeFunction(r, p)) return null;
  if (only?.kind === 'number' && /^\d{1,4}$/.test(only.text) && !only.sup) return Number(only.text);
  // y^{(i)} is sample i, h^{(l)} layer l and f^{(t)} step t; f^{(k)} and f^{(n)} are orders.
  const isLabel = isCurve(p.base) ? isUpperIndex : isUpperIndexOfFunction;
  if (only?.kind === 'name' && isLabel(only.base)) return null;
  return readAll(r, fence.body, fence);
}
const mayBeFunction = (r: Reader, p: NamePiece): boolean =>
  (p.marks.length === 0 &&
    (isFunctionInTex(p.base) || isCurve(p.base) || functionBeforeBracket(p.base) === 'sigmoid')) ||
  r.knowsFunction(sym(p.base, p.marks).id);

/**
 * Whether the bracket after a letter holds its arguments: of names known as functions, of f, g, h, u, v; of others
 * only where commas stand in it, or one name alone, which is said.
 */
export function isCall(r: Reader, p: NamePiece, fn: Sym, fence: FencePiece): boolean {
  if (r.isVariable(fn) || mentions(fence.body, p) || fence.body.length === 0) return false;
  if (fence.body.some((x) => x.kind === 'relation')) return false;
  const single = isSingle(fence, p) || isMember(p, fence);
  const isUsual = isFunctionInTex(p.base) || r.knowsFunction(fn.id);
  const isPowered = p.sup !== null && orderOf(r, p) === null && p.primes === 0;
  if (isPowered && !(single && (isUsual || isOfName(p, fence)))) return false;
  if (fence.body.some(isComma) || r.knowsFunction(fn.id)) return true;
  // **r**(t) is a curve: of a vector no one writes the multiple by a number behind it.
  if (single && isVectorStyle(p.marks) && isTime(nameIn(fence))) return true;
  // **φ**(**x**): round one vector alone no one sets the bracket of a product.
  if (single && isVectorStyle(p.marks) && isFunctionInTex(p.base) && holdsVector(fence)) return true;
  // Of an x = r cos θ the x(t) is the value at a time, and x(t + 1) a product.
  if ((r.context.defined.has(fn.id) && !isAtName(fence)) || !(mayBeCalled(p.marks) || isAtTime(fence)))
    return false;
  // W\,(\ln x + 1): a gap stands between factors.
  if (!isFunctionName(p.base) && hasGap(r, p, fence)) return false;
  if (isFunctionInTex(p.base) && (p.sub === null || isFunctionName(p.base))) {
    // The g of m_1 g l + m_2 g (l + r) is no function.
    if (!single && isValueName(p)) {
      sayCall(r, p, fence, 'a product, not as a function of its bracket');
      return false;
    }
    if (single || p.primes > 0 || !r.bareNames.has(fn.id) || fence.body.some(isComma)) return true;
    sayCall(r, p, fence, 'a product, not as a function of its bracket');
    return false;
  }
  if (isKnownFunction(p.base) && p.sub === null && !r.bareNames.has(fn.id)) return true;
  if (!single && !r.likelyFunctions.has(fn.id)) return false;
  if (p.primes > 0 || p.sup !== null) return true;
  // Of a(x) + a the first is a product, as the second says.
  const isProduct = isUsualFactor(p.base) && r.bareNames.has(fn.id);
  sayCall(
    r,
    p,
    fence,
    isProduct ? 'a product, not as a function of its bracket' : 'a function of its bracket, not as a product',
  );
  return !isProduct;
}
const holdsVector = ({ body: [only, more] }: FencePiece): boolean =>
  only?.kind === 'name' && !more && isVectorStyle(only.marks);

/** f[g(x)]: behind a function’s name a square bracket holds its argument too; f[a, b] is a divided difference. */
export function isSquareCall(r: Reader, p: NamePiece, fn: Sym, { left, right, body }: FencePiece): boolean {
  if (left !== '[' || right !== ']' || body.length === 0 || body.some(isComma)) return false;
  if (r.isVariable(fn) || p.sup !== null) return false;
  return r.knowsFunction(fn.id) || (isFunctionName(p.base) && p.marks.length === 0);
}
/** F_0, G_{\max}, H_{\text{eq}}: a value that has a name, as a function hardly has. */
function isValueName(p: NamePiece): boolean {
  const [only, ...more] = p.sub ?? [];
  if (!only || p.primes > 0) return false;
  if (only.kind === 'number') return more.length === 0 && only.text === '0' && /^[A-Z]$/.test(p.base);
  if (only.kind === 'word' || only.kind === 'prose') return true;
  const letters = [only, ...more].map((q) => (q.kind === 'name' ? q.base : '?')).join('');
  return namesValue(letters);
}
function sayCall(r: Reader, p: NamePiece, fence: FencePiece, reading: string): void {
  const place = { from: p.from, to: fence.headTo };
  r.assume('call-or-product', place, `${r.source(place)} is read as ${reading}.`);
}
/** f, \mathcal{L}, S^*: names with accents and in bold multiply. */
const mayBeCalled = (marks: readonly Mark[]): boolean =>
  marks.every((m) => m === 'calligraphic' || m === 'star');
const isVectorStyle = (marks: readonly Mark[]): boolean => marks.some((m) => m === 'bold' || m === 'vec');
const nameIn = ({ body: [only] }: FencePiece): string => (only?.kind === 'name' ? only.base : '');
/** ρ²(r), x²(t): nobody puts a letter alone in brackets to multiply by it. Of x²(y) and e^x(y) that is less sure. */
function isOfName(p: NamePiece, fence: FencePiece): boolean {
  const [of] = fence.body;
  if (of?.kind !== 'name' || (isUsualFactor(p.base) && p.sub === null)) return false;
  return !isUsualVariable(p.base) || isTime(of.base);
}
/** One name alone that is a variable, and no letter that would be a coefficient: (t), (x), (\theta). */
function isAtName({ body: [only, ...more] }: FencePiece): boolean {
  return only?.kind === 'name' && more.length === 0 && isUsualVariable(only.base) && !only.sup;
}
/** (t): so states and positions are written, whatever their style. */
const isAtTime = (fence: FencePiece): boolean =>
  isAtName(fence) && fence.body[0]?.kind === 'name' && isTime(fence.body[0].base);
/** One name alone in the bracket; behind primes a number too. */
function isSingle(fence: FencePiece, p: NamePiece): boolean {
  const only = fence.body[0];
  if (fence.body.length !== 1 || fence.primes > 0 || !only) return false;
  const isBare =
    only.sup === null || (only.sup.length === 1 && only.sup[0]?.kind === 'times') || isLabelled(only, p);
  return (only.kind === 'name' && isBare) || (only.kind === 'number' && p.primes > 0);
}

/** P_ℓ(\cos θ): a member of a family of functions, of a function’s value alone. */
function isMember({ base, sub }: NamePiece, { body: [word, of, ...more] }: FencePiece): boolean {
  const [below, ...others] = sub ?? [];
  const isIndexed = below?.kind === 'name' && others.length === 0 && isUsualIndex(below.base);
  return isIndexed && isFamily(base) && word?.kind === 'word' && of?.kind === 'name' && more.length === 0;
}

/** The τ^n of p_θ(τ^n): behind a name with a letter below, which has parameters, the exponent numbers what it is taken of. */
function isLabelled(only: Piece, { sub }: NamePiece): boolean {
  const [below, ...more] = sub ?? [];
  const [above, ...others] = only.sup ?? [];
  if (below?.kind !== 'name' || more.length > 0 || above?.kind !== 'name' || others.length > 0) return false;
  return !isUsualIndex(below.base) && (isUsualIndex(above.base) || isTime(above.base));
}

/**
 * Ids of the letters that stand somewhere without a bracket; and of those likely to be functions, which never do and
 * which a bracket with one name alone follows somewhere: where q(x) is a call, q(x + 1) is one.
 */
export function namesBeforeBrackets(lists: readonly (readonly Piece[])[]): {
  readonly likely: ReadonlySet<string>;
  readonly bare: ReadonlySet<string>;
} {
  const called = new Set<string>();
  const bare = new Set<string>();
  const look = (pieces: readonly Piece[]): void => {
    pieces.forEach((p, i) => {
      const next = pieces[i + 1];
      if (p.kind === 'name') {
        const { id } = sym(p.base, p.marks);
        if (!isRound(next)) {
          if (p.primes === 0) bare.add(id);
        } else if (p.sub === null && p.sup === null && isSingle(next, p)) called.add(id);
      }
      inside(p).forEach(look);
    });
  };
  lists.forEach(look);
  return { likely: new Set([...called].filter((id) => !bare.has(id))), bare };
}

/** Whether the letter itself stands in the pieces, other than as a function. */
export function mentions(pieces: readonly Piece[], p: NamePiece): boolean {
  return pieces.some((q, i) => {
    if (q.kind === 'name' && q.base === p.base && q.marks.join() === p.marks.join())
      return !isRound(pieces[i + 1]);
    return inside(q).some((list) => mentions(list, p));
  });
}
function inside(q: Piece): (readonly Piece[])[] {
  const own: (readonly Piece[])[] = [];
  if (q.kind === 'fence' || q.kind === 'group' || q.kind === 'root' || q.kind === 'dotted') own.push(q.body);
  if (q.kind === 'fraction') own.push(q.numer, q.denom);
  if (q.kind === 'rows') own.push(...q.rows.flat());
  if (q.sup) own.push(q.sup);
  return own;
}
