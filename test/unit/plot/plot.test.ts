import { describe, expect, it } from 'vitest';
import type { Interval, RealFunction } from '../../../src/plot/interval.js';
import { samplePlot } from '../../../src/plot/plot.js';
import { commonRange, yRange } from '../../../src/plot/range.js';
import { sample } from '../../../src/plot/sample.js';
import { chooseWindow, TRIGONOMETRIC_WINDOW, USUAL_WINDOW } from '../../../src/plot/window.js';

const rounded = (x: Interval): number[] => x.map((n) => Number(n.toPrecision(2)));

/** A function that has values up to so far from 0. */
const inCircle =
  (reach: number): RealFunction =>
  (x) =>
    Math.abs(x) < reach ? x * x : NaN;
/** A line that leaves its chord by about 7.4 times the share. */
const almostLine =
  (share: number): RealFunction =>
  (x) =>
    x + share * (Math.cosh(x) - 1);

describe('chooseWindow', () => {
  const table: [name: string, f: RealFunction, window: number[]][] = [
    ['a parabola', (x) => x * x, [-5, 5]],
    ['a constant', () => 1, [-5, 5]],
    ['1/x', (x) => 1 / x, [-5, 5]],
    ['1/x²', (x) => 1 / x ** 2, [-5, 5]],
    ['the step', (x) => (x > 0 ? 1 : 0), [-5, 5]],
    ['undefined everywhere', () => NaN, [-5, 5]],
    ['ln begins at 0', Math.log, [-0.6, 9.4]],
    ['sqrt(−x) ends at 0', (x) => Math.sqrt(-x), [-9.4, 0.6]],
    ['asin has two ends', Math.asin, [-1.2, 1.2]],
    ['a domain far away', (x) => Math.log(x - 100), [99, 110]],
    ['a domain far to the left', (x) => Math.sqrt(-x - 500), [-510, -500]],
    ['a small domain', (x) => Math.sqrt(1e-4 - x * x), [-0.012, 0.012]],
    ['x^x, which has lone values at −1, −2, …', (x) => x ** x, [-0.24, 3.8]],
    ['exp', Math.exp, [-3, 3]],
    ['exp(x²)', (x) => Math.exp(x * x), [-2, 2]],
    ['a cubic’s hill and valley', (x) => x ** 3 - 3 * x, [-2, 2]],
    ['a slow wave', (x) => Math.sin(x / 100), [-500, 500]],
    ['a fast wave', (x) => Math.sin(100 * x), [-0.19, 0.19]],
  ];
  it.each(table)('%s', (_, f, window) => {
    expect(rounded(chooseWindow(f))).toEqual(window);
  });
  // Each bound, from both sides.
  const bounds: [name: string, near: RealFunction, beyond: RealFunction, window: number[]][] = [
    [
      '36 turns are shown, 37 looked at closer',
      (x) => Math.sin(11.6 * x),
      (x) => Math.sin(11.7 * x),
      [-1.7, 1.7],
    ],
    ['three fifths at one height', (x) => Math.exp(0.82 * x), (x) => Math.exp(0.84 * x), [-3, 3]],
    ['turns within 15 % of the height', (x) => x ** 3 - 9.75 * x, (x) => x ** 3 - 9.5 * x, [-4, 4]],
    ['a bend of 1 % of the height', (x) => x + 0.0041 * x * x, (x) => x + 0.004 * x * x, [-100, 100]],
    ['values at 85 % of the places', inCircle(4.3), inCircle(4.25), [-5.1, 5.1]],
    ['what is no exact line', almostLine(1.35e-8), almostLine(1.4e-8), [-20, 20]],
  ];
  it.each(bounds)('%s', (_, near, beyond, window) => {
    expect(chooseWindow(near)).toEqual(USUAL_WINDOW);
    expect(rounded(chooseWindow(beyond))).toEqual(window);
  });
  it('keeps to the window it is given where that serves', () => {
    expect(chooseWindow(Math.sin, TRIGONOMETRIC_WINDOW)).toEqual(TRIGONOMETRIC_WINDOW);
  });
});

describe('yRange', () => {
  const rangeOf = (f: RealFunction): Interval =>
    yRange(sample(f, { x: USUAL_WINDOW }), USUAL_WINDOW) ?? [NaN, NaN];

  it('shows all of a bounded curve, however narrow its peak', () => {
    expect(rangeOf((x) => Math.exp(-50 * x * x))[1]).toBeCloseTo(1, 3);
  });
  it.each<[string, RealFunction]>([
    ['1/x', (x) => 1 / x],
    ['tan', Math.tan],
    ['1/sin', (x) => 1 / Math.sin(x)],
  ])('keeps the branches of %s in sight', (_, f) => {
    const [low, high] = rangeOf(f);
    expect(high).toBeGreaterThan(1.5);
    expect(high).toBeLessThan(12);
    expect(low).toBeLessThan(-1.5);
    expect(low).toBeGreaterThan(-12);
  });
  it('has nothing to say about a curve without points', () => {
    expect(yRange({ runs: [], poles: [] }, [-1, 1])).toBeNull();
  });
});

describe('commonRange', () => {
  const table: [main: Interval | null, other: Interval | null, low: number, high: number][] = [
    [[0, 1], [0, 2], -0.12, 2.12],
    [[3, 3], null, -0.36, 6.36],
    [[0, 0], [0, 0], -1.12, 1.12],
    [null, null, -1.12, 1.12],
    [[1, 9], null, 0 - 0.54, 9.54],
    // The derivative is a hundred times as tall: it is cut, the function stays visible.
    [[-1, 1], [-100, 100], -5.6, 5.6],
    // It would be out of sight: better a flat function than no derivative.
    [[0, 1], [1000, 1001], -60.06, 1061.06],
  ];
  it.each(table)('%j and %j', (main, other, low, high) => {
    const range = commonRange(main, other);
    expect(range[0]).toBeCloseTo(low, 6);
    expect(range[1]).toBeCloseTo(high, 6);
  });
});

describe('samplePlot', () => {
  it('names the curves after the variable', () => {
    const plot = samplePlot(Math.sin, Math.cos, { variable: 't', trigonometric: true });
    expect(plot.curves.map((c) => [c.name, c.role])).toEqual([
      ['f(t)', 'function'],
      ['f′(t)', 'derivative'],
    ]);
    expect(plot.xUnit).toBe('pi');
  });
  it('takes the window it is told', () => {
    expect(samplePlot(Math.log, null, { variable: 'x', x: [2, 3] })).toMatchObject({
      x: [2, 3],
      parameters: '',
    });
  });
  it('is the same each time', () => {
    const once = (): unknown => samplePlot(Math.tan, (x) => 1 / Math.cos(x) ** 2, { variable: 'x' });
    expect(once()).toEqual(once());
  });
});
