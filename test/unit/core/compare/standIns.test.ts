import { describe, expect, test } from 'vitest';
import { centralDifference } from '../../../../src/core/compare/difference.js';
import { FAMILIES, standIn, wave } from '../../../../src/core/compare/standIns.js';
import { compile } from '../../../../src/core/evaluate.js';
import { sym } from '../../../../src/core/expr.js';

const X = sym('x');
const families = Array.from({ length: FAMILIES }, (_, family) => family);

describe('functions that stand for unknown ones', () => {
  test.each([0, 1, 2, 3])('a wave of order %i + 1 is the derivative of the one before', (order) => {
    const [f, g] = [order, order + 1].map((n) => compile(wave(1, n, X), [X.id]));
    for (const x of [-0.6, 0.4, 1.7])
      expect(centralDifference((t) => f?.(t) ?? NaN, x)?.value).toBeCloseTo(g?.(x) ?? NaN, 7);
  });
  test.each(families)('of family %i are defined on the line, and no two the same', (family) => {
    const functions = [0, 1, 2].map((k) => {
      const { params, value } = standIn(sym('f'), 1, k, family);
      return compile(value, [params[0]?.id ?? '']);
    });
    for (const x of [-1.9, 0.37, 2.7]) {
      const values = functions.map((f) => f(x));
      expect(values.every(Number.isFinite)).toBe(true);
      expect(new Set(values.map((v) => v.toFixed(3))).size).toBe(3);
    }
  });
  test.each(families)('of family %i change with each of their arguments', (family) => {
    const { params, value } = standIn(sym('f'), 2, 0, family);
    const f = compile(
      value,
      params.map((p) => p.id),
    );
    expect(f(0.4, 0.7)).not.toBeCloseTo(f(0.5, 0.7), 4);
    expect(f(0.4, 0.7)).not.toBeCloseTo(f(0.4, 0.9), 4);
  });
});
