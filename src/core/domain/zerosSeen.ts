/** Zeros of a function as numbers, near 0: where its sign changes, and where it is 0 at a plain place. */

const REACH = 12;
const SCANNED = 480;
const HALVINGS = 60;
/** Among them those where sine and cosine vanish. */
const PLAIN: readonly number[] = [
  ...Array.from({ length: 13 }, (_, k) => k / 2 - 3),
  ...Array.from({ length: 13 }, (_, k) => ((k - 6) * Math.PI) / 2),
];
/** Places one looks at: beside the plain ones, so that no zero falls on one, and far out. */
export const SCAN: readonly number[] = [
  -1e6,
  -1e3,
  -50,
  ...Array.from({ length: SCANNED + 1 }, (_, k) => -REACH + 0.0137 + (2 * REACH * k) / SCANNED),
  50,
  1e3,
  1e6,
];
const MOST = 24;
const NOUGHT = 1e-12;
/** Beside a zero even a root of what rounding leaves is below this. */
const CONTINUOUS = 1e-4;

export function zerosSeen(f: (x: number) => number): readonly number[] {
  const found = PLAIN.filter((x) => Math.abs(f(x)) < NOUGHT);
  const values = SCAN.map(f);
  for (let k = 1; k < SCAN.length && found.length < MOST; k++) {
    // What has no value on one side changes no sign.
    if (!((values[k - 1] as number) * (values[k] as number) < 0)) continue;
    const zero = halved(f, SCAN[k - 1] as number, SCAN[k] as number);
    if (zero !== null && !found.some((x) => Math.abs(x - zero) < 1e-9)) found.push(zero);
  }
  return found;
}

/** null where the sign changes at a jump or a pole. */
function halved(f: (x: number) => number, from: number, to: number): number | null {
  let [low, high] = [from, to];
  const below = f(low) < 0;
  for (let k = 0; k < HALVINGS; k++) {
    const middle = (low + high) / 2;
    if (f(middle) < 0 === below) low = middle;
    else high = middle;
  }
  return Math.max(Math.abs(f(high)), Math.abs(f(low))) < CONTINUOUS ? high : null;
}
