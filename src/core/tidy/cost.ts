/**
 * The reading cost of a written tree: its size as one would type it, plus what makes a form read badly. The form
 * of least cost is shown. Weights are the smallest that prefer the textbook's form on classic exercises.
 */
import { familyNames, functionRow, type Family } from '../functions/index.js';
import { same } from '../equality.js';
import {
  ONE,
  product,
  type Add,
  type Call,
  type Div,
  type Expr,
  type Mul,
  type Num,
  type Pow,
  type Root,
} from '../expr.js';
import type { ReadingMeasure } from '../kinds/description.js';
import { described } from '../kinds/index.js';
import { children } from '../walk.js';
import { Rational } from '../rational.js';
import type { Node } from './node.js';
import type { Page } from './style.js';
import { display } from './display.js';
import { isNegative } from './minus.js';

const FOREIGN_FUNCTION = 4;
const FOREIGN_EXPONENTIAL = 2.5;
/** e^(3x) where the question has e^x. */
const OTHER_MULTIPLE = 2.1;
/** |c| and sign c of a letter that readers take to be positive. */
const BARS_ON_PARAMETER = 4;
const OF_INVERSE = 4;
const LOG_OF_ROOT = 0.5;
/** ln x where the question has log₂ x. */
const OTHER_BASE = 2;
const FRACTION_ABOVE = 5;
const FRACTION_BELOW = 8;
const FURTHER_FRACTION = 1;
/** 1/x² before x^−2. */
const NEGATIVE_EXPONENT = 2;
/** ∛(x²) before (∛x)². */
const POWER_OF_ROOT = 1;
const SHARED_CALL = 1;
const SHARED_LETTER = 2.5;
/** x^n(n/x − 1) reads worse than x^(n−1)(n − x), though e^x(ln x + 1/x) is well. */
const FRACTION_IN_FACTOR = 2;
const DIGIT = 0.5;
const FREE_DIGITS = 3;
/** The first number of more digits. */
const SHORT = 1000;
/** Ties go to smaller numbers: a power cancelled is a power less. */
const LARGE = 0.005;
/** Ties go to products: e^x(x + 1) before xe^x + e^x. */
const SUM_TIE = 0.01;
/** 1 + x(1 − σ) before 1 + x − xσ. */
const COMPLEMENT_TIE = -0.02;
const PRODUCT_IN_SUM_TIE = 0.004;

/** A polynomial keeps the question's shape: a sum of powers stays one, and a product of brackets too. */
const OTHER_SHAPE = 6;

const isFamiliar = (fn: string): boolean => functionRow(fn)?.familiar ?? false;
/** Functions that an answer may have because the question has this one: of the hyperbolic ones all others. */
const partnersOf = (fn: string): readonly string[] => {
  const row = functionRow(fn);
  return row?.family === 'hyperbolic' ? familyNames('hyperbolic') : (row?.partners ?? []);
};
const isOf = (fn: string, ...families: readonly Family[]): boolean => {
  const family = functionRow(fn)?.family ?? null;
  return family !== null && families.includes(family);
};
const isDirect = (fn: string): boolean => isOf(fn, 'trigonometric', 'hyperbolic');
const isInverse = (fn: string): boolean => isOf(fn, 'inverse trigonometric', 'inverse hyperbolic');
/** A logarithm whose base is its second argument, or in its name. */
const hasOtherBase = (fn: string): boolean => fn === 'log' || (functionRow(fn)?.base ?? null) !== null;

/** The measure for answers to one question: functions that the question itself uses are no strangers. */
export class ReadingCost implements ReadingMeasure {
  /** Functions of the question and their partners. */
  private readonly known = new Set<string>();
  private readonly exponents: Expr[] = [];
  private readonly memo = new Map<Expr, number>();

  private readonly shape: Shape;
  /** Whether the question has bars itself, and logarithms to other bases than e alone. */
  private readonly bars: boolean;
  private readonly otherBase: boolean;
  private ownPowers = false;

  /** The question, and what it differentiates by. */
  constructor(
    question: Expr,
    private readonly target: Expr | null = null,
    named: Iterable<string> = [],
  ) {
    for (const fn of named) this.known.add(fn);
    this.shape = shapeOf(question);
    const seen = new Set<Expr>();
    const visit = (e: Expr): void => {
      if (seen.has(e)) return;
      seen.add(e);
      if (e.kind === 'call') {
        this.known.add(e.fn);
        partnersOf(e.fn).forEach((f) => this.known.add(f));
        if (e.fn === 'exp') this.exponents.push(e.args[0] as Expr);
      }
      children(e).forEach(visit);
    };
    visit(question);
    this.bars = this.known.has('abs') || this.known.has('sign');
    this.otherBase = !this.known.has('ln') && [...this.known].some(hasOtherBase);
  }

  uses(fn: string): boolean {
    return this.known.has(fn) && !isFamiliar(fn);
  }

  /** Whether the question has negative exponents itself. */
  knowPowers(own: boolean): void {
    this.ownPowers = own;
  }

  /** An exponent of the question in the form in which answers print it. */
  knowExponent(e: Expr): void {
    if (this.exponents.length > 0) this.exponents.push(e);
  }

  /** The cost of a node's printed tree, remembered on the node. */
  ofNode(page: Page, n: Node): number {
    if (n.cost < 0) {
      const shown = display(page, n);
      n.cost = this.of(shown) + (isOtherShape(this.shape, shown) ? OTHER_SHAPE : 0);
    }
    return n.cost;
  }

  of(e: Expr): number {
    const known = this.memo.get(e);
    if (known !== undefined) return known;
    const cost = described(e).cost(e, this);
    this.memo.set(e, cost);
    return cost;
  }

  quotient({ numer, denom }: Div): number {
    return (
      1 +
      this.of(numer) +
      this.of(denom) +
      (hasFraction(numer) ? FRACTION_ABOVE : 0) +
      (hasFractionWithin(denom) ? FRACTION_BELOW : 0)
    );
  }

  power(e: Pow): number {
    return 1 + this.of(e.base) + this.of(e.exponent) + this.burden(e);
  }

  root({ body, index }: Root): number {
    return 2 + this.of(body) + (index.kind === 'num' && index.value.n === 2 ? 0 : this.of(index));
  }

  application(e: Call): number {
    return 2 + this.parts(e) + this.stranger(e.fn, e.args[0]) + composed(e.fn, e.args[0]);
  }

  /** What makes a power harder to read than its size: its sign, and a base that asks for brackets. */
  private burden({ base, exponent }: Pow): number {
    if (exponent.kind !== 'num') return 0;
    const negative = exponent.value.sign < 0 && !this.ownPowers ? NEGATIVE_EXPONENT : 0;
    if (!exponent.value.isInteger) return negative;
    if (base.kind === 'root') return negative + POWER_OF_ROOT;
    // (ab)² reads no quicker than a²b².
    const factors = base.kind === 'mul' ? base.factors.filter((f) => f.kind !== 'num').length : 1;
    return negative + Math.max(0, factors - 1) * (1 + this.of(exponent));
  }

  parts(e: Expr): number {
    return children(e).reduce((s, c) => s + this.of(c), 0);
  }

  /** A fraction costs what its two numbers and its line cost. */
  number({ value: q, written }: Num): number {
    if (written === null && q.d === 1 && typeof q.n === 'number' && q.n >= 0 && q.n < SHORT)
      return 1 + LARGE * Math.min(100, Math.max(0, q.n - 1));
    const size =
      written !== null || q.isInteger
        ? this.digits(written ?? q.abs().toString())
        : 1 + this.digits(String(q.abs().n)) + this.digits(String(q.d));
    const large = q.isInteger || written !== null ? bulk(q) : bulk(Rational.of(q.n)) + bulk(Rational.of(q.d));
    return size + (q.sign < 0 ? 1 : 0) + LARGE * large;
  }

  private digits(text: string): number {
    return 1 + DIGIT * Math.max(0, text.length - FREE_DIGITS);
  }

  private stranger(fn: string, argument: Expr | undefined): number {
    if (!isFamiliar(fn) && !this.known.has(fn)) return FOREIGN_FUNCTION;
    if (!argument) return 0;
    if (fn === 'abs' || fn === 'sign') return this.bars || this.varies(argument) ? 0 : BARS_ON_PARAMETER;
    if (fn === 'ln') return this.otherBase && this.varies(argument) ? OTHER_BASE : 0;
    return fn === 'exp' && this.exponents.length > 0 ? this.strangeExponent(argument) : 0;
  }

  private strangeExponent(exponent: Expr): number {
    let cost = FOREIGN_EXPONENTIAL;
    for (const x of this.exponents) {
      if (!isMultiple(exponent, x)) continue;
      if (scaled(exponent)[0].abs().compare(scaled(x)[0].abs()) <= 0) return 0;
      cost = OTHER_MULTIPLE;
    }
    return cost;
  }

  product({ factors }: Mul): number {
    const [first] = factors;
    const minusOne = first?.kind === 'num' && first.value.n === -1 && first.value.d === 1;
    const parts = minusOne ? factors.slice(1) : factors;
    return (
      (minusOne ? 1 : 0) +
      parts.reduce(
        (s, f) =>
          s +
          this.of(f) +
          (sharesLetter(f) ? SHARED_LETTER : 0) +
          (this.isRationalSum(f) ? FRACTION_IN_FACTOR : 0),
        0,
      ) +
      parts.length -
      1 +
      (parts.some(isOver) && parts.some((f) => f.kind === 'add' && hasFraction(f)) ? FRACTION_ABOVE : 0)
    );
  }

  /** Whether it is a sum with a fraction in the target, and without function values. */
  private isRationalSum(e: Expr): boolean {
    const isQuotient = (t: Expr): boolean =>
      t.kind === 'div' ? this.varies(t.denom) : t.kind === 'mul' && t.factors.some(isQuotient);
    return e.kind === 'add' && e.terms.some(isQuotient) && !e.terms.some((t) => callsOf(t).length > 0);
  }
  private varies(e: Expr): boolean {
    return this.target === null ? e.kind !== 'num' : [...this.target.free].some((name) => e.free.has(name));
  }

  sum({ terms }: Add): number {
    let total = terms.length - 1 + (isComplement(terms) ? COMPLEMENT_TIE : SUM_TIE);
    let fractions = 0;
    terms.forEach((t, i) => {
      total += this.of(t) - (i > 0 && isNegative(t) ? 1 : 0) + (t.kind === 'mul' ? PRODUCT_IN_SUM_TIE : 0);
      if (hasFraction(t)) fractions++;
    });
    total += FURTHER_FRACTION * Math.max(0, fractions - 1);
    return total + (sharesCall(terms) ? SHARED_CALL : 0);
  }
}

/** sin(arccos u) and ln √u are on their way to something simpler. */
function composed(fn: string, argument: Expr | undefined): number {
  if (argument?.kind === 'root' && fn === 'ln') return LOG_OF_ROOT;
  return argument?.kind === 'call' && isInverse(argument.fn) && isDirect(fn) ? OF_INVERSE : 0;
}

/** 1 − σ(u) or σ(u) − 1: what the derivative of σ is known by. */
function isComplement(terms: readonly Expr[]): boolean {
  const isOne = (e: Expr): boolean => e.kind === 'num' && e.value.abs().isOne;
  const isSigmoid = (e: Expr): boolean =>
    e.kind === 'mul'
      ? e.factors.length === 2 && isSigmoid(e.factors[1] as Expr)
      : e.kind === 'call' && e.fn === 'sigmoid';
  return terms.length === 2 && terms.some(isOne) && terms.some(isSigmoid);
}

type Shape = 'expanded' | 'factored' | null;

function shapeOf(question: Expr): Shape {
  if (isMonomialSum(question)) return 'expanded';
  const factors = question.kind === 'mul' ? question.factors : [question];
  const bare = factors.filter((f) => !isMonomial(f));
  return bare.length > 0 && bare.every((f) => f.kind === 'pow' && isPolynomialPower(f)) ? 'factored' : null;
}

function isOtherShape(shape: Shape, answer: Expr): boolean {
  if (shape === 'factored') return isMonomialSum(answer);
  return shape === 'expanded' && answer.kind === 'mul' && answer.factors.some(isMonomialSum);
}

const isPolynomialPower = (f: Pow): boolean =>
  f.exponent.kind === 'num' &&
  f.exponent.value.isInteger &&
  f.exponent.value.sign > 0 &&
  isMonomialSum(f.base);
const isMonomialSum = (e: Expr): boolean => e.kind === 'add' && e.terms.every(isMonomial);
/** A number times powers of letters, over a number perhaps. */
function isMonomial(e: Expr): boolean {
  if (e.kind === 'mul') return e.factors.every(isMonomial);
  if (e.kind === 'div') return isMonomial(e.numer) && e.denom.kind === 'num';
  if (e.kind === 'pow')
    return e.base.kind === 'sym' && e.exponent.kind === 'num' && e.exponent.value.isInteger;
  return e.kind === 'num' || e.kind === 'sym';
}

const bulk = (q: Rational): number => Math.min(100, Math.max(0, Math.abs(q.toNumber()) - 1));

/** A fraction line in a product, over which the other factors stand in thought. */
const isOver = (f: Expr): boolean =>
  f.kind === 'div' || (f.kind === 'pow' && f.exponent.kind === 'num' && f.exponent.value.sign < 0);

/** Whether one is the other times a positive number: term by term, for sums. */
function isMultiple(a: Expr, b: Expr): boolean {
  const [[p, x], [q, y]] = [scaled(a), scaled(b)];
  if (p.sign === q.sign && same(x, y)) return true;
  if (x.kind !== 'add' || y.kind !== 'add' || x.terms.length !== y.terms.length) return false;
  const others = y.terms.map(scaled);
  let ratio: Rational | null = null;
  for (const [r, term] of x.terms.map(scaled)) {
    const [s] = others.find(([, other]) => same(term, other)) ?? [];
    if (!s || s.isZero || r.isZero) return false;
    const here = p.mul(r).div(q.mul(s));
    if (here.sign < 0 || (ratio && !ratio.equals(here))) return false;
    ratio = here;
  }
  return true;
}

/** A number in front, and the rest: e^{−2x} is no stranger where e^{−x} is known. */
function scaled(e: Expr): [Rational, Expr] {
  if (e.kind === 'num') return [e.value, ONE];
  if (e.kind === 'mul' && e.factors[0]?.kind === 'num')
    return [e.factors[0].value, product(e.factors.slice(1))];
  if (e.kind === 'mul' && e.factors[0]?.kind === 'div') {
    const [q, rest] = scaled(e.factors[0]);
    return [q, product([rest, ...e.factors.slice(1)])];
  }
  if (e.kind === 'div' && e.denom.kind === 'num' && !e.denom.value.isZero) {
    const [q, rest] = scaled(e.numer);
    return [q.div(e.denom.value), rest];
  }
  return [Rational.ONE, e];
}

/** Whether a fraction stands in it on the line: as itself, a factor or a term. A number's fraction counts too. */
function hasFraction(e: Expr): boolean {
  if (e.kind === 'num') return e.written === null && !e.value.isInteger;
  return e.kind === 'div' || ((e.kind === 'mul' || e.kind === 'add') && children(e).some(hasFraction));
}

/** Whether one stands in it or in a whole power in it: below a line (x + 1/x)² reads as badly as x + 1/x. */
function hasFractionWithin(e: Expr): boolean {
  if (e.kind === 'mul') return e.factors.some(hasFractionWithin);
  const whole = e.kind === 'pow' && e.exponent.kind === 'num' && e.exponent.value.isInteger;
  return hasFraction(whole ? e.base : e);
}

/** Whether two terms have a function value in common that could stand in front. */
function sharesCall(terms: readonly Expr[]): boolean {
  if (terms.length > 40) return false;
  const seen: Expr[][] = [];
  for (const t of terms) {
    const calls = callsOf(t);
    if (seen.some((s) => s.some((c) => calls.some((d) => same(c, d))))) return true;
    seen.push(calls);
  }
  return false;
}
/** Whether all terms of a sum among factors have a letter in common: 2(x − x⁵) reads worse than 2x(1 − x⁴). */
function sharesLetter(e: Expr): boolean {
  const s = e.kind === 'pow' ? e.base : e;
  if (s.kind !== 'add') return false;
  const [first, ...rest] = s.terms.map(lettersOf);
  return first !== undefined && first.some((x) => rest.every((r) => r.includes(x)));
}
function lettersOf(t: Expr): string[] {
  if (t.kind === 'sym') return [t.id];
  if (t.kind === 'mul') return t.factors.flatMap(lettersOf);
  return t.kind === 'pow' && t.exponent.kind === 'num' ? lettersOf(t.base) : [];
}

function callsOf(t: Expr): Expr[] {
  if (t.kind === 'call') return [t];
  if (t.kind === 'mul') return t.factors.flatMap(callsOf);
  if (t.kind === 'div') return callsOf(t.numer);
  return t.kind === 'pow' ? callsOf(t.base) : [];
}
