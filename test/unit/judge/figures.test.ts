import { expect, test } from 'vitest';
import { apart, short } from '../../../src/judge/figures.js';

test.each([
  [1 / 3, '0.333333'],
  [123456.4, '123456'],
  [1234567, '1234570'],
  [2, '2'],
])('%d in a message is %s', (value, expected) => {
  expect(short(value)).toBe(expected);
});

test.each<readonly [number, number, readonly [string, string] | null]>([
  [2, 3, ['2', '3']],
  [1.00001, 1.00002, ['1.00001', '1.00002']],
  [1.000001, 1.000002, ['1.000001', '1.000002']],
  [2, 2.0000001, ['2', '2.0000001']],
  [1, 1 + Number.EPSILON, ['1', '1.0000000000000002']],
  [0.1 + 0.2, 0.30000000000000016, ['0.3', '0.3000000000000002']],
  [0.1 + 0.2, 0.3, ['0.30000000000000004', '0.3']],
  [2, 2, null],
])('%d and %d are told apart', (a, b, expected) => {
  expect(apart(a, b)).toEqual(expected);
});
