/** Functions that give a value and its derivatives back together. */
import { beforeAll, describe, expect, test } from 'vitest';
import { checked, load, told } from './checked.js';

beforeAll(load);

const verdicts = (text: string): (string | undefined)[] => checked(text).map((c) => c.verdict);

describe('in one variable', () => {
  const at = (fields: string): string => `export function cubic(x: number) { return { ${fields} }; }`;
  test.each([
    ['value: x ** 3, derivative: 3 * x ** 2', 'true'],
    ['value: x ** 3, derivative: 3 * x', 'false'],
    ['f: x ** 3, df: 3 * x ** 2', 'true'],
    ['f: x ** 3, df: x ** 2 + 1', 'false'],
    ['y: x ** 3, value: Math.exp(x), dx: Math.exp(x)', 'undecided'],
  ])('%s is %s', (fields, verdict) => {
    expect(verdicts(at(fields)).filter((v) => v !== 'undecided')).toEqual(
      verdict === 'undecided' ? [] : [verdict],
    );
  });
  test('is told with its place', () => {
    const [claim] = checked(at('value: x ** 3, derivative: 3 * x'));
    expect(claim?.message).toContain(
      'derivative of cubic is not the derivative of its own value with respect to x: at x = ',
    );
    expect(claim?.expected).toContain('3 * x ** 2');
  });
});

describe('in several', () => {
  const loss = (fields: string): string =>
    `export function lossAndGrad(w: number, x: number, y: number) { const e = w * x - y; return { ${fields} }; }`;
  test.each([
    ['half of it', 'loss: e * e, grad: e * x', 'false'],
    ['the right one', 'loss: e * e, grad: 2 * e * x', 'true'],
    ['half of the square', 'loss: 0.5 * e * e, grad: e * x', 'true'],
    ['one by what is within', 'loss: e * e, grad: 2 * e', 'undecided'],
    ['all of them', 'loss: e * e, grad: [2 * e * x, 2 * e * w, -2 * e]', 'true'],
    ['all of them, one wrong', 'loss: e * e, grad: [2 * e * x, 2 * e * w, 2 * e]', 'false'],
    ['by name', 'loss: e * e, dw: 2 * e * x', 'true'],
    ['by name, half of it', 'loss: e * e, dw: e * x', 'false'],
    ['something else', 'loss: e * e, grad: Math.sign(e)', 'undecided'],
  ])('%s', (_, fields, verdict) => expect(verdicts(loss(fields))).toEqual([verdict]));
});

test('half of the derivative is named so', () => {
  const text = 'const lossAndGrad = (w: number, x: number) => ({ loss: w * w * x, grad: w * x });';
  expect(told(text)).toEqual(['lossAndGrad false missing-factor']);
  expect(checked(text)[0]?.message).toContain('the derivative is 2 times as much');
});

test.each([
  ['colours', 'const mix = (r: number) => ({ f: r * 2, g: r * 3, b: 1 });'],
  ['text', 'const fill = (c: string) => ({ value: c, gradient: `linear-gradient(${c})` });'],
  ['a result beside other numbers', 'const step = (x: number) => ({ result: x * x, delta: x });'],
])('no claim: %s', (_, text) => expect(told(text)).toEqual([]));
