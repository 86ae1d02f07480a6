/**
 * Exact rational numbers of any size, always in lowest terms with a positive denominator.
 *
 * Small values are kept as JavaScript integers; an operation whose exact result does not fit falls back to
 * bigint, and a bigint result that fits comes back as a small one, so that equal numbers have equal fields.
 */
import { bigGcd, gcd } from './integers.js';

export class Rational {
  private constructor(
    readonly n: number | bigint,
    readonly d: number | bigint,
  ) {}

  static readonly ZERO = new Rational(0, 1);
  static readonly ONE = new Rational(1, 1);
  static readonly MINUS_ONE = new Rational(-1, 1);
  static readonly TWO = new Rational(2, 1);
  static readonly HALF = new Rational(1, 2);

  /** n/d in lowest terms. Throws a RangeError for d = 0: callers guard, since no expression has that value. */
  static of(n: number | bigint, d: number | bigint = 1): Rational {
    if (
      typeof n === 'number' &&
      typeof d === 'number' &&
      Number.isSafeInteger(n) &&
      Number.isSafeInteger(d)
    ) {
      return small(n, d);
    }
    return big(BigInt(n), BigInt(d));
  }

  /** The exact value of a decimal literal such as `0.5`, `12`, `1.5e-3`; null if the text is none. */
  static parse(text: string): Rational | null {
    const m = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text);
    if (!m || !(m[2] || m[3])) return null;
    const [, sign, whole = '', fraction = '', exponent = '0'] = m;
    const shift = Number(exponent) - fraction.length;
    if (Math.abs(shift) > MAX_DECIMAL_SHIFT) return null;
    const digits = BigInt((sign ?? '') + whole + fraction);
    return shift >= 0 ? big(digits * 10n ** BigInt(shift), 1n) : big(digits, 10n ** BigInt(-shift));
  }

  get isZero(): boolean {
    return this.n === 0;
  }
  get isOne(): boolean {
    return this.n === 1 && this.d === 1;
  }
  get isInteger(): boolean {
    return this.d === 1;
  }
  /** −1, 0 or 1. */
  get sign(): -1 | 0 | 1 {
    return this.n > 0 ? 1 : this.n < 0 ? -1 : 0;
  }
  /** Whether the numerator is even; of an integer, whether it is even. */
  get isEven(): boolean {
    return typeof this.n === 'number' ? this.n % 2 === 0 : this.n % 2n === 0n;
  }
  get hasEvenDenominator(): boolean {
    return typeof this.d === 'number' ? this.d % 2 === 0 : this.d % 2n === 0n;
  }

  add(o: Rational): Rational {
    if (isSmall(this) && isSmall(o)) {
      if (this.d === 1 && o.d === 1) {
        const s = this.n + o.n;
        if (Number.isSafeInteger(s)) return new Rational(s, 1);
      }
      const n = this.n * o.d + o.n * this.d;
      const d = this.d * o.d;
      if (fits(n) && fits(d) && fits(this.n * o.d) && fits(o.n * this.d)) return small(n, d);
    }
    return big(BigInt(this.n) * BigInt(o.d) + BigInt(o.n) * BigInt(this.d), BigInt(this.d) * BigInt(o.d));
  }
  sub(o: Rational): Rational {
    return this.add(o.neg());
  }
  mul(o: Rational): Rational {
    if (this.isOne) return o;
    if (o.isOne) return this;
    if (isSmall(this) && isSmall(o)) {
      const n = this.n * o.n;
      const d = this.d * o.d;
      if (fits(n) && fits(d)) return d === 1 ? new Rational(n === 0 ? 0 : n, 1) : small(n, d);
    }
    return big(BigInt(this.n) * BigInt(o.n), BigInt(this.d) * BigInt(o.d));
  }
  /** Throws a RangeError for o = 0. */
  div(o: Rational): Rational {
    return this.mul(o.inverse());
  }
  neg(): Rational {
    if (this.d === 1 && this.n === 1) return Rational.MINUS_ONE;
    return this.isZero ? this : new Rational(-this.n, this.d);
  }
  abs(): Rational {
    return this.sign < 0 ? this.neg() : this;
  }
  inverse(): Rational {
    return this.d === 1 && (this.n === 1 || this.n === -1) ? this : Rational.of(this.d, this.n);
  }
  /** The e-th power for an integer e; null when the result would have more than about 20,000 digits. */
  pow(e: number): Rational | null {
    if (e === 1) return this;
    if (e < 0) return this.isZero ? null : this.inverse().pow(-e);
    if (this.d === 1 && (this.n === 1 || this.n === -1)) return e % 2 === 0 ? Rational.ONE : this;
    if (isSmall(this)) {
      // Powers of numbers in lowest terms are in lowest terms.
      const [n, d] = [this.n ** e, this.d ** e];
      if (fits(n) && fits(d)) return new Rational(n, d);
    }
    const bits = Math.max(bitLength(this.n), bitLength(this.d));
    if (bits * e > MAX_BITS) return null;
    return big(BigInt(this.n) ** BigInt(e), BigInt(this.d) ** BigInt(e));
  }
  /** The exact k-th root (k ≥ 2) of a non-negative number, or null where it is irrational. */
  root(k: number): Rational | null {
    if (this.sign < 0) return null;
    const n = exactRoot(BigInt(this.n), k);
    const d = exactRoot(BigInt(this.d), k);
    return n === null || d === null ? null : big(n, d);
  }
  compare(o: Rational): number {
    if (this.d === 1 && o.d === 1) return this.n < o.n ? -1 : this.n > o.n ? 1 : 0;
    return this.sub(o).sign;
  }
  equals(o: Rational): boolean {
    return this.n === o.n && this.d === o.d;
  }
  /** The nearest double. */
  toNumber(): number {
    if (isSmall(this)) return this.n / this.d;
    return bigQuotient(BigInt(this.n), BigInt(this.d));
  }
  toString(): string {
    return this.d === 1 ? String(this.n) : `${String(this.n)}/${String(this.d)}`;
  }
  /** The finite decimal expansion, or null where there is none. */
  toDecimal(): string | null {
    let d = BigInt(this.d);
    let shift = 0;
    let scaled = BigInt(this.n);
    while (d % 10n === 0n) [d, shift] = [d / 10n, shift + 1];
    while (d % 2n === 0n) [d, scaled, shift] = [d / 2n, scaled * 5n, shift + 1];
    while (d % 5n === 0n) [d, scaled, shift] = [d / 5n, scaled * 2n, shift + 1];
    if (d !== 1n) return null;
    const sign = scaled < 0n ? '-' : '';
    const digits = String(scaled < 0n ? -scaled : scaled).padStart(shift + 1, '0');
    return sign + (shift === 0 ? digits : `${digits.slice(0, -shift)}.${digits.slice(-shift)}`);
  }

  /** @internal */
  static raw(n: number | bigint, d: number | bigint): Rational {
    return new Rational(n, d);
  }
}

type Small = Rational & { n: number; d: number };

const MAX_BITS = 65_536;
const MAX_DECIMAL_SHIFT = 5_000;

const isSmall = (r: Rational): r is Small => typeof r.n === 'number' && typeof r.d === 'number';
const fits = (x: number): boolean => x <= Number.MAX_SAFE_INTEGER && x >= -Number.MAX_SAFE_INTEGER;
const bitLength = (x: number | bigint): number =>
  typeof x === 'number' ? Math.log2(Math.abs(x) + 1) : x.toString(2).length;

function small(n: number, d: number): Rational {
  if (d === 0) throw new RangeError('division by zero');
  if (d < 0) [n, d] = [-n, -d];
  if (n === 0) return Rational.ZERO;
  const shared = gcd(Math.abs(n), d);
  return Rational.raw(n / shared, d / shared);
}

function big(n: bigint, d: bigint): Rational {
  if (d === 0n) throw new RangeError('division by zero');
  if (d < 0n) [n, d] = [-n, -d];
  const shared = bigGcd(n < 0n ? -n : n, d);
  if (shared > 1n) [n, d] = [n / shared, d / shared];
  if (n === 0n) d = 1n;
  // The fields are shrunk apart: two equal numbers then have equal fields whichever way they were made.
  return Rational.raw(shrink(n), shrink(d));
}

function shrink(x: bigint): number | bigint {
  const y = Number(x);
  return Number.isSafeInteger(y) ? y : x;
}

/** n/d to the nearest double even where n or d overflow a double. */
function bigQuotient(n: bigint, d: bigint): number {
  const [x, y] = [Number(n), Number(d)];
  if (Number.isFinite(x) && Number.isFinite(y)) return x / y;
  const shift = BigInt(Math.max(0, Math.max(n.toString(2).length, d.toString(2).length) - 1000));
  return Number(n >> shift) / Number(d >> shift);
}

/** The integer r ≥ 0 with r^k = n, or null. Newton's iteration on integers. */
function exactRoot(n: bigint, k: number): bigint | null {
  if (n < 2n) return n;
  const K = BigInt(k);
  if (n.toString(2).length < k) return null;
  const near = Math.round(Math.pow(Number(n), 1 / k));
  let r = Number.isFinite(near)
    ? BigInt(Math.max(1, near))
    : 1n << BigInt(Math.ceil(n.toString(2).length / k));
  for (let i = 0; i < 200; i++) {
    const next = ((K - 1n) * r + n / r ** (K - 1n)) / K;
    if (next === r || next === r + 1n || next === r - 1n) {
      for (const c of [r - 1n, r, r + 1n]) if (c > 0n && c ** K === n) return c;
      return null;
    }
    r = next;
  }
  return null;
}
