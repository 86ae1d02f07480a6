/** Numbers in messages. */

/** A number in six digits. */
export const short = (v: number): string => String(Number(v.toPrecision(FEW)));
const FEW = 6;

/** Two numbers in as many digits as tell them apart, six at least: 2 and 2.0000001. Null where they read the same. */
export function apart(a: number, b: number): readonly [string, string] | null {
  for (let digits = FEW; digits < ALL; digits++) {
    const [x, y] = [a, b].map((v) => String(Number(v.toPrecision(digits))));
    if (x !== undefined && y !== undefined && x !== y) return [x, y];
  }
  return String(a) === String(b) ? null : [String(a), String(b)];
}
/** So many digits tell any two doubles apart. */
const ALL = 17;
