/** What products of vectors and matrices are, written side by side or as functions of them. */
import { call, matmul, product, type Call, type Expr } from '../expr.js';
import { functionRow } from '../functions/index.js';
import { arrayFunction } from './functions.js';
import { SCALAR, UNIT, type Type } from './lengths.js';
import { rebuilt, type Typed, type TypedScope } from './typedScope.js';

/** Numbers, and what stands side by side of vectors and matrices from left to right. */
export function run(at: TypedScope, e: Expr, factors: readonly Expr[]): Typed | null {
  const parts = at.all(factors);
  if (!parts) return null;
  const { lengths } = at;
  const arrays = parts.filter((p) => !lengths.isScalar(p.type));
  if (arrays.length < 2)
    return {
      e: e.kind === 'mul' ? rebuilt(e, parts) : product(parts.map((p) => p.e)),
      type: arrays[0]?.type ?? SCALAR,
    };
  const groups: Typed[] = [];
  let open: { readonly factors: [Expr, ...Expr[]]; type: Type; last: Typed } | null = null;
  for (const p of arrays) {
    if (!open) open = { factors: [p.e], type: p.type, last: p };
    else if (!lengths.join(open.type.cols, p.type.rows)) return at.fails('product', e, [open.last, p]);
    else {
      open.factors.push(p.e);
      open = { factors: open.factors, type: { rows: open.type.rows, cols: p.type.cols }, last: p };
    }
    if (lengths.isScalar(open.type)) {
      groups.push({ e: joined(open.factors), type: SCALAR });
      open = null;
    }
  }
  const numbers = [...parts.filter((p) => lengths.isScalar(p.type)), ...groups].map((p) => at.keep(p).e);
  if (!open) return { e: product(numbers), type: SCALAR };
  const last = at.keep({ e: joined(open.factors), type: open.type });
  return { e: product([...numbers, last.e]), type: last.type };
}

export function called(at: TypedScope, e: Call): Typed | null {
  const parts = at.all(e.args);
  if (!parts) return null;
  const { lengths } = at;
  const [a, b] = parts;
  const isNumber = parts.every((p) => lengths.isScalar(p.type));
  if (a && functionRow(e.fn))
    return isNumber ? { e: rebuilt(e, parts), type: SCALAR } : entrywise(at, e, parts);
  if (e.fn === 'differential' && a) return { e: call('differential', a.e), type: a.type };
  if (e.fn === 'identity' || e.fn === 'ones')
    // One of another typing has a length of its own here.
    return at.known.get(e) ?? (e.fn === 'ones' ? at.ones() : at.identity());
  if (!a) return at.fails('other', e, []);
  if (isNumber && b && PRODUCTS.has(e.fn)) return { e: product([a.e, b.e]), type: SCALAR };
  // A name that is turned round is no number.
  if (e.fn === 'transpose' && lengths.isScalar(a.type))
    return a.e.kind === 'sym' && !at.given.lenient ? at.fails('argument', e, parts) : a;
  if ((e.fn === 'dot' || e.fn === 'inner') && b) return dot(at, e, a, b);
  if (e.fn === 'norm') return norm(at, e, a, b?.e ?? null);
  const type =
    arrayFunction(e.fn)?.type(
      lengths,
      parts.map((p) => p.type),
    ) ?? null;
  return type ? { e: rebuilt(e, parts), type } : at.fails('argument', e, parts);
}

/** A function of numbers of each entry; bars of a vector are its norm, those of a matrix its determinant. */
function entrywise(at: TypedScope, e: Call, parts: readonly Typed[]): Typed | null {
  const [a, ...more] = parts;
  if (!a) return null;
  if (e.fn === 'abs') return at.typed(call(at.lengths.isMatrix(a.type) ? 'det' : 'norm', a.e));
  // The logarithm of softmax has a name and better numbers of its own.
  if (e.fn === 'ln' && a.e.kind === 'call' && a.e.fn === 'softmax')
    return at.typed(call('logsoftmax', ...a.e.args));
  if (more.length > 0) return at.fails('argument', e, parts);
  if (at.lengths.isMatrix(a.type) && !goesByEntries(e.fn)) return at.fails('matrix-function', e, parts);
  return { e: rebuilt(e, parts), type: a.type };
}

/** Of a matrix the norm is Frobenius's, unless another one is said. */
function norm(at: TypedScope, e: Call, a: Typed, degree: Expr | null): Typed | null {
  const { lengths } = at;
  const isFrobenius = degree?.kind === 'sym' && degree.base === 'F';
  const isTwo = degree?.kind === 'num' && degree.value.n === 2 && degree.value.d === 1;
  if (degree && !isFrobenius && !at.isScalar(degree)) return at.fails('argument', e, [a]);
  if (lengths.isScalar(a.type)) return { e: call('abs', a.e), type: SCALAR };
  if (lengths.isMatrix(a.type))
    return degree && !isFrobenius
      ? at.fails('argument', e, [a])
      : { e: call('frobenius', a.e), type: SCALAR };
  return {
    e: degree && !isTwo && !isFrobenius ? call('norm', a.e, degree) : call('norm', a.e),
    type: SCALAR,
  };
}

/** a · b of two vectors, ⟨A, B⟩ of two matrices; of anything else the product. */
function dot(at: TypedScope, e: Call, a: Typed, b: Typed): Typed | null {
  const { lengths } = at;
  if (e.fn === 'inner' && lengths.isMatrix(a.type)) {
    if (!lengths.joinTypes(a.type, b.type)) return at.fails('product', e, [a, b]);
    const left = keepType(at, call('transpose', a.e), { rows: a.type.cols, cols: a.type.rows });
    return {
      e: call('trace', keepType(at, joined([left, b.e]), { rows: a.type.cols, cols: b.type.cols })),
      type: SCALAR,
    };
  }
  if (lengths.isVector(a.type) && lengths.isVector(b.type)) {
    if (!lengths.joinTypes(a.type, b.type)) return at.fails('product', e, [a, b]);
    return {
      e: joined([keepType(at, call('transpose', a.e), { rows: UNIT, cols: a.type.rows }), b.e]),
      type: SCALAR,
    };
  }
  return run(at, e, [a.e, b.e]);
}

function keepType(at: TypedScope, e: Expr, type: Type): Expr {
  return at.keep({ e, type }).e;
}

const PRODUCTS: ReadonlySet<string> = new Set(['dot', 'hadamard', 'inner']);

/**
 * What a matrix goes through entry by entry: activations have no other meaning, while exp, ln and sin of a matrix are
 * functions of the whole of it. tanh is an activation to whoever writes it of a matrix.
 */
const goesByEntries = (fn: string): boolean => fn === 'tanh' || functionRow(fn)?.family === null;

export const joined = (factors: readonly [Expr, ...Expr[]]): Expr => matmul(factors);
