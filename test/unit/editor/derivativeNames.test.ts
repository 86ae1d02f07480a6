import { expect, test } from 'vitest';
import { mayHaveClaims, mayNameDerivative } from '../../../src/editor/derivativeNames.js';

test.each([
  ['const f = 1; const fPrime = 2;', true],
  ['function sigmoid_derivative() {}', true],
  ['const loss = 1; const gradLoss = 2;', true],
  ['const f = 1; const dF = 2;', true],
  ['const f = 1; const df = 2;', true],
  ['const f = 1; const df_dx = 2;', true],
  ['const a = { fn: 1, derivative: 2 };', true],
  ['const a = { forward: 1, backward: 2 };', true],
  ['const a = { output: 1, der: 2 };', true],
  ['const f = (x) => 1; const f_x = (x) => 2;', true],
  ['const f = (x) => 1; const f_dx = (x) => 2;', true],
  ['const cat = 1; const dog = 2;', false],
  ['const a_b = 1; const c = 2;', false],
  ['const data = load(); export default data;', false],
  ['', false],
])('%s: %s', (text, expected) => {
  expect(mayNameDerivative(text)).toBe(expected);
});

test.each([
  ['/** The square $x^2$. */\nconst a = 1;', true],
  ['/**\n * It is `f(x) = x`.\n */\nconst a = 1;', true],
  ['const price = `$${cost}`;', false],
  ['/** Nothing. */\nconst a = 1;', false],
])('mathematics in a comment: %s', (text, expected) => {
  expect(mayHaveClaims(text)).toBe(expected);
});
