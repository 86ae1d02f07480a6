/** How far sets of validity are looked for: what is found at each bound, and not beyond it. */
import { describe, expect, test } from 'vitest';
import { kinksOf } from '../../../../src/core/boundaries.js';
import { edgesOf } from '../../../../src/core/domain/edges.js';
import { fractionIn } from '../../../../src/core/domain/fractions.js';
import { smoothOnes } from '../../../../src/core/domain/pieces.js';
import { hasSlope, slopeAt } from '../../../../src/core/domain/slopeAt.js';
import { zerosSeen } from '../../../../src/core/domain/zerosSeen.js';
import { sym } from '../../../../src/core/expr.js';
import { read } from '../../../../src/core/ruleText.js';
import { Work } from '../../../../src/core/work.js';

const each = (n: number, of: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => of(i + 1)).join(' + ');
const kinks = (body: string, at: readonly number[]): number =>
  kinksOf(
    read(body),
    at.map((c) => read(`x != ${String(c)}`)),
    sym('x'),
    new Work(1e7),
  ).length;
const upTo = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i + 1);
const zeros = (f: (x: number) => number): number => zerosSeen(f).length;

type Row = readonly [
  bound: string,
  found: (n: number) => unknown,
  last: number,
  is: unknown,
  next: number,
  not: unknown,
];
const ROWS: readonly Row[] = [
  ['a polynomial of degree', (n) => fractionIn(read(`x^${String(n)}`), 'x') !== null, 12, true, 13, false],
  ['one of two factors', (n) => fractionIn(read(`x^6*(x + 1)^${String(n)}`), 'x') !== null, 6, true, 7, false],
  ['choices of pieces', (n) => smoothOnes(read(`max(${upTo(n).map((i) => `x^${String(i)}`).join(', ')})`), 'x')?.length, 32, 32, 33, undefined],
  ['edges', (n) => edgesOf(read(each(n, (i) => `1/(x + ${String(i)})`)), 'x').length, 64, 64, 65, 64],
  ['kinks', (n) => kinks(each(n, (i) => `abs(x - ${String(i)})`), upTo(n)), 8, 8, 9, 8],
  ['slopes that are small fractions', (n) => kinks(`${String(n)}*abs(x)`, [0]), 833, 1, 834, 0],
  ['zeros that lie so near each other', (d) => zeros((x) => (x - 1.72) * (x - 1.72 - d)), 0.05, 2, 0.04, 0],
  ['pairs of zeros that lie so far out', (a) => zeros((x) => (x - a) * (x - a - 0.11)), 11.9, 2, 12.05, 0],
  ['zeros of a wave', (k) => zeros((x) => Math.sin(k * x + 0.1)), 2, 19, 20, 24],
  ['a plain place at which it is as good as 0', (c) => zeros((x) => x * x + c), 5e-13, 2, 2e-12, 0],
  ['slopes from both sides that are one', (c) => slopeAt((x) => (x < 1 ? x : x + c * (x - 1)), 1), 2e-7, 1, 3e-6, null],
  ['a slope that is a fraction', (c) => slopeAt((x) => x / 3 + c * x, 0.5) === 1 / 3, 2e-7, true, 3e-6, false],
  ['quotients as near to a slope as this', (c) => hasSlope((x) => x * x, 3, 6 + 6 * c), 9e-6, true, 1.1e-5, false],
  ['quotients that come near slowly, as h^p', (p) => hasSlope((x) => Math.sign(x) * Math.abs(x) ** (1 + p), 0, 0), 0.1, true, 0.05, false],
]; // prettier-ignore

describe('what is found', () => {
  test.each(ROWS)('%s', (_, found, last, is, next, not) => {
    expect(found(last)).toEqual(is);
    expect(found(next)).toEqual(not);
  });
});
