import { describe, expect, test } from 'vitest';
import { ask } from './note.js';

const target = (tex: string, variable?: string): string => {
  const asked = ask(tex, variable === undefined ? {} : { variable });
  return asked.ok ? asked.variable.kind : asked.code;
};

describe('letters at places that are counted', () => {
  test.each([
    ['two of a matrix', '\\frac{\\partial}{\\partial P_{ab}} \\sum_{i,j} P_{ij}^2', 'component'],
    ['one of a vector', '\\frac{\\partial}{\\partial x_a} \\sum_i x_i^2', 'component'],
    ['not of numbers alone', '\\frac{\\partial}{\\partial x_a} (x_1^2 + x_a)', 'sym'],
  ])('%s', (_, tex, kind) => {
    expect(target(tex)).toBe(kind);
  });
});
