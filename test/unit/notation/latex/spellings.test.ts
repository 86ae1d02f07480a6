import { describe, expect, it } from 'vitest';
import { FUNCTIONS } from '../../../../src/core/functions/index.js';
import { functionOf, inverseOf } from '../../../../src/notation/latex/functions.js';

const rows = new Set(FUNCTIONS.map((f) => f.name));

describe('spellings of the functions', () => {
  it('every row is read by its own name', () => {
    const unread = [...rows].filter((name) => functionOf(name)?.fn !== name);
    expect(unread).toEqual([]);
  });
  it.each([
    'arcsin',
    'arcsinh',
    'arsinh',
    'tg',
    'sgn',
    'lg',
    'relu',
    'ReLU',
    'Leaky ReLU',
    'swish',
    'logistic',
    'tr',
  ])('%s names a row or a function of vectors', (word) => {
    const fn = functionOf(word)?.fn;
    expect(fn !== undefined && (rows.has(fn) || fn === 'trace')).toBe(true);
  });
  it.each(['loss', 'softmax', 'si', 'f', '', 'constructor'])('%s names none', (word) => {
    expect(functionOf(word)).toBeNull();
  });
  it('inverses are rows', () => {
    for (const fn of ['sin', 'tanh', 'sigmoid']) expect(rows.has(inverseOf(fn) ?? '')).toBe(true);
    expect(inverseOf('ln')).toBeNull();
  });
});
