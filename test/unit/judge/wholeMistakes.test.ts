/** Wrong signs in trees of shared and of nested parts: the work is counted. */
import { checkFile } from '../../../src/headless/checkFile.js';
import { beforeEach, expect, test, vi } from 'vitest';
import { add, call, div, mul, num, ONE, sqrt, sym, type Expr } from '../../../src/core/expr.js';
import type * as Walk from '../../../src/core/walk.js';
import { SIGN_MISTAKES, WHOLE_MISTAKES } from '../../../src/judge/mistakes/wholeMistakes.js';

const calls = vi.hoisted(() => ({ looked: 0, made: 0 }));
vi.mock('../../../src/core/walk.js', async (original) => {
  const walk = await original<typeof Walk>();
  return {
    ...walk,
    children: (e: Expr) => (calls.looked++, walk.children(e)),
    withChildren: (e: Expr, parts: readonly Expr[]) => (calls.made++, walk.withChildren(e, parts)),
  };
});
beforeEach(() => {
  calls.looked = calls.made = 0;
});

const x = sym('x');
const nested = (n: number, around: (u: Expr) => Expr): Expr => (n === 0 ? x : around(nested(n - 1, around)));
const MISTAKES = [...SIGN_MISTAKES, ...WHOLE_MISTAKES];
const answersTo = (right: Expr): readonly Expr[] => MISTAKES.flatMap((m) => m.answers(right, x));

test.each<readonly [string, (u: Expr) => Expr]>([
  ['quotients', (u) => div(x, add(ONE, u))],
  ['radicals', (u) => sqrt(add(x, u))],
  ['both', (u) => div(sqrt(add(x, u)), add(u, num(2)))],
])('towers of %s take work for each answer, and no more', (_, around) => {
  const depth = 100;
  const answers = answersTo(nested(depth, around));
  expect(answers.length).toBeGreaterThan(60);
  // Signs within a root within a denominator are another path of that depth.
  expect(calls.made).toBeLessThan(3 * answers.length * depth);
  expect(calls.looked).toBeLessThan(20 * answers.length * depth);
});

test('a part that is shared is looked through once', () => {
  const depth = 18;
  const shared = nested(depth, (u) => mul(call('sin', u), call('cos', u)));
  answersTo(shared);
  expect(calls.looked).toBeLessThan(40 * depth);
});

test.each([
  [String.raw`$\frac{d^2}{dx^2} x^4 = 4x^3$`, 'higher-order-missed'],
  [String.raw`$\frac{d^2}{dx^2} \sin x = \cos x$`, 'higher-order-missed'],
  [String.raw`$\frac{d^3}{dx^3} x^5 = 20x^3$`, 'higher-order-missed'],
  [String.raw`$\frac{d^2}{dx^2} e^{3x} = 3e^{3x}$`, 'higher-order-missed'],
  [String.raw`$\frac{d^2}{dx^2} x^4 = x^4$`, 'function-value-instead'],
  [String.raw`$\frac{d}{dx} x^3 = x^3$`, 'function-value-instead'],
  [String.raw`$\frac{\partial}{\partial x} (x^2 y^3) = 2yx^3$`, 'letters-swapped'],
  [String.raw`$\frac{\partial}{\partial x} (x^2 y^3) = 3x^2 y^2$`, 'wrong-variable'],
])('%s is told as %s', (text, code) => {
  expect(checkFile('note.md', text).map((c) => c.mistake)).toEqual([code]);
});
