/**
 * Numbers beyond the range of doubles: a mantissa and a binary exponent, with a bound of the part by which rounding may
 * have put it off, so that a difference whose digits are lost is seen to be none.
 */

export interface Wide {
  /** 0, or at least 1 and below 2 in size. */
  readonly m: number;
  readonly e: number;
  /** At most so large a part of it is wrong; 0 for what is exact. */
  readonly off: number;
}
/** Null where there is no value, or it is not known whether there is one. */
export type MaybeWide = Wide | null;

/** What one operation rounds. */
const ULP = 2 ** -52;
/** Of what is off by more than this nothing is made any more. */
const LOST = 1e-3;
/** Exponents beyond this are no longer exact themselves. */
const MOST_EXPONENT = 2 ** 50;
/** What is smaller than the other by so many binary digits changes nothing of it. */
const FAR = 60;

export const NOUGHT: Wide = { m: 0, e: 0, off: 0 };
/** A value of which no digit is known. Nothing is said of what is made of it where its sign matters. */
const UNKNOWN: Wide = { m: NaN, e: 0, off: Infinity };

/** m·2^e as a number that stands in its normal form. */
function made(m: number, e: number, off: number): MaybeWide {
  if (m === 0 && off === 0) return NOUGHT;
  if (m === 0 || !Number.isFinite(m) || !(off <= LOST) || Math.abs(e) > MOST_EXPONENT) return UNKNOWN;
  const k = Math.floor(Math.log2(Math.abs(m)));
  // In two steps, as 2^−k of the smallest doubles is none.
  const half = k >> 1;
  return { m: (m / 2 ** half) * 2 ** (half - k), e: e + k, off };
}

export const wide = (x: number, off = 0): MaybeWide => made(x, 0, x === 0 ? 0 : off);
/** As a double: ±∞ beyond their range, 0 below it. */
export const toDouble = ({ m, e }: Wide): number =>
  e > 1100 ? m * Infinity : e < -1100 ? 0 : m * 2 ** (e >> 1) * 2 ** (e - (e >> 1));

const isExact = (m: number, a: Wide, b: Wide): boolean =>
  a.off === 0 && b.off === 0 && a.e >= 0 && b.e >= 0 && a.e + b.e < 50 && Number.isSafeInteger(m);

export function plusWide(a: Wide, b: Wide): MaybeWide {
  if (a.m === 0) return b;
  if (b.m === 0) return a;
  const [large, small] = a.e >= b.e ? [a, b] : [b, a];
  const apart = large.e - small.e;
  if (apart > FAR) return made(large.m, large.e, large.off + ULP);
  const shifted = small.m * 2 ** -apart;
  const sum = large.m + shifted;
  const isWhole = large.off === 0 && small.off === 0 && apart < 50 && sum - large.m === shifted;
  if (isWhole) return made(sum, large.e, 0);
  return made(sum, large.e, (2 * large.off + Math.abs(shifted) * small.off) / Math.abs(sum) + 2 * ULP);
}

export const minusWide = (a: Wide): Wide => ({ ...a, m: -a.m });

export function timesWide(a: Wide, b: Wide): MaybeWide {
  const m = a.m * b.m;
  const off = isExact(m * 2 ** Math.min(a.e + b.e, 100), a, b) ? 0 : a.off + b.off + ULP;
  return m === 0 ? NOUGHT : made(m, a.e + b.e, off);
}

export function dividedWide(a: Wide, b: Wide): MaybeWide {
  if (b.m === 0) return null;
  return a.m === 0 ? NOUGHT : made(a.m / b.m, a.e - b.e, a.off + b.off + ULP);
}

export function expWide(a: Wide): MaybeWide {
  if (a.m === 0) return wide(1);
  const x = toDouble(a);
  const e = Math.round(x / Math.LN2);
  return made(Math.exp(x - e * Math.LN2), e, Math.abs(x) * (a.off + ULP) + ULP);
}

export function lnWide(a: Wide): MaybeWide {
  if (!(a.m > 0)) return null;
  const x = Math.log(a.m) + a.e * Math.LN2;
  return made(x, 0, x === 0 ? a.off : a.off / Math.abs(x) + 2 * ULP);
}

/** ln(1 + a), also where 1 + a is 1 in floating point. */
export function ln1pWide(a: Wide): MaybeWide {
  if (a.e >= 0) {
    const sum = plusWide({ m: 1, e: 0, off: 0 }, a);
    return sum && lnWide(sum);
  }
  if (a.e < -FAR) return made(a.m, a.e, a.off + ULP);
  const x = toDouble(a);
  // The relative error grows by at most x/((1 + x) ln(1 + x)).
  return wide(Math.log1p(x), (4 * a.off) / (1 + x) + 2 * ULP);
}

/** e^a − 1. */
export function expm1Wide(a: Wide): MaybeWide {
  if (a.e < -FAR) return a.m === 0 ? NOUGHT : made(a.m, a.e, a.off + ULP);
  const x = toDouble(a);
  if (Math.abs(x) < 1) return wide(Math.expm1(x), 2 * a.off + 2 * ULP);
  const power = expWide(a);
  return power && plusWide(power, { m: -1, e: 0, off: 0 });
}

/** aᵇ; of what is negative for whole b alone, as with doubles. */
export function powerWide(a: Wide, b: Wide): MaybeWide {
  if (b.m === 0) return wide(1);
  const n = toDouble(b);
  if (a.m === 0) return n > 0 ? NOUGHT : null;
  const isWhole = b.off === 0 && Number.isInteger(n);
  if (isWhole && Math.abs(n) <= MOST_FACTORS) return multiplied(a, n);
  if (a.m < 0 && !isWhole) return null;
  const log = lnWide({ ...a, m: Math.abs(a.m) });
  const exponent = log && timesWide(log, b);
  const size = exponent && expWide(exponent);
  return size && a.m < 0 && n % 2 !== 0 ? minusWide(size) : size;
}
const MOST_FACTORS = 64;

function multiplied(a: Wide, n: number): MaybeWide {
  let product: MaybeWide = wide(1);
  for (let k = 0; k < Math.abs(n) && product; k++) product = timesWide(product, a);
  return n < 0 && product ? dividedWide({ m: 1, e: 0, off: 0 }, product) : product;
}

/** The n-th root; of what is negative for odd n alone. */
export function rootWide(a: Wide, index: Wide): MaybeWide {
  const n = toDouble(index);
  if (!Number.isInteger(n) || n < 1 || index.off > 0) return null;
  if (a.m === 0) return NOUGHT;
  if (!(a.m > 0) && n % 2 === 0) return null;
  // What is left of the exponent stays with the mantissa.
  const whole = Math.trunc(a.e / n);
  const size = (Math.abs(a.m) * 2 ** (a.e - whole * n)) ** (1 / n);
  return made(Math.sign(a.m) * size, whole, a.off / n + 2 * ULP);
}

/** −1, 0 or 1; null where rounding decides. */
export function signWide(a: MaybeWide): number | null {
  return a && !Number.isNaN(a.m) ? Math.sign(a.m) : null;
}

/** A function of doubles, where its argument is one or its value at infinity will do: how it goes on tells what is lost. */
export function throughDoubles(
  f: (...xs: number[]) => number,
  args: readonly Wide[],
  rounding: number,
): MaybeWide {
  const xs = args.map(toDouble);
  const y = f(...xs);
  if (!Number.isFinite(y)) return null;
  if (args.every((a) => a.off === 0 && Math.abs(a.e) < 1000) && y === 0) return NOUGHT;
  const changes = args.map((a, i) => {
    const beside = xs.map((x, k) => (k === i ? x * (1 + Math.max(a.off, ULP)) : x));
    return Math.abs(f(...beside) - y);
  });
  const change = changes.reduce((s, c) => s + c, 0);
  return Math.abs(y) < 1e-290 ? UNKNOWN : wide(y, (2 * change) / Math.abs(y) + rounding);
}
