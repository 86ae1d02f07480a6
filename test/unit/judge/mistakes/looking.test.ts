/** How far mistakes are looked for: what is found at the last place that is tried, and no more behind it. */
import { describe, expect, test } from 'vitest';
import { verdicts } from '../check.js';

const r = String.raw;
const times = (n: number, part: (k: number) => string): string =>
  Array.from({ length: n }, (_, k) => part(k + 2)).join(' + ');

describe('one of many places', () => {
  /** The chain rule is forgotten in the last of the terms. */
  const claim = (n: number): string =>
    r`$\frac{d}{dx} (${times(n, (k) => r`\sin ${String(k)}x`)}) = ${times(n, (k) =>
      k === n + 1 ? r`\cos ${String(k)}x` : r`${String(k)} \cos ${String(k)}x`,
    )}$`;
  test.each([
    [2, 'false chain-forgotten'],
    [12, 'false chain-forgotten'],
    [13, 'false arithmetic-slip'],
  ])('of %i is %s', (n, expected) => {
    expect(verdicts(claim(n))).toEqual([expected]);
  });
});

describe('one of many letters', () => {
  const LETTERS = ['p', 'q', 'r', 's', 'u', 'v', 'w'];
  const claim = (n: number): string => {
    const used = LETTERS.slice(0, n);
    return r`$\frac{\partial}{\partial x} (x + ${used.map((c) => `${c}^2`).join(' + ')}) = 2${used.at(-1) ?? ''}$`;
  };
  test.each([
    [1, 'false wrong-variable'],
    [6, 'false wrong-variable'],
    [7, 'false'],
  ])('derived by instead, of %i, is %s', (n, expected) => {
    expect(verdicts(claim(n))).toEqual([expected]);
  });
});
