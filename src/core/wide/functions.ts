/** Functions that are exponentials far out, and such as are exact, over the wider numbers. */
import { gamma, lnGamma } from '../functions/special.js';
import {
  dividedWide,
  expWide,
  ln1pWide,
  minusWide,
  NOUGHT,
  plusWide,
  signWide,
  throughDoubles,
  wide,
  type MaybeWide,
  type Wide,
} from './number.js';

const ONE: Wide = { m: 1, e: 0, off: 0 };
/** Below 32 in size, where doubles are at home. */
const isSmall = ({ e }: Wide): boolean => e < 5;
const inverse = (a: MaybeWide): MaybeWide => a && dividedWide(ONE, a);
const plain = (f: (x: number) => number, a: Wide, rounding = 1e-15): MaybeWide =>
  throughDoubles(f, [a], rounding);

/** (e^a + s e^{−a})/2. */
function halfSum(a: Wide, s: 1 | -1): MaybeWide {
  const [up, down] = [expWide(a), expWide(minusWide(a))];
  const sum = up && down && plusWide(up, s === 1 ? down : minusWide(down));
  return sum && { ...sum, e: sum.e - 1 };
}
export const coshWide = (a: Wide): MaybeWide => halfSum(a, 1);
export const sinhWide = (a: Wide): MaybeWide => (isSmall(a) ? plain(Math.sinh, a) : halfSum(a, -1));
export const sechWide = (a: Wide): MaybeWide => inverse(coshWide(a));
export const cschWide = (a: Wide): MaybeWide => inverse(sinhWide(a));

/** 1/(1 + e^{−a}). */
export function sigmoidWide(a: Wide): MaybeWide {
  const power = expWide(minusWide(a));
  return inverse(power && plusWide(ONE, power));
}
/** ln(1 + e^a), as a and the rest where a is positive. */
export function softplusWide(a: Wide): MaybeWide {
  const power = expWide(a.m > 0 ? minusWide(a) : a);
  const rest = power && ln1pWide(power);
  return rest && a.m > 0 ? plusWide(a, rest) : rest;
}

export const absWide = (a: Wide): MaybeWide => ({ ...a, m: Math.abs(a.m) });
export function signumWide(a: Wide): MaybeWide {
  const sign = signWide(a);
  return sign === null ? null : wide(sign);
}
export function reluWide(a: Wide): MaybeWide {
  const sign = signWide(a);
  return sign === null ? null : sign > 0 ? a : NOUGHT;
}

/** What the series leaves. */
const SERIES = 1e-11;
/** By its logarithm where it outgrows doubles. */
export function gammaWide(a: Wide): MaybeWide {
  if (isSmall(a) || a.m < 0) return plain(gamma, a, SERIES);
  const log = plain(lnGamma, a, SERIES);
  return log && expWide(log);
}
