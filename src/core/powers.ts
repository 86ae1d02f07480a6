/** Powers and roots of real numbers. */

/** Real powers: of a negative base for whole exponents only, and 0⁰ = 1 as polynomials need it. */
export function power(base: number, exponent: number): number {
  if (base === 0 && exponent < 0) return NaN;
  return Math.pow(base, exponent);
}

/** The real n-th root: for odd n of negative numbers too. */
export function realRoot(x: number, n: number): number {
  if (n === 2) return Math.sqrt(x);
  if (n === 3) return Math.cbrt(x);
  if (x < 0) return Number.isInteger(n) && n % 2 !== 0 ? -realRoot(-x, n) : NaN;
  return x === 0 && n < 0 ? NaN : Math.pow(x, 1 / n);
}
