import { describe, expect, test } from 'vitest';
import { Work } from '../../../../src/core/work.js';
import { rootsOf } from '../../../../src/core/domain/roots.js';
import { FUNCTIONS } from '../../../../src/core/functions/index.js';
import { call, num, sub, sym } from '../../../../src/core/expr.js';
import { binder } from '../../../../src/core/walk.js';
import { compile } from '../../../../src/core/evaluate.js';
import { read } from '../../../../src/core/ruleText.js';
import { printPlain } from '../../../../src/notation/plain/print.js';

const x = sym('x');

test.each<[string, readonly string[] | null]>([
  ['x', ['0']],
  ['2*x - 3', ['3/2']],
  ['a*x - b', ['b/a']],
  ['x^2 - 2', ['-sqrt(2)', 'sqrt(2)']],
  ['x^2 + 1', []],
  ['x^2 + 2*x + 1', ['-1']],
  ['x^3 - 6*x^2 + 11*x - 6', ['1', '2', '3']],
  ['x^4 - 5*x^2 + 4', ['-1', '1', '-2', '2']],
  ['x^3 + 8', ['-2']],
  ['x^4 + x^3 + x^2 + x + 1', []],
  // Its only zero is no number that is known.
  ['x^3 - x - 1', null],
  ['x + 1/x - 5/2', ['1/2', '2']],
  ['x*(x - 1)/(x + 2)', ['0', '1']],
  ['exp(x)', []],
  ['exp(x)^2 - 3*exp(x) + 2', ['0', 'log(2)']],
  ['1 - ln(x)', ['e']],
  ['sqrt(x) - x', ['0', '1']],
  ['sqrt(x) + 2', []],
  ['abs(x - 1) - 2', ['-1', '3']],
  ['max(x, 1 - x) - 3', ['-2', '3']],
  ['sigmoid(x) - 1/2', ['0']],
  ['tanh(x) - 2', []],
  ['sin(x)', null],
  ['exp(x) - x', []],
])('%s = 0', (text, expected) => {
  expect(rootsOf(read(text), x, new Work(4_000))?.map((r) => printPlain(r)) ?? null).toEqual(expected);
});

describe('what undoes a function', () => {
  test.each(FUNCTIONS.filter((f) => f.undone).map((f) => [f.name, f] as const))('%s', (_, row) => {
    const { by, reached } = row.undone ?? { by: x, reached: null };
    const isReached = (v: number): boolean => reached === null || compile(reached, ['u'])(v) === 1;
    const undone = compile(by, ['u']);
    for (const v of [-1.7, -0.8, -0.3, 0.2, 0.6, 0.9, 1.4, 2.8]) {
      const back = row.evaluate(undone(v));
      if (isReached(v)) expect(back).toBeCloseTo(v, 9);
      else expect(Math.abs(back - v) < 1e-9).toBe(false);
    }
  });
  test.each(FUNCTIONS.filter((f) => f.undone).map((f) => f.name))('a zero of %s(x) − 1/2 is one', (name) => {
    const e = sub(call(name, x), read('1/2'));
    for (const r of rootsOf(e, x, new Work(4_000)) ?? [])
      expect(compile(e, ['x'])(compile(r, [])())).toBeCloseTo(0, 9);
  });
});

test('odd functions with the value 0 at 0 have no other zero, unless they repeat', () => {
  const rows = FUNCTIONS.filter(
    (f) => f.parity === 'odd' && f.family !== 'trigonometric' && f.evaluate(0) === 0,
  );
  expect(rows.length).toBeGreaterThan(5);
  for (const row of rows)
    for (const v of [1e-3, 0.1, 0.5, 0.99, 1.5, 7, 40])
      expect([row.name, row.evaluate(v)]).not.toEqual([row.name, 0]);
});

test('what is too dear to be looked at is not known, and no more is spent on it', () => {
  const dear = sub(
    binder('integral', sym('t'), { lower: num(0), upper: x }, read('exp(-x*t)*t^3')),
    read('sin(exp(x))'),
  );
  const budget = new Work(4_000);
  expect(rootsOf(dear, x, budget)).toBeNull();
  expect(budget.spent).toBeLessThan(12_000);
});
