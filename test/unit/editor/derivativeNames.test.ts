import { expect, test } from 'vitest';
import { mayNameDerivative } from '../../../src/editor/derivativeNames.js';

test.each([
  ['const f = 1; const fPrime = 2;', true],
  ['function sigmoid_derivative() {}', true],
  ['const loss = 1; const gradLoss = 2;', true],
  ['const f = 1; const dF = 2;', true],
  ['const f = 1; const df = 2;', true],
  ['const f = 1; const df_dx = 2;', true],
  ['const d = 1; const dog = 2;', false],
  ['const data = load(); export default data;', false],
  ['', false],
])('%s: %s', (text, expected) => {
  expect(mayNameDerivative(text)).toBe(expected);
});
