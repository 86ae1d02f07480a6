import { expect, test } from 'vitest';
import { read } from '../../../../src/core/ruleText.js';
import { joinedPieces } from '../../../../src/core/tidy/joinedPieces.js';
import { printPlain } from '../../../../src/notation/plain/print.js';

test.each([
  ['piecewise(1, x > 0, 1, x <= 0)', '1'],
  ['piecewise(a, x > 0, a, x <= 0) + piecewise(2, x > 1, 2, x <= 1)', 'a + 2'],
  // Nothing says what there is at 0.
  ['piecewise(1, x > 0, 1, x < 0)', '(x > 0 ? 1 : (x < 0 ? 1 : NaN))'],
  ['piecewise(1, x > 0, 2, x <= 0)', '(x > 0 ? 1 : (x <= 0 ? 2 : NaN))'],
  ['piecewise(piecewise(1, x > 0, 0, x <= 0), max(0, x) < 6, 0, max(0, x) >= 6)', '(0 < x < 6 ? 1 : 0)'],
  ['piecewise(piecewise(1, x < 1, 0, x >= 1), min(x, 1) > -1, 0, min(x, 1) <= -1)', '(-1 < x < 1 ? 1 : 0)'],
  // The maximum settles nothing, or does so with the other argument.
  ['piecewise(1, max(0, x) < -1, 2, max(0, x) >= -1)', '(max(0, x) < -1 ? 1 : (max(0, x) >= -1 ? 2 : NaN))'],
  ['piecewise(1, max(x, y) < 1, 2, max(x, y) >= 1)', '(max(x, y) < 1 ? 1 : (max(x, y) >= 1 ? 2 : NaN))'],
  ['x + max(x, 1)', 'x + max(x, 1)'],
])('%s is %s', (text, expected) => {
  expect(printPlain(joinedPieces(read(text)))).toBe(expected);
});
