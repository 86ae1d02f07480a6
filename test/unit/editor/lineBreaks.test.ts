import { describe, expect, test } from 'vitest';
import { brokenSum, termsOf } from '../../../src/editor/lineBreaks.js';

describe('termsOf', () => {
  test.each<readonly [string, readonly string[]]>([
    ['2x', ['2x']],
    ['a + b - c', ['a ', '+ b ', '- c']],
    ['-a - b', ['-a ', '- b']],
    ['(a + b) + c', ['(a + b) ', '+ c']],
    ['\\frac{a + b}{c - d} - e', ['\\frac{a + b}{c - d} ', '- e']],
    ['\\left(a + b\\right] + c', ['\\left(a + b\\right] ', '+ c']],
    ['\\begin{cases} a + b & x < 0 \\end{cases} + c', ['\\begin{cases} a + b & x < 0 \\end{cases} ', '+ c']],
    ['x^{-1} + x^-1', ['x^{-1} ', '+ x^-1']],
    ['a \\cdot -b', ['a \\cdot -b']],
    ['\\lvert x + 1 \\rvert', ['\\lvert x ', '+ 1 \\rvert']],
    ['', ['']],
  ])('%s', (tex, terms) => expect(termsOf(tex)).toEqual(terms));
});

describe('brokenSum', () => {
  const lines = (tex: string, width: number): readonly string[] =>
    brokenSum(tex, width, (part) => part.length);
  test.each<readonly [string, number, readonly string[]]>([
    ['a+b+c', 9, ['a+b+c']],
    ['a+b+c', 3, ['a+b', '+c']],
    ['a+b+c', 1, ['a', '+b', '+c']],
    ['aaaaaa+b', 3, ['aaaaaa', '+b']],
  ])('%s in %d', (tex, width, expected) => expect(lines(tex, width)).toEqual(expected));
  test.each([
    ['breaks as many terms as may be', 40, 2],
    ['leaves one more on its line', 41, 1],
  ])('%s', (_, terms, expected) => {
    expect(lines(Array(terms).fill('x').join('+'), 2 * terms - 2)).toHaveLength(expected);
  });
  test('leaves a sum without end alone, and quickly', () => {
    const endless = Array(50_000).fill('x').join('+');
    expect(lines(endless, 10)).toEqual([endless]);
  });
});
