import { expect, test } from 'vitest';
import { boundsIn } from '../../../../src/core/arrays/sumBounds.js';
import type { Value } from '../../../../src/core/arrays/value.js';
import { read } from './asked.js';

const values = new Map<string, Value>([
  ['x', [1, 2, 3]],
  ['A', [[1, 2, 3, 4], [5, 6, 7, 8]]],
]); // prettier-ignore

test.each([
  ['to the last entry', '\\sum_{i=1}^n x_i', 'n', 3],
  ['from 0', '\\sum_{i=0}^n x_i', 'n', 2],
  ['over columns', '\\sum_{j=1}^m A_{2j}', 'm', 4],
  ['within another sum', '\\sum_{i=1}^m \\sum_{j=1}^n A_{ij}', 'n', 4],
  ['of nothing that is known', '\\sum_{i=1}^n y_i', 'n', undefined],
  ['of numbers', '\\sum_{i=1}^n i^2', 'n', undefined],
])('%s', (_, tex, name, length) => {
  expect(boundsIn([read(tex)], values).get(name)).toBe(length);
});
