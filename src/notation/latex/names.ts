/** Letters: constants, symbols, components, calls of unknown functions, and their primes. */
import {
  apply, call, component, constant, delta, diff, num, pow, sym,
  type Expr, type Order, type Sym,
} from '../../core/expr.js'; // prettier-ignore
import type { Span } from '../notation.js';
import { isDifferential, readOperator, readSlashDerivative } from './derivatives.js';
import { readAll } from './expression.js';
import { FACTOR_LETTERS, FUNCTION_LETTERS } from './functions.js';
import type { Cursor, FencePiece, NamePiece, Piece } from './piece.js';
import { derivativeOf, valueOfDerivative, withPower } from './powers.js';
import { isComma, isRound, splitAt, type Reader } from './reader.js';
import { readSubscript } from './subscripts.js';
import { fail } from './unreadable.js';

export function readName(r: Reader, c: Cursor): Expr {
  const start = c.at;
  const p = c.peek();
  if (p?.kind !== 'name') return fail(c.here, 'A name is missing here.', 'syntax');
  const derivative = isDifferential(p)
    ? readSlashDerivative(r, c)
    : isOperatorName(r, c, p)
      ? readOperator(r, c)
      : null;
  if (derivative) return derivative;
  c.next();
  if (isSigmoid(r, c, p)) return namedFunction(r, c, p, 'sigmoid', start);
  if (isGamma(r, c, p)) return namedFunction(r, c, p, 'gamma', start);
  if (p.sub === null && (p.marks.length === 0 || p.marks.join() === 'roman') && p.primes === 0) {
    const known = knownConstant(r, p);
    if (known) return known;
  }
  const partial = subscriptDerivative(r, c, p, start);
  if (partial) return partial;
  return symbolOrCall(r, c, p, start);
}

/** The symbol of a letter with what is part of the name: accent, font, word as subscript. */
export function symbolOf(p: NamePiece, sub: string | null = null): Sym {
  return sym(p.base, p.marks, sub);
}

function knownConstant(r: Reader, p: NamePiece): Expr | null {
  const head = { from: p.from, to: p.headTo };
  if (p.base === 'pi' && !r.defines('pi')) return withPower(r, r.place(constant('pi'), head), p);
  if (p.base === 'i' && r.imaginary && !r.defines('i')) return withPower(r, r.place(constant('i'), head), p);
  if (p.base !== 'e' || r.defines('e')) return null;
  if (p.sup === null) return r.place(constant('e'), head);
  r.style.exponential('power');
  const exponent = readAll(r, p.sup, { from: p.headTo, to: p.to });
  return r.place(call('exp', exponent), p);
}

/** D_x before an operand. */
function isOperatorName(r: Reader, c: Cursor, p: NamePiece): boolean {
  const only = p.sub?.[0];
  if (p.base !== 'D' || p.marks.length > 0 || p.sub?.length !== 1 || only?.kind !== 'name' || r.defines('D'))
    return false;
  const next = c.peek(1);
  return next !== undefined && ['fence', 'name', 'word', 'fraction', 'root'].includes(next.kind);
}

const isSigmoid = (r: Reader, c: Cursor, p: NamePiece): boolean =>
  p.base === 'sigma' && p.marks.length === 0 && p.sub === null && !r.defines('sigma') && callsItself(r, c, p);
const isGamma = (r: Reader, c: Cursor, p: NamePiece): boolean =>
  p.base === 'Gamma' &&
  p.marks.length === 0 &&
  p.sub === null &&
  p.primes === 0 &&
  !r.defines('Gamma') &&
  callsItself(r, c, p);

/** A bracket follows that does not hold the name itself; behind a power only one with a single name in it. */
function callsItself(r: Reader, c: Cursor, p: NamePiece): boolean {
  const next = c.peek();
  if (!isRound(next) || mentions(next.body, p)) return false;
  return p.sup === null || orderOf(r, p) !== null || next.body.length === 1;
}

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
  const powered = order === null && p.sup ? r.place(pow(value, readAll(r, p.sup, p)), c.since(start)) : value;
  return withPower(r, powered, fence, c.since(start));
}

function symbolOrCall(r: Reader, c: Cursor, p: NamePiece, start: number): Expr {
  const sub = readSubscript(r, p);
  if (
    p.base === 'delta' &&
    p.marks.length === 0 &&
    sub.kind === 'indices' &&
    sub.indices.length === 2 &&
    !r.defines('delta')
  ) {
    const [left, right] = sub.indices;
    if (left && right) return withPower(r, r.place(delta(left, right), p), p);
  }
  const { fn, order, power } = headOf(r, p, sub.kind === 'name' ? sub.text : null);
  const fence = c.peek();
  if (isRound(fence) && isCall(r, p, fn, fence, sub.kind === 'indices')) {
    c.next();
    const name = sub.kind === 'indices' ? sym(p.base, p.marks, sourceOfSub(p)) : fn;
    return calledName(r, p, r.place(name, p), fence, order, power, c.since(start));
  }
  const entry =
    sub.kind === 'indices'
      ? r.place(component(r.place(fn, { from: p.from, to: p.headTo }), sub.indices), {
          from: p.from,
          to: subEnd(p),
        })
      : fn;
  const value =
    order === null
      ? r.place(entry, { from: p.from, to: p.sub ? subEnd(p) : p.headTo })
      : primed(r, entry, order, p);
  return power ? withPower(r, value, { ...p, primes: 0 }) : value;
}
const subEnd = (p: Piece): number => Math.max(p.headTo, p.sub?.at(-1)?.to ?? 0);
const sourceOfSub = (p: NamePiece): string =>
  (p.sub ?? [])
    .map((s) =>
      s.kind === 'name' ? s.base : s.kind === 'number' ? s.text : s.kind === 'separator' ? ',' : '?',
    )
    .join('');

interface Head {
  readonly fn: Sym;
  /** Primes or a bracketed order. */
  readonly order: Order | null;
  /** Whether the exponent is a power. */
  readonly power: boolean;
}
function headOf(r: Reader, p: NamePiece, sub: string | null): Head {
  const star = p.sup?.length === 1 && p.sup[0]?.kind === 'times';
  const fn = star ? sym(p.base, [...p.marks, 'star'], sub) : symbolOf(p, sub);
  if (p.primes > 0) return { fn, order: p.primes, power: p.sup !== null };
  if (star) return { fn, order: null, power: false };
  const order = orderOf(r, p);
  return order === null ? { fn, order: null, power: p.sup !== null } : { fn, order, power: false };
}

/** n of f^{(n)}: a bracketed exponent on what may be a function. */
function orderOf(r: Reader, p: NamePiece): Order | null {
  const fence = p.sup?.[0];
  if (p.sup?.length !== 1 || !isRound(fence) || fence.sup || fence.primes > 0) return null;
  const only = fence.body[0];
  const id = symbolOf(p).id;
  const isFunction =
    FUNCTION_LETTERS.has(p.base) || p.base === 'y' || p.base === 'sigma' || r.knowsFunction(id);
  if (!isFunction) return null;
  if (fence.body.length === 1 && only?.kind === 'number' && /^\d{1,4}$/.test(only.text) && !only.sup)
    return Number(only.text);
  if (fence.body.length === 1 && only?.kind === 'name' && p.base === 'y' && 'ijklm'.includes(only.base))
    return null;
  return readAll(r, fence.body, fence);
}

/** A name with primes and no argument: a function's derivative where the variable is understood. */
function primed(r: Reader, e: Expr, order: Order, p: NamePiece): Expr {
  const span = { from: p.from, to: p.to };
  if (e.kind !== 'sym' || r.isVariable(e))
    return derivativeOf(r, r.place(e, { from: p.from, to: p.headTo }), order, span);
  return r.place(apply(e, [], [order]), span);
}

function calledName(
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
  const to = power ? fence.headTo : fence.headTo;
  const exponent = power && p.sup ? p.sup : null;
  if (isMinusOne(exponent))
    fail(p, `The inverse of ${r.source({ from: p.from, to: p.headTo })} is not known.`);
  const value = r.place(
    apply(
      fn,
      args,
      args.map(() => order ?? 0),
    ),
    { from: p.from, to },
  );
  const powered = exponent ? r.place(pow(value, readAll(r, exponent, p)), span) : value;
  return withPower(r, powered, fence, span);
}
const isMinusOne = (sup: readonly Piece[] | null): boolean =>
  sup?.length === 2 &&
  sup[0]?.kind === 'sign' &&
  sup[0].op === '-' &&
  sup[1]?.kind === 'number' &&
  sup[1].text === '1';

/** Whether the bracket after a letter holds its arguments. Where custom does not decide, the choice is said. */
function isCall(r: Reader, p: NamePiece, fn: Sym, fence: FencePiece, indexed: boolean): boolean {
  if (r.isVariable(fn) || mentions(fence.body, p) || fence.body.length === 0) return false;
  if (fence.body.some((x) => x.kind === 'relation')) return false;
  const only = fence.body.length === 1 ? fence.body[0] : undefined;
  const single =
    only !== undefined &&
    fence.primes === 0 &&
    (only.kind === 'name' || (only.kind === 'number' && p.primes > 0));
  if (p.sup !== null && orderOf(r, p) === null && p.primes === 0 && !single) return false;
  if (fence.body.some(isComma)) return true;
  if (r.knowsFunction(fn.id)) return true;
  if (p.marks.length > 0 && p.marks.join() !== 'calligraphic') return false;
  if (!indexed && p.sub === null && FUNCTION_LETTERS.has(p.base) && !r.context.defined.has(fn.id))
    return true;
  if (!single || FACTOR_LETTERS.has(p.base) || (only.kind === 'name' && only.sup !== null)) return false;
  if (r.context.defined.has(fn.id)) return false;
  const source = r.source({ from: p.from, to: fence.headTo });
  r.assume(
    'call-or-product',
    { from: p.from, to: fence.headTo },
    `${source} is read as a function of its bracket, not as a product.`,
  );
  return true;
}

/** Whether the letter itself stands in the pieces, other than as a function. */
function mentions(pieces: readonly Piece[], p: NamePiece): boolean {
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
  if (q.sup) own.push(q.sup);
  return own;
}

/** f_x, f_{xy} of a function f: partial derivatives, by each letter in turn. */
function subscriptDerivative(r: Reader, c: Cursor, p: NamePiece, start: number): Expr | null {
  const letters = p.sub;
  const fn = symbolOf(p);
  if (!letters || p.marks.length > 0 || p.primes > 0 || !isFunctionWithPartials(r, p, fn, letters))
    return null;
  const fence = c.peek();
  let body: Expr = r.place(fn, { from: p.from, to: p.headTo });
  if (isRound(fence) && p.sup === null) {
    c.next();
    const args = readArguments(r, fence);
    const targets = letters.map((l) => (l.kind === 'name' ? l.base : ''));
    const named = args.map((a) => (a.kind === 'sym' ? a.id : ''));
    if (targets.some((t) => !named.includes(t)))
      fail(fence, 'By which argument the subscript derives cannot be told here.');
    body = r.place(apply(fn, args), { from: p.from, to: fence.headTo });
  }
  r.assume(
    'other',
    p,
    `${r.source({ from: p.from, to: subEnd(p) })} is read as a partial derivative of ${p.base}.`,
  );
  for (const l of letters) {
    if (l.kind !== 'name') continue;
    body = r.place(diff(body, r.place(sym(l.base, l.marks), l), num(1), true), c.since(start));
  }
  return withPower(r, body, isRound(fence) && p.sup === null ? fence : p, c.since(start));
}
function isFunctionWithPartials(r: Reader, p: NamePiece, fn: Sym, letters: readonly Piece[]): boolean {
  const plain = letters.every(
    (l) => l.kind === 'name' && !l.sub && !l.sup && l.primes === 0 && l.marks.length === 0,
  );
  if (
    !plain ||
    letters.length > 4 ||
    r.defines(symbolOf(p, letters.map((l) => (l.kind === 'name' ? l.base : '')).join('')).id)
  )
    return false;
  const bases = letters.map((l) => (l.kind === 'name' ? l.base : ''));
  if (r.knowsFunction(fn.id)) return bases.every((b) => !'ijklmn'.includes(b) && b.length === 1);
  const isUsual = ['f', 'g', 'h'].includes(p.base) || (p.base === 'u' && bases.length > 1);
  return (
    isUsual && bases.every((b) => b === 'x' || b === 'y' || b === 'z' || (b === 't' && bases.length > 1))
  );
}

/** The arguments in a bracket, between commas. */
export function readArguments(r: Reader, fence: FencePiece): Expr[] {
  return splitAt(fence.body, isComma).map((part) => readAll(r, part, { from: fence.from, to: fence.headTo }));
}
