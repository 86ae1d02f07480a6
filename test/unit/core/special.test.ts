import { expect, test } from 'vitest';
import * as special from '../../../src/core/functions/special.js';

/** Values from tables (Abramowitz–Stegun, DLMF), to the digits given. */
const VALUES: readonly [name: keyof typeof special, x: number, value: number][] = [
  ['erf', 0.5, 0.5204998778130465],
  ['erf', -3, -0.9999779095030014],
  ['erfc', 3, 2.209049699858544e-5],
  ['erfc', 1.5, 0.03389485352468927],
  ['gamma', 4.5, 11.63172839656745],
  ['gamma', -0.5, -3.544907701811032],
  ['lnGamma', 10.5, 13.94062521940376],
  ['digamma', 0.5, -1.963510026021423],
  ['trigamma', 0.5, 4.934802200544679],
  ['lambertW', 1, 0.5671432904097838],
  ['lambertW', -0.2, -0.2591711018190738],
  ['sineIntegral', 2, 1.605412976802695],
  ['sineIntegral', 10, 1.658347594218874],
  ['cosineIntegral', 2, 0.422980828774865],
  ['cosineIntegral', 10, -0.04545643300445537],
  ['exponentialIntegral', 2, 4.95423435600189],
  ['exponentialIntegral', -2, -0.04890051070806112],
  ['exponentialIntegral', 50, 1.058563689713169e20],
];

test.each(VALUES)('%s(%d)', (name, x, value) => {
  const f = special[name] as (x: number) => number;
  expect(Math.abs(f(x) / value - 1)).toBeLessThan(1e-13);
});

test('outside the domain there is no value', () => {
  expect(special.lambertW(-1)).toBeNaN();
  expect(special.cosineIntegral(-1)).toBeNaN();
  expect(special.gamma(-2)).toBeNaN();
});
