import { describe, expect, test } from 'vitest';
import {
  isDerivativeHeader,
  isFunctionHeader,
  isIntegralHeader,
  orderOfHeader,
  variableOfHeader,
} from '../../../src/claims/notes/headers.js';
import { plainWords } from '../../../src/notation/latex/plainWords.js';

const r = String.raw;
const kind = (header: string): string => {
  if (isIntegralHeader(header)) return 'integral';
  if (isDerivativeHeader(header)) return `derivative ${String(orderOfHeader(header))}`;
  return isFunctionHeader(header) ? 'function' : 'other';
};

describe('the head of a column', () => {
  test.each([
    ['Function', 'function'],
    ['Functional', 'function'],
    ['A function', 'other'],
    ['$f(x)$', 'function'],
    ['f', 'function'],
    ['for', 'other'],
    ['Activation', 'function'],
    ['Inactivation', 'other'],
    ['Derivative', 'derivative 1'],
    ['Second derivative', 'derivative 2'],
    ['Name of the derivative', 'other'],
    ['Antiderivative', 'integral'],
    [r`$\int f(x)\,dx$`, 'integral'],
    ['Gradient', 'derivative 1'],
    ['Strength of the gradient', 'other'],
    ["$f'(x)$", 'derivative 1'],
    [r`$f^{\prime}(x)$`, 'derivative 1'],
    ["$f''(x)$", 'derivative 2'],
    ["$x'$", 'other'],
    [r`$\frac{d}{dt}$`, 'derivative 1'],
    [r`$\dfrac{\mathrm{d}y}{\mathrm{d}x}$`, 'derivative 1'],
    [r`$\frac{d^2 y}{dx^{2}}$`, 'derivative 2'],
    [r`$\frac{\partial f}{\partial x}$`, 'derivative 1'],
    ['dy / dx', 'derivative 1'],
    ['dose / day', 'other'],
    [r`$\frac{dose}{time}$`, 'other'],
    [r`$\dfrac{a}{b}$`, 'other'],
    ['Änderung', 'other'],
    ['Ableitung', 'derivative 1'],
  ])('%s: %s', (header, expected) => {
    expect(kind(header)).toBe(expected);
  });
  test.each([
    ["$f'(t)$", 't'],
    ['d/dw', 'w'],
    [r`$\frac{df}{du}$`, 'u'],
    ['Derivative', null],
    ['dose/day', null],
  ])('%s names %s', (header, variable) => {
    expect(variableOfHeader(header)).toBe(variable);
  });
});

test.each([
  [r`\text{the  derivative}`, 'the derivative'],
  [r`\left( x \right)`, '( x )'],
  [r`\(f^\prime\)`, "f'"],
  [r`\lefty`, r`\lefty`],
])('%s in plain words', (tex, words) => {
  expect(plainWords(tex).trim()).toBe(words);
});
