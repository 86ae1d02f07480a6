/** Layout of numbers, sums, products, fractions, powers and roots. */
import type { Add, Call, Div, Expr, Matmul, Mul, Num, Pow, Rational, Root } from '../../core/index.js';
import { isWholeExponent } from '../../customs/usually.js';
import {
  atLeast,
  beside,
  bracketed,
  fenced,
  glue,
  needsDot,
  type PrintedPiece,
  piece,
  positive,
  Rank,
  script,
  type Signed,
} from './printPieces.js';
import { callPiece, isNameable } from './printCalls.js';
import type { Printing } from './printing.js';

export function numberPiece(n: Num, p: Printing): Signed {
  const negative = n.value.sign < 0;
  return { negative, body: magnitude(n.value.abs(), n.written?.replace(/^[+-]/, '') ?? null, p) };
}

function magnitude(value: Rational, written: string | null, p: Printing): PrintedPiece {
  const decimal = written === null ? shortDecimal(value, p) : /[eE]/.test(written) ? null : written;
  if (decimal !== null) return digits(decimal.startsWith('.') ? '0' + decimal : decimal, value);
  if (written !== null) return scientific(written);
  return ratio(String(value.n), String(value.d), p);
}
function digits(text: string, value: Rational): PrintedPiece {
  const tail = value.isOne || value.isZero ? 'unit' : 'digits';
  return piece(text, Rank.Atom, { head: 'digits', tail });
}
/** The digits of a whole number, or of a decimal where the author writes decimals. */
function shortDecimal(value: Rational, p: Printing): string | null {
  if (value.isInteger) return String(value.n);
  if (p.style.numbers !== 'decimals') return null;
  const text = value.toDecimal();
  return text !== null && text.length <= 14 ? text : null;
}
function scientific(written: string): PrintedPiece {
  const [mantissa = '1', exponent = '0'] = written.toLowerCase().split('e');
  const tex = `${mantissa.startsWith('.') ? '0' + mantissa : mantissa} \\cdot 10${script('^', exponent.replace('+', ''))}`;
  return piece(tex, Rank.Product, { head: 'digits', tail: 'plain' });
}
function ratio(numer: string, denom: string, p: Printing): PrintedPiece {
  const stacked = piece(`\\frac{${numer}}{${denom}}`, Rank.Power, {
    head: 'ratio',
    tail: 'ratio',
    tall: true,
  });
  return p.small || p.style.fractions === 'slash' ? slash(numer, denom, stacked) : stacked;
}
function slash(numer: string, denom: string, stacked: PrintedPiece): PrintedPiece {
  return { ...piece(`${numer}/${denom}`, Rank.Product, { head: stacked.head, tail: 'plain' }), stacked };
}

/** Terms joined by their own signs. */
export function sumPiece(e: Add, p: Printing): PrintedPiece {
  // Joined once: looking at the end of a text that grows term by term would take its length each time.
  const texts: string[] = [];
  let tall = false;
  let head: PrintedPiece['head'] = 'plain';
  e.terms.forEach((term, i) => {
    const sign = signOf(term, p);
    const body = atLeast(sign === '\\pm' ? p.piece(alternative(term)) : p.signed(term).body, Rank.Entrywise);
    if (i === 0) head = sign === '+' ? body.head : 'negative';
    const front = i > 0 ? joint(sign, p) : sign === '+' ? '' : sign;
    texts.push(glue(front, body.tex));
    tall ||= body.tall;
  });
  return piece(texts.join(''), Rank.Sum, { head, tall });
}
type Sign = '+' | '-' | '\\pm';
function signOf(term: Expr, p: Printing): Sign {
  if (term.kind === 'plusminus' && term.args.length === 1) return '\\pm';
  return p.signed(term).negative ? '-' : '+';
}
const alternative = (term: Expr): Expr => (term.kind === 'plusminus' ? (term.args[0] ?? term) : term);

/** Scripts are set tight: x^{n-1}. */
function joint(sign: Sign, p: Printing): string {
  return p.small ? sign : ` ${sign} `;
}

/** Factors in the tree's order, a coefficient below zero as a minus in front. */
export function productPiece(e: Mul, p: Printing): Signed {
  const [first, ...rest] = e.factors;
  if (!first) return positive(piece('1', Rank.Atom, { head: 'digits', tail: 'unit' }));
  const lead =
    first.kind === 'num' || first.kind === 'div'
      ? p.signed(first)
      : positive(numberInBrackets(first, rest.length > 0, p));
  const others = rest.map((f, i) => numberInBrackets(f, i + 2 < e.factors.length, p));
  const hidesOne = isMinusOne(first) && rest.length > 0 && !rest.slice(0, 1).some(startsWithNumber);
  const factors = hidesOne ? others : [lead.body, ...others];
  return { negative: lead.negative, body: joinFactors(factors, p) };
}
/** (xᵀAx) x: the number keeps what follows it from being read as its factor. */
const numberInBrackets = (e: Expr, isFollowed: boolean, p: Printing): PrintedPiece =>
  e.kind === 'matmul' && isFollowed ? bracketed(p.piece(e)) : p.piece(e);
const isMinusOne = (e: Expr): boolean => e.kind === 'num' && e.value.sign < 0 && e.value.abs().isOne;
/** Where −1 is written out: −1·3 is no −3. */
function startsWithNumber(e: Expr): boolean {
  return e.kind === 'num' || (e.kind === 'mul' && e.factors.slice(0, 1).some(startsWithNumber));
}

/** Vectors and matrices side by side: a dot between them would be another product. A gap sets off a dX, and a bracket a sum. */
export function orderedPiece(e: Matmul, p: Printing): PrintedPiece {
  const last = e.factors.length - 1;
  return e.factors
    .map((f, i) => (f.kind === 'binder' && i < last ? bracketed(p.piece(f)) : asFactor(p.piece(f))))
    .reduce((a, b) => {
      const isApart = a.tail === 'differential' || b.head === 'differential';
      const tex = isApart ? `${a.tex} \\, ${b.tex}` : beside(a.tex, b.tex);
      return piece(tex, Rank.Product, { head: a.head, tail: b.tail, tall: a.tall || b.tall });
    });
}

const asFactor = (f: PrintedPiece): PrintedPiece => atLeast(f.stacked ?? f, Rank.Product);

function joinFactors(factors: readonly PrintedPiece[], p: Printing): PrintedPiece {
  const [only] = factors;
  if (only && factors.length === 1) return atLeast(only, Rank.Entrywise);
  return factors.map(asFactor).reduce((a, b) => joinTwo(a.tail === 'body' ? bracketedBody(a) : a, b, p));
}
/** A sum's or limit's body would go on: what stands before another factor is closed with brackets. */
const bracketedBody = (a: PrintedPiece): PrintedPiece => ({
  ...a,
  tex: fenced(a),
  rank: Rank.Atom,
  head: 'bracket',
  tail: 'bracket',
});

function joinTwo(a: PrintedPiece, b: PrintedPiece, p: Printing): PrintedPiece {
  const dotted = needsDot(a.tail, b.head) || (p.style.product === 'cdot' && a.tail !== 'digits');
  const tex = dotted ? `${a.tex} \\cdot ${b.tex}` : beside(a.tex, b.tex);
  return piece(tex, Rank.Product, { head: a.head, tail: b.tail, tall: a.tall || b.tall });
}

/** One fraction, its numerator's minus in front. */
export function fractionPiece(e: Div, p: Printing): Signed {
  const { negative, body } = p.signed(e.numer);
  const denom = p.piece(e.denom);
  const edge = isWhole(e.numer) && isWhole(e.denom) ? 'ratio' : 'fraction';
  const stacked = piece(`\\frac{${body.tex}}{${denom.tex}}`, Rank.Power, {
    head: edge,
    tail: edge,
    tall: true,
  });
  const slashed = p.small
    ? isSimple(e.numer) && isAtomic(e.denom)
    : p.style.fractions === 'slash' && takesSlash(body) && !denom.tall;
  if (!slashed) return { negative, body: stacked };
  return { negative, body: slash(atLeast(body, Rank.Product).tex, atLeast(denom, Rank.Power).tex, stacked) };
}
/** A dot, a bare argument or a sum's body in front of a slash would share it. */
const takesSlash = (numer: PrintedPiece): boolean =>
  !numer.tall && numer.tail !== 'open' && numer.tail !== 'body' && !numer.tex.includes('\\cdot');
const isWhole = (e: Expr): boolean => e.kind === 'num' && e.value.isInteger;
const isAtomic = (e: Expr): boolean => e.kind === 'sym' || e.kind === 'const' || isWhole(e);
const isPlainPower = (e: Expr): boolean => e.kind === 'pow' && isAtomic(e.base) && isAtomic(e.exponent);
function isSimple(e: Expr): boolean {
  if (e.kind === 'mul')
    return e.factors.length <= 3 && e.factors.every((f) => isAtomic(f) || isPlainPower(f));
  return isAtomic(e) || isPlainPower(e);
}

/** x^2, but \sin^2 x: a small power of a function with a bare argument stands on its name. */
export function powerPiece(e: Pow, p: Printing): PrintedPiece {
  const exponent = p.inScript(e.exponent);
  if (e.base.kind === 'call' && isNameable(e.base, p) && isCount(e.exponent)) {
    return powerOnName(e.base, exponent, p);
  }
  const given = p.piece(e.base);
  const base = atLeast(given.stacked ?? given, Rank.Atom);
  const tail = base.tail === 'callable' ? 'callable' : 'plain';
  return piece(glue(base.tex, script('^', exponent.tex)), Rank.Power, {
    head: base.head,
    tail,
    tall: base.tall,
  });
}
const powerOnName = (base: Call, exponent: PrintedPiece, p: Printing): PrintedPiece =>
  callPiece(base, p, script('^', exponent.tex)).body;

/** A whole number above one, or an expression in the letters of counts: an exponent that never reads as an inverse. */
function isCount(e: Expr): boolean {
  if (e.kind === 'num') return e.value.isInteger && e.value.sign > 0 && !e.value.isOne;
  return (
    e.free.size > 0 &&
    e.size <= 5 &&
    [...e.free].every((name) => isWholeExponent(name)) &&
    COUNT_KINDS.has(e.kind)
  );
}
const COUNT_KINDS: ReadonlySet<Expr['kind']> = new Set<Expr['kind']>(['sym', 'add']);

export function rootPiece(e: Root, p: Printing): PrintedPiece {
  const body = p.piece(e.body);
  const isSquare = e.index.kind === 'num' && String(e.index.value) === '2';
  const index = isSquare ? '' : `[${p.inScript(e.index).tex}]`;
  return piece(`\\sqrt${index}{${body.tex}}`, Rank.Power, { tall: body.tall });
}
