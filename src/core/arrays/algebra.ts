/**
 * Sums, products and transposes of vectors and matrices as a reader writes them at sight: numbers in front, (AB)ᵀ = BᵀAᵀ,
 * I left out, like terms together. The order of a product's factors is kept.
 */
import { add, call, div, matmul, mul, num, ONE, ZERO, type Add, type Expr } from '../expr.js';
import { same } from '../equality.js';
import { isOne, isZero, over, plus, times } from '../fold.js';
import { Rational } from '../rational.js';
import { someNode } from '../walk.js';
import type { Typing } from './typing.js';

export class Algebra {
  constructor(
    readonly typing: Typing,
    /** Ids of matrices that are their own transposes. */
    private readonly symmetric: ReadonlySet<string> = new Set(),
  ) {}

  isScalar(e: Expr): boolean {
    return this.typing.isScalar(e);
  }

  /** The product of all factors in their order; numbers go in front. */
  product(factors: readonly Expr[]): Expr {
    const parts: Parts = { above: [], below: [], arrays: [] };
    for (const f of factors) this.take(f, parts);
    const arrays = this.shortened(parts.arrays);
    if (parts.above.some(isZero)) return ZERO;
    const [number, below] = reduced(times(parts.above), times(parts.below));
    const [first, ...rest] = arrays;
    if (!first) return over(number, below);
    const array = this.facing(matmul([first, ...rest]));
    if (isOne(below)) return isOne(number) ? array : withNumber(number, array);
    return isShort(array) && !isFraction(number)
      ? div(isOne(number) ? array : withNumber(number, array), below)
      : withNumber(over(number, below), array);
  }

  /** dwᵀx is xᵀdw: a differential is read best without its transpose. */
  private facing(e: Expr): Expr {
    return e.kind === 'matmul' && e.factors.some(isTurnedDifferential) && this.isScalar(e)
      ? this.reversed(e.factors)
      : e;
  }

  private take(f: Expr, parts: Parts): void {
    if (f.kind === 'mul' || (f.kind === 'matmul' && !this.isScalar(f)))
      for (const g of f.factors) this.take(g, parts);
    else if (f.kind === 'div' && f.numer.kind === 'num' && f.denom.kind === 'num')
      parts.above.push(over(f.numer, f.denom));
    else if (f.kind === 'div') {
      this.take(f.numer, parts);
      parts.below.push(f.denom);
    } else if (f.kind === 'call' && f.fn === 'hadamard') this.takeHadamard(f.args, parts);
    else if (this.isScalar(f)) parts.above.push(f);
    else parts.arrays.push(f);
  }
  private takeHadamard(args: readonly Expr[], parts: Parts): void {
    const inner: Parts = { above: [], below: [], arrays: [] };
    const rest = args.map((a) => {
      const own: Parts = { above: [], below: [], arrays: [] };
      this.take(a, own);
      inner.above.push(...own.above);
      inner.below.push(...own.below);
      const [first, ...more] = own.arrays;
      return first ? matmul([first, ...more]) : ONE;
    });
    parts.above.push(...inner.above);
    parts.below.push(...inner.below);
    parts.arrays.push(call('hadamard', ...rest));
  }

  /** Without I, and without A A⁻¹. */
  private shortened(arrays: readonly Expr[]): readonly Expr[] {
    const [first] = arrays;
    const out: Expr[] = [];
    for (const a of arrays) {
      const last = out.at(-1);
      if (last && areInverse(last, a)) out.pop();
      else if (!isIdentity(a)) out.push(a);
    }
    return first && out.length === 0 ? [this.typing.identity(this.typing.typeOf(first).rows).e] : out;
  }

  /** The sum, like terms together. */
  sum(terms: readonly Expr[]): Expr {
    const flat = terms.flatMap((t) => (t.kind === 'add' ? t.terms : [t])).filter((t) => !isZero(t));
    const groups: { rest: Expr; count: Rational; first: Expr; single: boolean }[] = [];
    for (const t of flat) {
      const [count, rest] = counted(t);
      const known = groups.find((g) => this.isLike(g.rest, rest));
      if (known) [known.count, known.single] = [known.count.add(count), false];
      else groups.push({ rest, count, first: t, single: true });
    }
    const made = groups.map((g) => (g.single ? g.first : this.product([num(g.count), g.rest])));
    const kept = this.factored(made.filter((t) => !isZero(t)));
    if (kept.length > 0 && kept.every((t) => this.isScalar(t))) return plus(kept);
    return add(...kept);
  }
  /** Ax + Aᵀx is (A + Aᵀ)x. */
  private factored(terms: readonly Expr[]): readonly Expr[] {
    const out: Expr[] = [];
    for (const t of terms) {
      const at = out.findIndex((o) => this.common(o, t) !== null);
      const made = at < 0 ? null : this.common(out[at] ?? t, t);
      if (made) out[at] = made;
      else out.push(t);
    }
    return out;
  }
  private common(a: Expr, b: Expr): Expr | null {
    const [p, q] = [split(a), split(b)];
    if (!p || !q || !same(p.number, q.number) || p.factors.length !== q.factors.length) return null;
    const [head, ...tail] = p.factors;
    const [other, ...rest] = q.factors;
    if (!head || !other || tail.length === 0 || !tail.every((f, i) => same(f, rest[i] ?? ONE))) return null;
    if (!this.typing.lengths.isMatrix(this.typing.typeOf(head)) || !same(this.transposed(head), other))
      return null;
    return this.product([p.number, add(head, other), ...tail]);
  }
  /** Equal, or a number that is the other one's transpose. */
  private isLike(a: Expr, b: Expr): boolean {
    if (same(a, b)) return true;
    return a.kind === 'matmul' && b.kind === 'matmul' && this.isScalar(a) && same(this.transposed(a), b);
  }

  transposed(e: Expr): Expr {
    if (e.kind === 'sym' && this.symmetric.has(e.id)) return e;
    if (this.isScalar(e)) return e.kind === 'matmul' ? this.reversed(e.factors) : e;
    if (e.kind === 'add') return this.transposedSum(e);
    if (e.kind === 'mul')
      return this.product(e.factors.map((f) => (this.isScalar(f) ? f : this.transposed(f))));
    if (e.kind === 'div') return this.product([this.transposed(e.numer), div(ONE, e.denom)]);
    if (e.kind === 'matmul') return this.reversed(e.factors);
    return (e.kind === 'call' ? this.transposedCall(e.fn, e.args) : null) ?? call('transpose', e);
  }
  /** (Xw − y)ᵀ stays; (A + Aᵀ)ᵀ is the sum itself. */
  private transposedSum(e: Add): Expr {
    const made = this.sum(e.terms.map((t) => this.transposed(t)));
    if (same(made, e)) return e;
    return e.terms.some((t) => !isTransposed(t)) ? call('transpose', e) : made;
  }
  private reversed(factors: readonly Expr[]): Expr {
    return this.product([...factors].reverse().map((f) => this.transposed(f)));
  }
  private transposedCall(fn: string, args: readonly Expr[]): Expr | null {
    const [a] = args;
    if (!a) return null;
    if (fn === 'transpose') return a;
    if (fn === 'identity') return call(fn, ...args);
    if (fn === 'diag') return this.typing.lengths.isMatrix(this.typing.typeOf(a)) ? null : call(fn, a);
    if (fn === 'inverse' && same(this.transposed(a), a)) return call('inverse', a);
    if (fn === 'hadamard') {
      const isVector = this.typing.lengths.isVector(this.typing.typeOf(a));
      return isVector ? null : call('hadamard', ...args.map((x) => this.transposed(x)));
    }
    return null;
  }

  /** a ⊙ b ⊙ …, numbers in front. */
  hadamard(args: readonly Expr[]): Expr {
    if (args.some(isZero)) return ZERO;
    const flat = args.flatMap((a) => (a.kind === 'call' && a.fn === 'hadamard' ? a.args : [a]));
    const rest = flat.filter((a) => !isOnes(a));
    const [only] = rest;
    if (rest.length === 0) return flat[0] ?? ONE;
    if (only && rest.length === 1) return only;
    // A number for every entry: f′ of a function with a constant slope.
    if (rest.some((a) => this.isScalar(a))) return this.product(rest);
    return this.product([call('hadamard', ...rest)]);
  }

  /** ⟨a, b⟩ of two vectors or matrices. */
  inner(a: Expr, b: Expr): Expr {
    if (this.isScalar(a)) return this.product([a, b]);
    return this.typing.lengths.isMatrix(this.typing.typeOf(a))
      ? this.trace(this.product([this.transposed(a), b]))
      : this.product([this.transposed(a), b]);
  }

  trace(e: Expr): Expr {
    if (isZero(e)) return ZERO;
    if (e.kind === 'add' && someNode(e, isDifferential)) return this.sum(e.terms.map((t) => this.trace(t)));
    const numbers: Expr[] = [];
    const [factors, below] = e.kind === 'div' ? [[e.numer], [div(ONE, e.denom)]] : [[e], []];
    const arrays: Expr[] = [];
    for (const f of factors.flatMap((x) => (x.kind === 'mul' ? x.factors : [x])))
      (this.isScalar(f) ? numbers : arrays).push(f);
    const [only] = arrays;
    if (!only || arrays.length > 1) return call('trace', e);
    return this.product([...numbers, ...below, this.traced(only)]);
  }
  /** tr(x yᵀ) is yᵀx. */
  private traced(e: Expr): Expr {
    if (e.kind !== 'matmul') return call('trace', e);
    if (e.factors.some(isTurnedDifferential)) return this.traced(this.reversed(e.factors));
    const at = e.factors.findIndex((f) => this.typing.lengths.isRow(this.typing.typeOf(f)));
    if (at <= 0) return call('trace', e);
    return this.product([...e.factors.slice(at), ...e.factors.slice(0, at)]);
  }
}

/** The number in front and the factors of a product in order. */
function split(e: Expr): { readonly number: Expr; readonly factors: readonly Expr[] } | null {
  if (e.kind === 'matmul') return { number: ONE, factors: e.factors };
  const last = e.kind === 'mul' ? e.factors.at(-1) : undefined;
  return e.kind === 'mul' && last?.kind === 'matmul'
    ? { number: mul(...e.factors.slice(0, -1)), factors: last.factors }
    : null;
}
const isDifferential = (e: Expr): boolean => e.kind === 'call' && e.fn === 'differential';
const isTurnedDifferential = (e: Expr): boolean =>
  e.kind === 'call' && e.fn === 'transpose' && e.args.some(isDifferential);

interface Parts {
  readonly above: Expr[];
  readonly below: Expr[];
  readonly arrays: Expr[];
}

export const isIdentity = (e: Expr): boolean => e.kind === 'call' && e.fn === 'identity';
const isTransposed = (e: Expr): boolean =>
  e.kind === 'mul' ? e.factors.some(isTransposed) : e.kind === 'call' && e.fn === 'transpose';
export const isOnes = (e: Expr): boolean => e.kind === 'call' && e.fn === 'ones';
const areInverse = (a: Expr, b: Expr): boolean =>
  (a.kind === 'call' && a.fn === 'inverse' && a.args.some((x) => same(x, b))) ||
  (b.kind === 'call' && b.fn === 'inverse' && b.args.some((x) => same(x, a)));

/** A name, a row of names or a bracket: what may stand above a line. */
const isShort = (e: Expr): boolean => e.size <= 4 && !someNode(e, (x) => x.kind === 'add');
const isFraction = (e: Expr): boolean => e.kind === 'div' || (e.kind === 'num' && !e.value.isInteger);

/** 2/(2n) is 1/n. */
function reduced(above: Expr, below: Expr): readonly [Expr, Expr] {
  const [p, q] = [counted(above), counted(below)];
  if (q[0].isOne || q[0].isZero) return [above, below];
  const ratio = p[0].div(q[0]);
  const [n, d] = [Rational.of(ratio.n), Rational.of(ratio.d)];
  const rest = (count: Rational, e: Expr): Expr => (count.isOne ? e : times([num(count), e]));
  return [rest(n, p[1]), rest(d, q[1])];
}

const withNumber = (number: Expr, array: Expr): Expr =>
  mul(...(number.kind === 'mul' ? number.factors : [number]), array);

/** The number in front, and the rest. */
function counted(t: Expr): readonly [Rational, Expr] {
  if (t.kind === 'num') return [t.value, ONE];
  const [first, ...rest] = t.kind === 'mul' ? t.factors : [];
  return first?.kind === 'num' ? [first.value, mul(...rest)] : [Rational.ONE, t];
}
