/**
 * Shapes of expressions with vectors and matrices, and what a run of factors means by them: Xw is a product in linear
 * algebra's sense, c x a multiple, xᵀy z the number xᵀy times z.
 */
import { call, ONE, sym, tuple, type Component, type Expr, type Pow, type Sym } from '../expr.js';
import { byKind, type ByKind } from '../kinds/byKind.js';
import { binder, children, freshSymbol, openBody, substitute, withChildren } from '../walk.js';
import { arrayWord } from './functions.js';
import { SCALAR, UNIT } from './lengths.js';
import { called, joined, run } from './typedProducts.js';
import { numberedName, rebuilt, TypedScope, type Typed } from './typedScope.js';

/** Types expressions of one scope: a name has the same shape wherever it stands. */
export class Typing extends TypedScope {
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

  applied(fn: Sym, args: readonly Expr[], e: Expr): Typed | null {
    const d = this.given.definitions.get(fn.id);
    const word = d ? null : arrayWord(fn.base);
    if (word) return this.typed(call(word, ...args));
    if (d?.params.length !== args.length || this.isDeep) return this.numbers(e);
    const parts = this.all(args);
    if (!parts) return null;
    const values = new Map(d.params.map((p, i) => [p.id, parts[i]?.e ?? ONE]));
    return this.within(() => this.typed(substitute(d.value, values)));
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

/** Longer powers of a matrix are not written out. */
const MOST_FACTORS = 4;

const isZero = (e: Expr): boolean => e.kind === 'num' && e.value.isZero;
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
  mul: (e, at) => run(at, e, e.factors),
  matmul: (e, at) => run(at, e, e.factors),
  div: (e, at) => at.quotient(e, e.numer, e.denom),
  pow: (e, at) => at.power(e),
  root: (e, at) => at.numbers(e),
  call: (e, at) => called(at, e),
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
