import { expect, test } from 'vitest';
import { apart, short } from '../../../src/judge/figures.js';

test('a number has six digits', () => expect(short(2 / 3)).toBe('0.666667'));

test.each([
  [2, 3, ['2', '3']],
  [2, 2.0000001, ['2', '2.0000001']],
  [2, 2.000000000001, ['2', '2.000000000001']],
  [0.1 + 0.2, 0.3, ['0.30000000000000004', '0.3']],
  [0.41997434161402614, 0.41997434161402614, null],
])('%d and %d are told apart, or not at all', (a, b, expected) => expect(apart(a, b)).toEqual(expected));
