/** How far a claim is followed: each limit from both sides. */
import { expect, test } from 'vitest';
import { verdicts } from './check.js';

const r = String.raw;

test.each([
  [12, 'true'],
  [13, 'undecided'],
])('a derivative of order %i is %s', (order, expected) => {
  const n = String(order);
  expect(verdicts(r`$\frac{d^{${n}}}{dx^{${n}}} e^{2x} = ${String(2 ** order)} e^{2x}$`)).toEqual([expected]);
});
