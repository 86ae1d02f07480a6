/** How far a mistake is looked for: what is found at each bound, and not beyond it. */
import { describe, expect, test } from 'vitest';
import { verdicts } from '../check.js';

const LETTERS = 'abcfghklmnopqrstuvwyz';
const each = <T>(n: number, of: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => of(i + 1));
const joined = (terms: readonly string[]): string =>
  terms.map((t, i) => (i === 0 || t.startsWith('-') ? t : `+${t}`)).join('');
const claim = (by: string, of: string, said: string): string =>
  `$\\frac{\\partial}{\\partial ${by}}(${of}) = ${said}$`;

/** Σ sin kx with the sign of one term wrong. */
const sineSigns = (n: number, wrong: number): string =>
  claim(
    'x',
    joined(each(n, (k) => `\\sin(${String(k + 1)}x)`)),
    joined(each(n, (k) => `${k === wrong ? '-' : ''}${String(k + 1)}\\cos(${String(k + 1)}x)`)),
  );
/** Σ cos kx with the sign of one term wrong. */
const cosineSigns = (n: number, wrong: number): string =>
  claim(
    'x',
    joined(each(n, (k) => `\\cos(${String(k + 1)}x)`)),
    joined(each(n, (k) => `${k === wrong ? '' : '-'}${String(k + 1)}\\sin(${String(k + 1)}x)`)),
  );
/** The derivative by the last of so many letters instead of by x. */
const byAnother = (n: number): string =>
  claim(
    'x',
    joined(each(n, (k) => `x${LETTERS.charAt(k - 1)}^{${String(k + 1)}}`)),
    `${String(n + 1)}x${LETTERS.charAt(n - 1)}^{${String(n)}}`,
  );
/** √(x_i + a + …) with the sign of the last term below the root wrong. */
const underRoot = (n: number): string => {
  const letters = LETTERS.slice(0, n - 1).split('');
  const said = joined(['x_i', ...letters.map((l, k) => (k === n - 2 ? `-${l}` : l))]);
  return claim('x_i', `\\sqrt{${joined(['x_i', ...letters])}}`, `\\frac{1}{2\\sqrt{${said}}}`);
};
/** a x_i² + b x_i³ + …, whose derivative has x_i in front, without its second term. */
const inBrackets = (n: number): string =>
  claim(
    'x_i',
    joined(each(n, (k) => `${LETTERS.charAt(k - 1)}x_i^{${String(k + 1)}}`)),
    joined(
      each(n, (k) => `${String(k + 1)}${LETTERS.charAt(k - 1)}x_i^{${String(k)}}`).filter((_, k) => k !== 1),
    ),
  );

describe('a mistake is found', () => {
  test.each<readonly [bound: string, written: string, found: string, beyond: string, instead: string]>([
    ['at the 12th place of a rule', cosineSigns(14, 12), 'trig-sign', cosineSigns(14, 13), 'sign-lost'],
    ['in the 60th term', sineSigns(62, 60), 'sign-lost', sineSigns(62, 61), 'arithmetic-slip'],
    ['by the 6th other letter', byAnother(6), 'wrong-variable', byAnother(7), ''],
    ['in the 16th answer about entries', underRoot(16), 'sign-inside-root', underRoot(17), ''],
    ['among 6 terms in brackets', inBrackets(6), 'dropped-term', inBrackets(7), ''],
  ])('%s, and not beyond', (_, written, found, beyond, instead) => {
    expect(verdicts(written)).toEqual([`false ${found}`]);
    expect(verdicts(beyond)).toEqual([`false ${instead}`.trim()]);
  });
});
