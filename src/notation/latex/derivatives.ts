/** Derivatives as they are written: d/dx, ∂L/∂ŷ, ∂_x, D_x, ∇, dots. */
import { apply, component, at, diff, num, squareName, sym, tuple, type Expr } from '../../core/index.js';
import { isCoordinate, isFunctionInTex, isTime, isUsuallySquared } from '../../customs/usually.js';
import type { Span } from '../notation.js';
import { readAll } from './expression.js';
import {
  Cursor,
  type DottedPiece,
  type FencePiece,
  isDerivative,
  isDifferential,
  isPartial,
  type Piece,
  spanOf,
} from './piece.js';
import { implied, isComma, isRound, splitAt, type Reader } from './reader.js';
import { readOpaqueTerm } from './opaque.js';
import { transposeOf } from './powers.js';
import { fail } from './unreadable.js';

interface Target {
  readonly target: Expr;
  readonly order: Expr;
}

/** \frac{d}{dx} with its operand, or \frac{dy}{dx}. */
export function readDerivative(r: Reader, c: Cursor): Expr {
  const start = c.at;
  const p = c.next();
  if (!isDerivative(p)) return fail(c.here, 'A derivative is missing here.', 'syntax');
  const targets = readTargets(r, p.denom, spanOf(p.denom, p), isOnce(p.numer));
  return finish(r, c, start, p.numer, targets, p);
}

/** dy/dx, d/dx (…), ∂f/∂x on one line; null where no slash and no differential follow. */
export function readSlashDerivative(r: Reader, c: Cursor): Expr | null {
  const start = c.at;
  let slash = 1;
  while (slash <= 3 && ['name', 'fence', 'word'].includes(c.peek(slash)?.kind ?? '')) slash++;
  if (slash > 3 || c.peek(slash)?.kind !== 'slash') return null;
  const numer = c.pieces.slice(start, start + slash);
  const below = c.peek(slash + 1);
  const first = isRound(below) ? below.body[0] : below;
  if (!isDifferential(first) || isPartial(first) !== isPartial(numer[0])) return null;
  if (!isRound(below) && c.peek(slash + 2)?.kind !== 'name') return null;
  const denom = isRound(below) ? below.body : slashTargets(c, slash + 1, numer[0]);
  c.at = start + slash + 1 + (isRound(below) ? 1 : denom.length);
  r.style.fraction('slash');
  const targets = readTargets(r, denom, spanOf(denom, c.here), isOnce(numer));
  return finish(r, c, start, numer, targets, c.since(start));
}
// After the slash one differential for each order: ∂²f/∂x∂y has two.
function slashTargets(c: Cursor, from: number, top: Piece | undefined): readonly Piece[] {
  const order = top?.sup?.[0];
  let left = order?.kind === 'number' ? Number(order.text) : 1;
  let length = 0;
  while (left > 0 && isDifferential(c.peek(from + length)) && c.peek(from + length + 1)?.kind === 'name') {
    const power = c.peek(from + length + 1)?.sup?.[0];
    left -= power?.kind === 'number' ? Number(power.text) : 1;
    length += 2;
  }
  return c.pieces.slice(c.at + from, c.at + from + length);
}

/** D_x[…], ∂_x f, ∂_{xy} f. */
export function readOperator(r: Reader, c: Cursor): Expr {
  const start = c.at;
  const p = c.next();
  const sub = p?.sub;
  if (!p || !sub)
    return fail(p ?? c.here, '∂ needs a variable: \\frac{\\partial}{\\partial x} or \\partial_x.', 'syntax');
  const targets = sub
    .filter((q) => q.kind !== 'separator')
    .map((q) => ({ target: targetOf(r, q), order: p.sup ? readAll(r, p.sup, p) : r.place(num(1), p) }));
  const body = readOperand(r, c);
  return differentiate(r, body, targets, isPartial(p), c.since(start));
}

/** \nabla_z L: the gradient is the derivative by z; without a subscript, by the one argument. */
export function readGradient(r: Reader, c: Cursor): Expr {
  const start = c.at;
  const p = c.next();
  const next = c.peek();
  if (!p) return fail(c.here, 'A gradient is missing here.', 'syntax');
  const twice = p.sup?.length === 1 && p.sup[0]?.kind === 'number' && p.sup[0].text === '2';
  // Divergence and rotation.
  if (!p.sup && next?.kind === 'times' && c.peek(1)) {
    c.at = start;
    return readOpaqueTerm(r, c);
  }
  if ((p.sup && !twice) || next?.kind === 'times')
    fail(p, 'Of the uses of ∇, only the gradient and ∇² of a function are supported.');
  if (!next || ['relation', 'sign', 'separator'].includes(next.kind))
    fail(p, 'Of what ∇ is the gradient is missing.', 'syntax');
  const body = readOperand(r, c, true);
  const only = body.kind === 'apply' && body.args.length === 1 ? body.args[0] : undefined;
  const span = { from: p.from, to: p.to };
  const target = p.sub
    ? readGradientTarget(r, p.sub, p)
    : only?.kind === 'sym' && !twice
      ? r.place(sym(only.base, only.marks, only.sub), span)
      : r.place(implied(), span);
  const isVariable = (e: Expr): boolean => e.kind === 'sym' || e.kind === 'component';
  if (!(isVariable(target) || (target.kind === 'tuple' && target.items.every(isVariable))))
    fail(p, 'The gradient is by a variable.');
  return r.place(diff(body, target, r.place(num(twice ? 2 : 1), span), true), c.since(start));
}

/** The variable below ∇, or several with commas between them. */
function readGradientTarget(r: Reader, pieces: readonly Piece[], span: Span): Expr {
  if (!pieces.some(isComma)) return readAll(r, pieces, span);
  return r.place(tuple(splitAt(pieces, isComma).map((part) => readAll(r, part, spanOf(part, span)))), span);
}

/** \dot x: by the time t. */
export function readDotted(r: Reader, c: Cursor): Expr {
  const start = c.at;
  const p = c.next() as DottedPiece;
  const [only] = p.body;
  if (p.body.length !== 1 || only?.kind !== 'name')
    return fail(p, 'A dot over more than one letter has no reading here.');
  if (isTime(only.base) && only.marks.length === 0 && only.sub === null && p.sub === null)
    return fail(p, `By what ${only.base} is differentiated under this dot nothing here says.`);
  const inner = readAll(r, [p.sub === null ? only : { ...only, sub: p.sub }], p);
  const fence = c.peek();
  const head = { from: p.from, to: p.headTo };
  let body: Expr = inner;
  if (
    inner.kind === 'sym' &&
    isRound(fence) &&
    fence.body.length === 1 &&
    fence.body[0]?.kind === 'name' &&
    fence.body[0].sup === null
  ) {
    c.next();
    body = r.place(apply(inner, [readAll(r, fence.body, fence)]), { from: p.from, to: fence.headTo });
  }
  // \dot\gamma(s): by what the curve is given by; \dot V(x) of a place x by the time.
  const [by] = body.kind === 'apply' ? body.args : [];
  const target =
    by?.kind === 'sym' && !isCoordinate(by.base)
      ? r.place(sym(by.base, by.marks, by.sub), head)
      : r.place(sym('t'), head);
  return r.place(diff(body, target, r.place(num(p.dots), head)), c.since(start));
}

function finish(
  r: Reader,
  c: Cursor,
  start: number,
  numer: readonly Piece[],
  targets: readonly Target[],
  span: Span,
): Expr {
  const [d, ...rest] = numer;
  if (!d) return fail(span, 'The numerator is missing.', 'syntax');
  checkOrder(r, d, targets, span);
  if (rest.length === 0) {
    const body = readOperand(r, c);
    return differentiate(r, body, targets, isPartial(d), c.since(start));
  }
  const body = readAll(r, rest, span);
  return calledDerivative(r, c, body, targets, isPartial(d), c.since(start), start);
}

function differentiate(
  r: Reader,
  body: Expr,
  targets: readonly Target[],
  partial: boolean,
  span: Span,
): Expr {
  // ∂²f/∂x∂y is the derivative by x of the derivative by y.
  return targets.reduceRight<Expr>((e, t) => r.place(diff(e, t.target, t.order, partial), span), body);
}

/** \frac{df}{dx}(x), \frac{df}{dx}(0): the bracket holds the place where the derivative is taken. */
function calledDerivative(
  r: Reader, c: Cursor, body: Expr, targets: readonly Target[], partial: boolean, span: Span, start: number,
): Expr {
  const fence = c.peek();
  const by = targets[0]?.target;
  const place = isRound(fence) && targets.length === 1 && body.kind === 'sym' && by?.kind === 'sym' ? fence.body[0] : undefined;
  const whole = differentiate(r, body, targets, partial, span);
  if (!isRound(fence) || !place || fence.body.length !== 1 || body.kind !== 'sym' || by?.kind !== 'sym') return whole;
  if (place.kind === 'name' && place.base === by.base && place.sup === null) {
    c.next();
    const argument = readAll(r, fence.body, fence);
    const called = r.place(apply(body, [argument]), c.since(start));
    return differentiate(r, called, targets, partial, c.since(start));
  }
  const isFunction = isFunctionInTex(body.base) || r.knowsFunction(body.id);
  if (place.kind !== 'number' && !isFunction) return whole;
  c.next();
  return r.place(at(whole, by, readAll(r, fence.body, fence)), c.since(start));
} // prettier-ignore

/**
 * What an operator acts on: the next bracket, else the run of factors up to + − and relations; of ∇f · v with
 * `upToSign` no more than f.
 */
export function readOperand(r: Reader, c: Cursor, upToSign = false): Expr {
  const next = c.peek();
  if (!next || ['relation', 'separator', 'times', 'evaluation', 'prose', 'slash'].includes(next.kind))
    return r.place(implied(), c.here);
  if (next.kind === 'sign') return fail(next, 'Put brackets around what is differentiated.', 'syntax');
  // A norm's own says which norm it is.
  if (next.kind === 'fence' && next.sub && next.left !== '‖') {
    return fail(next, 'Whether the subscript belongs to the bracket or to the derivative is not clear.');
  }
  // (x − μ)^T Σ⁻¹ (x − μ) is one number: a row is the beginning of a product.
  const isRow = transposeOf(next) !== null && isFactor(c.peek(1));
  if (next.kind === 'fence' && next.left !== '|' && next.left !== '‖' && !isRow) {
    const body = r.grammar.factor(r, c);
    if (isFactor(c.peek())) {
      r.assume(
        'other',
        next,
        `The derivative is taken of ${r.source(next)} alone, not of what follows the bracket.`,
      );
    }
    return body;
  }
  const scope = new Cursor(c.pieces.slice(c.at, scopeEnd(c, upToSign)), c.span);
  const body = r.grammar.term(r, scope);
  c.at += scope.at;
  return body;
}
const FACTORS: ReadonlySet<Piece['kind']> = new Set(['fence', 'name', 'number', 'word', 'fraction', 'root']);
const isFactor = (p: Piece | undefined): boolean => p !== undefined && FACTORS.has(p.kind);

function scopeEnd(c: Cursor, upToSign: boolean): number {
  let end = c.at;
  for (; end < c.pieces.length; end++) {
    const p = c.pieces[end];
    if (!p || ['sign', 'relation', 'separator', 'prose', 'evaluation'].includes(p.kind)) break;
    if ((p.kind === 'times' || p.kind === 'slash') && beginsDerivative(c.pieces[end + 1])) break;
    if (p.kind === 'times' && upToSign) break;
  }
  return end;
}
const beginsDerivative = (p: Piece | undefined): boolean => isDerivative(p) || isPartial(p);

function readTargets(r: Reader, pieces: readonly Piece[], span: Span, isOnce: boolean): Target[] {
  const targets: Target[] = [];
  for (let i = 0; i < pieces.length; i += 2) {
    const [d, of] = [pieces[i], pieces[i + 1]];
    if (!d || !isDifferential(d) || d.sup || !of)
      return fail(d ?? span, 'Each factor below must be a differential such as dx.', 'syntax');
    // ∂(x, y)/∂(u, v): by each of several.
    if (isRound(of) && of.body.some(isComma) && of.sup === null && of.sub === null) {
      targets.push({ target: listOfVariables(r, of), order: r.place(num(1), of) });
      continue;
    }
    if (of.kind !== 'name' && of.kind !== 'word') return fail(of, 'A derivative is taken by a variable.');
    if (isOnce && pieces.length === 2 && isSquareOfName(of)) {
      targets.push({
        target: r.place(squareOf(targetOf(r, { ...of, sup: null })), of),
        order: r.place(num(1), of),
      });
      continue;
    }
    // W^{(1)}, y^{pred} and w^* below are names, x^2 the order.
    // ∂x ∂x^⊤ below is twice by x.
    const isTurned = targets.length > 0 && isTransposeSign(of.sup);
    if (isTurned) {
      targets.push({ target: targetOf(r, { ...of, sup: null }), order: r.place(num(1), of) });
      continue;
    }
    const isEntry =
      of.sup?.length === 1 && ['fence', 'word', 'times', 'unknown'].includes(of.sup[0]?.kind ?? '');
    const order = of.sup && !isEntry ? readAll(r, of.sup, of) : r.place(num(1), of);
    targets.push({ target: targetOf(r, isEntry ? of : { ...of, sup: null }), order });
  }
  return targets;
}
/** σ² and σ_j² as names. */
const squareOf = (e: Expr): Expr =>
  e.kind === 'component' ? component(squareOf(e.base), e.indices) : e.kind === 'sym' ? squareName(e) : e;
/** ∂ and ∂f, and not ∂²f. */
const isOnce = ([d]: readonly Piece[]): boolean => d !== undefined && (!isDifferential(d) || d.sup === null);
/** σ², by which a density is differentiated as by a name. */
const isSquareOfName = (p: Piece): boolean => {
  const [two, more] = p.sup ?? [];
  const isTwo = two?.kind === 'number' && two.text === '2' && !more;
  return isTwo && p.kind === 'name' && isUsuallySquared(p.base);
};
function listOfVariables(r: Reader, p: FencePiece): Expr {
  const parts = splitAt(p.body, isComma);
  const items = parts.map((part) =>
    part.length === 1 && part[0]
      ? targetOf(r, part[0])
      : fail(spanOf(part, p), 'A derivative is taken by a variable.'),
  );
  return r.place(tuple(items), p);
}
/** The T or ⊤ of xᵀ. */
export const isTransposeSign = (sup: readonly Piece[] | null): boolean => {
  const [only, ...more] = sup ?? [];
  if (!only || more.length > 0) return false;
  return only.kind === 'unknown'
    ? only.what === '\\top' || only.what === '“⊤”'
    : only.kind === 'name' && only.base === 'T';
};
function targetOf(r: Reader, p: Piece): Expr {
  const e = readAll(r, [p], p);
  if (e.kind === 'sym' || e.kind === 'component') return e;
  // By e, π or i only where they are names.
  if (e.kind === 'const' && p.kind === 'name') return r.place(sym(p.base, p.marks), p);
  return fail(p, 'A derivative is taken by a variable.');
}

/** The order above must be the sum of the orders below. */
function checkOrder(r: Reader, d: Piece, targets: readonly Target[], span: Span): void {
  const order = d.sup ? readAll(r, d.sup, d) : num(1);
  const below = targets.map((t) => t.order);
  if (order.kind === 'num' && below.every((o) => o.kind === 'num')) {
    const total = below.reduce((n, o) => n + o.value.toNumber(), 0);
    if (total === order.value.toNumber()) return;
  } else if (below.length === 1 && below[0] && below[0].hash === order.hash) return;
  if (!d.sup && below.length === 1)
    fail(span, 'A derivative is taken by a variable: give the power below a name of its own.');
  fail(span, 'The orders above and below this derivative differ.', 'syntax');
}
