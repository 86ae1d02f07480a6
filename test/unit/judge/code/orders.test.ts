/** Hand-written derivatives of higher orders, judged by the order that their names say. */
import { beforeAll, describe, expect, test } from 'vitest';
import { load, told } from './checked.js';

beforeAll(load);

/** Derivatives of x⁵ by their order. */
const RIGHT = ['x ** 5', '5 * x ** 4', '20 * x ** 3', '60 * x ** 2', '120 * x'];
const NAMES: readonly (readonly [string, number])[] = [
  ['gSecondDerivative', 2],
  ['gDoublePrime', 2],
  ['secondDerivativeOfG', 2],
  ['d2g_dx2', 2],
  ['gThirdDerivative', 3],
  ['gTriplePrime', 3],
  ['d3gdx3', 3],
  ['gFourthDerivative', 4],
];
const pair = (name: string, body: string): string =>
  `const g = (x: number) => x ** 5;\nconst ${name} = (x: number) => ${body};\n`;

describe.each(NAMES)('%s', (name, order) => {
  test('is right', () => {
    expect(told(pair(name, RIGHT[order] ?? ''))).toEqual([`${name} true`]);
  });
  test('has a wrong number', () => {
    expect(told(pair(name, `0.5 * ${RIGHT[order] ?? ''}`))).toEqual([`${name} false`]);
  });
  test('is of the order below', () => {
    expect(told(pair(name, RIGHT[order - 1] ?? ''))).toEqual([`${name} false higher-order-missed`]);
  });
});

test('a second difference is no mistake', () => {
  const text = `const g = (x: number) => x ** 5;
const gSecondDerivative = (x: number, h = 1e-3) => (g(x + h) - 2 * g(x) + g(x - h)) / (h * h);`;
  expect(told(text)).not.toContain('gSecondDerivative false');
});

/** What saturates is equal to much that is wrong, far out: no part of the line is right for that. */
test.each([
  ['tanh', 'Math.tanh(3 * x)', '1 - Math.tanh(3 * x) ** 2', 'chain-forgotten'],
  [
    'a factor within',
    '0.5 * x * (1 + Math.tanh(x + 0.044715 * x ** 3))',
    '0.5 * (1 + Math.tanh(x + 0.044715 * x ** 3)) + 0.5 * x * (1 - Math.tanh(x + 0.044715 * x ** 3) ** 2) * (1 + 0.044715 * x ** 2)',
    'missing-factor',
  ],
])('%s is not right on a part of the domain', (_, f, derivative, mistake) => {
  const text = `const f = (x: number) => ${f};\nconst fDerivative = (x: number) => ${derivative};`;
  expect(told(text)).toEqual([`fDerivative false ${mistake}`]);
});
test('that a sign of x is lost is still said', () => {
  const text = 'const f = (x: number) => Math.abs(x) * x;\nconst fDerivative = (x: number) => 2 * x;';
  expect(told(text)).toEqual(['fDerivative false abs-value-lost']);
});
