/** Of what is kept as it is written nothing is judged, and nothing is defined by it. */
import { expect, test } from 'vitest';
import { verdicts } from './check.js';

const r = String.raw;

test.each<[text: string, verdicts: readonly string[]]>([
  [r`$\frac{d}{dx} (x\mu) = E[X]$`, []],
  [r`$\frac{d}{dt} E[X] = 0$`, []],
  [r`$\frac{d}{dx} x^2 = \int 2 dx = 2x$`, ['true']],
  // The mean is a name like any other.
  [r`With $\mu = E[X]$ we have $\frac{d}{dx} (x - \mu)^2 = 2(x - \mu)$.`, ['true']],
  [r`With $m = \max_a q(a)$ we have $\frac{d}{dx} (x - m)^2 = 3(x - m)$.`, ['false']],
])('%s', (text, expected) => {
  expect(verdicts(text).map((v) => v.split(' ')[0])).toEqual(expected);
});
