/** What is meant by a place in a formula: `‸` is the cursor. */
import { describe, expect, test } from 'vitest';
import { plainText } from '../../../src/explain/index.js';
import { pointedAt } from '../../../src/meaning/pointed.js';
import { parse } from '../../../src/notation/latex/parse.js';

function pointed(marked: string): string | null {
  const found = pointedAt(parse(marked.replace('‸', '')), marked.indexOf('‸'));
  return found && plainText(found.expr);
}

describe('a derivative among other terms is what is pointed at', () => {
  test.each([
    ['w - \\alpha \\frac{\\par‸tial J}{\\partial w}', '∂J/∂w'],
    ["f'(‸x) g(x) + f(x) g'(x)", 'f′(x)'],
    ["f'(x) g(x) + f(x) g'(‸x)", 'g′(x)'],
    // Beside it there is nothing that is asked.
    ['w - \\al‸pha \\frac{\\partial J}{\\partial w}', 'w - alpha*∂J/∂w'],
    // A claim asks what its left side asks.
    ['\\frac{dy}{dx} = \\frac{dy}{du} \\fr‸ac{du}{dx}', 'dy/dx = dy/du*du/dx'],
  ])('%s: %s', (marked, expected) => {
    expect(pointed(marked)).toBe(expected);
  });
});
