/**
 * What a gradient or Jacobian is read best as: the numbers before its vectors and matrices in order, terms of one vector
 * together, and what does not change from term to term before the sum.
 */
import type { Budget } from '../derivation.js';
import type { Steps } from '../../steps.js';
import { same } from '../equality.js';
import { ONE, sym, type Binder, type Expr } from '../expr.js';
import { over, plus, times } from '../fold.js';
import { binder, children, freshSymbol, mapChildren, openBody, substitute } from '../walk.js';
import type { Algebra } from './algebra.js';

/** How an expression without vectors is tidied. */
export type TidyNumber = (e: Expr, budget: Budget) => Steps<{ readonly result: Expr }>;

/** A term: a number times a vector or matrix. */
interface Term {
  readonly number: Expr;
  readonly array: Expr;
}

export class Coefficients {
  constructor(
    private readonly algebra: Algebra,
    private readonly tidy: TidyNumber,
    private readonly budget: Budget,
  ) {}

  *inOrder(e: Expr): Steps<Expr> {
    if (this.algebra.isScalar(e)) return yield* this.shorter(e);
    if (e.kind === 'binder') return yield* this.underSum(e);
    const terms: Term[] = [];
    for (const t of e.kind === 'add' ? e.terms : [e]) {
      const inner = t.kind === 'binder' ? yield* this.underSum(t) : t;
      terms.push(this.split(inner));
    }
    const groups: { readonly array: Expr; readonly numbers: Expr[] }[] = [];
    for (const { array, number } of terms) {
      const known = groups.find((g) => same(g.array, array));
      if (known) known.numbers.push(number);
      else groups.push({ array, numbers: [number] });
    }
    const made: Expr[] = [];
    for (const { array, numbers } of groups) made.push(...(yield* this.together(array, numbers)));
    return this.algebra.sum(made);
  }

  /** The terms of one vector, as one where that is shorter. */
  private *together(array: Expr, numbers: readonly Expr[]): Steps<readonly Expr[]> {
    const apart = numbers.map((n) => this.algebra.product([n, array]));
    const number = yield* this.shorter(plus(numbers));
    const one = this.algebra.product([number, array]);
    return one.size < apart.reduce((size, t) => size + t.size, 0) ? [one] : apart;
  }

  private *underSum(e: Binder): Steps<Expr> {
    const index = freshSymbol(e.hint, [e]);
    const { body, condition } = openBody(e, index);
    const inner = yield* this.inOrder(body);
    const isConstant = (x: Expr): boolean => !x.free.has(index.id);
    const summed = (x: Expr): Expr => binder('sum', index, { lower: e.lower, upper: e.upper, condition }, x);
    if (e.op !== 'sum') return inner === body ? e : summed(inner);
    const count = isConstant(inner) && condition === null ? lengthOf(e) : null;
    if (count) return this.algebra.product([count, inner]);
    if (inner.kind === 'add') return inner === body ? e : summed(inner);
    const { number, array } = this.split(inner);
    const [above, below] = fraction(number);
    const factors = array.kind === 'matmul' ? array.factors : [array];
    const first = factors.findIndex((f) => !isConstant(f));
    const last = factors.length - 1 - [...factors].reverse().findIndex((f) => !isConstant(f));
    const own = first < 0 ? factors : factors.slice(first, last + 1);
    const kept = this.algebra.product([
      over(times(above.filter((f) => !isConstant(f))), times(below.filter((f) => !isConstant(f)))),
      ...own,
    ]);
    return this.algebra.product([
      over(times(above.filter(isConstant)), times(below.filter(isConstant))),
      ...factors.slice(0, Math.max(first, 0)),
      summed(kept),
      ...(first < 0 ? [] : factors.slice(last + 1)),
    ]);
  }

  private split(e: Expr): Term {
    if (e.kind === 'div') {
      const { number, array } = this.split(e.numer);
      return { number: over(number, e.denom), array };
    }
    if (e.kind !== 'mul') return { number: ONE, array: e };
    const isNumber = (f: Expr): boolean => this.algebra.isScalar(f);
    return {
      number: times(e.factors.filter(isNumber)),
      array: this.algebra.product(e.factors.filter((f) => !isNumber(f))),
    };
  }

  /** A number in order, where that is shorter; in it what is made of vectors stands for itself. */
  private *shorter(e: Expr): Steps<Expr> {
    if (e.size < SHORTEST) return e;
    const names = new StandIns(this.algebra, e);
    const { result } = yield* this.tidy(names.in(e), this.budget);
    const made = names.putBack(result);
    return made.size < e.size ? made : e;
  }
}
/** Numbers that nothing can shorten. */
const SHORTEST = 3;

/** Names for wᵀx, ‖u‖ and sums over vectors in a number, by which it is one of numbers alone. */
class StandIns {
  private readonly values = new Map<string, Expr>();
  private readonly named = new Map<Expr, Expr>();
  private readonly taken: Expr[];

  constructor(
    private readonly algebra: Algebra,
    whole: Expr,
  ) {
    this.taken = [whole];
  }

  in(e: Expr): Expr {
    const known = this.named.get(e);
    if (known) return known;
    const made = this.isOfNumbers(e) ? mapChildren(e, (c) => this.in(c)) : this.nameOf(e);
    this.named.set(e, made);
    return made;
  }
  putBack(e: Expr): Expr {
    return substitute(e, this.values);
  }

  private nameOf(e: Expr): Expr {
    if (e.kind === 'component') return e;
    for (const [id, value] of this.values) if (same(value, e)) return sym(id);
    const name = freshSymbol(S, this.taken);
    this.taken.push(name);
    this.values.set(name.id, e);
    return name;
  }
  private isOfNumbers(e: Expr): boolean {
    return e.kind !== 'matmul' && e.kind !== 'binder' && children(e).every((c) => this.algebra.isScalar(c));
  }
}
const S = sym('s');

/** n of Σ_{i=1}^n. */
const lengthOf = ({ lower, upper }: Binder): Expr | null =>
  lower?.kind === 'num' && lower.value.isOne && upper?.kind === 'sym' ? upper : null;

/** The factors above and below the line. */
function fraction(e: Expr): readonly [readonly Expr[], readonly Expr[]] {
  const factors = (x: Expr): readonly Expr[] => (x.kind === 'mul' ? x.factors : [x]);
  return e.kind === 'div' ? [factors(e.numer), factors(e.denom)] : [factors(e), []];
}
