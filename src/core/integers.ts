/** Whole numbers. */

/** The greatest common divisor of two whole numbers that are not negative; of 0 and n it is n. */
export function gcd(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}
/** The same of numbers of any size. */
export function bigGcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
