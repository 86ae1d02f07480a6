/**
 * Shapes of expressions with vectors and matrices, and what a run of factors means by them: Xw is a product in linear
 * algebra's sense, c x a multiple, xᵀy z the number xᵀy times z.
 */
import type { Binding } from '../derivation.js';
import {
  call,
  matmul,
  ONE,
  product,
  sym,
  tuple,
  type Call,
  type Component,
  type Expr,
  type Pow,
  type Sym,
} from '../expr.js';
import { functionRow } from '../functions/index.js';
import { byKind, type ByKind } from '../kinds/byKind.js';
import { binder, children, freshSymbol, openBody, substitute, withChildren } from '../walk.js';
import type { Rank } from './arrays.js';
import { shapeOf, type Clash, type ClashKind } from './clash.js';
import { arrayFunction, arrayWord } from './functions.js';
import { Lengths, SCALAR, UNIT, type Length, type Type } from './lengths.js';

/** An expression in which products say what they are, and its shape. */
export interface Typed {
  readonly e: Expr;
  readonly type: Type;
}

export interface Given {
  readonly ranks: ReadonlyMap<string, Rank>;
  readonly definitions: ReadonlyMap<string, Binding>;
  /** How many entries a name has in each direction, where that is said. */
  readonly sizes?: ReadonlyMap<string, readonly number[]>;
  /** Names that stand for 𝟏 and I, by id. */
  readonly constants?: ReadonlyMap<string, 'identity' | 'ones'>;
  /** Whether a number beside a vector in a sum is added to each entry, as 1 − a ⊙ a is meant. */
  readonly lenient?: boolean;
}

const MOST_NESTED = 40;

/** Types expressions of one scope: a name has the same shape wherever it stands. */
export class Typing {
  readonly lengths = new Lengths();
  /** The first thing that did not fit. */
  clash: Clash | null = null;
  private readonly names = new Map<string, Type>();
  private readonly known = new Map<Expr, Typed>();
  private readonly values = new Map<string, Typed>();
  private nesting = 0;

  constructor(readonly given: Given) {}

  /** The expression with its products told apart; null where shapes clash, which `clash` tells. */
  typed(e: Expr): Typed | null {
    const known = this.known.get(e);
    if (known) return known;
    const made = byKind(TABLE, e, this);
    if (made) {
      this.known.set(e, made);
      this.known.set(made.e, made);
    }
    return made;
  }

  /** The shape of an expression that is typed already. */
  typeOf(e: Expr): Type {
    return this.typed(e)?.type ?? SCALAR;
  }
  isScalar(e: Expr): boolean {
    return this.lengths.isScalar(this.typeOf(e));
  }

  /** What the definition of a name says, typed; null for names without one. */
  definition(id: string): Typed | null {
    const known = this.values.get(id);
    if (known) return known;
    const d = this.given.definitions.get(id);
    if (d?.params.length !== 0 || this.nesting > MOST_NESTED) return null;
    this.nesting++;
    const made = this.typed(d.value);
    this.nesting--;
    if (made) this.values.set(id, made);
    return made;
  }

  name(s: Sym): Typed | null {
    const constant = this.given.constants?.get(s.id);
    if (constant !== undefined) return constant === 'ones' ? this.ones() : this.identity();
    const known = this.names.get(s.id);
    if (known) return { e: s, type: known };
    const defined = this.definition(s.id);
    if (this.clash) return null;
    const type = defined ? defined.type : this.fresh(this.given.ranks.get(s.id) ?? 0, s.id);
    this.names.set(s.id, type);
    const rank = this.given.ranks.get(s.id);
    if (defined && rank !== undefined && !this.hasRank(type, rank))
      return this.fails('name', s, [{ e: s, type: this.fresh(rank, s.id) }, defined]);
    return { e: s, type };
  }
  /** The shape of a name that stands in an expression which is typed already. */
  nameType(id: string): Type {
    return this.names.get(id) ?? this.fresh(this.given.ranks.get(id) ?? 0, id);
  }
  private hasRank(t: Type, rank: Rank): boolean {
    const { lengths } = this;
    return rank === 0
      ? lengths.isScalar(t)
      : rank === 1
        ? lengths.isVector(t) || lengths.isRow(t)
        : !lengths.isScalar(t);
  }
  private isName(id: string): boolean {
    return this.given.ranks.has(id) || this.given.definitions.has(id);
  }
  private fresh(rank: Rank, id: string): Type {
    const [m, n] = this.given.sizes?.get(id) ?? [];
    if (rank === 0) return SCALAR;
    const rows = this.lengths.fresh(m);
    return { rows, cols: rank === 1 ? UNIT : this.lengths.fresh(n) };
  }

  /** I and 𝟏, each of a length of its own until something says which. */
  identity(n: Length = this.lengths.fresh()): Typed {
    return this.keep({ e: call('identity', lengthName(n)), type: { rows: n, cols: n } });
  }
  ones(n: Length = this.lengths.fresh()): Typed {
    return this.keep({ e: call('ones', lengthName(n)), type: { rows: n, cols: UNIT } });
  }
  private keep(t: Typed): Typed {
    this.known.set(t.e, t);
    return t;
  }

  fails(kind: ClashKind, at: Expr, parts: readonly Typed[]): null {
    this.clash ??= {
      kind,
      at,
      parts: parts.map(({ e, type }) => ({ e, shape: shapeOf(type, this.lengths) })),
    };
    return null;
  }

  all(list: readonly Expr[]): readonly Typed[] | null {
    const made: Typed[] = [];
    for (const e of list) {
      const t = this.typed(e);
      if (!t) return null;
      made.push(t);
    }
    return made;
  }

  /** A node whose parts are all numbers. */
  numbers(e: Expr): Typed | null {
    const parts = this.all(children(e));
    if (!parts) return null;
    const array = parts.find((p) => !this.lengths.isScalar(p.type));
    if (array) return this.fails('other', e, [array]);
    return { e: rebuilt(e, parts), type: SCALAR };
  }

  sum(e: Expr): Typed | null {
    const parts = this.all(children(e));
    if (!parts) return null;
    const isNumber = (t: Typed): boolean => this.lengths.isScalar(t.type);
    const first = parts.find((t) => !isZero(t.e) && !(this.given.lenient && isNumber(t))) ?? parts[0];
    if (!first) return null;
    for (const t of parts) {
      if (isZero(t.e) || (this.given.lenient && isNumber(t))) continue;
      if (!this.lengths.joinTypes(first.type, t.type)) return this.fails('sum', e, [first, t]);
    }
    return { e: rebuilt(e, parts), type: first.type };
  }

  /** Numbers, and what stands side by side of vectors and matrices from left to right. */
  run(e: Expr, factors: readonly Expr[]): Typed | null {
    const parts = this.all(factors);
    if (!parts) return null;
    const { lengths } = this;
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
      else if (!lengths.join(open.type.cols, p.type.rows)) return this.fails('product', e, [open.last, p]);
      else {
        open.factors.push(p.e);
        open = { factors: open.factors, type: { rows: open.type.rows, cols: p.type.cols }, last: p };
      }
      if (lengths.isScalar(open.type)) {
        groups.push({ e: joined(open.factors), type: SCALAR });
        open = null;
      }
    }
    const numbers = [...parts.filter((p) => lengths.isScalar(p.type)), ...groups].map((p) => this.keep(p).e);
    if (!open) return { e: product(numbers), type: SCALAR };
    const last = this.keep({ e: joined(open.factors), type: open.type });
    return { e: product([...numbers, last.e]), type: last.type };
  }

  quotient(e: Expr, above: Expr, below: Expr): Typed | null {
    const parts = this.all([above, below]);
    const [numer, denom] = parts ?? [];
    if (!parts || !numer || !denom) return null;
    if (!this.lengths.isScalar(denom.type)) return this.fails('divisor', e, [denom]);
    return { e: rebuilt(e, parts), type: numer.type };
  }

  power(e: Pow): Typed | null {
    const base = this.typed(e.base);
    if (!base) return null;
    const over = exponentOf(e.exponent);
    if (this.lengths.isScalar(base.type))
      return over === 'transpose' && !this.isName('T') ? this.fails('power', e, [base]) : this.numbers(e);
    if (over === 'transpose' || over === 'inverse-transpose') {
      const inner = over === 'transpose' ? base.e : call('inverse', base.e);
      return this.typed(call('transpose', inner));
    }
    if (over === -1) return this.typed(call('inverse', base.e));
    const { lengths } = this;
    if (typeof over === 'number' && over >= 2 && over <= MOST_FACTORS) {
      if (this.given.lenient && lengths.isVector(base.type)) {
        const made = base.e === e.base ? e : withChildren(e, [base.e, e.exponent]);
        return { e: made, type: base.type };
      }
      if (lengths.isMatrix(base.type) && lengths.join(base.type.rows, base.type.cols))
        return {
          e: joined(Array.from({ length: over }, () => base.e) as [Expr, ...Expr[]]),
          type: base.type,
        };
    }
    return this.fails('power', e, [base]);
  }

  called(e: Call): Typed | null {
    const parts = this.all(e.args);
    if (!parts) return null;
    const { lengths } = this;
    const [a, b] = parts;
    const isNumber = parts.every((p) => lengths.isScalar(p.type));
    if (a && functionRow(e.fn))
      return isNumber ? { e: rebuilt(e, parts), type: SCALAR } : this.entrywise(e, parts);
    if (e.fn === 'differential' && a) return { e: call('differential', a.e), type: a.type };
    if (e.fn === 'identity' || e.fn === 'ones')
      // One of another typing has a length of its own here.
      return this.known.get(e) ?? (e.fn === 'ones' ? this.ones() : this.identity());
    if (!a) return this.fails('other', e, []);
    if (isNumber && b && PRODUCTS.has(e.fn)) return { e: product([a.e, b.e]), type: SCALAR };
    // A name that is turned round is no number.
    if (e.fn === 'transpose' && lengths.isScalar(a.type))
      return a.e.kind === 'sym' && !this.given.lenient ? this.fails('argument', e, parts) : a;
    if ((e.fn === 'dot' || e.fn === 'inner') && b) return this.dot(e, a, b);
    if (e.fn === 'norm') return this.norm(e, a, b?.e ?? null);
    const type =
      arrayFunction(e.fn)?.type(
        lengths,
        parts.map((p) => p.type),
      ) ?? null;
    return type ? { e: rebuilt(e, parts), type } : this.fails('argument', e, parts);
  }

  /** A function of numbers of each entry; bars of a vector are its norm, those of a matrix its determinant. */
  private entrywise(e: Call, parts: readonly Typed[]): Typed | null {
    const [a, ...more] = parts;
    if (!a) return null;
    if (e.fn === 'abs') return this.typed(call(this.lengths.isMatrix(a.type) ? 'det' : 'norm', a.e));
    // The logarithm of softmax has a name and better numbers of its own.
    if (e.fn === 'ln' && a.e.kind === 'call' && a.e.fn === 'softmax')
      return this.typed(call('logsoftmax', ...a.e.args));
    if (more.length > 0) return this.fails('argument', e, parts);
    if (this.lengths.isMatrix(a.type) && !goesByEntries(e.fn)) return this.fails('matrix-function', e, parts);
    return { e: rebuilt(e, parts), type: a.type };
  }

  /** Of a matrix the norm is Frobenius's, unless another one is said. */
  private norm(e: Call, a: Typed, degree: Expr | null): Typed | null {
    const { lengths } = this;
    const isFrobenius = degree?.kind === 'sym' && degree.base === 'F';
    const isTwo = degree?.kind === 'num' && degree.value.n === 2 && degree.value.d === 1;
    if (degree && !isFrobenius && !this.isScalar(degree)) return this.fails('argument', e, [a]);
    if (lengths.isScalar(a.type)) return { e: call('abs', a.e), type: SCALAR };
    if (lengths.isMatrix(a.type))
      return degree && !isFrobenius
        ? this.fails('argument', e, [a])
        : { e: call('frobenius', a.e), type: SCALAR };
    return {
      e: degree && !isTwo && !isFrobenius ? call('norm', a.e, degree) : call('norm', a.e),
      type: SCALAR,
    };
  }

  /** a · b of two vectors, ⟨A, B⟩ of two matrices; of anything else the product. */
  private dot(e: Call, a: Typed, b: Typed): Typed | null {
    const { lengths } = this;
    if (e.fn === 'inner' && lengths.isMatrix(a.type)) {
      if (!lengths.joinTypes(a.type, b.type)) return this.fails('product', e, [a, b]);
      const left = this.keepType(call('transpose', a.e), { rows: a.type.cols, cols: a.type.rows });
      return {
        e: call('trace', this.keepType(joined([left, b.e]), { rows: a.type.cols, cols: b.type.cols })),
        type: SCALAR,
      };
    }
    if (lengths.isVector(a.type) && lengths.isVector(b.type)) {
      if (!lengths.joinTypes(a.type, b.type)) return this.fails('product', e, [a, b]);
      return {
        e: joined([this.keepType(call('transpose', a.e), { rows: UNIT, cols: a.type.rows }), b.e]),
        type: SCALAR,
      };
    }
    return this.run(e, [a.e, b.e]);
  }
  private keepType(e: Expr, type: Type): Expr {
    return this.keep({ e, type }).e;
  }

  applied(fn: Sym, args: readonly Expr[], e: Expr): Typed | null {
    const d = this.given.definitions.get(fn.id);
    const word = d ? null : arrayWord(fn.base);
    if (word) return this.typed(call(word, ...args));
    if (d?.params.length !== args.length || this.nesting > MOST_NESTED) return this.numbers(e);
    const parts = this.all(args);
    if (!parts) return null;
    this.nesting++;
    const made = this.typed(substitute(d.value, new Map(d.params.map((p, i) => [p.id, parts[i]?.e ?? ONE]))));
    this.nesting--;
    return made;
  }

  entry(e: Component): Typed | null {
    const numbered = numberedName(e);
    if (numbered && this.isName(numbered.id)) return this.name(numbered);
    const base = this.typed(e.base);
    const indices = this.all(e.indices);
    if (!base || !indices) return null;
    if (indices.some((i) => !this.lengths.isScalar(i.type))) return this.fails('index', e, indices);
    const { lengths } = this;
    // Of a name that is only ever written with indices nothing else is known.
    if (lengths.isScalar(base.type)) return { e, type: SCALAR };
    if (lengths.isVector(base.type) && e.indices.length === 1) return { e, type: SCALAR };
    if (lengths.isMatrix(base.type) && e.indices.length === 2) return { e, type: SCALAR };
    // The i-th of a list of vectors.
    if (lengths.isMatrix(base.type) && e.indices.length === 1)
      return { e, type: { rows: base.type.cols, cols: UNIT } };
    return this.fails('index', e, [base]);
  }

  list(e: Expr, items: readonly Expr[]): Typed | null {
    const typed = this.numbers(e);
    return typed && { e: typed.e, type: { rows: this.lengths.fresh(items.length), cols: UNIT } };
  }
}

/** W_1 as a name of its own: a weight of the first layer, and no entry of W. */
export function numberedName(e: Component): Sym | null {
  const [index, ...more] = e.indices;
  if (e.base.kind !== 'sym' || e.base.sub !== null || index?.kind !== 'num' || more.length > 0) return null;
  return sym(e.base.base, e.base.marks, index.value.toString());
}

/** The name under which a length is given its number. */
export const lengthName = (n: Length): Sym => sym(LENGTH + String(n));
const LENGTH = '#';
export const isLengthName = (id: string): boolean => id.startsWith(LENGTH);

/** Longer powers of a matrix are not written out. */
const MOST_FACTORS = 4;

const PRODUCTS: ReadonlySet<string> = new Set(['dot', 'hadamard', 'inner']);

/**
 * What a matrix goes through entry by entry: activations have no other meaning, while exp, ln and sin of a matrix are
 * functions of the whole of it. tanh is an activation to whoever writes it of a matrix.
 */
const goesByEntries = (fn: string): boolean => fn === 'tanh' || functionRow(fn)?.family === null;

const joined = (factors: readonly [Expr, ...Expr[]]): Expr => matmul(factors);
const isZero = (e: Expr): boolean => e.kind === 'num' && e.value.isZero;
function rebuilt(e: Expr, parts: readonly Typed[]): Expr {
  const old = children(e);
  return parts.every((p, i) => p.e === old[i])
    ? e
    : withChildren(
        e,
        parts.map((p) => p.e),
      );
}

/** T, −T and −1 above a matrix, and whole numbers. */
function exponentOf(e: Expr): number | 'transpose' | 'inverse-transpose' | null {
  if (e.kind === 'num') return e.value.isInteger ? e.value.toNumber() : null;
  if (isT(e)) return 'transpose';
  const [sign, t, ...more] = e.kind === 'mul' ? e.factors : [];
  const isMinus = sign?.kind === 'num' && sign.value.n === -1 && sign.value.d === 1;
  return isMinus && t && isT(t) && more.length === 0 ? 'inverse-transpose' : null;
}
const isT = (e: Expr): boolean => e.kind === 'sym' && e.base === 'T' && e.sub === null;

const INDEX = sym('i');

const TABLE: ByKind<Typed | null, [Typing]> = {
  num: (e) => ({ e, type: SCALAR }),
  const: (e) => ({ e, type: SCALAR }),
  sym: (e, at) => at.name(e),
  add: (e, at) => at.sum(e),
  mul: (e, at) => at.run(e, e.factors),
  matmul: (e, at) => at.run(e, e.factors),
  div: (e, at) => at.quotient(e, e.numer, e.denom),
  pow: (e, at) => at.power(e),
  root: (e, at) => at.numbers(e),
  call: (e, at) => at.called(e),
  apply: (e, at) => at.applied(e.fn, e.args, e),
  diff: (e, at) => at.fails('other', e, []),
  piecewise: (e, at) => at.numbers(e),
  relation: (e, at) => at.sum(e),
  logic: (e, at) => at.numbers(e),
  at: (e, at) => at.fails('other', e, []),
  bound: (e) => ({ e, type: SCALAR }),
  binder: (e, at) => {
    const index = freshSymbol(INDEX, [e]);
    const { body, condition } = openBody(e, index);
    const inner = at.typed(body);
    if (!inner) return null;
    if (e.op !== 'sum' && !at.lengths.isScalar(inner.type)) return at.fails('other', e, [inner]);
    const made = binder(e.op, index, { lower: e.lower, upper: e.upper, condition }, inner.e);
    return { e: inner.e === body ? e : { ...made, hint: e.hint }, type: inner.type };
  },
  plusminus: (e, at) => at.numbers(e),
  component: (e, at) => at.entry(e),
  delta: (e, at) => at.numbers(e),
  tuple: (e, at) => at.list(e, e.items),
  matrix: (e, at) => {
    const typed = at.numbers(e);
    const [first = []] = e.rows;
    if (!typed) return null;
    if (first.length === 1) return at.typed(tuple(e.rows.flat()));
    if (e.rows.length === 1) return at.typed(call('transpose', tuple(first)));
    return {
      e: typed.e,
      type: { rows: at.lengths.fresh(e.rows.length), cols: at.lengths.fresh(first.length) },
    };
  },
};
