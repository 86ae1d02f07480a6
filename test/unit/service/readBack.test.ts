import { describe, expect, test } from 'vitest';
import { NO_CONTEXT } from '../../../src/notation/notation.js';
import { parse } from '../../../src/notation/latex/parse.js';
import { readsBack } from '../../../src/answer/readBack.js';

describe('reading back', () => {
  test.each([
    ['2x', '2x', true],
    ['x + 1', '1 + x', true],
    ['x^2 - 1', '(x - 1)(x + 1)', true],
    ['2(x + 1)', '2x + 1', false],
    ['\\sin(x + 1)', '\\sin x + 1', false],
    ['\\frac{1}{2x}', '1/2x', false],
    ['2x', '\\frac{', true],
  ])('%s printed as %s is right: %s', (meant, printed, right) => {
    const [statement] = parse(meant).statements;
    expect(statement && readsBack(statement.expr, printed, NO_CONTEXT)).toBe(right);
  });
});
