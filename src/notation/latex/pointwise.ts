/** Functions combined and then taken of an argument: (f + g)(x), (fg)'(x), (f/g)'(2), (f ∘ g)(x). */
import { apply, sym, type Expr } from '../../core/index.js';
import { isFunctionInSums, isUsualFactor, isUsualFunction } from '../../customs/usually.js';
import type { Span } from '../notation.js';
import { readAll } from './expression.js';
import { hasScripts, type Cursor, type FencePiece, type NamePiece, type Piece } from './piece.js';
import { valueOfDerivative, withPower } from './powers.js';
import { isRound, type Reader } from './reader.js';
import { fail } from './unreadable.js';

/** What the bracket at hand makes of the argument in the next one; null where its product is meant. */
export function readPointwise(r: Reader, c: Cursor, p: FencePiece): Expr | null {
  const argument = c.peek(1);
  if (!isRound(argument) || hasScripts(argument) || !isRound(p) || !isArgument(argument, p)) return null;
  const derivative = derivativeIn(r, p);
  if (derivative) return readDerivativeOf(r, c, derivative, p, argument);
  const names = functionsIn(r, p.body);
  if (!names || !isMeant(r, names, p)) return null;
  if (p.sup || p.sub) return fail(p, 'A script on a combination of functions has no reading here.');
  if (p.body.some((q) => q.kind === 'times' && q.op === '*'))
    return fail(p, 'f * g of an argument may be a convolution: write \\cdot for the product.');
  const span = { from: p.from, to: argument.headTo };
  c.next();
  c.next();
  const [only] = argument.body;
  const arg = readAll(r, argument.body, only ?? argument);
  const value = (): Expr =>
    isComposition(p.body) ? composed(r, p.body, arg, span) : readAll(r, applied(p.body, argument), p);
  return p.primes === 0 ? r.place(value(), span) : valueOfDerivative(r, value, arg, p.primes, span);
}

/** f′ of (f′)²(x), alone in its bracket. */
function derivativeIn(r: Reader, p: FencePiece): NamePiece | null {
  const [only, ...more] = p.body;
  if (only?.kind !== 'name' || more.length > 0 || p.primes > 0 || p.sub) return null;
  return only.primes > 0 && !only.sup && isFunction(r, { ...only, primes: 0 }) ? only : null;
}

/** (f′)²(x) is f′(x)². */
function readDerivativeOf(r: Reader, c: Cursor, f: NamePiece, p: FencePiece, argument: FencePiece): Expr {
  c.next();
  c.next();
  const span = { from: p.from, to: argument.headTo };
  return withPower(r, readAll(r, [f, argument], span), p, span);
}

/** One name that does not stand in the bracket itself. */
function isArgument(argument: FencePiece, p: FencePiece): boolean {
  const [only, ...more] = argument.body;
  if (only?.kind !== 'name' || more.length > 0 || hasScripts(only)) return false;
  return !p.body.some((q) => q.kind === 'name' && q.base === only.base);
}

/** The functions that are combined, by sums, products and quotients, with constants; null for anything else. */
function functionsIn(r: Reader, pieces: readonly Piece[]): NamePiece[] | null {
  const names: NamePiece[] = [];
  for (const p of pieces) {
    const inner = p.kind === 'fraction' ? [p.numer, p.denom] : p.kind === 'group' ? [p.body] : null;
    if (inner && !hasScripts(p)) {
      const found = inner.map((list) => functionsIn(r, list));
      if (found.includes(null)) return null;
      names.push(...found.flatMap((f) => f ?? []));
    } else if (p.kind === 'name' && isFunction(r, p)) names.push(p);
    else if (!isPassive(p)) return null;
  }
  return names;
}
const isPassive = (p: Piece): boolean =>
  p.kind === 'sign' ||
  p.kind === 'times' ||
  p.kind === 'slash' ||
  isRing(p) ||
  (p.kind === 'number' && !hasScripts(p)) ||
  (p.kind === 'name' && isUsualFactor(p.base) && !hasScripts(p));
const isFunction = (r: Reader, p: NamePiece): boolean =>
  !hasScripts(p) && p.marks.length === 0 && (isUsualFunction(p.base) || r.knowsFunction(sym(p.base).id));

/** u and v are numbers as often as functions: (u + v)(t) takes a prime, or a note that knows them as functions. */
const isMeant = (r: Reader, names: readonly NamePiece[], p: FencePiece): boolean =>
  names.length > 0 &&
  (p.primes > 0 ||
    names.every(
      (n) => !isUsualFunction(n.base) || isFunctionInSums(n.base) || r.knowsFunction(sym(n.base).id),
    )) &&
  !names.some((n) => r.isVariable(sym(n.base)));

/** Every function of the pieces with the argument behind it. */
function applied(pieces: readonly Piece[], argument: FencePiece): Piece[] {
  return pieces.flatMap((p): Piece[] => {
    if (p.kind === 'fraction')
      return [{ ...p, numer: applied(p.numer, argument), denom: applied(p.denom, argument) }];
    if (p.kind === 'group') return [{ ...p, body: applied(p.body, argument) }];
    return p.kind === 'name' && !isUsualFactor(p.base) ? [p, argument] : [p];
  });
}

const isRing = (p: Piece | undefined): boolean => p?.kind === 'unknown' && /∘|circ/.test(p.what);
const isComposition = (body: readonly Piece[]): boolean => body.some(isRing);
/** f(g(x)) of f ∘ g and x; every other piece is a function. */
function composed(r: Reader, body: readonly Piece[], arg: Expr, span: Span): Expr {
  const isChain =
    body.length % 2 === 1 && body.every((p, i) => (i % 2 === 1 ? isRing(p) : p.kind === 'name'));
  if (!isChain) return fail(span, 'A composition beside other operations has no reading here.');
  const functions = body.flatMap((p) => (p.kind === 'name' ? [p] : []));
  return functions.reduceRight(
    (inner, f) => r.place(apply(r.place(sym(f.base, f.marks), f), [inner]), span),
    arg,
  );
}
