/** What is meant by a place in a formula: `‸` is the cursor. */
import { describe, expect, test } from 'vitest';
import { plainText } from '../../../src/explain/index.js';
import { isAsked, isWorthAsking, pointedAt, solvedFor } from '../../../src/meaning/pointed.js';
import { asksInText } from '../../../src/notation/latex/asking.js';
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

describe('a law gives the derivative of a name by the name', () => {
  test.each([
    ["y' = ay + b", 'y'],
    ['\\frac{dN}{dt} = rN(1 - N)', 'N'],
    ["y' = 2x", null],
    ['\\frac{dN}{dt} = r', null],
  ])('%s: %s', (tex, name) => {
    expect(solvedFor(pointedAt(parse(tex), 0)?.expr ?? fail(tex))).toBe(name);
  });
});
const fail = (tex: string): never => {
  throw new Error(tex);
};

describe('what asks, and what does not', () => {
  const kinds = (tex: string): string => {
    const reading = parse(tex);
    const found = pointedAt(reading, tex.length - 1);
    if (!found) return asksInText(tex) ? 'asked' : 'nothing';
    if (!isWorthAsking(found.expr, () => false)) return 'nothing';
    return isAsked(found) ? 'asked' : 'answered or silent';
  };
  test.each([
    // A derivative of what is written out.
    ['\\frac{d}{dx} E[X]', 'asked'],
    ['\\frac{d}{dx} (x^2 + y^2)', 'asked'],
    ['\\frac{d}{dx} \\unknown{x}', 'asked'],
    // Of a name alone, a law, a condition, a claim.
    ['\\frac{dy}{dx}', 'answered or silent'],
    ["f'(x)", 'answered or silent'],
    ['\\frac{dE}{dt} = -kE', 'answered or silent'],
    ["f'(a) = 0", 'answered or silent'],
    ['\\frac{d}{dx} \\unknown{x} = 0', 'nothing'],
    ['\\unknown{x}', 'nothing'],
    // Sizes, maps, points and commutators; an expression.
    ['m \\times n', 'nothing'],
    ['d \\times (d + 1)', 'nothing'],
    ['2 \\times x^2', 'answered or silent'],
    ['A = l \\times w', 'answered or silent'],
    ["G \\to G'", 'nothing'],
    ['x \\mapsto x^2', 'answered or silent'],
    ['[A, B]', 'nothing'],
    // A condition, an identity, a relation; a name and a space.
    ['x^2 = 3x + 1', 'nothing'],
    ['f(x) - f(y) \\le x - y', 'nothing'],
    ['(Y, d_Y)', 'nothing'],
    ['y = 3x + 1', 'answered or silent'],
    ['x^2 + y^2 = 1', 'answered or silent'],
    ['(x, y)', 'nothing'],
    ['(x^2, xy)', 'answered or silent'],
    ['\\{a, b\\}', 'nothing'],
  ])('%s: %s', (tex, expected) => {
    expect(kinds(tex)).toBe(expected);
  });
});
