/**
 * Canonical nodes back to written trees, as a textbook prints them: quotients, roots, minus signs, falling degree.
 * Nothing here changes a value; what only concerns looks (−(x²−1) as 1−x², √2·√π as √(2π)) is decided here.
 */
import type { Steps } from '../../steps.js';
import {
  call,
  div,
  E,
  exp,
  mul,
  neg,
  num,
  ONE,
  PI,
  pow,
  product,
  root,
  sharedNum,
  sqrt,
  sum,
  type Expr,
} from '../expr.js';
import { children, isSeries, withChildren } from '../walk.js';
import { Rational } from '../rational.js';
import { degreeOf } from './degree.js';
import { exponentsOf } from './exponents.js';
import { isCounter, letterOf, mentions, multipleIn, rankBeside } from './factorOrder.js';
import { joined, powersOf, type Power } from './joined.js';
import type { Node, Table } from './node.js';
import type { Page, DisplayStyle } from './style.js';
import { contentOf } from './content.js';
import { flipped, isNegative, signed, unscaled } from './minus.js';
import { isConstantRadical, radicalsOf } from './radicals.js';
import { isOddRoot } from './roots.js';

/** The written tree of a node, remembered on the node. */
export function display(page: Page, n: Node): Expr {
  return (n.display ??= make(page, n));
}

/** The same in steps: terms before their sum. */
export function* displayInSteps(page: Page, n: Node): Steps<Expr> {
  if (n.display) return n.display;
  for (const t of n.terms) {
    yield* displayInSteps(page, page.table.scale(t.m, t.q));
    yield null;
  }
  return display(page, n);
}

function make(page: Page, n: Node): Expr {
  const { table } = page;
  table.spend(1);
  switch (n.op) {
    case 'num':
      return number(table, n.q);
    case 'atom':
      return n === table.e ? E : n === table.pi ? PI : (n.expr as Expr);
    case 'call':
      return displayCall(page, n);
    case 'sum':
      return displaySum(page, n);
    case 'product':
      return displayProduct(page, n);
  }
}

function number(table: Table, q: Rational): Expr {
  if (q.isInteger) return sharedNum(q);
  if (table.decimals) {
    const written = q.toDecimal();
    if (written !== null && written.length <= MOST_DIGITS) return num(q, written);
  }
  return q.sign < 0 ? neg(fraction(q.neg())) : fraction(q);
}
const MOST_DIGITS = 12;
const fraction = (q: Rational): Expr => div(sharedNum(Rational.of(q.n)), sharedNum(Rational.of(q.d)));

function displayCall(page: Page, n: Node): Expr {
  const args = n.args.map((a) => display(page, a));
  if (n.expr) return withChildren(n.expr, args);
  if (n.name === 'root') return root(args[0] as Expr, args[1]);
  return call(n.name, ...args);
}

// ---- sums

function displaySum(page: Page, n: Node): Expr {
  const { table, style } = page;
  const terms = n.terms.map((t) => ({
    e: display(page, table.scale(t.m, t.q)),
    rank: degreeOf(page, t.m),
    letter: firstParameter(style, t.m),
  }));
  if (!n.q.isZero) terms.push({ e: number(table, n.q), rank: 0, letter: 0 });
  return sum(orderedTerms(terms));
}

interface Ranked {
  readonly e: Expr;
  readonly rank: number;
  readonly letter: number;
}

/** Where the alphabet has a parameter of a monomial, to break ties: a² + b². 0 where there is none. */
function firstParameter({ target }: DisplayStyle, m: Node): number {
  const atoms = m.op === 'product' ? m.factors.map((f) => f.b) : [m];
  const codes = atoms.filter((a) => a.op === 'atom' && a !== target).map((a) => letterOf(a));
  if (!atoms.every((a) => a.op === 'atom') || codes.length === 0) return 0;
  return Math.min(...codes.map((c) => c?.charCodeAt(0) ?? 0));
}

/** Falling degree; but a sum that would begin with a minus and has a plus begins with that: 1 − x². */
function orderedTerms(terms: Ranked[]): Expr[] {
  terms.sort((a, b) => b.rank - a.rank || a.letter - b.letter);
  const first = terms[0];
  if (first && isNegative(first.e)) {
    const last = terms[terms.length - 1] as Ranked;
    if (terms.length <= 3 && !isNegative(last.e) && last.rank < first.rank) terms.reverse();
    const k = terms.findIndex((t) => !isNegative(t.e));
    if (k > 0 && !isLongPolynomial(terms)) terms.unshift(...terms.splice(k, 1));
  }
  return terms.map((t) => t.e);
}

/** −x³ + 9x² − 18x + 6 keeps its falling powers. */
const isLongPolynomial = (terms: readonly Ranked[]): boolean =>
  terms.length > 3 && terms.every((t, i) => i === 0 || t.rank <= (terms[i - 1] as Ranked).rank - 1);

// ---- products

function displayProduct(page: Page, n: Node): Expr {
  const { table } = page;
  const all = powersOf(table, n.factors);
  const { powers, q: number_ } = all.some(isNumberPower) ? joined(page, all, n.q) : { powers: all, q: n.q };
  const [above, below]: [Power[], Power[]] = [[], []];
  for (const p of powers) {
    if (p.below && hasOwnExponent(page, p))
      above.push({ ...p, exponent: table.neg(p.exponent), below: false });
    else (p.below ? below : above).push(p);
  }
  const turned = new Map<Node, Expr>();
  const q = signed(page, number_, powers, turned, (n) => display(page, n));
  const decimals = table.decimals && q.toDecimal() !== null;
  const whole = decimals || q.isInteger;
  const scale = {
    above: whole ? q.abs() : Rational.of(q.abs().n),
    below: whole ? Rational.ONE : Rational.of(q.d),
  };
  if (below.length === 0 && scale.below.n !== 1 && powers.length > 1)
    shareDenominator(page, above, scale, turned);
  const radicals = radicalsOf(page, above, below, scale, (n) => display(page, n));
  const apart = (list: readonly Power[]): readonly Power[] =>
    radicals.joined.length === 0 ? list : list.filter((p) => !radicals.joined.includes(p));
  const top = factorsOf(page, apart(above), scale.above, radicals.above, turned, false);
  const bottom = factorsOf(page, apart(below), scale.below, radicals.below, turned, true);
  const value =
    countOfAngle(powers, q, bottom) ??
    beforeSeries(top, bottom) ??
    beforeExponentials(page, [...above, ...below], top, bottom) ??
    withFraction(top, bottom) ??
    (bottom.length === 0 ? product(top) : div(product(top), product(bottom)));
  return q.sign < 0 ? negated(value) : value;
}
/** Whether a power below the line stands above it with a negative exponent, as its author writes. */
const hasOwnExponent = ({ style }: Page, { base }: Power): boolean =>
  style.powers && (style.target === null || mentions(base, style.target));
const isNumberPower = (p: Power): boolean => p.base.op === 'num';

/** e^x(2 + 1/x)/2 is e^x(1 + 1/(2x)): a bracket with fractions in it takes the one number below in. */
function shareDenominator(
  page: Page,
  above: readonly Power[],
  scale: { below: Rational },
  turned: Map<Node, Expr>,
): void {
  const { table, style } = page;
  const [only, other] = above.filter(
    (p) =>
      p.base.op === 'sum' && p.exponent === table.one && p.base.terms.some((t) => isQuotient(table, t.m)),
  );
  if (!only || other || style.turned.has(only.base)) return;
  const terms = turned.has(only.base) ? flipped(table, only.base) : unscaled(table, only.base);
  const inverse = scale.below.inverse();
  // A bracket among the terms may open on the way.
  if (terms.some((t) => t.m.op === 'sum')) page.rejoined = true;
  turned.set(only.base, display(page, table.sum(terms.map((t) => ({ m: t.m, q: t.q.mul(inverse) })))));
  scale.below = Rational.ONE;
}
/** Whether it prints as a fraction. */
const isQuotient = (table: Table, m: Node): boolean =>
  m.factors.some((f) => f.u === table.one && f.q.sign < 0 && f.b !== table.e);

/** (2/n)·Σ: what multiplies a series stands in front of it, with its own line. */
function beforeSeries(top: readonly Expr[], bottom: readonly Expr[]): Expr | null {
  const series = top.filter(isSeries);
  const [only] = series;
  if (!only || series.length > 1 || bottom.length === 0 || bottom.some(isSeries)) return null;
  return product([div(product(top.filter((e) => e !== only)), product(bottom)), only]);
}

/**
 * (V/RC)·e^(−t/RC): over constants with letters or roots in them stands what is no exponential, and a fraction that the author keeps
 * together stands by itself: −(x − μ)/σ² · 1/(σ√(2π)) · e^….
 */
function beforeExponentials(
  { style }: Page,
  powers: readonly Power[],
  top: readonly Expr[],
  bottom: readonly Expr[],
): Expr | null {
  const { target } = style;
  const apart = top.filter((e) => (e.kind === 'call' && e.fn === 'exp') || e.kind === 'div');
  const isConstant = powers.every((p) => !p.below || (target !== null && !mentions(p.base, target)));
  if (!isConstant || apart.length === 0 || bottom.length === 0 || bottom.every((e) => e.kind === 'num'))
    return null;
  if (!apart.some((e) => e.kind === 'call')) return null;
  return product([div(product(top.filter((e) => !apart.includes(e))), product(bottom)), ...apart]);
}

/** n·(π/2): a count times an angle, where there is nothing else. */
function countOfAngle(powers: readonly Power[], q: Rational, bottom: readonly Expr[]): Expr | null {
  const [below] = bottom;
  if (powers.length !== 2 || !below || q.abs().n !== 1) return null;
  const count = powers.find((p) => isCounter(p.base));
  const plain = powers.every((p) => p.exponent.op === 'num' && p.exponent.q.isOne && !p.below);
  if (!count || !plain || !powers.some((p) => p.base.name === '@pi')) return null;
  return mul(count.base.expr as Expr, div(PI, below));
}
/** 7/3·x^(4/3) and 1/n·x^(1/n − 1): a power with a fraction for its exponent keeps its numbers in front. */
function withFraction(top: readonly Expr[], bottom: readonly Expr[]): Expr | null {
  const [below] = bottom;
  const [first, ...others] = top.length === 1 ? [ONE, ...top] : top;
  const [power] = others;
  if (!below || bottom.length > 1 || others.length !== 1 || power?.kind !== 'pow' || first?.kind !== 'num')
    return null;
  const { exponent } = power;
  const isNumeric =
    below.kind === 'num' && isNumber(exponent) && (!isWhole(exponent) || isNegative(exponent));
  const isSymbolic =
    below.kind === 'sym' && power.base.kind === 'sym' && exponent.free.has(below.id) && first === ONE;
  return isNumeric || isSymbolic ? product([div(first, below), power]) : null;
}
const isNumber = (e: Expr): boolean =>
  e.kind === 'num' || ((e.kind === 'div' || e.kind === 'mul') && children(e).every(isNumber));
const isWhole = (e: Expr): boolean => e.kind === 'num' && e.value.isInteger;
const negated = (e: Expr): Expr => (e.kind === 'div' ? mul(num(-1), e) : neg(e));

function factorsOf(
  page: Page,
  powers: readonly Power[],
  number_: Rational,
  radical: Expr | null,
  turned: ReadonlyMap<Node, Expr>,
  isBottom: boolean,
): Expr[] {
  const { table } = page;
  const items: { rank: number; multiple: number; e: Expr }[] = [];
  for (const p of powers) {
    if (isConstantRadical(table, p)) continue;
    const rank = rankBeside(page, p, powers);
    const multiple = multipleIn(p.base);
    const exponentials = exponentsOf(page, p)?.map((u) => exp(display(page, u)));
    const shown = exponentials ?? halvesOf(page, p).map((part) => powerExpr(page, part, turned.get(p.base)));
    for (const e of shown) items.push({ rank, multiple, e });
  }
  if (items.length > 1) items.sort((a, b) => a.rank - b.rank || a.multiple - b.multiple);
  const list = items.map((i) => i.e);
  if (radical) list.unshift(radical);
  if (!number_.isOne || (list.length === 0 && !isBottom)) list.unshift(number(table, number_));
  return list;
}

/** x^(3/2) as x and √x, for who writes roots. */
function halvesOf({ table, style }: Page, p: Power): readonly Power[] {
  const { base, exponent } = p;
  if (!style.halves || base.op !== 'atom' || exponent.op !== 'num' || exponent.q.d !== 2) return [p];
  const whole = exponent.q.sub(Rational.HALF);
  if (whole.sign <= 0 || !whole.isInteger) return [p];
  return [
    { ...p, exponent: table.num(whole) },
    { ...p, exponent: table.num(Rational.HALF) },
  ];
}

function powerExpr(page: Page, { base, exponent }: Power, shown: Expr | undefined): Expr {
  const { table, style } = page;
  if (base === table.e) return exponent === table.one ? E : exp(display(page, exponent));
  const b = shown ?? display(page, base);
  if (exponent.op !== 'num') return pow(b, display(page, exponent));
  const q = exponent.q;
  if (q.isOne) return b;
  if (q.equals(Rational.HALF) && !style.powers) return sqrt(b);
  // (∛x)² is ∛(x²), for odd roots of either sign.
  if (b.kind === 'root' && base.op === 'call' && base.args[0]?.op !== 'product' && q.isInteger) {
    if (base.args[0]?.op === 'sum') page.rejoined = true;
    return root(pow(b.body, sharedNum(q)), b.index);
  }
  if (style.roots && isPlainRoot(table, base, q)) return rootOfPower(b, base, q);
  return pow(b, number(table, q));
}

/** Whether b^(p/k) is k√(b^p), and read back as the same: k even, or b not negative. */
function isPlainRoot(table: Table, base: Node, q: Rational): boolean {
  if (q.isInteger || q.d === 2 || base.op === 'product' || isOddRoot(base)) return false;
  if (Number(q.d) > LARGEST_INDEX) return false;
  if (q.n !== 1 && base.op === 'num' && base.q.sign < 0) return false;
  if (q.n !== 1 && base.op === 'sum' && !contentOf(base).isOne) return false;
  if (q.isEven && base.name === 'abs') return false;
  return q.hasEvenDenominator || table.sign(base) !== 'unknown';
}

/** Readers know sixth roots, and no 500th ones. */
const LARGEST_INDEX = 12;

function rootOfPower(b: Expr, base: Node, q: Rational): Expr {
  const power = base.op === 'num' ? base.q.pow(Number(q.n)) : null;
  return root(
    power ? num(power) : q.n === 1 ? b : pow(b, sharedNum(Rational.of(q.n))),
    sharedNum(Rational.of(q.d)),
  );
}
