/** The interning table of canonical nodes, and the constructors that keep them canonical. */
import { same } from '../equality.js';
import type { Budget } from '../derivation.js';
import { type Expr } from '../expr.js';
import { Rational } from '../rational.js';
import {
  contentHash,
  NO_ARGS,
  NO_FACTORS,
  NO_TERMS,
  Node,
  sameContent,
  type Factor,
  type Recorded,
  type Sign,
  type Silent,
  type Table,
  type Term,
} from './node.js';
import { simplifyCall } from './calls.js';
import { ProductBuilder } from './product.js';
import { signOf } from './signs.js';
import { insertionSort } from './order.js';
import { COST } from '../work.js';
import { gcd } from '../integers.js';

const { ZERO, ONE, MINUS_ONE } = Rational;

/** Thrown in the middle of tidying, and caught where it was begun. */
export class OutOfWork extends Error {}

const BETWEEN_POLLS = 16;
/** Parts that cost as much to look through as a node to make. */
const PARTS_A_NODE = 8;

/** The table of one question: nodes of equal contents are one node. */
export class InterningTable implements Table {
  /** New nodes made so far. */
  private made = 0;
  work = 0;
  trace: Set<Silent> | null = null;
  nonzero: Set<Node> | null = null;
  /** Whether the question itself is still being lowered: its parts come first wherever order is free. */
  private authoring = true;

  /** What has been done since the budget was asked last, in nodes. */
  private unpaid = 0;

  private readonly buckets = new Map<number, Node[]>();
  private readonly atoms = new Map<number, Node[]>();

  /** 1/0, once it has occurred: what it is a part of has no value either. */
  private valueless: Node | null = null;

  readonly zero = this.num(ZERO);
  readonly one = this.num(ONE);
  readonly minusOne = this.num(MINUS_ONE);
  readonly e = this.special('e');
  readonly pi = this.special('pi');

  /** No limit unless told: making nodes, and showing them, throws `OutOfWork` once the budget is spent. */
  constructor(
    readonly decimals = false,
    private readonly budget: Budget | null = null,
    private readonly blocks: readonly Expr[] = [],
  ) {}

  spend(nodes: number): void {
    this.unpaid += nodes;
    if (this.unpaid < BETWEEN_POLLS || !this.budget) return;
    const work = this.unpaid * COST.node;
    this.unpaid = 0;
    if (this.budget.shouldStop(work)) throw new OutOfWork();
  }

  endQuestion(): void {
    this.authoring = false;
  }

  recorded<T>(run: () => T): Recorded<T> {
    const [did, nonzero] = [new Set<Silent>(), new Set<Node>()];
    [this.trace, this.nonzero] = [did, nonzero];
    const made = run();
    [this.trace, this.nonzero] = [null, null];
    return { made, did, nonzero };
  }

  private special(name: string): Node {
    return this.intern('atom', ONE, NO_TERMS, NO_FACTORS, NO_ARGS, '@' + name, null);
  }

  private intern(
    op: Node['op'],
    q: Rational,
    terms: readonly Term[],
    factors: readonly Factor[],
    args: readonly Node[],
    name: string,
    expr: Expr | null,
  ): Node {
    this.spend(1 + (terms.length + factors.length) / PARTS_A_NODE);
    const h = contentHash(op, q, terms, factors, args, name);
    const bucket = this.buckets.get(h);
    if (bucket) {
      for (const n of bucket) if (sameContent(n, op, q, terms, factors, args, name)) return n;
    }
    const made = new Node(this.made++, this.order(h), op, q, terms, factors, args, name, expr);
    this.work += 1 + Math.max(0, terms.length + factors.length - FEW_PARTS);
    if (bucket) bucket.push(made);
    else this.buckets.set(h, [made]);
    return made;
  }

  private order(hash: number): number {
    return this.authoring ? this.made - FIRST : hash >>> 2;
  }

  isAuthored(n: Node): boolean {
    return n.order < 0;
  }

  isBlock(e: Expr): boolean {
    return this.blocks.some((b) => same(b, e));
  }

  num(q: Rational): Node {
    return this.intern('num', q, NO_TERMS, NO_FACTORS, NO_ARGS, '', null);
  }
  integer(n: number): Node {
    return this.num(Rational.of(n));
  }

  atom(expr: Expr, name = ''): Node {
    const bucket = this.atoms.get(expr.hash);
    const known = bucket?.find((n) => same(n.expr as Expr, expr));
    if (known) return known;
    const made = new Node(
      this.made++,
      this.order(expr.hash),
      'atom',
      ONE,
      NO_TERMS,
      NO_FACTORS,
      NO_ARGS,
      name || '#' + String(this.made),
      expr,
    );
    if (bucket) bucket.push(made);
    else this.atoms.set(expr.hash, [made]);
    return made;
  }

  call(name: string, args: readonly Node[]): Node {
    const simpler = simplifyCall(this, name, args);
    return simpler ?? this.rawCall(name, args, null);
  }
  rawCall(name: string, args: readonly Node[], expr: Expr | null): Node {
    return this.intern('call', ONE, NO_TERMS, NO_FACTORS, args, name, expr);
  }

  // ---- sums

  add(a: Node, b: Node): Node {
    return this.sum([
      { m: a, q: ONE },
      { m: b, q: ONE },
    ]);
  }

  sum(parts: readonly Term[]): Node {
    if (this.valueless && parts.some((t) => t.m === this.valueless)) return this.valueless;
    let constant = ZERO;
    let numbers = 0;
    const flat: Term[] = [];
    for (const { m, q } of parts) {
      if (m.op === 'num') {
        constant = constant.add(q.mul(m.q));
        numbers++;
      } else if (m.op === 'sum') {
        if (!m.q.isZero) numbers++;
        constant = constant.add(q.mul(m.q));
        for (const t of m.terms) flat.push(q.isOne ? t : { m: t.m, q: q.mul(t.q) });
      } else if (m.op === 'product' && !m.q.isOne) {
        const bare = this.monic(m);
        const k = q.mul(m.q);
        if (bare.op === 'sum' && k.abs().isOne) {
          constant = constant.add(k.mul(bare.q));
          for (const t of bare.terms) flat.push({ m: t.m, q: k.mul(t.q) });
        } else flat.push({ m: bare, q: k });
      } else flat.push({ m, q });
    }
    if (numbers > 1) this.trace?.add('collect-like-terms');
    return this.sumOf(constant, this.collected(flat));
  }

  private collected(flat: Term[]): Term[] {
    insertionSort(flat, (a, b) => a.m.id - b.m.id);
    const terms: Term[] = [];
    let zeros = false;
    for (const t of flat) {
      const last = terms[terms.length - 1];
      if (last?.m === t.m) {
        this.trace?.add('collect-like-terms');
        terms[terms.length - 1] = { m: t.m, q: last.q.add(t.q) };
      } else terms.push(t);
      zeros ||= (terms[terms.length - 1] as Term).q.isZero;
    }
    return zeros ? terms.filter((t) => !t.q.isZero) : terms;
  }

  /** c + Σ of terms already sorted and distinct. */
  private sumOf(constant: Rational, terms: readonly Term[]): Node {
    const only = terms[0];
    if (!only) return this.num(constant);
    if (terms.length === 1 && constant.isZero) return this.scale(only.m, only.q);
    return this.intern('sum', constant, terms, NO_FACTORS, NO_ARGS, '', null);
  }

  monic(m: Node): Node {
    return m.op === 'product' && !m.q.isOne ? this.productOf(ONE, m.factors) : m;
  }
  coefficient(m: Node): Rational {
    return m.op === 'product' || m.op === 'num' ? m.q : ONE;
  }

  scale(n: Node, q: Rational): Node {
    if (q.isOne) return n;
    if (q.isZero) return this.zero;
    if (n === this.valueless) return n;
    if (n.op === 'num') return this.num(n.q.mul(q));
    if (n.op === 'product') return this.productOf(n.q.mul(q), n.factors);
    return this.product([{ b: n, u: this.one, q: ONE }], q);
  }
  neg(n: Node): Node {
    return this.scale(n, MINUS_ONE);
  }

  // ---- products

  mul(a: Node, b: Node): Node {
    return this.product([
      { b: a, u: this.one, q: ONE },
      { b, u: this.one, q: ONE },
    ]);
  }
  divide(a: Node, b: Node): Node {
    return this.product([
      { b: a, u: this.one, q: ONE },
      { b, u: this.one, q: MINUS_ONE },
    ]);
  }

  product(parts: readonly Factor[], coefficient: Rational = ONE): Node {
    if (this.valueless && parts.some((f) => f.u === this.valueless)) return this.valueless;
    const builder = new ProductBuilder(this, coefficient);
    for (const f of parts) builder.factor(f.b, f.u, f.q);
    return builder.build();
  }

  withoutValue(): Node {
    return (this.valueless ??= this.productOf(ONE, [{ b: this.zero, u: this.one, q: MINUS_ONE }]));
  }

  productOf(q: Rational, factors: readonly Factor[]): Node {
    const only = factors[0];
    if (!only || q.isZero) return this.num(q);
    if (q.isOne && factors.length === 1 && only.q.isOne && only.u === this.one) return only.b;
    return this.intern('product', q, NO_TERMS, factors, NO_ARGS, '', null);
  }

  pow(b: Node, e: Node): Node {
    return e === this.one ? b : this.product(this.exponentParts(b, e));
  }
  powq(b: Node, q: Rational): Node {
    return this.product([{ b, u: this.one, q }]);
  }

  exponentParts(b: Node, e: Node): Factor[] {
    if (e.op === 'num') return [{ b, u: this.one, q: e.q }];
    const [bare, k] = [this.monic(e), this.coefficient(e)];
    if (bare.op !== 'sum') return [{ b, u: bare, q: k }];
    // A bracket among the terms is no unit: x − (y + 1/2) has the terms x and −½(2y + 1).
    if (bare.terms.some((t) => t.m.op === 'sum'))
      return this.exponentParts(b, this.scale(this.sum([...bare.terms, { m: this.num(bare.q), q: ONE }]), k));
    const parts: Factor[] = bare.terms.map((t) => ({ b, u: t.m, q: t.q.mul(k) }));
    if (!bare.q.isZero) parts.push({ b, u: this.one, q: bare.q.mul(k) });
    return parts;
  }

  exponentOf(factors: readonly Factor[]): Node {
    return this.sum(factors.map((f) => ({ m: f.u, q: f.q })));
  }

  radical(value: Rational, q: Rational): { coefficient: Rational; rest: Factor[] } {
    const whole = floor(q);
    const fraction = q.sub(Rational.of(whole));
    const coefficient = value.pow(whole);
    if (!coefficient) return { coefficient: ONE, rest: [{ b: this.num(value), u: this.one, q }] };
    if (fraction.isZero) return { coefficient, rest: [] };
    const [k, p] = [Number(fraction.d), Number(fraction.n)];
    const exact = value.root(k)?.pow(p);
    if (exact) return { coefficient: coefficient.mul(exact), rest: [] };
    // Numbers past the safe integers keep their squares: looking for them would lose digits.
    if (![value.n, value.d].every((n) => typeof n === 'number'))
      return { coefficient, rest: [{ b: this.num(value), u: this.one, q: fraction }] };
    return this.squareFree(value, coefficient, k, p);
  }

  /** value^(p/k) prime by prime, 0 < p < k: 500^(3/4) is 50·20^(1/4), and 4^(1/3) is 2^(2/3). */
  private squareFree(
    value: Rational,
    coefficient: Rational,
    k: number,
    p: number,
  ): { coefficient: Rational; rest: Factor[] } {
    const rest: [prime: number, exponent: number][] = [];
    for (const [prime, e] of primePowers(value)) {
      const whole = Math.floor((e * p) / k);
      coefficient = coefficient.mul(Rational.of(prime).pow(whole) as Rational);
      if (e * p !== whole * k) rest.push([prime, e * p - whole * k]);
    }
    if (rest.length === 0) return { coefficient, rest: [] };
    const shared = rest.reduce((g, [, r]) => gcd(g, r), 0);
    const base = rest.reduce((b, [prime, r]) => b.mul(Rational.of(prime).pow(r / shared) as Rational), ONE);
    return { coefficient, rest: [{ b: this.num(base), u: this.one, q: Rational.of(shared, k) }] };
  }

  sign(n: Node): Sign {
    return signOf(this, n);
  }
}

/** The primes of a positive fraction with their exponents; what small primes leave counts as one. */
function primePowers(value: Rational): Map<number, number> {
  const found = new Map<number, number>();
  for (const [part, sign] of [
    [Number(value.n), 1],
    [Number(value.d), -1],
  ] as const) {
    let rest = part;
    for (let f = 2; f < MOST_TRIAL && f * f <= rest; f++)
      for (; rest % f === 0; rest /= f) found.set(f, (found.get(f) ?? 0) + sign);
    if (rest > 1) found.set(rest, (found.get(rest) ?? 0) + sign);
  }
  return found;
}
const MOST_TRIAL = 200;
const FEW_PARTS = 8;
/** More nodes than a table has. */
const FIRST = 2 ** 30;

function floor(q: Rational): number {
  return Math.floor(q.toNumber());
}
