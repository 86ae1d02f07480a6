/**
 * The expression tree: what a formula says, and nothing of how it is spelled.
 *
 * This is the *written* form: constructors neither reorder nor fold, so that e^{−x}·(−1) can be shown as a step.
 * There is no subtraction and no negation node: a − b is a + (−1)·b, and a leading coefficient below zero is
 * what printers show as minus. Nodes are immutable and may be shared; every walk memoises by node.
 */
import { hashText, mix } from './hash.js';
import { Rational } from './rational.js';

/** Free names of a subtree: ids of symbols, and of unknown functions. */
export type Names = ReadonlySet<string>;

interface Node<K extends string> {
  readonly kind: K;
  /** Equal for equal trees; the same for every order of a sum's terms or a product's factors. */
  readonly hash: number;
  readonly free: Names;
  /** Nodes of the tree, shared ones counted each time, up to 2^53. */
  readonly size: number;
  readonly depth: number;
}

/** An exact number; `written` keeps a decimal's own digits ("0.50"). */
export interface Num extends Node<'num'> {
  readonly value: Rational;
  readonly written: string | null;
}
export type ConstantName = 'pi' | 'e' | 'i' | 'infinity' | 'true' | 'false';
export interface Const extends Node<'const'> {
  readonly name: ConstantName;
}
/** A name as a reader sees it: x, ŷ, **w**, y_pred, α. `id` tells two symbols apart. */
export interface Sym extends Node<'sym'> {
  readonly id: string;
  readonly base: string;
  readonly marks: readonly Mark[];
  readonly sub: string | null;
}
export type Mark =
  | 'hat'
  | 'bar'
  | 'tilde'
  | 'vec'
  | 'check'
  | 'star'
  | 'overline'
  | 'underline'
  | 'bold'
  | 'roman'
  | 'calligraphic'
  | 'blackboard'
  | 'fraktur'
  | 'script'
  | 'sans'
  | 'mono'
  | 'word'
  /** What tells the letter apart stands above it: y^{pred}. */
  | 'upper';
export interface Add extends Node<'add'> {
  readonly terms: readonly Expr[];
}
export interface Mul extends Node<'mul'> {
  readonly factors: readonly Expr[];
}
export interface Div extends Node<'div'> {
  readonly numer: Expr;
  readonly denom: Expr;
}
export interface Pow extends Node<'pow'> {
  readonly base: Expr;
  readonly exponent: Expr;
}
/** The index-th root: for an odd whole index the real root, of negative numbers too. √x and x^{1/2} differ as trees. */
export interface Root extends Node<'root'> {
  readonly body: Expr;
  readonly index: Expr;
}
/** A function with a row in core/functions (sin, exp, log, …). e^u is written as exp(u). */
export interface Call extends Node<'call'> {
  readonly fn: string;
  readonly args: readonly Expr[];
}
/**
 * A function without a row: f(x), f′(g(x)), u″, f_{xy}(x, y). `orders` counts the primes, one count an argument;
 * with no arguments written, f stands for its value at the variable in question, and orders is [primes].
 */
export interface Apply extends Node<'apply'> {
  readonly fn: Sym;
  readonly orders: readonly Order[];
  readonly args: readonly Expr[];
}
/** How often a derivative is taken: a number, or a name such as n. */
export type Order = number | Expr;
/** A derivative still to be taken, or one that nothing known can take. The target is a symbol or a component. */
export interface Diff extends Node<'diff'> {
  readonly body: Expr;
  readonly target: Expr;
  readonly order: Expr;
  readonly partial: boolean;
}
export interface Branch {
  readonly value: Expr;
  readonly condition: Expr;
}
export interface Piecewise extends Node<'piecewise'> {
  readonly branches: readonly Branch[];
  readonly otherwise: Expr | null;
}
export type RelationOp = '=' | '!=' | '<' | '<=' | '>' | '>=' | ':=' | '~' | '->' | 'in' | 'implies' | 'iff';
/** A chain of relations: a = b < c has two ops and three sides. */
export interface Relation extends Node<'relation'> {
  readonly ops: readonly RelationOp[];
  readonly sides: readonly Expr[];
}
export interface Logic extends Node<'logic'> {
  readonly op: 'and' | 'or' | 'not';
  readonly args: readonly Expr[];
}
/** The body with the variable set to a value: an evaluation bar. */
export interface At extends Node<'at'> {
  readonly body: Expr;
  readonly variable: Sym;
  readonly value: Expr;
}
/** A bound name: level 0 is the innermost binder's. Bodies are reached by `openBody` only, so nothing is captured. */
export interface Bound extends Node<'bound'> {
  readonly level: number;
}
/** ∑, ∏, ∫ or lim over a bound name, whose written name `hint` is no part of equality. */
export interface Binder extends Node<'binder'> {
  readonly op: 'sum' | 'product' | 'integral' | 'limit';
  readonly hint: Sym;
  readonly lower: Expr | null;
  readonly upper: Expr | null;
  /** A condition on the bound name, under the same binder (i ≠ k). */
  readonly condition: Expr | null;
  readonly body: Expr;
}
export interface PlusMinus extends Node<'plusminus'> {
  readonly args: readonly Expr[];
}
/** z_k, J_{ij}, w_{k−1}: an entry of an indexed quantity. */
export interface Component extends Node<'component'> {
  readonly base: Expr;
  readonly indices: readonly Expr[];
}
/** δ_{ij}, the indicator of i = j. */
export interface Delta extends Node<'delta'> {
  readonly left: Expr;
  readonly right: Expr;
}
/** [a, b, …]: a vector, an interval's ends, or the tuple of a function's arguments. */
export interface Tuple extends Node<'tuple'> {
  readonly items: readonly Expr[];
}
export interface Matrix extends Node<'matrix'> {
  readonly rows: readonly (readonly Expr[])[];
}

export type Expr =
  | Num
  | Const
  | Sym
  | Add
  | Mul
  | Div
  | Pow
  | Root
  | Call
  | Apply
  | Diff
  | Piecewise
  | Relation
  | Logic
  | At
  | Bound
  | Binder
  | PlusMinus
  | Component
  | Delta
  | Tuple
  | Matrix;
export type Kind = Expr['kind'];

const NOTHING: Names = new Set<string>();

export function num(value: Rational | number | bigint, written: string | null = null): Num {
  const v = value instanceof Rational ? value : Rational.of(value);
  return {
    kind: 'num',
    hash: mix(1, hashText(v.toString())),
    free: NOTHING,
    size: 1,
    depth: 1,
    value: v,
    written,
  };
}
/** As `num`, but common integers share one node: for trees that are computed, where no place is kept for a node. */
export function sharedNum(value: Rational): Num {
  return (value.d === 1 ? COMMON[Number(value.n) + FEW] : undefined) ?? num(value);
}
const FEW = 32;
const COMMON: readonly Num[] = Array.from({ length: 2 * FEW + 1 }, (_, i) => num(i - FEW));
export const ZERO = num(0);
export const ONE = num(1);
export const TWO = num(2);
export const MINUS_ONE = num(-1);

export function constant(name: ConstantName): Const {
  return { kind: 'const', hash: mix(2, hashText(name)), free: NOTHING, size: 1, depth: 1, name };
}
export const PI = constant('pi');
export const E = constant('e');
export const INFINITY = constant('infinity');
export const TRUE = constant('true');
export const FALSE = constant('false');

/** A symbol by its parts: sym('y', ['hat']), sym('y', [], 'pred'), sym('alpha'). */
export function sym(base: string, marks: readonly Mark[] = [], sub: string | null = null): Sym {
  const id = marks.map((m) => m + ':').join('') + base + (sub === null ? '' : '_' + sub);
  return {
    kind: 'sym',
    hash: mix(3, hashText(id)),
    free: new Set([id]),
    size: 1,
    depth: 1,
    id,
    base,
    marks,
    sub,
  };
}
/** The name in plain text: TeX without backslash, braces and styles (ŷ is yhat, y_pred is y_pred, **w** is w). */
export function plainName(s: Sym): string {
  const accents = s.marks.filter((m) => ACCENTS.has(m)).map((m) => (m === 'overline' ? 'bar' : m));
  return s.base + accents.reverse().join('') + (s.sub === null ? '' : '_' + s.sub);
}
const ACCENTS: ReadonlySet<Mark> = new Set<Mark>([
  'hat',
  'bar',
  'tilde',
  'vec',
  'check',
  'star',
  'overline',
  'underline',
]);

/** A sum of the terms as they are; of one term, that term; of none, 0. */
export function add(...terms: readonly Expr[]): Expr {
  return sum(terms);
}
export function sum(terms: readonly Expr[]): Expr {
  const only = terms[0];
  if (only === undefined) return ZERO;
  if (terms.length === 1) return only;
  return {
    kind: 'add',
    hash: mix(4, commutative(terms)),
    free: union(terms),
    size: sizeOver(terms),
    depth: depthOver(terms),
    terms,
  };
}
/** A product of the factors as they are; of one factor, that factor; of none, 1. */
export function mul(...factors: readonly Expr[]): Expr {
  return product(factors);
}
export function product(factors: readonly Expr[]): Expr {
  const only = factors[0];
  if (only === undefined) return ONE;
  if (factors.length === 1) return only;
  return {
    kind: 'mul',
    hash: mix(5, commutative(factors)),
    free: union(factors),
    size: sizeOver(factors),
    depth: depthOver(factors),
    factors,
  };
}
/** −e, as a coefficient: −(3x) is (−3)x. A double minus cancels only within one number. */
export function neg(e: Expr): Expr {
  if (e.kind === 'num') return num(e.value.neg(), e.written === null ? null : flipSign(e.written));
  if (e.kind === 'mul' && e.factors[0]?.kind === 'num') {
    const rest = e.factors.slice(1);
    const c = neg(e.factors[0]);
    return c.kind === 'num' && c.value.isOne ? product(rest) : product([c, ...rest]);
  }
  if (e.kind === 'mul') return product([MINUS_ONE, ...e.factors]);
  return mul(MINUS_ONE, e);
}
export const sub = (a: Expr, b: Expr): Expr => add(a, neg(b));
export function div(numer: Expr, denom: Expr): Div {
  return {
    kind: 'div',
    hash: mix(mix(6, numer.hash), denom.hash),
    free: unionOfTwo(numer.free, denom.free),
    size: Math.min(1 + numer.size + denom.size, Number.MAX_SAFE_INTEGER),
    depth: 1 + Math.max(numer.depth, denom.depth),
    numer,
    denom,
  };
}
export function pow(base: Expr, exponent: Expr): Pow {
  return {
    kind: 'pow',
    hash: mix(mix(7, base.hash), exponent.hash),
    free: unionOfTwo(base.free, exponent.free),
    size: Math.min(1 + base.size + exponent.size, Number.MAX_SAFE_INTEGER),
    depth: 1 + Math.max(base.depth, exponent.depth),
    base,
    exponent,
  };
}
export function root(body: Expr, index: Expr = TWO): Root {
  return {
    kind: 'root',
    hash: mix(mix(8, body.hash), index.hash),
    free: unionOfTwo(body.free, index.free),
    size: Math.min(1 + body.size + index.size, Number.MAX_SAFE_INTEGER),
    depth: 1 + Math.max(body.depth, index.depth),
    body,
    index,
  };
}
export const sqrt = (body: Expr): Root => root(body, TWO);
export function call(fn: string, ...args: readonly Expr[]): Call {
  return {
    kind: 'call',
    hash: mix(hashText(fn), ordered(9, args)),
    free: union(args),
    size: sizeOver(args),
    depth: depthOver(args),
    fn,
    args,
  };
}
export const exp = (u: Expr): Call => call('exp', u);
export function apply(fn: Sym, args: readonly Expr[], orders: readonly Order[] = args.map(() => 0)): Apply {
  const parts = [...args, ...orders.filter((o): o is Expr => typeof o !== 'number')];
  const seed = orders.reduce<number>((h, o) => mix(h, typeof o === 'number' ? o : o.hash), hashText(fn.id));
  return { kind: 'apply', hash: mix(seed, ordered(10, args)), ...over([fn, ...parts]), fn, orders, args };
}
export function diff(body: Expr, target: Expr, order: Expr = ONE, partial = false): Diff {
  const parts = [body, target, order];
  return {
    kind: 'diff',
    hash: ordered(11, parts),
    free: union(parts),
    size: sizeOver(parts),
    depth: depthOver(parts),
    body,
    target,
    order,
    partial,
  };
}
export function piecewise(branches: readonly Branch[], otherwise: Expr | null = null): Piecewise {
  const parts = [...branches.flatMap((b) => [b.value, b.condition]), ...(otherwise ? [otherwise] : [])];
  return { kind: 'piecewise', hash: ordered(12, parts), ...over(parts), branches, otherwise };
}
export function relation(ops: readonly RelationOp[], sides: readonly Expr[]): Relation {
  return {
    kind: 'relation',
    hash: mix(hashText(ops.join()), ordered(13, sides)),
    ...over(sides),
    ops,
    sides,
  };
}
export const equation = (left: Expr, right: Expr): Relation => relation(['='], [left, right]);
export function logic(op: Logic['op'], ...args: readonly Expr[]): Logic {
  return { kind: 'logic', hash: mix(hashText(op), ordered(14, args)), ...over(args), op, args };
}
/** The free names are the body's without the variable, and the value's. */
export function at(body: Expr, variable: Sym, value: Expr): At {
  const head = over([body, variable, value]);
  return { kind: 'at', hash: ordered(15, [body, variable, value]), ...head, body, variable, value };
}
export function bound(level: number): Bound {
  return { kind: 'bound', hash: mix(16, level), free: NOTHING, size: 1, depth: 1, level };
}
/** Range and condition of a binder, written with the bound name itself. */
export interface Range {
  readonly lower?: Expr | null;
  readonly upper?: Expr | null;
  readonly condition?: Expr | null;
}
/** ∑/∏/∫/lim of a body written with `index`: the name becomes bound, and is kept as the hint for printing. */
export function binder(op: Binder['op'], index: Sym, range: Range, body: Expr): Binder {
  const close = (e: Expr | null | undefined): Expr | null => (e ? closeOver(e, index.id, 0) : null);
  return rawBinder(
    op,
    index,
    range.lower ?? null,
    range.upper ?? null,
    close(range.condition),
    closeOver(body, index.id, 0),
  );
}
function rawBinder(
  op: Binder['op'],
  hint: Sym,
  lower: Expr | null,
  upper: Expr | null,
  condition: Expr | null,
  body: Expr,
): Binder {
  const parts = [lower, upper, condition, body].filter((e): e is Expr => e !== null);
  const shape = (lower ? 1 : 0) + (upper ? 2 : 0) + (condition ? 4 : 0);
  return {
    kind: 'binder',
    hash: mix(hashText(op) + shape, ordered(17, parts)),
    ...over(parts),
    op,
    hint,
    lower,
    upper,
    condition,
    body,
  };
}
/** The body and condition of a binder with the bound name replaced by `name`; choose one not free in the binder. */
export function openBody(b: Binder, name: Expr): { body: Expr; condition: Expr | null } {
  return { body: openOver(b.body, name, 0), condition: b.condition && openOver(b.condition, name, 0) };
}
export function plusminus(...args: readonly Expr[]): PlusMinus {
  return { kind: 'plusminus', hash: ordered(18, args), ...over(args), args };
}
export function component(base: Expr, indices: readonly Expr[]): Component {
  return {
    kind: 'component',
    hash: ordered(19, [base, ...indices]),
    ...over([base, ...indices]),
    base,
    indices,
  };
}
export function delta(left: Expr, right: Expr): Delta {
  return { kind: 'delta', hash: mix(20, commutative([left, right])), ...over([left, right]), left, right };
}
export function tuple(items: readonly Expr[]): Tuple {
  return { kind: 'tuple', hash: ordered(21, items), ...over(items), items };
}
export function matrix(rows: readonly (readonly Expr[])[]): Matrix {
  const parts = rows.flat();
  return { kind: 'matrix', hash: mix(rows.length, ordered(22, parts)), ...over(parts), rows };
}

/** The direct subexpressions, in reading order. */
export function children(e: Expr): readonly Expr[] {
  switch (e.kind) {
    case 'num':
    case 'const':
    case 'sym':
    case 'bound':
      return NO_CHILDREN;
    case 'add':
      return e.terms;
    case 'mul':
      return e.factors;
    case 'div':
      return [e.numer, e.denom];
    case 'pow':
      return [e.base, e.exponent];
    case 'root':
      return [e.body, e.index];
    case 'call':
    case 'apply':
    case 'logic':
    case 'plusminus':
      return e.args;
    case 'diff':
      return [e.body, e.target, e.order];
    case 'piecewise':
      return [...e.branches.flatMap((b) => [b.value, b.condition]), ...(e.otherwise ? [e.otherwise] : [])];
    case 'relation':
      return e.sides;
    case 'at':
      return [e.body, e.variable, e.value];
    case 'binder':
      return [e.lower, e.upper, e.condition, e.body].filter((c): c is Expr => c !== null);
    case 'component':
      return [e.base, ...e.indices];
    case 'delta':
      return [e.left, e.right];
    case 'tuple':
      return e.items;
    case 'matrix':
      return e.rows.flat();
  }
}
const NO_CHILDREN: readonly Expr[] = [];

/** The same node over mapped children; the node itself when no child changed. */
export function mapChildren(e: Expr, f: (child: Expr) => Expr): Expr {
  const old = children(e);
  const next = old.map(f);
  return next.every((c, i) => c === old[i]) ? e : withChildren(e, next);
}

/** The same kind of node over other children, as many as `children` gives. */
export function withChildren(e: Expr, c: readonly Expr[]): Expr {
  const take = cursor(c);
  switch (e.kind) {
    case 'num':
    case 'const':
    case 'sym':
    case 'bound':
      return e;
    case 'add':
      return sum(c);
    case 'mul':
      return product(c);
    case 'div':
      return div(take(), take());
    case 'pow':
      return pow(take(), take());
    case 'root':
      return root(take(), take());
    case 'call':
      return call(e.fn, ...c);
    case 'apply':
      return apply(e.fn, c, e.orders);
    case 'logic':
      return logic(e.op, ...c);
    case 'plusminus':
      return plusminus(...c);
    case 'diff':
      return diff(take(), take(), take(), e.partial);
    case 'piecewise': {
      const branches = e.branches.map(() => ({ value: take(), condition: take() }));
      return piecewise(branches, e.otherwise ? take() : null);
    }
    case 'relation':
      return relation(e.ops, c);
    case 'at': {
      const [body, variable, value] = [take(), take(), take()];
      return at(body, variable.kind === 'sym' ? variable : e.variable, value);
    }
    case 'binder': {
      const part = (old: Expr | null): Expr | null => (old ? take() : null);
      return rawBinder(e.op, e.hint, part(e.lower), part(e.upper), part(e.condition), take());
    }
    case 'component':
      return component(take(), c.slice(1));
    case 'delta':
      return delta(take(), take());
    case 'tuple':
      return tuple(c);
    case 'matrix':
      return matrix(e.rows.map((row) => row.map(() => take())));
  }
}

/** Equal trees, up to the order of terms and factors and the names of bound indices. */
export function same(a: Expr, b: Expr): boolean {
  if (a === b) return true;
  if (a.hash !== b.hash || a.kind !== b.kind || a.size !== b.size) return false;
  switch (a.kind) {
    case 'num':
      return a.value.equals((b as Num).value);
    case 'const':
      return a.name === (b as Const).name;
    case 'sym':
      return a.id === (b as Sym).id;
    case 'bound':
      return a.level === (b as Bound).level;
    case 'add':
      return sameBag(a.terms, (b as Add).terms);
    case 'mul':
      return sameBag(a.factors, (b as Mul).factors);
    default:
      return sameHead(a, b) && sameList(children(a), children(b));
  }
}

/** Whether the two nodes agree in all but their children. */
function sameHead(a: Expr, b: Expr): boolean {
  switch (a.kind) {
    case 'call':
      return a.fn === (b as Call).fn;
    case 'apply':
      return a.fn.id === (b as Apply).fn.id && sameOrders(a.orders, (b as Apply).orders);
    case 'diff':
      return a.partial === (b as Diff).partial;
    case 'relation':
      return a.ops.join() === (b as Relation).ops.join();
    case 'logic':
      return a.op === (b as Logic).op;
    case 'piecewise':
      return a.branches.length === (b as Piecewise).branches.length;
    case 'binder': {
      const o = b as Binder;
      return a.op === o.op && !a.lower === !o.lower && !a.upper === !o.upper && !a.condition === !o.condition;
    }
    case 'matrix':
      return a.rows.length === (b as Matrix).rows.length;
    default:
      return true;
  }
}

/** Whether the two lists are equal, entry by entry. */
export function sameList(a: readonly Expr[], b: readonly Expr[]): boolean {
  return a.length === b.length && a.every((x, i) => same(x, b[i] as Expr));
}

/** The tree with every occurrence of free symbols replaced, each once, at the same time. Capture cannot happen. */
export function substitute(e: Expr, values: ReadonlyMap<string, Expr>): Expr {
  const memo = new Map<Expr, Expr>();
  const go = (x: Expr): Expr => {
    if (!mentionsAny(x, values)) return x;
    const known = memo.get(x);
    if (known) return known;
    const made =
      x.kind === 'sym' ? (values.get(x.id) ?? x) : x.kind === 'at' ? substituteAt(x, go) : mapChildren(x, go);
    memo.set(x, made);
    return made;
  };
  return go(e);
}
// The bar's own variable is bound in its body: only the value is open to substitution.
const substituteAt = (e: At, go: (x: Expr) => Expr): Expr => at(e.body, e.variable, go(e.value));

function mentionsAny(e: Expr, values: ReadonlyMap<string, Expr>): boolean {
  for (const name of values.keys()) if (e.free.has(name)) return true;
  return false;
}

/** A symbol that is not free in any of the expressions: the hint itself, or the hint with a letter after it. */
export function freshSymbol(hint: Sym, among: readonly Expr[]): Sym {
  const taken = (s: Sym): boolean => among.some((e) => e.free.has(s.id));
  if (!taken(hint)) return hint;
  for (const base of FRESH_NAMES) {
    const candidate = sym(base);
    if (!taken(candidate)) return candidate;
  }
  for (let i = 1; ; i++) {
    const candidate = sym(hint.base, hint.marks, String(i));
    if (!taken(candidate)) return candidate;
  }
}
const FRESH_NAMES = ['u', 'v', 'w', 's', 't', 'p', 'q', 'r', 'y', 'z'];

const dependsOn = (e: Expr, id: string): boolean => e.free.has(id);
function closeOver(e: Expr, id: string, level: number): Expr {
  if (!dependsOn(e, id)) return e;
  if (e.kind === 'sym') return bound(level);
  return mapBinding(e, level, (c, l) => closeOver(c, id, l));
}
function openOver(e: Expr, name: Expr, level: number): Expr {
  if (e.kind === 'bound') return e.level === level ? name : e;
  return mapBinding(e, level, (c, l) => openOver(c, name, l));
}
/** Children mapped with the level raised by one under a binder's own name. */
function mapBinding(e: Expr, level: number, f: (c: Expr, level: number) => Expr): Expr {
  if (e.kind !== 'binder') return mapChildren(e, (c) => f(c, level));
  const part = (x: Expr | null, l: number): Expr | null => (x ? f(x, l) : null);
  return rawBinder(
    e.op,
    e.hint,
    part(e.lower, level),
    part(e.upper, level),
    part(e.condition, level + 1),
    f(e.body, level + 1),
  );
}

function cursor(list: readonly Expr[]): () => Expr {
  let i = 0;
  return () => {
    const e = list[i++];
    if (!e) throw new Error('withChildren: too few children');
    return e;
  };
}

function sameOrders(a: readonly Order[], b: readonly Order[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((x, i) => {
    const y = b[i] as Order;
    return typeof x === 'number' || typeof y === 'number' ? x === y : same(x, y);
  });
}

function sameBag(a: readonly Expr[], b: readonly Expr[]): boolean {
  if (a.length !== b.length) return false;
  if (a.every((x, i) => same(x, b[i] as Expr))) return true;
  const byHash = new Map<number, Expr[]>();
  for (const x of b) byHash.set(x.hash, [...(byHash.get(x.hash) ?? []), x]);
  for (const x of a) {
    const bucket = byHash.get(x.hash);
    const i = bucket ? bucket.findIndex((y) => same(x, y)) : -1;
    if (!bucket || i < 0) return false;
    bucket.splice(i, 1);
  }
  return true;
}

// The kinds made most often have their heads written out: copying an object's fields takes longer than the sums.
const over = (parts: readonly Expr[]): { free: Names; size: number; depth: number } => ({
  free: union(parts),
  size: sizeOver(parts),
  depth: depthOver(parts),
});
/** Nodes of a tree over parts, shared ones counted each time. */
function sizeOver(parts: readonly Expr[]): number {
  let size = 1;
  for (const p of parts) size += p.size;
  return Math.min(size, Number.MAX_SAFE_INTEGER);
}
function depthOver(parts: readonly Expr[]): number {
  let depth = 0;
  for (const p of parts) if (p.depth > depth) depth = p.depth;
  return depth + 1;
}

/** The union of the parts' names. */
function union(parts: readonly Expr[]): Names {
  let names: Names = NOTHING;
  for (const p of parts) names = unionOfTwo(names, p.free);
  return names;
}
/** One of the two sets itself where that holds them all, which is the usual case. */
function unionOfTwo(a: Names, b: Names): Names {
  if (a === b || b.size === 0) return a;
  if (a.size <= b.size && isSubset(a, b)) return b;
  return isSubset(b, a) ? a : new Set([...a, ...b]);
}
function isSubset(a: Names, b: Names): boolean {
  for (const n of a) if (!b.has(n)) return false;
  return true;
}

function ordered(seed: number, parts: readonly Expr[]): number {
  let h = seed;
  for (const p of parts) h = mix(h, p.hash);
  return h;
}
function commutative(parts: readonly Expr[]): number {
  let h = parts.length;
  for (const p of parts) h = (h + Math.imul(p.hash | 1, 0x27d4eb2d)) | 0;
  return h;
}
function flipSign(written: string): string {
  return written.startsWith('-') ? written.slice(1) : '-' + written;
}
