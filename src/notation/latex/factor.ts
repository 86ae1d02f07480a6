/** One factor: whatever is not a sum or a product. */
import { at, call, constant, div, num, root, tuple, type Expr, type Sym } from '../../core/index.js';
import type { Span } from '../notation.js';
import { readWord } from './application.js';
import { readBig } from './binders.js';
import { checkFilled } from './calls.js';
import { readDeterminant, readMatrix, readRows } from './cases.js';
import {
  readDerivative,
  readDotted,
  readGradient,
  readOperator,
  readSlashDerivative,
} from './derivatives.js';
import { readAll, readNumber, unexpected, withOperand } from './expression.js';
import { readFieldWord, readLaplacian, readNabla } from './fieldOperators.js';
import { readName } from './namePieces.js';
import {
  hasScripts,
  isDerivative,
  spanOf,
  type Cursor,
  type FencePiece,
  type FractionPiece,
  type Piece,
  type RootPiece,
  type SymbolPiece,
} from './piece.js';
import { readOpaqueCall } from './opaque.js';
import { readPointwise } from './pointwise.js';
import { withPower } from './powers.js';
import { isComma, isRound, splitAt, type Reader } from './reader.js';
import { fail, foreign } from './unreadable.js';

export function readFactor(r: Reader, c: Cursor): Expr {
  const p = c.peek();
  if (!p) return fail(c.here, 'Something is missing here.', 'syntax');
  return r.deeper(p, () => {
    const start = c.at;
    const e = head(r, c, p);
    const after = c.peek();
    if (after?.kind !== 'symbol' || after.name !== 'factorial') return e;
    c.next();
    const next = c.peek();
    if (next?.kind === 'symbol' && next.name === 'factorial')
      fail(next, 'Double factorials are not supported.');
    const span = { from: c.since(start).from, to: after.headTo };
    return withPower(r, r.place(call('factorial', e), span), after, c.since(start));
  });
}

function head(r: Reader, c: Cursor, p: Piece): Expr {
  switch (p.kind) {
    case 'name':
      return readLaplacian(r, c) ?? readName(r, c);
    case 'word':
      return readFieldWord(r, c) ?? readWord(r, c);
    case 'big':
      return readBig(r, c);
    case 'symbol':
      return readSymbol(r, c, p);
    case 'dotted':
      return withPower(r, readDotted(r, c), p);
    case 'fraction':
      if (isDerivative(p)) return readDerivative(r, c);
      c.next();
      return withPower(r, readFraction(r, p), p);
    case 'number':
      c.next();
      if (p.sub) foreign(p, 'A number with a subscript has no reading here.');
      return withPower(r, readNumber(r, p.text, { from: p.from, to: p.headTo }), p);
    case 'group':
      c.next();
      if (p.body.length === 0 && hasScripts(p)) foreign(p, 'Before this script nothing stands.');
      return withPower(r, readAll(r, p.body, p), p);
    case 'root':
      c.next();
      return withPower(r, readRoot(r, p), p);
    case 'fence': {
      if (isInnerProduct(p)) {
        c.next();
        return withPower(r, readInnerProduct(r, p), p);
      }
      if (isOpaque(p)) return readOpaqueCall(r, c);
      const pointwise = readPointwise(r, c, p);
      if (pointwise) return pointwise;
      c.next();
      return readFence(r, c, p);
    }
    case 'rows':
      c.next();
      return withPower(r, readRows(r, p), p);
    case 'unknown':
      return readRootSign(r, c, p.what) ?? unexpected(p, r);
    default:
      return unexpected(p, r);
  }
}

/** A set, an inner product. */
const isOpaque = (p: FencePiece): boolean =>
  (p.left === '{' && p.right === '}' && p.body.some(tellsElements)) || (p.left === '⟨' && p.right === '⟩');
/** A comma between them, the sign behind which a set says what they are, or a relation. */
const tellsElements = (p: Piece): boolean =>
  p.kind === 'relation' || (p.kind === 'separator' && (isComma(p) || p.text === ':'));

/** ⟨a, b⟩; ⟨x⟩ and what has a bar or several commas in it is none. */
const isInnerProduct = (p: FencePiece): boolean =>
  p.left === '⟨' &&
  p.right === '⟩' &&
  p.body.filter(isComma).length === 1 &&
  p.body.every((q) => q.kind !== 'unknown' && q.kind !== 'delimiter');
function readInnerProduct(r: Reader, p: FencePiece): Expr {
  const parts = splitAt(p.body, isComma).map((part) => readAll(r, part, spanOf(part, p)));
  return r.place(call('inner', ...parts), { from: p.from, to: p.headTo });
}

/** √x, ∛(1 + x): of the next factor. */
function readRootSign(r: Reader, c: Cursor, what: string): Expr | null {
  const index = ['“√”', '“∛”', '“∜”'].indexOf(what);
  const start = c.at;
  const sign = c.peek();
  if (index < 0 || !sign || !c.peek(1)) return null;
  c.next();
  const body = r.grammar.factor(r, c);
  return r.place(root(body, r.place(num(index + 2), { from: sign.from, to: sign.from })), c.since(start));
}

function readSymbol(r: Reader, c: Cursor, p: SymbolPiece): Expr {
  if (p.name === 'partial')
    return p.sub ? readOperator(r, c) : (readSlashDerivative(r, c) ?? readOperator(r, c));
  if (p.name === 'nabla') return readNabla(r, c) ?? readGradient(r, c);
  if (p.name !== 'infinity') return unexpected(p, r);
  c.next();
  return withPower(r, r.place(constant('infinity'), p), p);
}

function readFraction(r: Reader, p: FractionPiece): Expr {
  r.style.fraction('stacked');
  if (isVariation(p.numer) && isVariation(p.denom) && !r.defines('delta'))
    fail(p, 'Variations δy/δx are not supported.');
  const numer = readAll(r, p.numer, p);
  return r.place(div(numer, readAll(r, p.denom, p)), { from: p.from, to: p.headTo });
}
const isVariation = (list: readonly Piece[]): boolean => {
  const [d, of] = list;
  return d?.kind === 'name' && d.base === 'delta' && !d.sub && !d.sup && of?.kind === 'name';
};
function readRoot(r: Reader, p: RootPiece): Expr {
  const span = { from: p.from, to: p.headTo };
  const index =
    p.index && p.index.length > 0 ? readAll(r, p.index, p) : r.place(num(2), { from: p.from, to: p.from });
  return r.place(root(readAll(r, p.body, p), index), span);
}

/** (\arcsin)′ before its argument. */
const isWordAlone = ({ body }: FencePiece): boolean => body.length === 1 && body[0]?.kind === 'word';

function readFence(r: Reader, c: Cursor, p: FencePiece): Expr {
  const span = { from: p.from, to: p.headTo };
  const rows =
    p.body.length === 1 && p.body[0]?.kind === 'rows' && p.body[0].layout === 'array' ? p.body[0] : null;
  switch (p.left + p.right) {
    case '()':
    case '[]':
    case '..':
    case '[)':
    case '(]':
      if (rows) return withPower(r, readMatrix(r, rows, span), p);
      if (p.primes > 0 && isWordAlone(p) && isRound(c.peek()))
        fail(p, "Write the prime at the function itself: \\arcsin'(x).");
      if (p.sub?.some((q) => q.kind === 'relation')) return evaluated(r, readBracket(r, p, span), p);
      return withPower(r, readBracket(r, p, span), p);
    case '{}':
      return withPower(r, readBracket(r, p, span), p);
    case '||':
      if (rows) return withPower(r, readDeterminant(r, rows, p), p);
      return withPower(r, r.place(call('abs', readAll(r, p.body, p)), span), p);
    case '‖‖':
      return withPower(r, readNorm(r, p, span), { ...p, sub: null });
    case '⌊⌋':
      return withPower(r, r.place(call('floor', readAll(r, p.body, p)), span), p);
    case '⌈⌉':
      return withPower(r, r.place(call('ceil', readAll(r, p.body, p)), span), p);
    case '.|':
    case '.]':
      return evaluated(r, withOperand(r, c, readAll(r, p.body, p)), p);
    default:
      return foreign(p, `The brackets ${p.left} ${p.right} have no reading here.`);
  }
}
function readBracket(r: Reader, p: FencePiece, span: Span): Expr {
  checkFilled(p);
  if (!p.body.some(isComma)) return readAll(r, p.body, span);
  const items = splitAt(p.body, isComma).map((part) => readAll(r, part, spanOf(part, span)));
  return r.place(tuple(items), span);
}
function readNorm(r: Reader, p: FencePiece, span: Span): Expr {
  const body = readAll(r, p.body, p);
  if (!p.sub) return r.place(call('norm', body), span);
  const degree = readAll(r, p.sub, p);
  if (degree.kind === 'num' && degree.value.toString() === '2') {
    r.style.name('norm', '_2');
    return r.place(call('norm', body, degree), span);
  }
  if (degree.kind === 'sym' && degree.id === 'F') return r.place(call('norm', body, degree), span);
  if (degree.kind !== 'num' && degree.kind !== 'const') foreign(p, 'This norm is not supported.');
  return r.place(call('norm', body, degree), span);
}

/** The body with x set to a, by the subscript x = a of a bar; several between commas. */
export function evaluated(r: Reader, body: Expr, bar: Piece): Expr {
  if (bar.sup || !bar.sub) return fail(bar, 'A bar needs one place, such as x = 0, below it.');
  const span = { from: r.spans.get(body)?.from ?? bar.from, to: bar.to };
  const parts = splitAt(bar.sub, isComma);
  if (body.kind === 'diff' && body.partial && parts.every(isHeldName)) return body;
  return parts.reduce<Expr>((e, part) => {
    const { variable, value } = setting(r, part, body, bar);
    return r.place(at(e, variable, value), span);
  }, body);
}
/** The y of ∂f/∂x|_y is what ∂ holds, and no place. */
const isHeldName = ([only, ...more]: readonly Piece[]): boolean =>
  only?.kind === 'name' && more.length === 0 && only.sub === null && only.sup === null;

function setting(r: Reader, part: readonly Piece[], body: Expr, bar: Piece): { variable: Sym; value: Expr } {
  const [left = [], right] = splitAt(part, (p) => p.kind === 'relation');
  const sign = part.find((p) => p.kind === 'relation');
  if (!right) {
    if (body.kind !== 'diff' || body.target.kind !== 'sym')
      return fail(bar, 'Which variable the bar sets is not said.');
    const value = readAll(r, left, bar);
    if (value.kind === 'tuple') fail(bar, 'Which variables the bar sets is not said.');
    return { variable: body.target, value };
  }
  if (sign?.kind !== 'relation' || sign.op !== '=') return fail(bar, 'A bar sets a variable: x = 0.');
  const variable = readAll(r, left, bar);
  if (variable.kind !== 'sym') return fail(bar, 'A bar sets a variable: x = 0.');
  return { variable, value: readAll(r, right, bar) };
}
