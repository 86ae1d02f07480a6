import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Interval, RealFunction } from '../../../src/plot/interval.js';
import { sample, type Samples } from '../../../src/plot/sample.js';

const HALF_PI = Math.PI / 2;

/** A break as a line of a table: "pole 0.33", "0 at -1o 1o 0*" with o for an open dot and * for a filled one. */
function breaksOf(s: Samples): string[] {
  const places = [...new Set(s.dots.map((d) => d.x))].sort((a, b) => a - b);
  const dots = places.map((x) => {
    const marks = s.dots.filter((d) => d.x === x).map((d) => `${short(d.y)}${d.open ? 'o' : '*'}`);
    return `${short(x)}: ${marks.sort().join(' ')}`;
  });
  return [...s.poles.map((p) => `pole ${short(p)}`), ...dots];
}
const short = (n: number): string => String(Number(n.toPrecision(7)) + 0);

const ends = (s: Samples): string => s.runs.map((r) => `${at(r[0])}..${at(r.at(-1))}`).join(' ');
const at = (p: readonly [number, number] | undefined): string =>
  String(Number((p?.[0] ?? NaN).toFixed(4)) + 0);

const table: [
  name: string,
  f: RealFunction,
  x: Interval,
  breaks: string[],
  ends: string,
  known?: number[],
][] = [
  ['a line', (x) => 2 * x, [-5, 5], [], '-5..5'],
  ['a constant', () => 3, [-5, 5], [], '-5..5'],
  ['1/x', (x) => 1 / x, [-5, 5], ['pole 0'], '-5..0 0..5'],
  ['1/x off the grid', (x) => 1 / (x - 0.33), [-5, 5], ['pole 0.33'], '-5..0.33 0.33..5'],
  ['1/x²', (x) => 1 / x ** 2, [-5, 5], ['pole 0'], '-5..-0.0003 0.0002..5'],
  ['1/x² off the grid', (x) => 1 / (x - 0.33) ** 2, [-5, 5], ['pole 0.33'], '-5..0.3299 0.3302..5'],
  ['a faint even pole', (x) => x + 1e-4 / (x - 0.33) ** 2, [-5, 5], ['pole 0.33'], '-5..0.33 0.33..5'],
  ['a pole at an end', (x) => 1 / x, [0, 5], ['pole 0'], '0..5'],
  [
    'tan',
    Math.tan,
    [-2, 2],
    [`pole ${short(-HALF_PI)}`, `pole ${short(HALF_PI)}`],
    '-2..-1.5708 -1.5708..1.5708 1.5708..2',
  ],
  ['floor', Math.floor, [-1.5, 1.5], ['-1: -1* -2o', '0: -1o 0*', '1: 0o 1*'], '-1.5..-1 -1..0 0..1 1..1.5'],
  ['ceil', Math.ceil, [-0.5, 1.5], ['0: 0* 1o', '1: 1* 2o'], '-0.5..0 0..1 1..1.5'],
  ['sign', Math.sign, [-5, 5], ['0: -1o 0* 1o'], '-5..0 0..5'],
  ['a step at 0.3333', (x) => (x >= 0.3333 ? 1 : 0), [-5, 5], ['0.3333: 0o 1*'], '-5..0.3333 0.3333..5'],
  ['the derivative of |x|', (x) => (x === 0 ? NaN : Math.sign(x)), [-5, 5], ['0: -1o 1o'], '-5..0 0..5'],
  ['|x|', Math.abs, [-5, 5], [], '-5..5'],
  ['sqrt', Math.sqrt, [-7, 5], [], '0..5'],
  ['sqrt(1 − x²)', (x) => Math.sqrt(1 - x * x), [-5, 4], [], '-1..1'],
  ['two branches', (x) => Math.sqrt(x * x - 4), [-5, 5], [], '-5..-2 2..5'],
  ['ln', Math.log, [-7, 5], ['pole 0'], '0..5'],
  ['ln|x|', (x) => Math.log(Math.abs(x - 0.33)), [-5, 5], ['pole 0.33'], '-5..0.33 0.33..5'],
  ['x ln x', (x) => x * Math.log(x), [-5, 5], ['0: 0o'], '0..5'],
  ['x^x', (x) => x ** x, [-4.9, 5.1], [], '0..5.1'],
  ['sin(x)/x', (x) => Math.sin(x) / x, [-5, 5], ['0: 1o'], '-5..0 0..5'],
  ['a hole, known', (x) => (x * x - 1) / (x - 1), [-5, 5], ['1: 2o'], '-5..1 1..5', [1]],
  ['cancellation', (x) => (1 - Math.cos(x)) / x ** 2, [-5, 5], ['0: 0.5o'], '-5..0 0..5'],
  ['a lone value', (x) => (x === 0 ? 2 : Math.cos(x)), [-5, 5], ['0: 1o 2*'], '-5..0 0..5'],
  ['exp(1/x)', (x) => Math.exp(1 / x), [-5, 5], ['pole 0', '0: 0o'], '-5..0 0.0002..5'],
  ['a cube root', (x) => Math.cbrt(x - 0.33), [-5, 5], [], '-5..5'],
  ['steep, not broken', (x) => Math.tanh(1000 * (x - 0.33)), [-5, 5], [], '-5..5'],
  ['huge', (x) => 1e200 * x * x, [-5, 5], [], '-5..5'],
  ['tiny', (x) => 1e-200 * Math.sin(x), [-5, 5], [], '-5..5'],
  ['a huge window', (x) => 1 / (x - 7e5), [0, 1e6], ['pole 700000'], '0..699999.9499 700000.1089..1000000'],
  ['a tiny window', (x) => 1 / (x - 7e-7), [0, 1e-6], ['pole 7e-7'], '0..0 0..0'],
  ['nowhere defined', () => NaN, [-5, 5], [], ''],
  ['always infinite', () => Infinity, [-5, 5], [], '-5..5'],
];

describe('sample', () => {
  it.each(table)('%s', (_, f, x, breaks, runs, known) => {
    const s = sample(f, { x, singularities: known ?? [] });
    expect({ breaks: breaksOf(s), ends: ends(s) }).toEqual({ breaks, ends: runs });
  });

  it('begins a domain exactly where it begins', () => {
    expect(sample(Math.sqrt, { x: [-7, 5] }).runs[0]?.[0]).toEqual([0, 0]);
  });

  const costs: [name: string, f: RealFunction, most: number][] = [
    ['a line', (x) => 2 * x, 200],
    ['sin', Math.sin, 400],
    ['exp', Math.exp, 400],
    ['ln', Math.log, 600],
    ['1/x', (x) => 1 / x, 800],
    ['sin(1/x)', (x) => Math.sin(1 / x), 4000],
    ['sin(1000x)', (x) => Math.sin(1000 * x), 4000],
    ['tan(100x)', (x) => Math.tan(100 * x), 4000],
    ['noise', (x) => Math.sin(x * 1e9), 4000],
  ];
  it.each(costs)('%s costs few evaluations', (_, f, most) => {
    let asked = 0;
    const counted = (x: number): number => {
      asked++;
      return f(x);
    };
    expect(sample(counted, { x: [-5, 5] }).evaluations).toBe(asked);
    expect(asked).toBeLessThanOrEqual(most);
  });

  it('is close to a smooth function everywhere', () => {
    const f = (x: number): number => Math.sin(3 * x) + x / 2;
    const run = sample(f, { x: [-5, 5] }).runs[0] ?? [];
    run.slice(1).forEach(([x, y], i) => {
      const [px, py] = run[i] ?? [NaN, NaN];
      expect(Math.abs(f((px + x) / 2) - (py + y) / 2)).toBeLessThan(0.01);
    });
  });
});

describe('sample, for any function', () => {
  const place = fc.double({ min: -4.5, max: 4.5, noNaN: true });
  const settings = { seed: 7, numRuns: 150 };

  it('finds a pole of any order to 1e-9', () => {
    fc.assert(
      fc.property(place, fc.constantFrom(1, 2, 3, 4), fc.constantFrom(-3, 1, 50), (p, order, size) => {
        const { poles } = sample((x) => size / (x - p) ** order, { x: [-5, 5] });
        expect(poles).toHaveLength(1);
        expect(Math.abs((poles[0] ?? NaN) - p)).toBeLessThan(1e-9);
      }),
      settings,
    );
  });

  it('finds a jump to 1e-9, and no run crosses it', () => {
    fc.assert(
      fc.property(place, fc.constantFrom(-2, 0.3, 1, 40), (p, jump) => {
        const s = sample((x) => Math.cos(x) + (x < p ? 0 : jump), { x: [-5, 5] });
        expect(s.dots).toHaveLength(2);
        for (const d of s.dots) expect(Math.abs(d.x - p)).toBeLessThan(1e-9);
        for (const r of s.runs)
          expect((r[0]?.[0] ?? NaN) < p - 1e-9 && (r.at(-1)?.[0] ?? NaN) > p + 1e-9).toBe(false);
      }),
      settings,
    );
  });

  it('finds the ends of a domain to 1e-9', () => {
    fc.assert(
      fc.property(place, (p) => {
        const first = sample((x) => Math.sqrt(x - p), { x: [-5, 5] }).runs[0]?.[0]?.[0] ?? NaN;
        expect(Math.abs(first - p)).toBeLessThan(1e-9);
      }),
      settings,
    );
  });

  it('gives finite points in order, within the window and the budget', () => {
    const piece = fc.constantFrom<RealFunction>(
      Math.tan,
      Math.log,
      Math.sqrt,
      Math.floor,
      Math.asin,
      (x) => 1 / x,
      Math.exp,
    );
    fc.assert(
      fc.property(
        piece,
        piece,
        fc.double({ min: -9, max: 9, noNaN: true }),
        fc.double({ min: 1e-3, max: 40, noNaN: true }),
        (f, g, from, width) => {
          const s = sample((x) => f(g(x)), { x: [from, from + width] });
          expect(s.evaluations).toBeLessThanOrEqual(4000);
          let last = -Infinity;
          for (const [x, y] of s.runs.flat()) {
            expect(Number.isFinite(x) && Number.isFinite(y) && x >= last).toBe(true);
            last = x;
          }
          for (const d of s.dots) expect(Number.isFinite(d.x) && Number.isFinite(d.y)).toBe(true);
          expect(last).toBeLessThanOrEqual(from + width);
        },
      ),
      settings,
    );
  });
});
