/** Polynomials with rational coefficients: quotients, common divisors, rational roots. */
import { Rational } from './rational.js';

/** Coefficients by rising degree, the last not 0. */
export type Polynomial = readonly Rational[];

const { ONE, ZERO } = Rational;
const MOST_DIVISORS = 40;

function trim(p: readonly Rational[]): Polynomial {
  let n = p.length;
  while (n > 0 && (p[n - 1] as Rational).isZero) n--;
  return p.slice(0, n);
}

/** Quotient and remainder; the divisor is not 0. */
export function divide(p: Polynomial, d: Polynomial): [Polynomial, Polynomial] {
  const rest = [...p];
  const lead = d[d.length - 1] as Rational;
  const quotient: Rational[] = Array.from({ length: Math.max(0, p.length - d.length + 1) }, () => ZERO);
  for (let k = p.length - d.length; k >= 0; k--) {
    const c = (rest[k + d.length - 1] as Rational).div(lead);
    quotient[k] = c;
    if (!c.isZero) d.forEach((x, i) => (rest[k + i] = (rest[k + i] as Rational).sub(c.mul(x))));
  }
  return [trim(quotient), trim(rest)];
}

/** The monic greatest common divisor. */
export function gcd(a: Polynomial, b: Polynomial): Polynomial {
  let [x, y] = [trim(a), trim(b)];
  while (y.length > 0) [x, y] = [y, divide(x, y)[1]];
  const lead = x[x.length - 1];
  return lead ? x.map((c) => c.div(lead)) : x;
}

/** Distinct rational roots, by the divisors of the first and last coefficients; none where those are too many. */
export function rationalRoots(p: Polynomial): Rational[] {
  const scale = p.reduce((m, c) => m.mul(Rational.of(c.d)), ONE);
  const whole = p.map((c) => c.mul(scale));
  const low = whole.findIndex((c) => !c.isZero);
  const [first, last] = [divisors(whole[low] as Rational), divisors(whole[whole.length - 1] as Rational)];
  if (!first || !last) return [];
  const roots: Rational[] = low > 0 ? [ZERO] : [];
  const rough = whole.map((c) => c.toNumber());
  for (const n of first) {
    for (const d of last) {
      for (const x of [n, -n]) {
        if (!mayVanish(rough, x / d)) continue;
        const root = Rational.of(x, d);
        if (!roots.some((r) => r.equals(root)) && valueAt(p, root).isZero) roots.push(root);
      }
    }
  }
  return roots;
}

/** Whether the value may be 0 within rounding: spares most candidates the exact arithmetic. */
function mayVanish(p: readonly number[], x: number): boolean {
  let [value, size] = [0, 0];
  for (let k = p.length - 1; k >= 0; k--) {
    const c = p[k] as number;
    value = value * x + c;
    size = size * Math.abs(x) + Math.abs(c);
  }
  return !(Math.abs(value) > 1e-10 * size);
}

function divisors(q: Rational): number[] | null {
  const n = Math.abs(Number(q.n));
  if (!Number.isSafeInteger(n) || n > 1e6) return null;
  const found: number[] = [];
  for (let k = 1; k * k <= n; k++) if (n % k === 0) found.push(k, ...(k * k === n ? [] : [n / k]));
  return found.length > MOST_DIVISORS ? null : found;
}

export function valueAt(p: Polynomial, x: Rational): Rational {
  return p.reduceRight((s, c) => s.mul(x).add(c), ZERO);
}
