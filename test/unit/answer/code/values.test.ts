/** Values of the derivative of code: what the difference quotients tend to, also where the formula fails. */
import { beforeAll, expect, test } from 'vitest';
import { UNLIMITED } from '../../../../src/core/derivation.js';
import { Headless, prepare } from '../../../../src/headless/index.js';

const headless = new Headless();
beforeAll(() => prepare({ notation: 'typescript' }));

/** The derivative of the text's only function by its first variable. */
function values(text: string, at: readonly object[], more: object = {}): readonly unknown[] {
  const reply = headless.reply({ notation: 'typescript', text, at, ...more }, UNLIMITED);
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.result.values;
}

test.each([
  ['max beside |x|', 'Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))', 0, 0.5],
  ['x|x|', 'x * Math.abs(x)', 0, 0],
  ['two kinks that cancel', 'Math.max(x, 0) + Math.min(x, 0)', 0, 1],
  ['kinks aside from 0', 'Math.max(x, 2) + Math.min(x, 2)', 2, 1],
  ['a root beside what is 0 there', 'Math.cbrt(x) * Math.sin(x)', 0, 0],
  ['a filled hole', 'x === 0 ? 1 : Math.sin(x) / x', 0, 0],
  ['pieces that meet smoothly', 'Math.abs(x) <= 1 ? 0.5 * x * x : Math.abs(x) - 0.5', 1, 1],
])('where the slopes agree: %s', (_, f, x, slope) => {
  const [value] = values(`const f = (x: number) => ${f};`, [{ x }]);
  expect(value).toBeCloseTo(slope, 6);
});

test.each([
  ['a kink', 'Math.max(0, x)', 0],
  ['a kink of a piece', 'x > 0 ? x : 0.01 * x', 0],
  ['a kink elsewhere', 'Math.abs(x - 3) * 2', 3],
  ['a step', 'x > 0 ? 1 : 0', 0],
  ['a step of whole numbers', 'Math.floor(x)', 1],
  ['an upright tangent', 'Math.cbrt(x)', 0],
  ['the end of the domain', 'x ** 1.5', 0],
  ['a kink at a local constant', '(d => x < 1 / d ? 9 * x : 3)(3)', 1 / 3],
])('none where they do not: %s', (_, f, x) => {
  expect(values(`const f = (x: number) => ${f};`, [{ x }])).toEqual([null]);
});

test.each([
  ['Math.log(1 + Math.exp(x))', 800, 1],
  ['1 / (1 + Math.exp(-x))', -800, 0],
  ['Math.exp(2 * x) / (1 + Math.exp(2 * x))', 500, 0],
  ['Math.log(Math.cosh(x))', -1000, -1],
])('where doubles overflow on the way: %s', (f, x, slope) => {
  const [value] = values(`const f = (x: number) => ${f};`, [{ x }]);
  expect(value).toBeCloseTo(slope, 9);
});

test('what doubles cannot hold is null', () => {
  expect(values('const f = (x: number) => Math.exp(x);', [{ x: 800 }])).toEqual([null]);
});

test('a tie of several parameters', () => {
  const text = `function lse(a: number, b: number) {
  const m = Math.max(a, b);
  return m + Math.log(Math.exp(a - m) + Math.exp(b - m));
}`;
  const at = [{ a: 1, b: 1 }, { a: 1, b: 2 }]; // prettier-ignore
  expect(values(text, at, { variable: 'a' })).toEqual([0.5, expect.closeTo(1 / (1 + Math.E), 12)]);
});

test.each([
  ['polynomials', 'x ** 7 - 3 * x', (x: number) => 7 * x ** 6 - 3],
  ['waves', 'Math.sin(40 * x)', (x: number) => 40 * Math.cos(40 * x)],
  ['growth', 'Math.exp(5 * x)', (x: number) => 5 * Math.exp(5 * x)],
  ['near a pole', '1 / (x - 1.001)', (x: number) => -1 / (x - 1.001) ** 2],
])('everywhere else the formula decides, to the last digits: %s', (_, f, slope) => {
  const xs = [-2.7, -1, -1e-7, 0, 1e-9, 0.3, 1, 5.5];
  const found = values(
    `const f = (x: number) => ${f};`,
    xs.map((x) => ({ x })),
  );
  found.forEach((value, i) => {
    const right = slope(xs[i] ?? NaN);
    expect(Math.abs(Number(value) - right) / Math.max(1, Math.abs(right))).toBeLessThan(1e-13);
  });
});
