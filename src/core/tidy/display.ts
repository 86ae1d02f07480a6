/**
 * Canonical nodes back to written trees, as a textbook prints them: quotients, roots, minus signs, falling degree.
 * Nothing here changes a value; what only concerns looks (−(x²−1) as 1−x², √2·√π as √(2π)) is decided here.
 */
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
  withChildren,
  type Expr,
} from '../expr.js';
import { times } from '../fold.js';
import { Rational } from '../rational.js';
import { exponentsOf } from './exponents.js';
import { joined, powersOf, type Power } from './joined.js';
import type { Factor, Node, Term } from './node.js';
import { contentOf } from './content.js';
import { isOddRoot } from './roots.js';
import type { Table } from './table.js';

/** The written tree of a node, remembered on the node. */
export function display(table: Table, n: Node): Expr {
  return (n.display ??= make(table, n));
}

function make(table: Table, n: Node): Expr {
  switch (n.op) {
    case 'num':
      return number(table, n.q);
    case 'atom':
      return n === table.e ? E : n === table.pi ? PI : (n.expr as Expr);
    case 'call':
      return displayCall(table, n);
    case 'sum':
      return displaySum(table, n);
    case 'product':
      return displayProduct(table, n);
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

function displayCall(table: Table, n: Node): Expr {
  const args = n.args.map((a) => display(table, a));
  if (n.expr) return withChildren(n.expr, args);
  if (n.name === 'root') return root(args[0] as Expr, args[1]);
  return call(n.name, ...args);
}

// ---- sums

function displaySum(table: Table, n: Node): Expr {
  const terms = n.terms.map((t) => ({
    e: display(table, table.scale(t.m, t.q)),
    rank: degreeOf(table, t.m),
    letter: firstParameter(table, t.m),
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
function firstParameter(table: Table, m: Node): number {
  const atoms = m.op === 'product' ? m.factors.map((f) => f.b) : [m];
  const codes = atoms.filter((a) => a.op === 'atom' && a !== table.target).map((a) => letterOf(a));
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

export function isNegative(e: Expr): boolean {
  if (e.kind === 'num') return e.value.sign < 0;
  if (e.kind === 'div') return isNegative(e.numer);
  return e.kind === 'mul' && e.factors[0] !== undefined && isNegative(e.factors[0]);
}

/** The degree by which terms are ordered: of letters, so that x cos x comes before 2 sin x; a call weighs a little. */
function degreeOf(table: Table, m: Node): number {
  if (m.op === 'product') return m.factors.reduce((s, f) => s + degreeOfFactor(table, f), 0);
  return m.op === 'call' ? CALL_DEGREE : m.op === 'atom' ? atomDegree(table, m) : m.op === 'sum' ? 1 : 0;
}
const CALL_DEGREE = 0.01;
function degreeOfFactor(table: Table, f: Factor): number {
  if (f.b.op === 'num' || f.b === table.pi) return 0;
  if (f.b === table.e) return CALL_DEGREE;
  const base = f.b.op === 'atom' ? atomDegree(table, f.b) : f.b.op === 'call' ? CALL_DEGREE : 1;
  return base * f.q.toNumber() + (f.u === table.one ? 0 : base * 10);
}
/** The target's powers decide; other letters only break ties. */
function atomDegree(table: Table, a: Node): number {
  if (a === table.e || a === table.pi) return 0;
  return table.target === null || a === table.target ? 1 : PARAMETER_DEGREE;
}
const PARAMETER_DEGREE = 0.001;

// ---- products

function displayProduct(table: Table, n: Node): Expr {
  const all = powersOf(table, n.factors);
  const { powers, q: number_ } = all.some(isNumberPower) ? joined(table, all, n.q) : { powers: all, q: n.q };
  const [above, below]: [Power[], Power[]] = [[], []];
  for (const p of powers) (p.below ? below : above).push(p);
  const turned = new Map<Node, Expr>();
  const q = signed(table, number_, powers, turned);
  const decimals = table.decimals && q.toDecimal() !== null;
  const whole = decimals || q.isInteger;
  const scale = {
    above: whole ? q.abs() : Rational.of(q.abs().n),
    below: whole ? Rational.ONE : Rational.of(q.d),
  };
  if (below.length === 0 && scale.below.n !== 1 && powers.length > 1)
    shareDenominator(table, above, scale, turned);
  const radicals = radicalsOf(table, above, below, scale);
  const apart = (list: readonly Power[]): readonly Power[] =>
    radicals.joined.length === 0 ? list : list.filter((p) => !radicals.joined.includes(p));
  const top = factorsOf(table, apart(above), scale.above, radicals.above, turned, false);
  const bottom = factorsOf(table, apart(below), scale.below, radicals.below, turned, true);
  const value =
    countOfAngle(powers, q, bottom) ??
    withFraction(top, bottom) ??
    (bottom.length === 0 ? product(top) : div(product(top), product(bottom)));
  return q.sign < 0 ? negated(value) : value;
}
const isNumberPower = (p: Power): boolean => p.base.op === 'num';

/** e^x(2 + 1/x)/2 is e^x(1 + 1/(2x)): a bracket with fractions in it takes the one number below in. */
function shareDenominator(
  table: Table,
  above: readonly Power[],
  scale: { below: Rational },
  turned: Map<Node, Expr>,
): void {
  const [only, other] = above.filter(
    (p) =>
      p.base.op === 'sum' && p.exponent === table.one && p.base.terms.some((t) => isQuotient(table, t.m)),
  );
  if (!only || other || table.turned.has(only.base)) return;
  const terms = turned.has(only.base) ? flipped(table, only.base) : unscaled(table, only.base);
  const inverse = scale.below.inverse();
  turned.set(only.base, display(table, table.sum(terms.map((t) => ({ m: t.m, q: t.q.mul(inverse) })))));
  scale.below = Rational.ONE;
}
/** Whether it prints as a fraction. */
const isQuotient = (table: Table, m: Node): boolean =>
  m.factors.some((f) => f.u === table.one && f.q.sign < 0 && f.b !== table.e);

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
    below.kind === 'num' && (exponent.kind === 'div' || exponent.kind === 'num') && !isWhole(exponent);
  const isSymbolic =
    below.kind === 'sym' && power.base.kind === 'sym' && exponent.free.has(below.id) && first === ONE;
  return isNumeric || isSymbolic ? product([div(first, below), power]) : null;
}
const isWhole = (e: Expr): boolean => e.kind === 'num' && e.value.isInteger;
const negated = (e: Expr): Expr => (e.kind === 'div' ? mul(num(-1), e) : neg(e));

/**
 * The coefficient once sums are turned round to read better: as the author wrote them, and then the first that takes
 * a minus in from the front, so that −(x² − 1) is 1 − x².
 */
function signed(table: Table, q: Rational, powers: readonly Power[], turned: Map<Node, Expr>): Rational {
  if (!powers.some((p) => p.base.op === 'sum')) return q;
  for (const p of powers) {
    const written = p.exponent.op === 'num' && p.exponent.q.isInteger ? table.turned.get(p.base) : undefined;
    if (!written) continue;
    turned.set(p.base, written);
    if (!p.exponent.q.isEven) q = q.neg();
  }
  for (const p of powers) {
    if (turned.has(p.base) || !isOddWhole(p) || !isAllNegative(display(table, p.base))) continue;
    turned.set(p.base, display(table, table.sum(flipped(table, p.base))));
    q = q.neg();
  }
  const open = powers
    .filter(
      (p) =>
        p.base.op === 'sum' &&
        !turned.has(p.base) &&
        isOddWhole(p) &&
        !(p.below && table.written.has(p.base)) &&
        hasMinus(table, p.base),
    )
    // 1 − x reads well, and better than y − x where x is the variable.
    .sort((a, b) => Number(a.base.q.isZero) - Number(b.base.q.isZero) || a.base.order - b.base.order);
  const complement = open.find((p) => isComplement(p.base));
  // Of a pair of minuses, one goes where it makes a complement: (x − 1)(σ − 1) is (1 − x)(1 − σ).
  const chosen = q.sign < 0 ? [complement ?? open[0]] : complement && open.length > 1 ? open.slice(0, 2) : [];
  if (chosen.length === 2 && !chosen.includes(complement)) chosen[1] = complement;
  for (const p of chosen) {
    if (!p) continue;
    turned.set(p.base, display(table, table.sum(flipped(table, p.base))));
    q = q.neg();
  }
  return q;
}
const isOddWhole = (p: Power): boolean =>
  p.base.op === 'sum' && p.exponent.op === 'num' && p.exponent.q.isInteger && !p.exponent.q.isEven;
/** −a(a − x) − 2, which takes its minus out. */
const isAllNegative = (e: Expr): boolean => e.kind === 'add' && e.terms.every(isNegative);
/** f(u)^k − 1, which reads better as 1 − f(u)^k. */
const isComplement = (s: Node): boolean =>
  s.terms.length === 1 && s.q.sign < 0 && callsIn((s.terms[0] as Term).m) && (s.terms[0] as Term).q.sign > 0;
/**
 * Whether turning the sum round makes no more minus signs than there are; but of function values any one plus will
 * do to begin with: (x − x tanh²x − tanh x)/x², while −(x² − x + 1) keeps its falling powers.
 */
function hasMinus(table: Table, s: Node): boolean {
  if (balanceOf(s) <= 0 || leadsWithMinus(table, s)) return true;
  const isFunctional = s.terms.some((t) => callsIn(t.m));
  if (isFunctional && s.terms.some((t) => t.q.sign < 0) && s.terms.length <= 3) return true;
  return minusesSaved(table, s) >= -1 && !isFallingPolynomial(table, s);
}
/** How many minus signs fewer the sum has when it is turned round; a term with a difference in it takes its own in. */
function minusesSaved(table: Table, s: Node): number {
  let saved = -s.q.sign;
  for (const t of s.terms) {
    const takesIn = t.m.factors.some(
      (f) =>
        f.b.op === 'sum' && f.u === table.one && f.q.isOne && !table.turned.has(f.b) && isDifference(f.b),
    );
    if (t.q.sign < 0) saved++;
    else if (!takesIn) saved--;
  }
  return saved;
}
const isDifference = (s: Node): boolean =>
  s.terms.length + (s.q.isZero ? 0 : 1) === 2 && (s.q.sign < 0 || s.terms.some((t) => t.q.sign < 0));
/** Of powers of the variable, the highest with a plus. */
function isFallingPolynomial(table: Table, s: Node): boolean {
  const first = s.terms.map((t) => ({ t, rank: degreeOf(table, t.m) })).sort((a, b) => b.rank - a.rank)[0];
  const isPower = (m: Node): boolean =>
    m.op === 'atom' || m.factors.every((f) => f.b.op === 'atom' && f.b !== table.e && f.u === table.one);
  return first !== undefined && first.t.q.sign > 0 && s.terms.every((t) => isPower(t.m)) && first.rank > 1.5;
}
/** How many more terms are added than subtracted. */
const balanceOf = (s: Node): number => s.terms.reduce<number>((b, t) => b + t.q.sign, s.q.sign);
/** 1 + 2x − x²: of a sum with one highest power that is negative, the other sign begins better. */
function leadsWithMinus(table: Table, s: Node): boolean {
  const ranked = s.terms
    .map((t) => ({ rank: degreeOf(table, t.m), sign: t.q.sign }))
    .sort((a, b) => b.rank - a.rank);
  const [first, second] = ranked;
  return first !== undefined && first.sign < 0 && first.rank >= 2 && first.rank > (second?.rank ?? 0);
}
const callsIn = (m: Node): boolean => m.op === 'call' || m.factors.some((f) => f.b.op === 'call');

/**
 * Square roots of constants as one root: √2·√π is √(2π), √2/√π is √(2/π); and √2/(2√π) is 1/√(2π), since a root in
 * front of one below is written once. One other root beside them joins in: √3·√x is √(3x), √2/(2√x) is 1/√(2x).
 * `scale` loses what goes under the root.
 */
function radicalsOf(
  table: Table,
  above: readonly Power[],
  below: readonly Power[],
  scale: { above: Rational; below: Rational },
): { above: Expr | null; below: Expr | null; joined: readonly Power[] } {
  if (![...above, ...below].some((p) => isConstantRadical(table, p))) return NO_RADICALS;
  const [top, bottom] = [above, below].map((list) =>
    list.filter((p) => isConstantRadical(table, p)).map((p) => p.base),
  ) as [Node[], Node[]];
  const [inTop, inBottom] = [onlyRoot(table, above), onlyRoot(table, below)];
  if (bottom.length > 0 || inBottom) {
    for (const b of [...top]) {
      const left = b.op === 'num' ? scale.below.div(b.q) : null;
      if (!left?.isInteger) continue;
      scale.below = left;
      top.splice(top.indexOf(b), 1);
      bottom.unshift(b);
    }
  }
  const under = (list: readonly Node[]): Expr => times(list.map((b) => display(table, b)));
  if (top.length > 0 && bottom.length > 0)
    return { above: sqrt(div(under(top), under(bottom))), below: null, joined: [] };
  const joined: Power[] = [];
  const one = (list: readonly Node[], other: Power | null): Expr | null => {
    if (list.length === 0) return null;
    if (other) {
      joined.push(other);
      table.rejoined = true;
    }
    return sqrt(other ? times([under(list), display(table, other.base)]) : under(list));
  };
  return { above: one(top, inTop), below: one(bottom, inBottom), joined };
}

const NO_RADICALS = { above: null, below: null, joined: [] };

/** The one square root among the powers of what is no constant; null where there are none or more. */
function onlyRoot(table: Table, powers: readonly Power[]): Power | null {
  const roots = powers.filter(
    (p) => p.exponent.op === 'num' && p.exponent.q.equals(Rational.HALF) && !isConstantRadical(table, p),
  );
  const [only] = roots;
  const isPlain =
    only?.base.op !== 'product' || (only.base.q.sign > 0 && only.base.factors.every((f) => f.q.sign > 0));
  return only && roots.length === 1 && isPlain ? only : null;
}

function factorsOf(
  table: Table,
  powers: readonly Power[],
  number_: Rational,
  radical: Expr | null,
  turned: ReadonlyMap<Node, Expr>,
  isBottom: boolean,
): Expr[] {
  const items: { rank: number; multiple: number; e: Expr }[] = [];
  for (const p of powers) {
    if (isConstantRadical(table, p)) continue;
    const rank = rankBeside(table, p, powers);
    const multiple = multipleIn(p.base);
    const exponentials = exponentsOf(table, p)?.map((u) => exp(display(table, u))) ?? [
      powerExpr(table, p, turned.get(p.base)),
    ];
    for (const e of exponentials) items.push({ rank, multiple, e });
  }
  if (items.length > 1) items.sort((a, b) => a.rank - b.rank || a.multiple - b.multiple);
  const list = items.map((i) => i.e);
  if (radical) list.unshift(radical);
  if (!number_.isOne || (list.length === 0 && !isBottom)) list.unshift(number(table, number_));
  return list;
}

/** The place among the others: π stands behind a counter. */
function rankBeside(table: Table, p: Power, powers: readonly Power[]): number {
  return p.base === table.pi && powers.some((o) => isCounter(o.base) && !isConstantRadical(table, o))
    ? AFTER_COUNTERS
    : rankOf(table, p);
}

/** The number within a function's argument: cos 2x stands before cos 3x. */
function multipleIn(base: Node): number {
  const u = base.op === 'call' ? base.args[0] : undefined;
  return u?.op === 'product' ? u.q.toNumber() : 1;
}

const unscaled = (table: Table, s: Node): Term[] => [...s.terms, { m: table.num(s.q), q: Rational.ONE }];
/** −s term by term, as an unscaled sum. */
function flipped(table: Table, s: Node): Term[] {
  return [...s.terms.map((t) => ({ m: t.m, q: t.q.neg() })), { m: table.num(s.q.neg()), q: Rational.ONE }];
}

/** √2, √π: constants under one root. */
function isConstantRadical(table: Table, p: Power): boolean {
  return (
    ((p.base.op === 'num' && p.base.q.sign > 0) || p.base === table.pi) &&
    p.exponent.op === 'num' &&
    p.exponent.q.equals(Rational.HALF)
  );
}

/** Numbers, constants, letters, exponentials, functions with brackets, sums, named functions. */
function rankOf(table: Table, p: Power): number {
  const { base } = p;
  if (base.op === 'num') return p.exponent.op === 'num' ? 0 : 3.5;
  if (base === table.pi) return 1;
  if (base === table.e) {
    if (p.exponent.op === 'num') return 1.5;
    return p.exponent.factors.some((f) => f.b.op === 'sum') ? LONG_EXPONENTIAL : EXPONENTIAL;
  }
  if (base.op === 'atom') {
    const isExponential =
      table.target !== null && base !== table.target && mentions(p.exponent, table.target);
    return isExponential ? EXPONENTIAL : letterRank(table, base);
  }
  if (base.name === 'abs' && base.args[0]?.op === 'atom') return letterRank(table, base.args[0]) + 0.3;
  // n(n − 1)x^(n−2): a constant bracket stands before the variable.
  if (base.op === 'sum' && table.target !== null && !mentions(base, table.target)) return CONSTANT_SUM;
  if (base.op === 'sum') return p.exponent.op === 'num' && p.exponent.q.isInteger ? 7 : 4;
  if (base.op === 'product') return 4;
  if (
    base.expr === null &&
    table.target !== null &&
    base.args.every((a) => !mentions(a, table.target as Node))
  )
    return CONSTANT_CALL;
  return base.expr !== null || BRACKETED.has(base.name) ? 6 : 8;
}
/** (μ − x)e^(−(x − μ)²/2): an exponential with a bracket above stands behind brackets. */
const LONG_EXPONENTIAL = 7.5;
/** e^x, and a^x for any other a but the variable itself: 2x·a^(x²). */
const EXPONENTIAL = 5;
/** ln 2 stands behind: 2^x ln 2. */
const CONSTANT_CALL = 9;
const CONSTANT_SUM = 2.6;
/** Whether the node is made with the other one. */
export function mentions(n: Node, target: Node): boolean {
  if (n === target) return true;
  return (
    n.args.some((a) => mentions(a, target)) ||
    n.terms.some((t) => mentions(t.m, target)) ||
    n.factors.some((f) => mentions(f.b, target) || mentions(f.u, target))
  );
}
/** Parameters first, in the order they came; then what is usually a variable, by the alphabet. */
function letterRank(table: Table, atom: Node): number {
  const place = VARIABLES.indexOf(letterOf(atom) ?? ' ');
  return place >= 0 ? 3 + place / 100 : atom === table.target ? 3 : 2;
}
/** The plain one-letter name of a symbol. */
function letterOf(atom: Node): string | null {
  const e = atom.expr;
  return e?.kind === 'sym' && e.marks.length === 0 && e.sub === null && e.base.length === 1 ? e.base : null;
}
const VARIABLES = 'tuvwxyz';
/** nπ, kπ: a counter stands before π, other letters behind it. */
const isCounter = (n: Node): boolean => n.op === 'atom' && 'kmn'.includes(letterOf(n) ?? ' ');
const AFTER_COUNTERS = 2.5;
const BRACKETED = new Set([
  'sigmoid',
  'gamma',
  'digamma',
  'normpdf',
  'normcdf',
  'relu',
  'erf',
  'abs',
  'sign',
  'root',
]);

function powerExpr(table: Table, { base, exponent }: Power, shown: Expr | undefined): Expr {
  if (base === table.e) return exponent === table.one ? E : exp(display(table, exponent));
  const b = shown ?? display(table, base);
  if (exponent.op !== 'num') return pow(b, display(table, exponent));
  const q = exponent.q;
  if (q.isOne) return b;
  if (q.equals(Rational.HALF)) return sqrt(b);
  // (∛x)² is ∛(x²), for odd roots of either sign.
  if (b.kind === 'root' && base.op === 'call' && base.args[0]?.op !== 'product' && q.isInteger) {
    if (base.args[0]?.op === 'sum') table.rejoined = true;
    return root(pow(b.body, sharedNum(q)), b.index);
  }
  if (table.roots && isPlainRoot(table, base, q)) return rootOfPower(b, base, q);
  return pow(b, number(table, q));
}

/** Whether b^(p/k) is k√(b^p), and read back as the same: k even, or b not negative. */
function isPlainRoot(table: Table, base: Node, q: Rational): boolean {
  if (q.isInteger || q.d === 2 || base.op === 'product' || isOddRoot(base)) return false;
  if (Number(q.d) > LARGEST_INDEX) return false;
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
