import { expect, test } from 'vitest';
import { compile } from '../../../src/core/evaluate.js';
import { num, sym, type Expr } from '../../../src/core/expr.js';
import { binder } from '../../../src/core/walk.js';
import { read } from '../../../src/core/ruleText.js';
import { integrate } from '../../../src/core/quadrature.js';

test.each<[string, (x: number) => number, number, number, number]>([
  ['x²', (x) => x * x, 0, 3, 9],
  ['sin', Math.sin, 0, Math.PI, 2],
  ['backwards', Math.exp, 1, 0, 1 - Math.E],
  ['a peak', (x) => 1 / (1e-4 + x * x), -1, 1, 200 * Math.atan(100)],
  ['√x', Math.sqrt, 0, 1, 2 / 3],
  ['to ∞', (x) => Math.exp(-x), 0, Infinity, 1],
  ['from −∞', (x) => Math.exp(-x * x), -Infinity, 0, Math.sqrt(Math.PI) / 2],
  ['from ∞ back', (x) => 1 / (x * x), Infinity, 2, -1 / 2],
  ['over all', (x) => 1 / (1 + x * x), -Infinity, Infinity, Math.PI],
])('∫ %s', (_, f, a, b, value) => {
  expect(Math.abs(integrate(f, a, b) / value - 1)).toBeLessThan(1e-8);
});

test('what has no value has no integral', () => {
  expect(integrate((x) => 1 / x, 0, 1)).toBeNaN();
  expect(integrate(Math.sin, 0, Infinity)).toBeNaN();
});

test('sums and integrals within each other keep their names apart', () => {
  const [i, t] = [sym('i'), sym('t')];
  const inner: Expr = binder('integral', t, { lower: num(0), upper: i }, read('t*x'));
  const sum = binder('sum', i, { lower: num(1), upper: num(3) }, inner);
  // Σ i²x/2 over i = 1, 2, 3.
  expect(compile(sum, ['x'])(2)).toBeCloseTo(14, 10);
  const double = binder(
    'sum',
    i,
    { lower: num(1), upper: num(3) },
    binder('sum', t, { lower: num(1), upper: i }, read('i*t')),
  );
  expect(compile(double, [])()).toBe(25);
});
