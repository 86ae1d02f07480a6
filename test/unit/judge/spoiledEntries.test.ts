/** Derivatives of sums by an entry, and each of them spoiled on purpose: the mistake is to be found, and no right one blamed. */
import { describe, expect, test } from 'vitest';
import { check } from './check.js';

const r = String.raw;

/** What is said before, what is differentiated, by which letter with the index k, and the derivative. */
const RIGHT: readonly (readonly [before: string, of: string, by: string, derivative: string])[] = [
  ['', r`\sum_i x_i^2`, 'x', '2x_k'],
  ['', r`\sum_i x_i^4`, 'x', '4x_k^3'],
  ['', r`\sum_i a_i x_i`, 'x', 'a_k'],
  ['', r`\sum_i e^{x_i}`, 'x', 'e^{x_k}'],
  ['', r`\sum_i x_i \ln x_i`, 'x', r`\ln x_k + 1`],
  ['', r`\sum_i (x_i - y_i)^2`, 'x', '2(x_k - y_k)'],
  ['', r`\frac{1}{2}\sum_i (y_i - x_i)^2`, 'x', 'x_k - y_k'],
  ['', r`\lambda\sum_i w_i^2`, 'w', r`2\lambda w_k`],
  ['', r`-\sum_i y_i \ln p_i`, 'p', r`-\frac{y_k}{p_k}`],
  ['', r`\sum_i n_i \ln \theta_i`, r`\theta`, r`\frac{n_k}{\theta_k}`],
  ['', r`\sum_i \ln(1 + e^{z_i})`, 'z', r`\frac{e^{z_k}}{1 + e^{z_k}}`],
  ['', r`\log \sum_i e^{z_i}`, 'z', r`\frac{e^{z_k}}{\sum_j e^{z_j}}`],
  ['', r`\sqrt{\sum_i x_i^2}`, 'x', r`\frac{x_k}{\sqrt{\sum_j x_j^2}}`],
  ['', r`\sum_i c_i \sin x_i`, 'x', r`c_k \cos x_k`],
  ['', r`\sum_i \frac{a_i}{x_i}`, 'x', r`-\frac{a_k}{x_k^2}`],
  ['', r`\sum_i a_i \sqrt{x_i}`, 'x', r`\frac{a_k}{2\sqrt{x_k}}`],
  ['', r`\sum_i p_i \ln\frac{p_i}{q_i}`, 'q', r`-\frac{p_k}{q_k}`],
  ['', r`-\sum_i p_i \ln p_i`, 'p', r`-\ln p_k - 1`],
  ['', r`\sum_i \ln\cosh r_i`, 'r', r`\tanh r_k`],
  ['', r`\sum_i \sum_j x_i A_{ij} y_j`, 'x', r`\sum_j A_{kj} y_j`],
  ['', r`\sum_i (\sum_j X_{ij} w_j - y_i)^2`, 'w', r`2\sum_m X_{mk}(\sum_j X_{mj} w_j - y_m)`],
  [
    r`Let $s_i = \frac{e^{z_i}}{\sum_j e^{z_j}}$ and $L = -\sum_i y_i \log s_i$ with $\sum_i y_i = 1$.`,
    'L',
    'z',
    's_k - y_k',
  ],
  [
    r`Let $m = \frac{1}{n}\sum_{i=1}^n x_i$ and $v = \frac{1}{n}\sum_{i=1}^n (x_i - m)^2$.`,
    'v',
    'x',
    r`\frac{2}{n}(x_k - m)`,
  ],
  [r`Let $H = \sum_i b_i e^{-x_i}$.`, 'H', 'x', '-b_k e^{-x_k}'],
];

/** What one writes who makes the mistake, from what is right. */
const SPOILS: readonly (readonly [code: string, spoil: (right: string) => string])[] = [
  ['sign-lost', (e) => r`-\left(${e}\right)`],
  ['missing-factor', (e) => r`3\left(${e}\right)`],
  ['free-index', (e) => withIndex(e, 'i')],
  ['sum-not-collapsed', (e) => r`\sum_i \left(${withIndex(e, 'i')}\right)`],
];
/** The derivative at another index: x_i for x_k, A_{ij} for A_{kj}. */
const withIndex = (e: string, index: string): string =>
  e.replace(/_k/g, `_${index}`).replace(/_\{k/g, `_{${index}`).replace(/k\}/g, `${index}}`);

const claimOf = (before: string, of: string, by: string, right: string): string =>
  `${before}\n\n$$\\frac{\\partial}{\\partial ${by}_k} \\left(${of}\\right) = ${right}$$\n`;
const judged = (text: string) => check(text).at(-1);

describe('a right derivative of a sum by an entry is no mistake', () => {
  test.each(RIGHT)('%s %s by %s_k: %s', (before, of, by, right) => {
    expect(judged(claimOf(before, of, by, right))?.verdict).toBe('true');
  });
});

describe.each(SPOILS)('%s', (code, spoil) => {
  test.each(RIGHT)('%s %s by %s_k: %s', (before, of, by, right) => {
    const found = judged(claimOf(before, of, by, spoil(right)));
    expect([found?.verdict, found?.mistake]).toEqual(['false', code]);
  });
});
