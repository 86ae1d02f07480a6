/** Functions by name: \sin x, \log_a(x), \max(0, x), \operatorname{ReLU}(x), and unknown ones. */
import {
  apply,
  call,
  component,
  div,
  MOST_ARGUMENTS,
  num,
  pow,
  product,
  root,
  sym,
  type Expr,
  type Order,
} from '../../core/index.js';
import { functionBeforeBracket, isFunctionInTex } from '../../customs/usually.js';
import type { Span } from '../notation.js';
import { negate, readAll, unexpected } from './expression.js';
import { functionOf, inverseOf } from './functions.js';
import {
  type Cursor,
  type FencePiece,
  isDerivative,
  isDifferential,
  type Piece,
  type WordPiece,
} from './piece.js';
import { derivativeOf, isMinusOne, valueOfDerivative, withPower } from './powers.js';
import { implied, isComma, isRound, splitAt, type Reader } from './reader.js';
import { noteGap } from './seen.js';
import { holdsCondition, readOpaqueCall, readOpaqueTerm } from './opaque.js';
import { readSubscript } from './subscripts.js';
import { fail } from './unreadable.js';

/** What several letters upright begin: a call, or a name. */
export function readWord(r: Reader, c: Cursor): Expr {
  const p = c.peek();
  if (p?.kind !== 'word') return fail(c.here, 'A name is missing here.', 'syntax');
  return functionOf(p.text) ? knownFunction(r, c, p) : unknownWord(r, c, p);
}

function knownFunction(r: Reader, c: Cursor, p: WordPiece): Expr {
  const start = c.at;
  const known = functionOf(p.text);
  if (!known) return unexpected(p, r);
  if (p.sub && (known.fn === 'max' || known.fn === 'min')) return readOpaqueTerm(r, c);
  c.next();
  const after = c.peek();
  if (after?.kind === 'symbol' && after.name === 'factorial')
    fail(after, `What ${p.text} is taken of is missing before this sign.`, 'syntax');
  noteSpelling(r, p, known.fn);
  const base = p.sub ? logBase(r, p, known.fn) : null;
  const { fn, order, power } = scripts(r, p, known.fn);
  const fence = c.peek();
  const bracketed = isBracket(fence, known.most);
  const args = bracketed ? readArguments(r, c) : [bareArgument(r, c)];
  noteArgument(r, args, bracketed);
  if (known.most === MOST_ARGUMENTS && args.length > MOST_ARGUMENTS)
    fail(p, `${p.text} is read of up to ${String(MOST_ARGUMENTS)} arguments.`, 'limit');
  if (args.length < known.least || args.length > known.most) {
    fail(p, `${p.text} takes ${String(known.least)} argument${known.least === 1 ? '' : 's'}.`, 'syntax');
  }
  if (known.most === MOST_ARGUMENTS && args.length === 1 && args[0]?.kind !== 'tuple')
    fail(p, `The ${p.text} of one thing is over its entries, which are not known here.`);
  const span = { from: p.from, to: bracketed ? fence.headTo : c.since(start).to };
  const value = applied(r, fn, args, base, order, p, span);
  const powered = power ? r.place(pow(value, readAll(r, power, p)), span) : value;
  return bracketed ? withPower(r, powered, fence, c.since(start)) : powered;
}

function applied(
  r: Reader, fn: string, args: readonly Expr[], base: Expr | null, order: Order | null, p: WordPiece, span: Span,
): Expr {
  const of = (first: Expr): Expr => build(r, fn, [first, ...args.slice(1)], base, p, span);
  const [first] = args;
  if (!first) return fail(p, 'An argument is missing here.', 'syntax');
  if (order === null) return r.place(of(first), span);
  if (args.length > 1) fail(p, 'A prime does not say by which of several arguments.');
  if (first.kind === 'sym' && first.base === '·') return derivativeOf(r, r.place(of(first), span), order, span);
  return valueOfDerivative(r, of, first, order, span);
} // prettier-ignore

function build(
  r: Reader,
  fn: string,
  args: readonly Expr[],
  base: Expr | null,
  p: WordPiece,
  span: Span,
): Expr {
  const [first] = args;
  if (!first) return fail(p, 'An argument is missing here.', 'syntax');
  if (fn === 'sqrt' || fn === 'cbrt')
    return fn === 'cbrt' ? call('cbrt', first) : root(first, r.place(num(2), span));
  if (fn !== 'log') return call(fn, ...args);
  if (base) return base.kind === 'const' && base.name === 'e' ? call('ln', first) : call('log', first, base);
  if (r.context.logBase !== 'e') return call('log', first, r.place(num(Number(r.context.logBase)), p));
  r.assume('log-natural', p, 'log is read as the natural logarithm.');
  return call('ln', first);
}

interface Scripts {
  readonly fn: string;
  readonly order: Order | null;
  readonly power: readonly Piece[] | null;
}
/** What the scripts on the function itself mean: exactly −1 is the inverse, primes and (n) are orders, the rest powers. */
function scripts(r: Reader, p: WordPiece, fn: string): Scripts {
  const sup = p.sup;
  if (p.primes > 0) return { fn, order: p.primes, power: sup };
  if (!sup) return { fn, order: null, power: null };
  if (isMinusOne(sup)) {
    const inverse = inverseOf(fn);
    if (!inverse)
      return fail(
        p,
        `Whether ${p.text}^{-1} is the inverse or the reciprocal is not clear; write 1/${p.text}.`,
      );
    r.style.inverse('superscript');
    return { fn: inverse, order: null, power: null };
  }
  const fence = sup[0];
  if (sup.length === 1 && isRound(fence) && !fence.sup) {
    const only = fence.body[0];
    const literal = fence.body.length === 1 && only?.kind === 'number' && /^\d{1,4}$/.test(only.text);
    return { fn, order: literal ? Number(only.text) : readAll(r, fence.body, fence), power: null };
  }
  return { fn, order: null, power: sup };
}
function logBase(r: Reader, p: WordPiece, fn: string): Expr {
  if (fn === 'log' && p.sub) return readAll(r, p.sub, p);
  return fail(p, `${p.text} with a subscript is not supported.`);
}

/** A bracket that holds arguments; curly and square ones too where nothing else is around them. */
function isBracket(p: Piece | undefined, most: number): p is FencePiece {
  if (p?.kind !== 'fence') return false;
  if (p.left === '(' || p.left === '[') return p.right === ')' || p.right === ']';
  return p.left === '{' && p.right === '}' && (most > 1 || !p.body.some(isComma));
}
function readArguments(r: Reader, c: Cursor): Expr[] {
  const fence = c.next();
  if (fence?.kind !== 'fence') return fail(c.here, 'An argument is missing here.', 'syntax');
  return splitAt(fence.body, isComma).map((part) => readAll(r, part, { from: fence.from, to: fence.headTo }));
}

/**
 * The argument without brackets: letters, numbers, roots and fractions up to + − · a relation or the next function.
 * Nothing there at all leaves the variable understood.
 */
function bareArgument(r: Reader, c: Cursor): Expr {
  const p = c.peek();
  if (p?.kind === 'sign' && p.op === '-' && c.peek(1)) {
    const start = c.at;
    c.next();
    return negate(r, bareArgument(r, c), c.since(start));
  }
  if (!p || !beginsArgument(p)) return r.place(implied(), { from: c.here.from, to: c.here.from });
  const start = c.at;
  const alone = isAlone(r, c, p);
  const factors = [r.grammar.factor(r, c)];
  while (!alone && continues(r, c, start)) {
    noteGap(r, c, start);
    factors.push(r.grammar.factor(r, c));
  }
  const whole = factors.length === 1 && factors[0] ? factors[0] : r.place(product(factors), c.since(start));
  return numericQuotient(r, c, whole, start);
}
function beginsArgument(p: Piece): boolean {
  if (p.kind === 'symbol') return p.name === 'infinity' || p.name === 'partial';
  return ['number', 'name', 'word', 'root', 'fraction', 'group', 'fence', 'big', 'dotted', 'rows'].includes(
    p.kind,
  );
}
/** What makes an argument by itself, so that no run begins with it. */
const isAlone = (r: Reader, c: Cursor, p: Piece): boolean =>
  ['word', 'big', 'fence', 'rows', 'symbol'].includes(p.kind) || isDerivative(p) || isCalled(r, c);

function continues(r: Reader, c: Cursor, start: number): boolean {
  const p = c.peek();
  if (!p) return false;
  if (p.kind === 'fence') return isRound(p) && c.pieces.slice(start, c.at).every(isNumeric);
  if (p.kind === 'name') return !isCalled(r, c) && !isDifferential(p) && !(p.base === 'e' && p.sup !== null);
  return (
    ['number', 'root', 'group', 'dotted'].includes(p.kind) || (p.kind === 'fraction' && !isDerivative(p))
  );
}
const isNumeric = (p: Piece): boolean => p.kind === 'number' || (p.kind === 'name' && p.base === 'pi');

function isCalled(r: Reader, c: Cursor): boolean {
  const p = c.peek();
  if (p?.kind !== 'name' || !isRound(c.peek(1))) return false;
  return (
    p.primes > 0 ||
    isFunctionInTex(p.base) ||
    functionBeforeBracket(p.base) !== null ||
    r.knowsFunction(sym(p.base, p.marks).id)
  );
}

/** \sin \pi/2: between numbers the slash belongs to the argument. */
function numericQuotient(r: Reader, c: Cursor, whole: Expr, start: number): Expr {
  const denom = c.peek(1);
  if (c.peek()?.kind !== 'slash' || denom?.kind !== 'number' || !c.pieces.slice(start, c.at).every(isNumeric))
    return whole;
  r.assume(
    'fraction-slash',
    c.here,
    `The argument is read as ${r.source({ from: c.pieces[start]?.from ?? 0, to: denom.to })}.`,
  );
  c.next();
  return r.place(div(whole, r.grammar.factor(r, c)), c.since(start));
}

/** Commands that nobody means as a name when their backslash is missing. */
const COMMANDS: ReadonlySet<string> = new Set(
  'frac dfrac tfrac cfrac cdot times partial infty nabla displaystyle mathrm mathbf operatorname'.split(' '),
);

function unknownWord(r: Reader, c: Cursor, p: WordPiece): Expr {
  const start = c.at;
  const opaque = OPAQUE.get(p.text.toLowerCase().replace(/\s/g, ''));
  const isFenced = c.peek(1)?.kind === 'fence';
  if (opaque === 'term') return readOpaqueTerm(r, c);
  if ((opaque === 'call' && isFenced) || holdsCondition(c.peek(1))) return readOpaqueCall(r, c);
  c.next();
  if (opaque) fail(p, `${p.text} is not supported.`);
  if (COMMANDS.has(p.text) && r.text[p.from] !== '\\')
    fail(p, `${p.text} stands here without its backslash: write \\${p.text}.`, 'syntax');
  if (/\s/.test(p.text)) fail(p, `“${p.text}” is not known.`);
  const sub = readSubscript(r, p);
  const name = sym(p.text, ['word'], sub.kind === 'name' ? sub.text : null);
  r.place(name, p);
  const fence = c.peek();
  if (!isRound(fence)) {
    const entry = sub.kind === 'indices' ? r.place(component(name, sub.indices), p) : name;
    if (p.primes > 0 && entry.kind === 'sym') return r.place(apply(entry, [], [p.primes]), p);
    return withPower(r, entry, p);
  }
  const args = readArguments(r, c);
  if (p.sup) fail(p, 'A power on the name of an unknown function has no reading here.');
  if (p.primes > 0 && args.length > 1) fail(p, 'A prime does not say by which of several arguments.');
  const span = { from: p.from, to: fence.headTo };
  const value =
    familyMember(r, name, args, p, span) ??
    r.place(
      apply(
        name,
        args,
        args.map(() => p.primes),
      ),
      span,
    );
  const entry = sub.kind === 'indices' ? r.place(component(value, sub.indices), span) : value;
  return withPower(r, entry, fence, c.since(start));
}
/** Words that work on what stands in their bracket, or on all of their term, by rules that are none of functions. */
const OPAQUE: ReadonlyMap<string, 'call' | 'term'> = new Map([
  ...['re', 'im', 'var', 'cov', 'corr', 'pr', 'rank', 'span', 'arg'].map((w) => [w, 'call'] as const),
  ...['argmax', 'argmin', 'lim', 'sup', 'inf', 'limsup', 'liminf'].map((w) => [w, 'term'] as const),
]);

// softmax(z_i) is entry i of softmax(z).
function familyMember(
  r: Reader,
  name: Expr & { kind: 'sym' },
  args: readonly Expr[],
  p: WordPiece,
  span: Span,
): Expr | null {
  const [only] = args;
  if (!/^(log)?softmax$/i.test(name.base) || args.length !== 1 || only?.kind !== 'component' || p.primes > 0)
    return null;
  return r.place(component(r.place(apply(name, [only.base]), span), only.indices), span);
}

function noteSpelling(r: Reader, p: WordPiece, fn: string): void {
  const spelling = r.source({ from: p.from, to: p.headTo }).trim();
  r.style.name(fn, spelling);
  // \log_2 has its base: it does not say that \log alone is the natural one.
  if (fn === 'ln' || (fn === 'log' && !p.sub)) r.style.log(fn);
  if (fn === 'exp') r.style.exponential('function');
  if (/^\\?(?:operatorname\{)?ar?c?(?:sin|cos|tan|cot|sec|csc)/.test(spelling.replace(/^\\/, '')))
    r.style.inverse('arc');
}
function noteArgument(r: Reader, args: readonly Expr[], bracketed: boolean): void {
  const [only] = args;
  if (args.length === 1 && only?.kind === 'sym' && only.base !== '·')
    r.style.argument(bracketed ? 'brackets' : 'bare');
}
