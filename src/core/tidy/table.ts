/** The interning table of canonical nodes, and the constructors that keep them canonical. */
import { same, type Expr } from '../expr.js';
import { Rational } from '../rational.js';
import {
  contentHash,
  NO_ARGS,
  NO_FACTORS,
  NO_TERMS,
  Node,
  sameContent,
  type Factor,
  type Term,
} from './node.js';
import { simplifyCall } from './calls.js';
import { signOf } from './signs.js';

const { ZERO, ONE, MINUS_ONE } = Rational;

/** Names of what constructors do without being asked, for the record of a traced run. */
export type Silent =
  | 'one-fraction'
  | 'combine-powers'
  | 'cancel'
  | 'collect-like-terms'
  | 'multiply-numbers'
  | 'function-value'
  | 'absolute-value'
  | 'inverse-functions';

export class Table {
  /** New nodes made so far. */
  made = 0;
  /** The measure of work: new nodes, wide ones counting for more. */
  work = 0;
  /** What constructors did, while a run is traced. */
  trace: Set<Silent> | null = null;
  /** Bases of negative powers that cancelled: the result holds where they are not 0. */
  nonzero: Set<Node> | null = null;
  /** The letter whose powers order the terms of a printed sum; null for all alike. */
  target: Node | null = null;
  /** Whether b^(1/3) prints as a root, since the author wrote roots. */
  roots = false;
  /** Sums as the author wrote them where the canonical sign is the other one: x − 1 shown as 1 − x. */
  readonly turned = new Map<Node, Expr>();
  /** Whether numbers print as decimals, since the author wrote decimals. */
  decimals = false;

  private readonly buckets = new Map<number, Node[]>();
  private readonly atoms = new Map<number, Node[]>();

  readonly zero = this.num(ZERO);
  readonly one = this.num(ONE);
  readonly minusOne = this.num(MINUS_ONE);
  /** The base of exponentials. */
  readonly e = this.special('e');
  readonly pi = this.special('pi');

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
    const h = contentHash(op, q, terms, factors, args, name);
    const bucket = this.buckets.get(h);
    if (bucket) {
      for (const n of bucket) if (sameContent(n, op, q, terms, factors, args, name)) return n;
    }
    const made = new Node(this.made++, op, q, terms, factors, args, name, expr);
    this.work += 1 + Math.max(0, terms.length + factors.length - FEW_PARTS);
    if (bucket) bucket.push(made);
    else this.buckets.set(h, [made]);
    return made;
  }

  num(q: Rational): Node {
    return this.intern('num', q, NO_TERMS, NO_FACTORS, NO_ARGS, '', null);
  }
  integer(n: number): Node {
    return this.num(Rational.of(n));
  }

  /** An indivisible quantity: a symbol, a constant, a component. */
  atom(expr: Expr, name = ''): Node {
    const bucket = this.atoms.get(expr.hash) ?? [];
    const known = bucket.find((n) => same(n.expr as Expr, expr));
    if (known) return known;
    const made = new Node(
      this.made++,
      'atom',
      ONE,
      NO_TERMS,
      NO_FACTORS,
      NO_ARGS,
      name || '#' + String(this.made),
      expr,
    );
    this.atoms.set(expr.hash, [...bucket, made]);
    return made;
  }

  /** A function's value, with what is plainly the same done at once: sin 0, ln e^u, |−u|. */
  call(name: string, args: readonly Node[]): Node {
    const simpler = simplifyCall(this, name, args);
    return simpler ?? this.rawCall(name, args, null);
  }
  /** A call as it stands; for other kinds of nodes, `expr` is a tree with that head. */
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

  /** Σ q·m over any nodes: sums are opened, numbers added, like terms collected. */
  sum(parts: readonly Term[]): Node {
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
    flat.sort((a, b) => a.m.id - b.m.id);
    const terms: Term[] = [];
    for (const t of flat) {
      const last = terms[terms.length - 1];
      if (last?.m === t.m) {
        this.trace?.add('collect-like-terms');
        terms[terms.length - 1] = { m: t.m, q: last.q.add(t.q) };
      } else terms.push(t);
    }
    return terms.filter((t) => !t.q.isZero);
  }

  /** c + Σ of terms already sorted and distinct. */
  private sumOf(constant: Rational, terms: readonly Term[]): Node {
    const only = terms[0];
    if (!only) return this.num(constant);
    if (terms.length === 1 && constant.isZero) return this.scale(only.m, only.q);
    return this.intern('sum', constant, terms, NO_FACTORS, NO_ARGS, '', null);
  }

  /** The product without its coefficient. */
  monic(m: Node): Node {
    return m.op === 'product' && !m.q.isOne ? this.productOf(ONE, m.factors) : m;
  }
  /** The coefficient of a product, of a number itself; 1 otherwise. */
  coefficient(m: Node): Rational {
    return m.op === 'product' || m.op === 'num' ? m.q : ONE;
  }

  /** q·n; a sum keeps its brackets. */
  scale(n: Node, q: Rational): Node {
    if (q.isOne) return n;
    if (q.isZero) return this.zero;
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

  /** q·Π b^(q·u) over any bases: products and powers are opened where that is safe, like powers combined. */
  product(parts: readonly Factor[], coefficient: Rational = ONE): Node {
    const builder = new ProductBuilder(this, coefficient);
    for (const f of parts) builder.factor(f.b, f.u, f.q);
    return builder.build();
  }

  /** The product of factors already sorted, distinct and normal. */
  productOf(q: Rational, factors: readonly Factor[]): Node {
    const only = factors[0];
    if (!only || q.isZero) return this.num(q);
    if (q.isOne && factors.length === 1 && only.q.isOne && only.u === this.one) return only.b;
    return this.intern('product', q, NO_TERMS, factors, NO_ARGS, '', null);
  }

  /** b^e; a symbolic exponent is split into its terms. */
  pow(b: Node, e: Node): Node {
    return this.product(this.exponentParts(b, e));
  }
  powq(b: Node, q: Rational): Node {
    return this.product([{ b, u: this.one, q }]);
  }

  /** b^(c + Σ q·m) as factors with units 1 and m. */
  exponentParts(b: Node, e: Node): Factor[] {
    if (e.op === 'num') return [{ b, u: this.one, q: e.q }];
    const [bare, k] = [this.monic(e), this.coefficient(e)];
    if (bare.op !== 'sum') return [{ b, u: bare, q: k }];
    const parts: Factor[] = bare.terms.map((t) => ({ b, u: t.m, q: t.q.mul(k) }));
    if (!bare.q.isZero) parts.push({ b, u: this.one, q: bare.q.mul(k) });
    return parts;
  }

  /** The exponent Σ q·u of some factors of one base. */
  exponentOf(factors: readonly Factor[]): Node {
    return this.sum(factors.map((f) => ({ m: f.u, q: f.q })));
  }

  /** A positive number's rational power as a rational and a remaining radical: 12^(1/2) is 2·3^(1/2). */
  radical(value: Rational, q: Rational): { coefficient: Rational; rest: Factor[] } {
    const whole = floor(q);
    const fraction = q.sub(Rational.of(whole));
    const coefficient = value.pow(whole);
    if (!coefficient) return { coefficient: ONE, rest: [{ b: this.num(value), u: this.one, q }] };
    if (fraction.isZero) return { coefficient, rest: [] };
    const [k, p] = [Number(fraction.d), Number(fraction.n)];
    const exact = value.root(k)?.pow(p);
    if (exact) return { coefficient: coefficient.mul(exact), rest: [] };
    return this.squareFree(value, coefficient, fraction, k, p);
  }

  private squareFree(
    value: Rational,
    coefficient: Rational,
    fraction: Rational,
    k: number,
    p: number,
  ): { coefficient: Rational; rest: Factor[] } {
    // (n/d)^(p/k) = (n·d^(k−1))^(p/k) / d^p: the radicand becomes whole.
    const n = value.d === 1 ? value : value.mul(Rational.of(value.d).pow(k) as Rational);
    if (value.d !== 1) coefficient = coefficient.div(Rational.of(value.d).pow(p) as Rational);
    let [outside, inside] = [1, n];
    for (let prime = 2; prime < MOST_TRIAL && Number(inside.n) >= prime ** k; prime++) {
      const power = Rational.of(prime ** k);
      for (let rest = inside.div(power); rest.isInteger; rest = inside.div(power))
        [outside, inside] = [outside * prime, rest];
    }
    coefficient = coefficient.mul(Rational.of(outside).pow(p) as Rational);
    return { coefficient, rest: inside.isOne ? [] : [{ b: this.num(inside), u: this.one, q: fraction }] };
  }

  sign(n: Node): ReturnType<typeof signOf> {
    return signOf(this, n);
  }
}

const MOST_TRIAL = 200;
const FEW_PARTS = 8;

function floor(q: Rational): number {
  return Math.floor(q.toNumber());
}

/** The n-th root for odd n of what may be negative. */
const isOddRoot = (n: Node): boolean =>
  n.op === 'call' && n.name === 'root' && n.args[1]?.op === 'num' && n.args[1].q.isInteger;

/** Collects the factors of one product. */
class ProductBuilder {
  private factors: Factor[] = [];

  constructor(
    private readonly table: Table,
    private coefficient: Rational,
  ) {}

  /** Takes b^(q·u) in. */
  factor(b: Node, u: Node, q: Rational): void {
    if (q.isZero) return;
    if (u !== this.table.one) this.symbolic(b, u, q);
    else if (b.op === 'num') this.number(b.q, q);
    else if (b.op === 'product') this.nested(b, q);
    else if (b.op === 'sum') this.sum(b, q);
    else if (isOddRoot(b) && q.div((b.args[1] as Node).q).isInteger)
      this.factor(b.args[0] as Node, u, q.div((b.args[1] as Node).q));
    else if (isBars(b) && q.isInteger && q.isEven) this.factor(b.args[0] as Node, u, q);
    else this.factors.push({ b, u, q });
  }

  /** b^(q·u) with a unit: opened for e^w and for positive factors only. */
  private symbolic(b: Node, u: Node, q: Rational): void {
    const { table } = this;
    if (b === table.one) return;
    if (b === table.e && this.powerOfLogarithm(u, q)) return;
    if (b.op !== 'product') {
      this.factors.push({ b, u, q });
      return;
    }
    const closed: Factor[] = [];
    for (const f of b.factors) {
      if (table.sign(f.b) !== 'positive') closed.push(f);
      else
        table
          .exponentParts(
            f.b,
            table.product(
              [
                { b: f.u, u: table.one, q: ONE },
                { b: u, u: table.one, q: ONE },
              ],
              f.q.mul(q),
            ),
          )
          .forEach((p) => this.factor(p.b, p.u, p.q));
    }
    if (!b.q.abs().isOne) this.factors.push({ b: table.num(b.q.abs()), u, q });
    const rest = table.productOf(b.q.sign < 0 ? MINUS_ONE : ONE, closed);
    if (rest !== table.one) this.factors.push({ b: rest, u, q });
  }

  /** e^(q·ln w) is w^q, and e^(q·m·ln w) is w^(q·m). */
  private powerOfLogarithm(u: Node, q: Rational): boolean {
    const { table } = this;
    if (u.op === 'call' && u.name === 'ln') {
      table.trace?.add('inverse-functions');
      this.factor(u.args[0] as Node, table.one, q);
      return true;
    }
    if (u.op !== 'product') return false;
    const i = u.factors.findIndex(
      (f) => f.b.op === 'call' && f.b.name === 'ln' && f.q.isOne && f.u === table.one,
    );
    const log = u.factors[i];
    if (!log) return false;
    table.trace?.add('inverse-functions');
    const rest = table.productOf(
      ONE,
      u.factors.filter((_, j) => j !== i),
    );
    table
      .exponentParts(log.b.args[0] as Node, table.scale(rest, q))
      .forEach((p) => this.factor(p.b, p.u, p.q));
    return true;
  }

  private number(value: Rational, q: Rational): void {
    if (value.isZero) {
      // 0^q: 0 for q > 0; there is no value else, and the factor stays to say so.
      if (q.sign > 0) this.coefficient = ZERO;
      else this.factors.push({ b: this.table.zero, u: this.table.one, q });
      return;
    }
    if (q.isInteger) {
      const power = value.pow(Number(q.n));
      if (!value.abs().isOne && !this.coefficient.abs().isOne) this.table.trace?.add('multiply-numbers');
      if (power) this.coefficient = this.coefficient.mul(power);
      else this.factors.push({ b: this.table.num(value), u: this.table.one, q });
    } else if (value.sign > 0) {
      const { coefficient, rest } = this.table.radical(value, q);
      this.coefficient = this.coefficient.mul(coefficient);
      this.factors.push(...rest);
    } else this.factors.push({ b: this.table.num(value), u: this.table.one, q });
  }

  /** (q·Π b^r)^p: whole powers go inside; fractional ones only where the inner base is known well enough. */
  private nested(b: Node, p: Rational): void {
    const { table } = this;
    if (p.isInteger) {
      this.number(b.q, p);
      for (const f of b.factors) this.factor(f.b, f.u, f.q.mul(p));
      return;
    }
    const closed: Factor[] = [];
    for (const f of b.factors) if (this.vanishes(f, b) || !this.opened(f, p)) closed.push(f);
    const negative = b.q.sign < 0;
    if (!b.q.abs().isOne) this.number(b.q.abs(), p);
    if (closed.length === 0 && !negative) return;
    const only = closed.length === 1 && !negative ? closed[0] : undefined;
    // An odd power by itself has its base's sign: both sides need b ≥ 0 as long as b^(rp) does.
    if (only && only.u === table.one && only.q.isInteger && !only.q.mul(p).isInteger) {
      this.factor(only.b, only.u, only.q.mul(p));
      return;
    }
    const rest = table.productOf(negative ? MINUS_ONE : ONE, closed);
    if (rest.op === 'num') this.number(rest.q, p);
    else this.factors.push({ b: rest, u: table.one, q: p });
  }

  /** Whether the factor is 0 on whole intervals, where the others may well be negative: √(x·ReLU x) stays. */
  private vanishes(f: Factor, product: Node): boolean {
    return product.factors.length > 1 && f.b.op === 'call' && VANISHING.has(f.b.name);
  }

  /** (b^r)^p with p fractional: b^(rp) for b ≥ 0, or where b^r needs b ≥ 0 anyway; |b|^(rp) for r even. */
  private opened(f: Factor, p: Rational): boolean {
    const { table } = this;
    const sign = table.sign(f.b);
    if (sign === 'positive' || (sign === 'nonnegative' && f.u === table.one)) {
      this.factor(f.b, f.u, f.q.mul(p));
      return true;
    }
    if (f.u !== table.one) return false;
    if (f.q.hasEvenDenominator) {
      this.factor(f.b, f.u, f.q.mul(p));
      return true;
    }
    if (!f.q.isInteger || !f.q.isEven) return false;
    table.trace?.add('absolute-value');
    this.factor(table.call('abs', [f.b]), table.one, f.q.mul(p));
    return true;
  }

  /** A sum in a product is primitive: its content and its majority sign go out, so that 1 − x meets x − 1. */
  private sum(b: Node, q: Rational): void {
    const { table } = this;
    // Decimals keep their size: 0.5x + 1.25 is not 1/4·(2x + 5).
    const content = table.decimals ? ONE : contentOf(b);
    if (q.isInteger) {
      const out = negativeFirst(b) ? content.neg() : content;
      const power = out.pow(Number(q.n));
      if (power) {
        this.coefficient = this.coefficient.mul(power);
        this.factors.push({ b: primitive(table, b, out), u: table.one, q });
        return;
      }
    }
    const root = q.isInteger ? null : content.root(Number(q.d));
    const outside = root && !content.isOne ? root.pow(Number(q.n)) : null;
    if (outside) this.coefficient = this.coefficient.mul(outside);
    this.factors.push({ b: outside ? primitive(table, b, content) : b, u: table.one, q });
  }

  build(): Node {
    const { table } = this;
    if (this.coefficient.isZero) return table.zero;
    const merged = this.merged();
    const roots = merged.some((f) => isOddRoot(f.b)) ? this.besideRoots(merged) : merged;
    const factors = roots.some(isClosed) ? this.aligned(roots) : roots;
    return table.productOf(this.coefficient, factors);
  }

  private merged(): Factor[] {
    const list = this.factors;
    if (list.length === 1) return list;
    list.sort((a, b) => a.b.id - b.b.id || a.u.id - b.u.id);
    const out: Factor[] = [];
    const again: Factor[] = [];
    for (let i = 0; i < list.length;) {
      const first = list[i] as Factor;
      let q = first.q;
      let j = i + 1;
      for (let f = list[j]; f?.b === first.b && f.u === first.u; f = list[++j])
        q = this.together(first.b, q, f.q);
      const f = j === i + 1 ? first : { b: first.b, u: first.u, q };
      if (!q.isZero) (f !== first && this.mayOpen(f) ? again : out).push(f);
      i = j;
    }
    if (again.length === 0) return out;
    this.factors = out;
    for (const f of again) this.factor(f.b, f.u, f.q);
    return this.factors.length > 1 ? this.merged() : this.factors;
  }

  /**
   * Whole powers put beside a power that had to stay closed, so that they meet: 1/((1 − 4x²)√(1 − 4x²)), where the
   * first would be turned round, and (ax)^n/x, which is a(ax)^(n−1).
   */
  private aligned(merged: readonly Factor[]): Factor[] {
    let list = [...merged];
    for (const { b } of merged.filter(isClosed)) {
      list = b.op === 'sum' ? this.alignedSum(list, b) : this.alignedProduct(list, b);
    }
    return list.sort((f, g) => f.b.id - g.b.id || f.u.id - g.u.id);
  }

  /** x/∛x is (∛x)²: a whole power beside an odd root of the same base joins it. */
  private besideRoots(list: Factor[]): Factor[] {
    for (const r of list.filter((f) => isOddRoot(f.b) && f.u === this.table.one && f.q.isInteger)) {
      const [base, index] = r.b.args as [Node, Node];
      const whole = list.find((f) => f.b === base && f.u === this.table.one && f.q.isInteger);
      if (!whole || whole.q.sign === r.q.sign) continue;
      this.factors = list.filter((f) => f !== whole && f !== r);
      this.factor(r.b, r.u, this.together(r.b, r.q, whole.q.mul(index.q)));
      return this.merged();
    }
    return list;
  }

  private alignedSum(list: Factor[], b: Node): Factor[] {
    const { one } = this.table;
    const out = negativeFirst(b) ? contentOf(b).neg() : contentOf(b);
    const bare = primitive(this.table, b, out);
    const whole = list.find((f) => f.b === bare && f.u === one && f.q.isInteger);
    const factor = whole && bare !== b ? out.pow(-Number(whole.q.n)) : null;
    if (!whole || !factor) return list;
    this.coefficient = this.coefficient.mul(factor);
    const own = list.find((f) => f.b === b && f.u === one);
    return [
      ...list.filter((f) => f !== whole && f !== own),
      { b, u: one, q: own ? this.together(b, own.q, whole.q) : whole.q },
    ];
  }

  private alignedProduct(list: Factor[], b: Node): Factor[] {
    const { one } = this.table;
    const powerOf = (base: Node): Factor | undefined => list.find((f) => f.b === base && f.u === one);
    const isBelow = (part: Factor): boolean => {
      const q = powerOf(part.b)?.q;
      return part.u === one && part.q.sign > 0 && q !== undefined && q.compare(part.q.neg()) <= 0;
    };
    if (!b.q.abs().isOne || !b.factors.some(isBelow)) return list;
    let moved = list;
    for (const part of [...b.factors, { b, u: one, q: MINUS_ONE }]) {
      const old = moved.find((f) => f.b === part.b && f.u === part.u);
      const q = old ? old.q.add(part.q) : part.q;
      moved = moved.filter((f) => f !== old);
      if (!q.isZero) moved.push({ b: part.b, u: part.u, q });
    }
    if (b.q.sign < 0) this.coefficient = this.coefficient.neg();
    return moved;
  }

  /** The exponent of two powers of one base, recorded. */
  private together(b: Node, p: Rational, q: Rational): Rational {
    const { table } = this;
    const total = p.add(q);
    table.trace?.add(p.sign === q.sign ? 'combine-powers' : 'cancel');
    if (p.sign !== q.sign && total.sign >= 0) table.nonzero?.add(b);
    return total;
  }

  /** A power that became whole may open: √(ab)·√(ab) is ab, √2·√2 is 2. */
  private mayOpen(f: Factor): boolean {
    if (f.u !== this.table.one) return false;
    return f.b.op === 'num' || (f.q.isInteger && (f.b.op === 'product' || f.b.op === 'sum' || isBars(f.b)));
  }
}

/** A power of a sum or product that is not opened: with a symbolic or a fractional exponent. */
const isClosed = (f: Factor): boolean =>
  (f.b.op === 'sum' && (!f.q.isInteger || f.u.op !== 'num')) || (f.b.op === 'product' && f.u.op !== 'num');

/** Functions that are 0 on whole intervals. */
export const VANISHING: ReadonlySet<string> = new Set(['relu', 'heaviside', 'hardsigmoid']);
const isBars = (n: Node): boolean => n.op === 'call' && n.name === 'abs';

/** The greatest rational that leaves whole coefficients without common divisor. */
export function contentOf(sum: Node): Rational {
  return (sum.content ??=
    sum.terms.every((t) => isWhole(t.q)) && isWhole(sum.q) ? wholeContent(sum) : content(sum));
}
const isWhole = (q: Rational): boolean => q.d === 1 && typeof q.n === 'number';

function wholeContent(sum: Node): Rational {
  let g = Math.abs(Number(sum.q.n));
  for (const t of sum.terms) {
    let [a, b] = [Math.abs(Number(t.q.n)), g];
    while (b !== 0) [a, b] = [b, a % b];
    g = a;
    if (g === 1) return ONE;
  }
  return Rational.of(g);
}

function content(sum: Node): Rational {
  let [n, d] = [0n, 1n];
  const take = (q: Rational): void => {
    if (q.isZero) return;
    n = gcd(n, abs(BigInt(q.n)));
    const qd = BigInt(q.d);
    d = (d / gcd(d, qd)) * qd;
  };
  take(sum.q);
  for (const t of sum.terms) take(t.q);
  return Rational.of(n, d);
}
const abs = (x: bigint): bigint => (x < 0n ? -x : x);
function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

/** Whether more terms are negative than positive; at a tie, whether the oldest term is. */
export function negativeFirst(sum: Node): boolean {
  let balance = sum.q.sign as number;
  for (const t of sum.terms) balance += t.q.sign;
  return balance < 0 || (balance === 0 && (sum.terms[0] as Term).q.sign < 0);
}

/** The sum divided by a number. */
export function primitive(table: Table, sum: Node, by: Rational): Node {
  if (by.isOne) return sum;
  const k = by.inverse();
  return table.sum([...sum.terms.map((t) => ({ m: t.m, q: t.q.mul(k) })), { m: table.num(sum.q), q: k }]);
}
