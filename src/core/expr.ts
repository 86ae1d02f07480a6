/** Constructors of expression trees: each computes the hash, the free names, the size and the depth of its node. */
import { hashText, mix } from './hash.js';
import { Rational } from './rational.js';
import type {
  Matmul,
  Names,
  Num,
  ConstantName,
  Const,
  Sym,
  Mark,
  Div,
  Pow,
  Root,
  Call,
  Apply,
  Order,
  Diff,
  Branch,
  Piecewise,
  RelationOp,
  Relation,
  Logic,
  At,
  Bound,
  Binder,
  PlusMinus,
  Component,
  Delta,
  Tuple,
  Matrix,
  Expr,
} from './kinds/kind.js';

export type * from './kinds/kind.js';

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
/** σ² as a name of its own, and whether a name is one. */
export const squareName = (s: Sym): Sym => sym(s.base, [...s.marks, 'squared'], s.sub);
export const isSquareName = (s: Sym): boolean => s.marks.includes('squared');
/** The σ of σ². */
export const rootOfSquare = (s: Sym): Sym =>
  sym(
    s.base,
    s.marks.filter((m) => m !== 'squared'),
    s.sub,
  );
/** A name for what is written there and not understood; nothing is said of what it depends on. */
export const opaque = (text: string): Sym => sym(text, ['opaque']);
/** The first name of the kind in an expression. */
export function opaqueIn(e: Expr): Sym | null {
  for (const id of e.free) if (id.startsWith(OPAQUE)) return opaque(id.slice(OPAQUE.length));
  return null;
}
const OPAQUE = 'opaque:';

/** The name in plain text: TeX without backslash, braces and styles (ŷ is yhat, y_pred is y_pred, **w** is w). */
export function plainName(s: Sym): string {
  const accents = s.marks.filter((m) => ACCENTS.has(m)).map((m) => (m === 'overline' ? 'bar' : m));
  const primes = s.marks.map((m) => (m === 'prime' ? '′' : '')).join('');
  const square = isSquareName(s) ? '^2' : '';
  return s.base + accents.reverse().join('') + primes + (s.sub === null ? '' : '_' + s.sub) + square;
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
/** A product of vectors and matrices, in this order; of one factor, that factor. */
export function matmul(factors: readonly [Expr, ...(readonly Expr[])]): Expr {
  const [only] = factors;
  return factors.length === 1 ? only : inOrder(factors);
}
const inOrder = (factors: readonly Expr[]): Matmul => ({
  kind: 'matmul',
  hash: ordered(23, factors),
  ...over(factors),
  factors,
});
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
export function rawBinder(
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

/** Whether an application is of a derivative: f′, f″(x), f_x(x, y). */
export const isPrimed = (e: Apply): boolean => e.orders.some((o) => o !== 0);

/** Whether it is written as a derivative, of whatever: d/dx (…), f′, f″(x). */
export const isWrittenDerivative = (e: Expr): boolean =>
  e.kind === 'diff' || (e.kind === 'apply' && isPrimed(e));
