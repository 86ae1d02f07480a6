/**
 * An expression with vectors and matrices by its entries: (Xᵀ(Xw − y))_k as Σ_i X_ik (Σ_j X_ij w_j − y_i). Products are
 * sums over the index that their factors share, norms and traces sums over all entries.
 */
import { binder, children, freshSymbol, openBody, withChildren } from '../walk.js';
import {
  call,
  component,
  delta,
  div,
  exp,
  num,
  ONE,
  pow,
  root,
  sub,
  sym,
  TWO,
  type Call,
  type Pow,
  type Expr,
  type Sym,
} from '../expr.js';
import { functionRow } from '../functions/index.js';
import { plus, times } from '../fold.js';
import { same } from '../equality.js';
import { byKind, type ByKind } from '../kinds/byKind.js';
import { UNIT, type Length } from './lengths.js';
import { freshIndex } from './indices.js';
import type { Typing } from './typing.js';

/** The entry of the expression at these indices, none for a number; null where a part has no such form. */
export function inComponents(e: Expr, at: readonly Sym[], typing: Typing): Expr | null {
  return new Components(typing, [e, ...at]).of(e, at);
}
/** z_i and **z** have one name for their entries. */
export const entriesName = (s: Sym): Sym =>
  sym(
    s.base,
    s.marks.filter((m) => m !== 'bold' && m !== 'vec'),
    s.sub,
  );

/** One expression has no more factors in a run than there are letters for the indices between them. */
const MOST_FACTORS = 12;

class Components {
  constructor(
    private readonly typing: Typing,
    /** Expressions whose names no summed index may have. */
    private readonly taken: Expr[],
  ) {}

  of(e: Expr, at: readonly Expr[]): Expr | null {
    if (this.typing.isScalar(e)) return this.number(e);
    return byKind(ENTRIES, e, this, at);
  }

  named(s: Sym, at: readonly Expr[]): Expr | null {
    const constant = this.typing.given.constants?.get(s.id);
    if (constant !== undefined) return this.constant(constant, at);
    return component(entriesName(s), at);
  }
  private constant(which: 'identity' | 'ones', [i, j]: readonly Expr[]): Expr | null {
    if (which === 'ones') return ONE;
    return i && j ? delta(i, j) : null;
  }

  /** Of a sum or product of numbers and vectors, each at the indices or by itself. */
  all(parts: readonly Expr[], at: readonly Expr[], join: (parts: readonly Expr[]) => Expr): Expr | null {
    const made = parts.map((p) => this.of(p, at));
    return made.includes(null) ? null : join(made as readonly Expr[]);
  }

  /** Σ_k A_ik B_kj; where the factors meet in a length of one there is no sum. */
  product(factors: readonly Expr[], at: readonly Expr[]): Expr | null {
    if (factors.length > MOST_FACTORS) return null;
    const types = factors.map((f) => this.typing.typeOf(f));
    const isUnit = (n: Length): boolean => this.typing.lengths.root(n) === UNIT;
    const [first, last] = [types[0], types.at(-1)];
    if (!first || !last) return null;
    const rest = [...at];
    const left = isUnit(first.rows) ? null : (rest.shift() ?? null);
    const right = isUnit(last.cols) ? null : (rest.shift() ?? null);
    const between = types.slice(0, -1).map((t) => (isUnit(t.cols) ? null : this.index()));
    const entries = factors.map((f, k) => {
      const [row, col] = [
        k === 0 ? left : (between[k - 1] ?? null),
        k === factors.length - 1 ? right : (between[k] ?? null),
      ];
      return this.of(
        f,
        [row, col].filter((i): i is Expr => i !== null),
      );
    });
    if (entries.includes(null)) return null;
    return between.reduceRight<Expr>(
      (e, index) => (index ? summed(index, e) : e),
      times(entries as readonly Expr[]),
    );
  }
  private index(): Sym {
    const made = freshIndex(sym('i'), this.taken);
    this.taken.push(made);
    return made;
  }
  /** The sum over all entries of what is made at them. */
  private over(a: Expr, of: (entry: Expr) => Expr): Expr | null {
    const { rows, cols } = this.typing.typeOf(a);
    const indices = [rows, cols].filter((n) => this.typing.lengths.root(n) !== UNIT).map(() => this.index());
    const entry = this.of(a, indices);
    return entry && indices.reduceRight<Expr>((e, i) => summed(i, e), of(entry));
  }

  called(e: Call, at: readonly Expr[]): Expr | null {
    const [a] = e.args;
    if (!a) return e.fn === 'ones' || e.fn === 'identity' ? this.constant(e.fn, at) : null;
    const [i, j] = at;
    switch (e.fn) {
      case 'transpose':
        return this.of(a, [...at].reverse());
      case 'hadamard':
        return this.all(e.args, at, times);
      case 'identity':
      case 'ones':
        return this.constant(e.fn, at);
      case 'diag': {
        const isDiagonal = this.typing.lengths.isMatrix(this.typing.typeOf(a));
        if (isDiagonal) return i ? this.of(a, [i, i]) : null;
        const entry = i && this.of(a, [i]);
        return i && j && entry ? times([delta(i, j), entry]) : null;
      }
      case 'softmax': {
        const [entry, all] = [this.of(a, at), this.over(a, exp)];
        return entry && all && div(exp(entry), all);
      }
      case 'logsoftmax': {
        const [entry, all] = [this.of(a, at), this.over(a, exp)];
        return entry && all && sub(entry, call('ln', all));
      }
      default: {
        const entry = functionRow(e.fn) && e.args.length === 1 ? this.of(a, at) : null;
        return entry && call(e.fn, entry);
      }
    }
  }

  /** A number that may hold vectors and matrices inside. */
  number(e: Expr): Expr | null {
    if (e.kind === 'matmul') return this.product(e.factors, []);
    // The squared norm needs no root.
    if (e.kind === 'pow' && same(e.exponent, TWO) && isNorm(e.base)) {
      const [a] = e.base.args;
      return a ? this.over(a, (x) => pow(x, TWO)) : null;
    }
    const powers = e.kind === 'pow' ? normOfDegree(e.base, e.exponent) : null;
    if (powers) return this.over(powers, (x) => pow(call('abs', x), (e as Pow).exponent));
    if (e.kind === 'component')
      return e.base.kind === 'sym' ? component(entriesName(e.base), e.indices) : null;
    if (e.kind === 'call' && !functionRow(e.fn)) return this.numberOf(e);
    if (e.kind === 'binder') return this.under(e, (body) => this.number(body));
    if (e.kind === 'tuple' || e.kind === 'matrix') return null;
    const parts = children(e).map((x) => (this.typing.isScalar(x) ? this.number(x) : null));
    return parts.includes(null) ? null : withChildren(e, parts as readonly Expr[]);
  }
  private numberOf({ fn, args: [a, degree] }: Call): Expr | null {
    if (!a) return null;
    switch (fn) {
      case 'norm':
      case 'frobenius':
        return this.norm(a, degree ?? TWO);
      case 'total':
        return this.over(a, (x) => x);
      case 'logsumexp': {
        const all = this.over(a, exp);
        return all && call('ln', all);
      }
      case 'trace': {
        const index = this.index();
        const entry = this.of(a, [index, index]);
        return entry && summed(index, entry);
      }
      case 'transpose':
        return this.number(a);
      default:
        return null;
    }
  }
  private norm(a: Expr, degree: Expr): Expr | null {
    if (degree.kind === 'const') return null;
    if (same(degree, TWO)) {
      const all = this.over(a, (x) => pow(x, TWO));
      return all && root(all, TWO);
    }
    const all = this.over(a, (x) => (same(degree, ONE) ? call('abs', x) : pow(call('abs', x), degree)));
    return all && (same(degree, ONE) ? all : pow(all, div(num(1), degree)));
  }

  under(e: Extract<Expr, { kind: 'binder' }>, of: (body: Expr) => Expr | null): Expr | null {
    const name = freshSymbol(e.hint, [e, ...this.taken]);
    this.taken.push(name);
    const { body, condition } = openBody(e, name);
    const made = of(body);
    return made && binder(e.op, name, { lower: e.lower, upper: e.upper, condition }, made);
  }
}
/** u of ‖u‖_p^p, which needs no root either. */
function normOfDegree(e: Expr, p: Expr): Expr | null {
  const [u, degree] = e.kind === 'call' && e.fn === 'norm' ? e.args : [];
  return u && degree && same(degree, p) ? u : null;
}
const isNorm = (e: Expr): e is Call =>
  e.kind === 'call' && (e.fn === 'norm' || e.fn === 'frobenius') && e.args.length === 1;
const summed = (index: Sym, body: Expr): Expr => binder('sum', index, {}, body);

const NO_ENTRY = (): null => null;
/** The entry of what is no number. */
const ENTRIES: ByKind<Expr | null, [Components, readonly Expr[]]> = {
  sym: (e, by, at) => by.named(e, at),
  add: (e, by, at) => by.all(e.terms, at, plus),
  mul: (e, by, at) => by.all(e.factors, at, times),
  matmul: (e, by, at) => by.product(e.factors, at),
  div: (e, by, at) => {
    const [above, below] = [by.of(e.numer, at), by.number(e.denom)];
    return above && below && div(above, below);
  },
  pow: (e, by, at) => {
    const base = by.of(e.base, at);
    return base && pow(base, e.exponent);
  },
  call: (e, by, at) => by.called(e, at),
  binder: (e, by, at) => by.under(e, (body) => by.of(body, at)),
  component: (e, _, at) =>
    e.base.kind === 'sym' ? component(entriesName(e.base), [...e.indices, ...at]) : null,
  num: NO_ENTRY,
  const: NO_ENTRY,
  root: NO_ENTRY,
  apply: NO_ENTRY,
  diff: NO_ENTRY,
  piecewise: NO_ENTRY,
  relation: NO_ENTRY,
  logic: NO_ENTRY,
  at: NO_ENTRY,
  bound: NO_ENTRY,
  plusminus: NO_ENTRY,
  delta: NO_ENTRY,
  tuple: NO_ENTRY,
  matrix: NO_ENTRY,
};
