import { describe, expect, it } from 'vitest';
import type { Style } from '../../../../src/notation/notation.js';
import { parse } from '../../../../src/notation/latex/parse.js';

const CASES: [string, Partial<Style>][] = [
  ['x + 1', {}],
  ['\\log x', { log: 'log', names: { log: '\\log' } }],
  ['\\ln x + \\log y', { log: 'ln' }],
  ['\\exp(x)', { exponential: 'function' }],
  ['e^x', { exponential: 'power' }],
  ['a \\cdot b', { product: 'cdot' }],
  ['2xy \\cdot z + abc', { product: 'juxtaposition' }],
  ['\\sin^{-1} x', { inverse: 'superscript' }],
  ['\\arcsin x', { inverse: 'arc' }],
  ['\\sin(x)', { argument: 'brackets' }],
  ['\\sin x', { argument: 'bare' }],
  ['0.5x', { numbers: 'decimals' }],
  ['x/2', { fractions: 'slash' }],
  ['x^{1/2}', { fractions: 'stacked' }],
  ['e^{-x^2/2}', { fractions: 'stacked' }],
  ['e^{-x/2}/3', { fractions: 'slash' }],
  ['e^      {-x/2}', { fractions: 'stacked' }],
  ['e^{-{x}{y}/2}', { fractions: 'stacked' }],
  ['e^x{x/2}', { fractions: 'slash' }],
  [`e^{${'x'.repeat(199)}/2}`, { fractions: 'stacked' }],
  // A brace so far back is not looked for.
  [`e^{${'x'.repeat(200)}/2}`, { fractions: 'slash' }],
  ['\\frac{x}{2} + x/2', { fractions: 'stacked' }],
];

describe('how the author spells', () => {
  for (const [tex, expected] of CASES) {
    it(`${tex}: ${JSON.stringify(expected)}`, () => {
      expect(parse(tex).style).toMatchObject(expected);
    });
  }
  it('names of functions are kept as written', () => {
    expect(parse('\\sigma(x) + \\operatorname{ReLU}(x) + \\text{softplus}(x)').style.names).toEqual({
      sigmoid: '\\sigma',
      relu: '\\operatorname{ReLU}',
      softplus: '\\text{softplus}',
    });
  });
});
