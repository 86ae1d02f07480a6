import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { altText } from '../../../src/typeset/alt.js';
import { CORPUS } from './corpus.js';

describe('formulas in words', () => {
  const cases: readonly [tex: string, words: string][] = [
    ['2x\\sin x+x^2\\cos x', '2 x sine x plus x squared cosine x'],
    ['\\frac{d}{dx}\\left[x^2\\sin x\\right]', 'derivative by x of [x squared sine x]'],
    ['\\frac{d^2}{dx^2}x', 'second derivative by x of x'],
    ['\\frac{\\mathrm{d}}{\\mathrm{d}t}x', 'derivative by t of x'],
    ['\\frac{\\partial f}{\\partial x}', 'partial f by partial x'],
    ['\\frac{a}{b}', 'a over b'],
    ['\\frac{a+b}{c}', 'fraction a plus b over c, end fraction'],
    ['\\sqrt{x}', 'square root of x'],
    ['\\sqrt[3]{x+1}-1', 'cube root of x plus 1, end root, minus 1'],
    ['\\sqrt[n]{x}', 'root of order n of x'],
    ["f'(x)", 'f prime (x)'],
    ["f''''", 'f prime prime prime prime'],
    ['e^{-x}', 'e to the power minus x, end power'],
    ['x^n', 'x to the n'],
    ['x_i^2', 'x sub i squared'],
    ['\\sum_{i=1}^{n}i', 'sum from i equals 1 to n of i'],
    ['\\sum_k y', 'sum over k of y'],
    ['\\int_0^1 f', 'integral from 0 to 1 of f'],
    ['\\lim_{h\\to0}h', 'limit as h to 0 of h'],
    ['\\left.x^2\\right|_{x=0}', 'x squared, evaluated at x equals 0'],
    [
      '\\begin{cases}x&x\\ge0\\\\-x&\\text{otherwise}\\end{cases}',
      'cases x, x at least 0; minus x, otherwise, end cases',
    ],
    ['\\begin{pmatrix}a&b\\\\c&d\\end{pmatrix}', 'matrix a, b; c, d, end matrix'],
    ['\\begin{aligned}a&=b\\\\&=c\\end{aligned}', 'a equals b; equals c'],
    ['\\hat y+\\overline{a+b}', 'y hat plus (a plus b) bar'],
    ['\\mathbf{w}^\\top\\mathbb{R}', 'bold w transposed blackboard R'],
    ['a\\ne b\\not\\in c', 'a not equal to b not in c'],
    ['\\operatorname{sgn}x', 'sgn x'],
    ['12.5\\%', '12.5 percent'],
    ['90^\\circ', '90 degrees'],
    ['\\text{na\\"ive if }x', 'naïve if x'],
    ['\\binom nk', 'n choose k'],
    ['\\color{red}\\boxed{x}\\phantom{y}', 'x'],
    ['\\alpha\\varepsilon\\Gamma', 'alpha epsilon Gamma'],
    ['\\mathrm{mod}', 'mod'],
    // What cannot be read is given as it is, on one line.
    ['\\foo\n{x}', '\\foo {x}'],
    ['', ''],
  ];
  test.each(cases)('%s', (tex, words) => {
    expect(altText(tex)).toBe(words);
  });

  test('macros are used', () => {
    expect(altText('\\R', { macros: { '\\R': '\\mathbb{R}' } })).toBe('blackboard R');
  });
});

test('the corpus is said without commands', () => {
  for (const tex of CORPUS.filter((t) => !t.startsWith('\\rule')))
    expect(altText(tex), tex).not.toMatch(/\\|undefined|NaN|,,|^$/);
});

test('any text has an alt text of one line, of bounded length', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(altText(text)).not.toMatch(/[\n\r]/);
    }),
    { seed: 7, numRuns: 500 },
  );
  for (const tex of ['x+'.repeat(50_000), 'x+'.repeat(2000), '{'.repeat(2000) + 'x' + '}'.repeat(2000)])
    expect(altText(tex).length).toBeLessThanOrEqual(2000);
});
