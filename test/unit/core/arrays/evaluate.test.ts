import { describe, expect, it } from 'vitest';
import { LATEX } from '../../../../src/notation/index.js';
import type { Family } from '../../../../src/core/arrays/arrays.js';
import { evaluateArrays, type Valuation } from '../../../../src/core/arrays/evaluate.js';
import type { Value } from '../../../../src/core/arrays/value.js';
import { sym, type Expr } from '../../../../src/core/expr.js';

const read = (tex: string): Expr => {
  const { statements, problems } = LATEX.parse(tex);
  expect(problems).toEqual([]);
  return (statements[0] as { expr: Expr }).expr;
};
const z = [0.5, -1, 2];
const y = [0.2, 0.5, 0.3];
const A = [
  [1, 2, 3],
  [4, 5, 7],
];
const softmax: Family = {
  name: sym('s'),
  indices: [sym('i')],
  value: read('\\frac{e^{z_i}}{\\sum_j e^{z_j}}'),
};
const valuation = (extra: Readonly<Record<string, Value>> = {}): Valuation => ({
  values: new Map(Object.entries({ z, y, A, ...extra })),
  definitions: new Map(),
  families: new Map([['s', softmax]]),
});
const total = z.reduce((t, x) => t + Math.exp(x), 0);

/** Formula, what is given besides, value. */
const VALUES: readonly (readonly [string, Readonly<Record<string, Value>>, Value | null])[] = [
  ['z_2', {}, -1],
  ['z_i', { i: 3 }, 2],
  ['z_{i-1}', { i: 3 }, -1],
  ['A_{ij}', { i: 2, j: 3 }, 7],
  ['z_4', {}, null],
  ['\\sum_i z_i', {}, 1.5],
  ['\\sum_{i=1}^{n} z_i', {}, 1.5],
  ['\\sum_{i=1}^{n} z_i', { n: 2 }, -0.5],
  ['\\sum_{i=2}^{3} z_i', {}, 1],
  ['\\sum_{i \\ne k} z_i', { k: 3 }, -0.5],
  ['\\prod_i z_i', {}, -1],
  ['\\sum_i \\sum_j A_{ij} z_j', {}, 0.5 - 2 + 6 + 2 - 5 + 14],
  ['\\sum_{i,j} A_{ij}', {}, 22],
  ['\\log \\sum_j e^{z_j}', {}, Math.log(total)],
  ['s_1', {}, Math.exp(0.5) / total],
  ['\\sum_i s_i', {}, 1],
  ['-\\sum_i y_i \\log s_i', {}, Math.log(total) - (0.1 - 0.5 + 0.6)],
  ['\\delta_{ik}', { i: 1, k: 1 }, 1],
  ['\\delta_{ik}', { i: 1, k: 2 }, 0],
  ['\\sum_j \\delta_{jk} z_j', { k: 2 }, -1],
];

describe('a formula with indices at arrays of numbers', () => {
  it.each(VALUES)('%s with %j is %j', (tex, extra, expected) => {
    const found = evaluateArrays(read(tex), valuation(extra));
    if (typeof expected === 'number') expect(found).toBeCloseTo(expected, 12);
    else expect(found).toEqual(expected);
  });
  it('a whole family has as many entries as the arrays that its index runs over', () => {
    expect(evaluateArrays(sym('s'), valuation())).toHaveLength(3);
  });
});
