/** How far judging goes: what has a verdict at each bound, and not beyond it. */
import { describe, expect, test } from 'vitest';
import { verdicts } from './check.js';

const r = String.raw;

/** x eˣ derived so often. */
const often = (n: number): string =>
  r`$\frac{d^{${String(n)}}}{dx^{${String(n)}}}(x e^x) = (x + ${String(n)}) e^x$`;
/** s = t⁹, and names for its derivatives, each by the one before; the last one derived. */
const nested = (n: number): string => {
  const names = 'sabcfgh';
  const named = [...Array(n).keys()].map((i) => `$${names.charAt(i + 1)} = ${names.charAt(i)}'$.`).join(' ');
  const factor = [...Array(n + 1).keys()].reduce((product, i) => product * (9 - i), 1);
  return r`$s(t) = t^9$. ${named} $\frac{d}{dt} ${names.charAt(n)}(t) = ${String(factor)} t^{${String(8 - n)}}$`;
};
const atKink = (value: number): string => r`$f(x) = x|x| + x$. $f'(0) = ${String(value)}$`;
/** A function that is defined once more behind a formula, so many characters further on. */
const saidBehind = (n: number): string => {
  const words = 'and that is how it goes with functions of this kind everywhere, '.repeat(3).slice(0, n - 2);
  return r`$g(x) = x^2$. So $\frac{d}{dx} (g(x) + x) = 3x^2 + 1$, ${words}, where $g(x) = x^3$`;
};

describe('what is judged', () => {
  test.each<readonly [bound: string, within: string, is: string, beyond: string, not: string]>([
    ['a derivative of order 12', often(12), 'true', often(13), 'undecided'],
    ['names for derivatives, four deep', nested(4), 'true', nested(5), 'undecided'],
    [
      'a value beside a kink, to five digits',
      atKink(1.000005),
      'true',
      atKink(1.000015),
      'false arithmetic-slip',
    ],
    ['a definition in the same breath', saidBehind(105), 'true', saidBehind(115), 'false arithmetic-slip'],
  ])('%s', (_, within, is, beyond, not) => {
    expect(verdicts(within)).toEqual([is]);
    expect(verdicts(beyond)).toEqual([not]);
  });
});

/** The formula of |x|³ has a third derivative at 0, and the function has none. */
describe('a high order at a place where pieces meet', () => {
  test.each<readonly [of: string, order: number, at: number, value: number, verdict: string | null]>([
    ['|x|x^3', 3, 0, 0, 'true'],
    ['|x|x^3', 4, 0, 0, null],
    ['|x|x^3', 4, 1, 24, 'true'],
    ['|x|x^3', 4, 1, 25, 'false arithmetic-slip'],
    ['|x|x^4', 4, 0, 0, 'true'],
    ['|x|x^4', 4, 0, 1, 'false arithmetic-slip'],
    ['|x|x^4', 5, 0, 0, null],
    [r`\max(0, x)^4`, 4, 0, 0, null],
    [r`\max(0, x)^5`, 4, 0, 0, 'true'],
    ['|x|^5 + e^x', 4, 0, 1, 'true'],
    ['|x|^5 + e^x', 5, 0, 1, null],
    // Where there are none the formula tells.
    [r`\ln(1 + x)`, 4, 0, -6, 'true'],
  ])('of %s, order %i at %i: %i is %s', (of, order, at, value, verdict) => {
    const note = `$f(x) = ${of}$. $f^{(${String(order)})}(${String(at)}) = ${String(value)}$`;
    expect(verdicts(note)).toEqual(verdict === null ? [] : [verdict]);
  });
});
