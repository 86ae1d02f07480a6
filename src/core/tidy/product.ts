/** How a product becomes canonical: what opens, what combines, what stays closed so that no value changes. */
import { functionRow } from '../functions/index.js';
import { Rational } from '../rational.js';
import { contentOf, negativeFirst, outOf, primitive } from './content.js';
import type { Factor, Node, Table } from './node.js';
import { insertionSort } from './order.js';
import { isOddRoot } from './roots.js';

const { ZERO, ONE, MINUS_ONE } = Rational;

/** Collects the factors of one product. */
export class ProductBuilder {
  private factors: Factor[] = [];
  /** Whether a factor is 1/0. */
  private opensDecimals = false;
  private valueless = false;

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
      // 0^q: 0 for q > 0; there is no value else, nor of the product.
      if (q.sign > 0) this.coefficient = ZERO;
      else this.valueless = true;
      return;
    }
    if (q.isInteger) {
      const power = isLong(value, q) ? null : value.pow(Number(q.n));
      if (!value.abs().isOne && !this.coefficient.abs().isOne) this.table.trace?.add('multiply-numbers');
      if (power) this.coefficient = this.coefficient.mul(power);
      else this.factors.push({ b: this.table.num(value), u: this.table.one, q });
    } else if (value.sign > 0 && (value.toDecimal() === null || !this.isDecimalPower(value, q))) {
      const { coefficient, rest } = this.table.radical(value, q);
      this.coefficient = this.coefficient.mul(coefficient);
      this.factors.push(...rest);
    } else this.factors.push({ b: this.table.num(value), u: this.table.one, q });
  }

  /** 1.255^0.25 among decimals: it is left whole, not taken apart by primes; 8^0.5 is 2√2 and 16^0.25 is 2 there too. */
  private isDecimalPower(value: Rational, q: Rational): boolean {
    if (!this.table.decimals || q.isInteger || q.toDecimal() === null) return false;
    if (value.root(Number(q.d)) !== null) return false;
    return !q.hasEvenDenominator || !value.isInteger || !q.mul(Rational.of(2)).isInteger;
  }

  /** (q·Π b^r)^p: whole powers go inside; fractional ones only where the inner base is known well enough. */
  private nested(b: Node, p: Rational): void {
    const { table } = this;
    if (p.isInteger) {
      this.number(b.q, p);
      for (const f of b.factors) this.factor(f.b, f.u, f.q.mul(p));
      return;
    }
    // (x/100)^0.42 is one number’s power: 100^−0.42 by itself says nothing to anyone.
    if (!this.opensDecimals && this.isDecimalPower(b.q.abs(), p)) {
      this.factors.push({ b, u: table.one, q: p });
      return;
    }
    const closed: Factor[] = [];
    for (const f of b.factors) if (this.vanishes(f, b) || !this.opened(f, p)) closed.push(f);
    const negative = b.q.sign < 0;
    if (closed.length === 0) {
      this.number(b.q, p);
      return;
    }
    if (!b.q.abs().isOne) this.number(b.q.abs(), p);
    const [only] = closed;
    // An odd power by itself has its base's sign: both sides need b ≥ 0 as long as b^(rp) does.
    if (
      only &&
      closed.length === 1 &&
      only.u === table.one &&
      only.q.isInteger &&
      !only.q.mul(p).isInteger &&
      (!negative || (only.b.op === 'sum' && !only.q.isEven))
    ) {
      // −(x² − 1)³ under a root is the bracket (1 − x²)³.
      this.factor(negative ? primitive(table, only.b, MINUS_ONE) : only.b, only.u, only.q.mul(p));
      return;
    }
    this.factors.push({
      b: table.productOf(negative ? MINUS_ONE : ONE, closed),
      u: table.one,
      q: p,
    });
  }

  /** Whether the factor is 0 on whole intervals, where the others may well be negative: √(x·ReLU x) stays. */
  private vanishes(f: Factor, product: Node): boolean {
    return product.factors.length > 1 && f.b.op === 'call' && isVanishing(f.b.name);
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
        this.bracket(b, out, q);
        return;
      }
    }
    const root = q.isInteger ? null : content.root(Number(q.d));
    const outside = root && !content.isOne ? root.pow(Number(q.n)) : null;
    if (outside) this.coefficient = this.coefficient.mul(outside);
    this.bracket(b, outside ? content : ONE, q);
  }

  /** A sum's power without its content. What opens then is taken in again: 2(x + 1) − 2x is no sum any more. */
  private bracket(sum: Node, content: Rational, q: Rational): void {
    const b = primitive(this.table, sum, content);
    if (b === sum || sum.terms.every((t) => t.m.op !== 'sum')) this.factors.push({ b, u: this.table.one, q });
    else this.factor(b, this.table.one, q);
  }

  build(): Node {
    const { table } = this;
    if (this.valueless) return table.withoutValue();
    if (this.coefficient.isZero) return table.zero;
    this.openDecimals();
    const merged = this.merged();
    const roots = merged.some((f) => isOddRoot(f.b)) ? this.besideRoots(merged) : merged;
    const factors = roots.some(isClosed) ? this.aligned(roots) : roots;
    return table.productOf(this.coefficient, factors);
  }

  /** (x/70)^0.75 beside x^0.25 is opened after all, so that the two meet. */
  private openDecimals(): void {
    const whole = this.table.decimals ? this.factors.filter((f) => this.isDecimalProduct(f)) : [];
    const meets = whole.some((w) =>
      w.b.factors.some((inner) =>
        this.factors.some(
          (f) => f.b !== w.b && (whole.includes(f) ? holds(f.b, inner.b) : f.b === inner.b && !f.q.isInteger),
        ),
      ),
    );
    if (!meets) return;
    this.opensDecimals = true;
    this.factors = this.factors.filter((f) => !whole.includes(f));
    for (const f of whole) this.factor(f.b, f.u, f.q);
  }
  private isDecimalProduct({ b, u, q }: Factor): boolean {
    return b.op === 'product' && u === this.table.one && this.isDecimalPower(b.q.abs(), q);
  }

  private merged(): Factor[] {
    const list = this.factors;
    if (list.length === 1) return list;
    insertionSort(list, (a, b) => a.b.id - b.b.id || a.u.id - b.u.id);
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
      return this.besideRoots(this.merged());
    }
    return list;
  }

  private alignedSum(list: Factor[], b: Node): Factor[] {
    const { one } = this.table;
    const out = outOf(b);
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

  /** A power that became whole may open: √(ab)·√(ab) is ab, √2·√2 is 2, (∛x)³ is x. */
  private mayOpen(f: Factor): boolean {
    if (f.u !== this.table.one) return false;
    if (isOddRoot(f.b)) return f.q.div((f.b.args[1] as Node).q).isInteger;
    if (f.b.op === 'num' || f.b.op === 'sum') return true;
    return f.q.isInteger && (f.b.op === 'product' || isBars(f.b));
  }
}

/** Whether the power has more digits than anyone reads: 5^27 stays. */
function isLong(value: Rational, q: Rational): boolean {
  const n = Math.abs(Number(q.n));
  return n > 1 && n * Math.log10(Math.max(Math.abs(Number(value.n)), Number(value.d))) > MOST_DIGITS;
}
const MOST_DIGITS = 15;

/** A power of a sum or product that is not opened: with a symbolic or a fractional exponent. */
const isClosed = (f: Factor): boolean =>
  (f.b.op === 'sum' && (!f.q.isInteger || f.u.op !== 'num')) || (f.b.op === 'product' && f.u.op !== 'num');
/** Whether a function is 0 on whole intervals. */
export const isVanishing = (name: string): boolean => functionRow(name)?.vanishes ?? false;
const isBars = (n: Node): boolean => n.op === 'call' && n.name === 'abs';
const holds = (product: Node, b: Node): boolean => product.factors.some((f) => f.b === b);
