import { describe, expect, test } from 'vitest';
import { centralDifference } from '../../../src/core/compare/difference.js';
import { compile } from '../../../src/core/evaluate.js';
import { call } from '../../../src/core/expr.js';
import { FUNCTIONS } from '../../../src/core/functions/index.js';

/** Points spread over a range, none of them its ends. */
const spread = ([lo, hi]: readonly [number, number]): number[] =>
  [0.07, 0.23, 0.41, 0.62, 0.83, 0.96].map((t) => lo + t * (hi - lo));

describe('every function row', () => {
  for (const row of FUNCTIONS) {
    row.derivatives.forEach((derivative, k) => {
      if (!derivative) return;
      test(`${row.name}: the derivative by argument ${String(k + 1)} agrees with differences`, () => {
        const names = row.params.map((p) => p.id);
        const f = compile(call(row.name, ...row.params), names);
        const g = compile(derivative, names);
        const middle = row.sample.map(([lo, hi]) => lo + 0.57 * (hi - lo));
        for (const x of spread(row.sample[k] as readonly [number, number])) {
          const at = (t: number): number[] => middle.map((m, i) => (i === k ? t : m));
          const numeric = centralDifference((t) => f(...at(t)), x, 0.01);
          expect(numeric, `${row.name} has no value around ${String(x)}`).not.toBeNull();
          expect(g(...at(x))).toBeCloseTo(numeric?.value ?? NaN, 6);
        }
      });
    });
  }

  test('names are distinct', () => {
    expect(new Set(FUNCTIONS.map((f) => f.name)).size).toBe(FUNCTIONS.length);
  });
});
