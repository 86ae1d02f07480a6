/** Numerics of the special functions, to about 14 digits over the reals; NaN outside the domain. */

const MAX_TERMS = 500;
const EULER = 0.5772156649015329;

/** erf x = 2/√π ∫₀ˣ e^{−t²} dt. Below 2.5 by the series with positive terms only, so nothing cancels. */
export function erf(x: number): number {
  const a = Math.abs(x);
  const value = a < 2.5 ? erfSeries(a) : 1 - erfcFraction(a);
  return x < 0 ? -value : value;
}

/** 1 − erf x, exact to relative precision for large x. */
export function erfc(x: number): number {
  if (x < 0) return 2 - erfc(-x);
  return x < 1 ? 1 - erfSeries(x) : x < 2.5 ? erfcFraction(x, 200) : erfcFraction(x);
}

/** erf x = 2/√π e^{−x²} Σ 2ⁿ x^{2n+1} / (2n+1)!!  (Abramowitz–Stegun 7.1.6). */
function erfSeries(x: number): number {
  let term = x;
  let total = x;
  for (let n = 1; n < MAX_TERMS && term > total * 1e-17; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    total += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * total;
}

/** The continued fraction of erfc (Abramowitz–Stegun 7.1.14), from the tail up. */
function erfcFraction(x: number, depth = 60): number {
  let f = x;
  for (let k = depth; k >= 1; k--) f = x + k / 2 / f;
  return Math.exp(-x * x) / (f * Math.sqrt(Math.PI));
}

/** The standard normal density. */
export const normalDensity = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
/** The standard normal distribution function. */
export const normalDistribution = (x: number): number => erfc(-x / Math.SQRT2) / 2;

// Lanczos's approximation with g = 7 and nine terms.
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];
function lanczosSum(x: number): number {
  return LANCZOS.reduce((sum, c, i) => (i === 0 ? c : sum + c / (x + i)), 0);
}

export function gamma(x: number): number {
  if (Number.isInteger(x)) return x > 0 ? factorial(x - 1) : NaN;
  if (x < 0.5) return Math.PI / (Math.sin(Math.PI * x) * gamma(1 - x));
  const y = x - 1;
  const t = y + 7.5;
  return (
    Math.sqrt(2 * Math.PI) *
    Math.pow(t, (y + 0.5) / 2) *
    Math.exp(-t) *
    Math.pow(t, (y + 0.5) / 2) *
    lanczosSum(y)
  );
}
function factorial(n: number): number {
  let p = 1;
  for (let i = 2; i <= n && p < Infinity; i++) p *= i;
  return p;
}

/** ln |Γ(x)|. */
export function lnGamma(x: number): number {
  if (x <= 0 && Number.isInteger(x)) return NaN;
  if (x < 0.5) return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * x))) - lnGamma(1 - x);
  const y = x - 1;
  const t = y + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (y + 0.5) * Math.log(t) - t + Math.log(lanczosSum(y));
}

/** ψ(x) = Γ′(x)/Γ(x): recurrence up to 10, then the asymptotic series. */
export function digamma(x: number): number {
  if (x <= 0 && Number.isInteger(x)) return NaN;
  if (x < 0) return digamma(1 - x) - Math.PI / Math.tan(Math.PI * x);
  let shift = 0;
  for (; x < 10; x++) shift -= 1 / x;
  const s = 1 / (x * x);
  return (
    shift +
    Math.log(x) -
    0.5 / x -
    s * (1 / 12 - s * (1 / 120 - s * (1 / 252 - s * (1 / 240 - s * (1 / 132 - (s * 691) / 32760)))))
  );
}

/** ψ′(x). */
export function trigamma(x: number): number {
  if (x <= 0 && Number.isInteger(x)) return NaN;
  if (x < 0) return -trigamma(1 - x) + (Math.PI / Math.sin(Math.PI * x)) ** 2;
  let shift = 0;
  for (; x < 10; x++) shift += 1 / (x * x);
  const s = 1 / (x * x);
  return (
    shift + 1 / x + s / 2 + (s / x) * (1 / 6 - s * (1 / 30 - s * (1 / 42 - s * (1 / 30 - (s * 5) / 66))))
  );
}

/** B(a, b) = Γ(a)Γ(b)/Γ(a+b). */
export function beta(a: number, b: number): number {
  return a > 0 && b > 0
    ? Math.exp(lnGamma(a) + lnGamma(b) - lnGamma(a + b))
    : (gamma(a) * gamma(b)) / gamma(a + b);
}

/** The principal branch of w e^w = x, for x ≥ −1/e, by Halley's iteration. */
export function lambertW(x: number): number {
  if (!(x >= -1 / Math.E)) return x > -1 / Math.E - 1e-15 ? -1 : NaN;
  let w =
    x < -0.3
      ? -1 + Math.sqrt(2 * (Math.E * x + 1))
      : x < 3
        ? x / (1 + x * 0.7)
        : Math.log(x) - Math.log(Math.log(x));
  for (let i = 0; i < 50; i++) {
    const e = Math.exp(w);
    const f = w * e - x;
    const step = f / (e * (w + 1) - ((w + 2) * f) / (2 * w + 2));
    if (!Number.isFinite(step)) break;
    w -= step;
    if (Math.abs(step) <= 1e-16 * (1 + Math.abs(w))) break;
  }
  return w;
}

/** Si x = ∫₀ˣ sin t / t dt. */
export function sineIntegral(x: number): number {
  if (x < 0) return -sineIntegral(-x);
  if (x > 4) return Math.PI / 2 + expIntegralImaginary(x).im;
  let [term, total] = [x, x];
  for (let n = 1; n < MAX_TERMS && Math.abs(term) > 1e-18; n++) {
    term *= (-x * x) / (2 * n * (2 * n + 1));
    total += term / (2 * n + 1);
  }
  return total;
}

/** Ci x = γ + ln x + ∫₀ˣ (cos t − 1)/t dt, for x > 0. */
export function cosineIntegral(x: number): number {
  if (!(x > 0)) return NaN;
  if (x > 4) return -expIntegralImaginary(x).re;
  let [term, total] = [1, 0];
  for (let n = 1; n < MAX_TERMS && Math.abs(term) > 1e-18; n++) {
    term *= (-x * x) / ((2 * n - 1) * (2 * n));
    total += term / (2 * n);
  }
  return EULER + Math.log(x) + total;
}

/** E₁(ix) by Lentz's method on e^{−ix}/(ix + 1 − 1/(ix + 3 − 4/(ix + 5 − …))). */
function expIntegralImaginary(x: number): { re: number; im: number } {
  let [fr, fi] = [0, 0];
  for (let k = 120; k >= 0; k--) {
    // f ← (2k + 1) + ix − (k + 1)²/f, from the tail up.
    const [dr, di] = [2 * k + 1 - fr, x - fi];
    if (k === 0) [fr, fi] = [dr, di];
    else {
      const scale = (k * k) / (dr * dr + di * di);
      [fr, fi] = [dr * scale, -di * scale];
    }
  }
  const m = fr * fr + fi * fi;
  const [c, s] = [Math.cos(x), -Math.sin(x)];
  return { re: (c * fr + s * fi) / m, im: (s * fr - c * fi) / m };
}

/** Ei x = γ + ln|x| + Σ xⁿ/(n·n!), the principal value; by continued fraction for x < −1. */
export function exponentialIntegral(x: number): number {
  if (x === 0) return NaN;
  if (x < -1) return -expIntegral1(-x);
  if (x > 45) return expIntegralAsymptotic(x);
  let [term, total] = [1, 0];
  for (let n = 1; n < MAX_TERMS && Math.abs(term) / n > 1e-18 * Math.abs(total); n++) {
    term *= x / n;
    total += term / n;
  }
  return EULER + Math.log(Math.abs(x)) + total;
}
function expIntegral1(x: number): number {
  let f = 0;
  for (let k = 100; k >= 1; k--) f = (k * k) / (2 * k + 1 + x - f);
  return Math.exp(-x) / (x + 1 - f);
}
function expIntegralAsymptotic(x: number): number {
  let [term, total] = [1, 1];
  for (let n = 1; n < x; n++) {
    term *= n / x;
    total += term;
    if (term < 1e-17) break;
  }
  return (Math.exp(x) / x) * total;
}
