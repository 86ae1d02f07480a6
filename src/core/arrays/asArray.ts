/** Entries written at one or two indices as the vector or matrix that they are of: s_i δ_ij − s_i s_j as diag(s) − s sᵀ. */
import {
  call,
  div,
  matmul,
  product,
  sum,
  type Binder,
  type Component,
  type Delta,
  type Expr,
  type Sym,
} from '../expr.js';
import { same } from '../equality.js';
import { functionRow } from '../functions/index.js';
import { NO_ARRAYS, type Family } from './arrays.js';
import { familyKey } from './families.js';
import { foldNames } from './foldNames.js';
import { UNIT } from './lengths.js';
import { lengthName } from './typedScope.js';
import { openBody, someNode, substitute } from '../walk.js';
import { freshIndex } from './indices.js';
import { termsOf, written, type Monomial } from './monomials.js';

/** How vectors are written whose entries have a name without style, by its id. */
export type VectorNames = ReadonlyMap<string, Sym>;

/** Each e^{z_i}/Σ_k e^{z_k} as the entry of softmax(z) that it is. */
function withSoftmax(e: Expr): Expr {
  const families = new Map<string, Family>();
  someNode(e, (x) => {
    const index =
      x.kind === 'binder' && x.op === 'sum' && x.condition === null ? freshIndex(x.hint, [e]) : null;
    const body = index && x.kind === 'binder' ? openBody(x, index).body : null;
    const entry = body?.kind === 'call' && body.fn === 'exp' ? body.args[0] : undefined;
    if (
      !index ||
      !body ||
      entry?.kind !== 'component' ||
      !isIndex(entry, 0, index) ||
      entry.indices.length > 1
    )
      return false;
    const name = call('softmax', entry.base);
    families.set(familyKey(name) ?? '', { name, indices: [index], value: div(body, x) });
    return false;
  });
  if (families.size === 0) return e;
  return foldNames(e, { arrays: { ...NO_ARRAYS, families }, definitions: new Map() });
}

/** The vector or matrix, its rows by the first index; null where a term is no product of entries that has such a form. */
export function asArray(e: Expr, indices: readonly Sym[], names: VectorNames): Expr | null {
  return termsAsArray(withSoftmax(e), indices, names);
}
function termsAsArray(e: Expr, indices: readonly Sym[], names: VectorNames): Expr | null {
  const made = termsOf(e, (bracket) => indices.some((i) => bracket.free.has(i.id))).map((t) =>
    termAsArray(t, indices, names),
  );
  return made.includes(null) || made.length === 0 ? null : sum(made as readonly Expr[]);
}

function termAsArray(term: Monomial, indices: readonly Sym[], names: VectorNames): Expr | null {
  const has = (e: Expr): boolean => indices.some((i) => e.free.has(i.id));
  const own = term.factors.filter((f) => has(f.base));
  if (own.some((f) => !f.exponent.isInteger || f.exponent.sign < 0 || f.exponent.n > MOST_TIMES)) return null;
  const constant = written({ q: term.q, factors: term.factors.filter((f) => !has(f.base)) });
  const bases = own.flatMap((f) => Array.from({ length: f.exponent.toNumber() }, () => f.base));
  const [i, j] = indices;
  if (!i) return null;
  const array = j ? matrixOf(bases, i, j, names) : vectorOf(bases, i, names);
  return array && (isOne(constant) ? array : product([constant, array]));
}
/** a_i³ is a ⊙ a ⊙ a; of higher powers no one writes so many. */
const MOST_TIMES = 3;
const isOne = (e: Expr): boolean => e.kind === 'num' && e.value.isOne;

/** a_i b_i is a ⊙ b. */
function vectorOf(entries: readonly Expr[], i: Sym, names: VectorNames): Expr | null {
  if (entries.length === 0) return call('ones', lengthName(UNIT));
  const made = entries.map((e) => vectorAt(e, i, names));
  if (made.includes(null)) return null;
  const [only, ...more] = made as readonly Expr[];
  return only && more.length === 0 ? only : call('hadamard', ...(made as readonly Expr[]));
}
function vectorAt(e: Expr, i: Sym, names: VectorNames): Expr | null {
  if (e.kind === 'add') return termsAsArray(e, [i], names);
  if (e.kind === 'binder') return summedAt(e, i, names);
  if (e.kind === 'component') return e.indices.length === 1 && isIndex(e, 0, i) ? nameOf(e, names) : null;
  const [only, ...more] = e.kind === 'call' ? e.args : [];
  const inner = only && more.length === 0 ? vectorAt(only, i, names) : null;
  return e.kind === 'call' && functionRow(e.fn) && inner ? call(e.fn, inner) : null;
}
const isIndex = (e: Component, place: number, i: Sym): boolean => {
  const index = e.indices[place];
  return index?.kind === 'sym' && index.id === i.id;
};
function nameOf(e: Component, names: VectorNames): Expr | null {
  if (e.base.kind === 'sym') return names.get(e.base.id) ?? e.base;
  const [array] = e.base.kind === 'call' ? e.base.args : [];
  return e.base.kind === 'call' && array?.kind === 'sym'
    ? call(e.base.fn, names.get(array.id) ?? array)
    : null;
}

/** Σ_m A_im x_m is Ax, Σ_m A_mi x_m is Aᵀx: over all of the index, a matrix beside what has the index too. */
function summedAt(e: Binder, i: Sym, names: VectorNames): Expr | null {
  if (e.op !== 'sum' || e.condition !== null) return null;
  const index = freshIndex(e.hint, [e]);
  const { body } = openBody(e, index);
  const [term, ...more] = termsOf(body, () => false);
  if (!term || more.length > 0 || term.factors.some((f) => !f.exponent.isOne)) return null;
  const inside = term.factors.filter((f) => f.base.free.has(index.id)).map((f) => f.base);
  const [matrix, ...others] = inside.filter(
    (x): x is Component => x.kind === 'component' && x.indices.length === 2,
  );
  if (!matrix || others.length > 0) return null;
  const vectors = inside.filter((x) => x !== matrix);
  if (vectors.length === 0 || vectors.some((x) => x.free.has(i.id))) return null;
  const [turned, x] = [facing(matrix, i, index, names), vectorOf(vectors, index, names)];
  if (!turned || !x) return null;
  const rest = written({ q: term.q, factors: term.factors.filter((f) => !f.base.free.has(index.id)) });
  return isOne(rest) ? matmul([turned, x]) : product([rest, matmul([turned, x])]);
}
/** A of A_ij, Aᵀ of A_ji. */
function facing(e: Component, row: Sym, col: Sym, names: VectorNames): Expr | null {
  const base = nameOf(e, names);
  if (!base || e.indices.length !== 2) return null;
  if (isIndex(e, 0, row) && isIndex(e, 1, col)) return base;
  return isIndex(e, 0, col) && isIndex(e, 1, row) ? call('transpose', base) : null;
}

/** δ_ij f_i is diag(f), a_i b_j is a bᵀ, A_ij is A, and A_ij B_ij is A ⊙ B. */
function matrixOf(bases: readonly Expr[], i: Sym, j: Sym, names: VectorNames): Expr | null {
  const indicator = bases.find((b): b is Delta => b.kind === 'delta');
  if (indicator) {
    if (![indicator.left, indicator.right].every((x) => same(x, i) || same(x, j))) return null;
    const rest = bases.filter((b) => b !== indicator).map((b) => substitute(b, new Map([[j.id, i]])));
    if (rest.length === 0) return call('identity', lengthName(UNIT));
    const diagonal = vectorOf(rest, i, names);
    return diagonal && call('diag', diagonal);
  }
  const whole = bases.filter((b) => b.free.has(i.id) && b.free.has(j.id));
  const [left, right] = [i, j].map((k) => bases.filter((b) => b.free.has(k.id) && !whole.includes(b)));
  const matrices = whole.map((b) => (b.kind === 'component' ? facing(b, i, j, names) : null));
  if (!left || !right || matrices.includes(null)) return null;
  const outer = left.length + right.length > 0 ? outerOf(left, right, i, j, names) : null;
  if (left.length + right.length > 0 && !outer) return null;
  const all = [...(matrices as readonly Expr[]), ...(outer ? [outer] : [])];
  const [only, ...more] = all;
  return only && more.length === 0 ? only : all.length === 0 ? null : call('hadamard', ...all);
}
function outerOf(
  left: readonly Expr[],
  right: readonly Expr[],
  i: Sym,
  j: Sym,
  names: VectorNames,
): Expr | null {
  const [a, b] = [vectorOf(left, i, names), vectorOf(right, j, names)];
  return a && b && matmul([a, call('transpose', b)]);
}
