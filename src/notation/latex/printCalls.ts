/** Layout of functions: sin x, σ(x), |x|, log_a x, e^x, f′(x). */
import type { Apply, Call, Expr, Order } from '../../core/index.js';
import {
  atLeast,
  fenced,
  glue,
  type PrintedPiece,
  piece,
  positive,
  Rank,
  script,
  type Signed,
} from './printPieces.js';
import { arrayPiece } from './printArrays.js';
import { argumentList, postfix } from './printLists.js';
import { spellingOf } from './spellings.js';
import { symbolPiece } from './printSymbols.js';
import { ownSpelling, type Printing } from './printing.js';

/** A call; `superscript` is a power to set on the function's name, for the calls that `isNameable` admits. */
export function callPiece(e: Call, p: Printing, superscript = ''): Signed {
  const array = arrayPiece(e, p);
  if (array) return positive(array);
  const spelling = spellingOf(e.fn);
  const own = ownSpelling(p.style, e.fn);
  if (spelling?.form === 'bare') return positive(namedCall(bareName(e.fn, p) + superscript, e.args, true, p));
  if (spelling?.form === 'fence' && e.args.length === 1)
    return positive(fenceCall(e, spelling.open, spelling.close, p));
  if (spelling?.form === 'own') return ownCall(e, superscript, p);
  return positive(bracketCall(own ?? callName(e.fn, p), e.args, p));
}
/** The function's usual letter, or its name where the author has another use for that letter. */
function callName(fn: string, p: Printing): string {
  const spelling = spellingOf(fn);
  if (spelling?.form !== 'call') return unknownName(fn);
  return spelling.letter !== undefined && p.taken.has(spelling.letter) ? unknownName(fn) : spelling.tex;
}
const unknownName = (fn: string): string => `\\operatorname{${fn.replace(/[^A-Za-z0-9]/g, '')}}`;

/** Whether a power may stand on the function's name: \sin^2 x, but never on \sin^{-1} or \log_a. */
export function isNameable(e: Call, p: Printing): boolean {
  if (e.args.length !== 1) return false;
  if (e.fn === 'ln') return true;
  return spellingOf(e.fn)?.form === 'bare' && !bareName(e.fn, p).includes('^');
}

function bareName(fn: string, p: Printing): string {
  const own = ownSpelling(p.style, fn);
  if (own !== undefined) return own;
  const spelling = spellingOf(fn);
  if (spelling?.form !== 'bare') return unknownName(fn);
  return p.style.inverse === 'superscript' ? (spelling.superscript ?? spelling.tex) : spelling.tex;
}

/** e^u, by a power or by name as the author writes it. */
export function exponentialPiece(e: Call, p: Printing): PrintedPiece {
  const [arg] = e.args;
  if (!arg) return piece('\\exp', Rank.Application, { head: 'function', tail: 'open' });
  if (p.style.exponential === 'power' && !p.taken.has('e')) {
    return piece('e' + script('^', p.inScript(arg).tex), Rank.Power, { head: 'name' });
  }
  const inner = p.piece(arg);
  return piece('\\exp' + fenced(inner), Rank.Atom, { head: 'function', tail: 'bracket', tall: inner.tall });
}

/** A function of one argument that goes without brackets where the argument is simple. */
function namedCall(name: string, args: readonly Expr[], products: boolean, p: Printing): PrintedPiece {
  const [arg] = args;
  if (arg?.kind === 'sym' && arg.base === '·')
    return piece(name, Rank.Application, { head: 'function', tail: 'open' });
  const inner = arg && args.length === 1 ? p.piece(arg) : null;
  if (!arg || !inner || p.style.argument === 'brackets' || !goesBare(arg, inner, products)) {
    return bracketCall(name, args, p, Rank.Application);
  }
  return piece(spaced(name, inner.tex), Rank.Application, {
    head: 'function',
    tail: 'open',
    tall: inner.tall,
  });
}
const spaced = (name: string, arg: string): string =>
  /^\\(sqrt|left)/.test(arg) ? name + arg : `${name} ${arg}`;

function goesBare(arg: Expr, inner: PrintedPiece, products: boolean): boolean {
  if (inner.tail === 'word' && inner.head !== 'word') return false;
  if (arg.kind === 'sym' || arg.kind === 'const') return inner.rank === Rank.Atom;
  if (arg.kind === 'num') return arg.value.sign >= 0 && inner.rank === Rank.Atom;
  if (arg.kind === 'component') return arg.base.kind === 'sym';
  if (arg.kind === 'call') return arg.fn === 'abs';
  if (arg.kind === 'mul')
    return (
      products &&
      arg.factors.length <= 3 &&
      arg.factors.every(isLetterOrNumber) &&
      !/\\cdot|^-/.test(inner.tex)
    );
  return arg.kind === 'root';
}
const isLetterOrNumber = (e: Expr): boolean =>
  e.kind === 'sym' || e.kind === 'const' || (e.kind === 'num' && e.value.isInteger && e.value.sign > 0);

function bracketCall(name: string, args: readonly Expr[], p: Printing, rank: Rank = Rank.Atom): PrintedPiece {
  const list = argumentList(args, p);
  const isFunction = rank === Rank.Application;
  return piece(name + fenced(list), rank, {
    head: isFunction ? 'function' : 'name',
    tail: 'bracket',
    tall: list.tall,
  });
}
function fenceCall(e: Call, open: string, close: string, p: Printing): PrintedPiece {
  const inner = argumentList(e.args, p);
  // Bars always say which is which: |x|y|z| has two readings.
  const grows = inner.tall || open === '|';
  const tex = grows
    ? `${glue(`\\left${open}`, inner.tex)}\\right${close}`
    : `${glue(open, inner.tex)}${close}`;
  return piece(tex, Rank.Atom, { head: 'bars', tail: 'bars', tall: inner.tall });
}

/** The functions whose spelling is more than a name. */
function ownCall(e: Call, superscript: string, p: Printing): Signed {
  const [a, b] = e.args;
  if (!a) return positive(bracketCall(unknownName(e.fn), e.args, p));
  switch (e.fn) {
    case 'exp':
      return positive(exponentialPiece(e, p));
    case 'expm1':
      return positive(piece(`${exponentialPiece(e, p).tex} - 1`, Rank.Sum, { head: 'name' }));
    case 'ln':
      return positive(namedCall(naturalLog(p) + superscript, [a], false, p));
    case 'log1p':
      return positive(onePlus(a, p));
    case 'log':
    case 'log2':
    case 'log10':
      return positive(logarithm(e.fn, a, b, p));
    case 'lngamma':
      return positive({
        ...bracketCall(`${naturalLog(p)}\\Gamma`, [a], p),
        rank: Rank.Application,
        head: 'function',
      });
    case 'factorial':
      return positive(postfix('!', a, p));
    default:
      return positive(bracketCall(unknownName(e.fn), e.args, p));
  }
}
const naturalLog = (p: Printing): string =>
  ownSpelling(p.style, 'ln') ?? (p.style.log === 'ln' ? '\\ln' : '\\log');

/** ln(1 + u). */
function onePlus(u: Expr, p: Printing): PrintedPiece {
  const { negative, body } = p.signed(u);
  const isSum = u.kind === 'add' && body.head !== 'negative';
  const term = isSum ? body.tex : atLeast(body, Rank.Product).tex;
  const inner = piece(`1 ${negative ? '-' : '+'} ${term}`, Rank.Sum, { tall: body.tall });
  return piece(naturalLog(p) + fenced(inner), Rank.Application, {
    head: 'function',
    tail: 'bracket',
    tall: body.tall,
  });
}

/** log_a x: the base as a subscript. */
function logarithm(fn: string, a: Expr, base: Expr | undefined, p: Printing): PrintedPiece {
  const sub = fn === 'log2' ? '2' : fn === 'log10' ? '10' : base && p.inScript(base).tex;
  const name = '\\log' + (sub === undefined ? '' : script('_', sub));
  return namedCall(name, [a], false, p);
}

/** f′(x), f^{(n)}(x), f_{xy}(x, y): a function without a row. */
export function applyPiece(e: Apply, p: Printing): PrintedPiece {
  const name = symbolPiece(e.fn, ownSpelling(p.style, e.fn.id));
  const single = e.orders.length <= 1;
  const stem = single ? glue(name.tex, primes(e.orders[0] ?? 0, p)) : name.tex + partials(e, p);
  if (e.args.length === 0) {
    const plain = stem === name.tex;
    return piece(stem, plain ? name.rank : Rank.Power, {
      head: name.head,
      tail: name.tail === 'word' ? 'word' : 'callable',
    });
  }
  return bracketCall(stem, e.args, p);
}

function primes(order: Order, p: Printing): string {
  if (typeof order !== 'number') return `^{(${p.inScript(order).tex})}`;
  return order <= 3 ? "'".repeat(order) : `^{(${String(order)})}`;
}

/** f_{xxy} where the arguments are plain letters, f^{(2,1)} otherwise. */
function partials(e: Apply, p: Printing): string {
  if (e.orders.every((o) => o === 0)) return '';
  const counts = e.orders.map((o) => (typeof o === 'number' ? String(o) : p.inScript(o).tex));
  const letters = e.args.map((a, i) => repeated(a, e.orders[i]));
  const known = letters.filter((l) => l !== null);
  const asLetters = e.fn.sub === null && e.args.length === e.orders.length && known.length === letters.length;
  return asLetters ? script('_', known.reduce(glue, '')) : `^{(${counts.join(',')})}`;
}
function repeated(arg: Expr, order: Order | undefined): string | null {
  if (arg.kind !== 'sym' || arg.sub !== null || typeof order !== 'number' || order > 4) return null;
  const { tex, tail } = symbolPiece(arg);
  return tail === 'word' ? null : Array.from({ length: order }, () => tex).reduce(glue, '');
}
