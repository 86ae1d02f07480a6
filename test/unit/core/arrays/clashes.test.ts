import { describe, expect, it } from 'vitest';
import { asked } from './asked.js';

/** Formulas whose shapes do not fit, and what of them clashes; of small letters vectors, of capitals matrices. */
const CLASHES = [
  ['A x + y^\\top', 'sum'],
  ['A + x', 'sum'],
  ['x + \\lambda', 'sum'],
  ['x y', 'product'],
  ['x^\\top y^\\top', 'product'],
  ['x A', 'product'],
  ['\\frac{A}{B}', 'divisor'],
  ['\\frac{1}{x}', 'divisor'],
  ['x^2', 'power'],
  ['A^{\\lambda}', 'power'],
  ['e^{A}', 'matrix-function'],
  ['\\ln A', 'matrix-function'],
  ['\\det x', 'argument'],
  ['\\operatorname{tr}(x)', 'argument'],
  ['\\|A\\|_1', 'argument'],
  ['x \\odot A', 'argument'],
  ['\\operatorname{softmax}(A)', 'argument'],
  ['\\lambda^\\top x', 'argument'],
] as const;
const FIT = [
  'A x + y',
  'x y^\\top',
  'x^\\top y',
  'x^\\top A y',
  'A^2',
  'e^{x}',
  '\\tanh(A B)',
  '\\lambda A + B',
  'x \\odot y',
];

describe('shapes', () => {
  it.each(CLASHES)('%s: %s', (tex, kind) => {
    expect(asked(tex, 'z')).toMatchObject({ kind });
  });
  it.each(FIT)('%s fits', (tex) => {
    expect(asked(tex, 'z')).toHaveProperty('body');
  });
});
