import { describe, expect, it } from 'vitest';
import { samplePlot } from '../../../src/plot/plot.js';
import type { RealFunction } from '../../../src/plot/interval.js';
import type { Curve, Plot } from '../../../src/protocol.js';
import { reading, rowsOf, valueAt } from '../../../src/webview/values.js';

const plotOf = (f: RealFunction): Plot => samplePlot(f, null, { variable: 'x', x: [-5, 5] });
const read = (f: RealFunction, x: number): number | null => {
  return valueAt(plotOf(f).curves[0] as Curve, x);
};

describe('valueAt', () => {
  it.each([-4.99, -1.234, 0.001, 3.3, 5])('is within a thousandth of a wave at %d', (x) => {
    expect(read(Math.sin, x)).toBeCloseTo(Math.sin(x), 4);
  });
  it.each<[string, RealFunction, number, number | null]>([
    ['at a corner', Math.abs, 0.01, 0.01],
    ['at a filled dot', Math.floor, 1, 1],
    ['just before a jump', Math.floor, 0.9999, 0],
    ['at a pole', (x) => 1 / x, 0, null],
    ['at a hole', (x) => Math.sin(x) / x, 0, null],
    ['outside the domain', Math.sqrt, -1, null],
    ['at the end of the domain', Math.sqrt, 0, 0],
    ['outside the window', Math.sin, 6, null],
  ])('%s', (_, f, x, value) => {
    const got = read(f, x);
    if (value === null) expect(got).toBeNull();
    else expect(got).toBeCloseTo(value, 3);
  });
});

describe('reading', () => {
  it.each<[value: number | null, range: readonly [number, number], text: string]>([
    [1.23456, [-5, 5], '1.23'],
    [-0.5, [-1, 1], '−0.500'],
    [0.0000001, [-5, 5], '0'],
    [123.456, [0, 1000], '123'],
    [null, [0, 1], '—'],
    [NaN, [0, 1], '—'],
    [2.5e9, [0, 1e10], '2.500·10⁹'],
    [-2.5e-12, [-1e-11, 0], '−2.500·10⁻¹²'],
  ])('%s in %j', (value, range, text) => {
    expect(reading(value, range)).toBe(text);
  });
});

describe('rowsOf', () => {
  it('has a row a place and a cell a curve', () => {
    const plot = samplePlot(
      (x) => x * x,
      (x) => 2 * x,
      { variable: 'x', x: [-2, 2] },
    );
    expect(rowsOf(plot, [{ at: 1, label: '1' }])).toEqual([{ x: '1', values: ['1.00', '2.00'] }]);
  });
});
