import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describe as inWords, draw, frameOf, type DrawOptions } from '../../../src/plot/draw.js';
import type { RealFunction } from '../../../src/plot/interval.js';
import { samplePlot } from '../../../src/plot/plot.js';
import { clipped, thinned, type Pixel } from '../../../src/plot/stroke.js';
import { PLOT_THEMES } from '../../../src/plot/theme.js';
import { numberLabel, numberTicks, piTicks } from '../../../src/plot/ticks.js';
import type { Plot } from '../../../src/protocol.js';

const HOVER: DrawOptions = { width: 300, height: 125, theme: PLOT_THEMES.light };
const plotOf = (f: RealFunction, g: RealFunction | null = null): Plot => samplePlot(f, g, { variable: 'x' });

/** The tags of an SVG, and whether each is closed in its place and free of anything but plain attributes. */
function isWellFormed(svg: string): boolean {
  const open: string[] = [];
  const rest = svg.replace(
    /<(\/?)([a-z]+)((?: [\w:-]+="[^"<>]*")*)(\/?)>/gi,
    (_, end: string, name: string, _a, self: string) => {
      if (end !== '') return open.pop() === name ? '' : '<';
      if (self === '') open.push(name);
      return '';
    },
  );
  return open.length === 0 && !/[<>]/.test(rest);
}

describe('draw', () => {
  const functions: [string, RealFunction][] = [
    ['1/x', (x) => 1 / x],
    ['tan', Math.tan],
    ['floor', Math.floor],
    ['nothing', () => NaN],
    ['huge', (x) => 1e250 * x],
    ['sin(1/x)', (x) => Math.sin(1 / x)],
    ['noise', (x) => Math.sin(1e9 * x)],
  ];
  it.each(functions)('%s: well formed, compact, numbers only', (_, f) => {
    const svg = draw(plotOf(f, f), HOVER);
    expect(isWellFormed(svg)).toBe(true);
    expect(svg).not.toMatch(/NaN|Infinity|undefined|e[+-]?\d{2}/);
    expect(svg.length).toBeLessThan(12_000);
  });

  it('keeps every line near its frame', () => {
    const svg = draw(
      plotOf((x) => 1 / x),
      HOVER,
    );
    const heights = [...svg.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)].map((m) => Number(m[2]));
    expect(heights.length).toBeGreaterThan(20);
    for (const y of heights) expect(Math.abs(y - 62)).toBeLessThan(100);
  });

  it('tells f from f′ by dashes as well as by colour', () => {
    const svg = draw(plotOf(Math.sin, Math.cos), HOVER);
    const [main, derivative] = [PLOT_THEMES.light.function, PLOT_THEMES.light.derivative];
    expect(svg).toMatch(new RegExp(`stroke="${derivative}"[^>]*stroke-dasharray`));
    expect(svg).not.toMatch(new RegExp(`stroke="${main}"[^>]*stroke-dasharray`));
  });

  it('draws open and filled dots', () => {
    const svg = draw(
      plotOf((x) => (x < 1 ? 0 : 1)),
      HOVER,
    );
    expect([...svg.matchAll(/<circle[^>]*fill="([^"]*)"/g)].map((m) => m[1])).toEqual([
      'none',
      PLOT_THEMES.light.function,
    ]);
  });

  it('lets no text out of its place', () => {
    const nasty = '"><script>alert(1)</script>&\u0000';
    const plot: Plot = {
      ...plotOf(Math.sin),
      variable: nasty,
      parameters: nasty,
      curves: [{ ...(plotOf(Math.sin).curves[0] as Plot['curves'][number]), name: nasty }],
    };
    const theme = { ...PLOT_THEMES.dark, function: '"/><script>' };
    const svg = draw(plot, { ...HOVER, theme });
    expect(isWellFormed(svg)).toBe(true);
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('\u0000');
  });

  it('draws nothing for ranges that are no numbers', () => {
    expect(draw({ ...plotOf(Math.sin), x: [NaN, 1] }, HOVER)).toMatch(/^<svg[^>]*><\/svg>$/);
  });

  it('is well formed for any points', () => {
    const number = fc.double();
    const run = fc.array(fc.tuple(number, number), { maxLength: 30 });
    fc.assert(
      fc.property(
        fc.array(run, { maxLength: 4 }),
        fc.tuple(number, number),
        fc.tuple(number, number),
        (runs, x, y) => {
          const curves = [{ name: 'f', role: 'function' as const, runs, dots: [], poles: [x[0]] }];
          const svg = draw({ variable: 'x', x, y, curves, parameters: '' }, HOVER);
          expect(isWellFormed(svg)).toBe(true);
          expect(svg).not.toMatch(/NaN|Infinity/);
        },
      ),
      { seed: 3, numRuns: 300 },
    );
  });

  it('shortens a legend that is too long', () => {
    const parameters = 'a = 1, b = 2, c = 3, d = 4, e = 5, k = 6, m = 7, n = 8, p = 9, q = 10';
    const svg = draw({ ...plotOf(Math.sin), parameters }, HOVER);
    expect(svg).toMatch(/>a = 1, b = 2[^<]*…</);
  });

  it('describes itself in words', () => {
    expect(inWords(samplePlot(Math.sin, Math.cos, { variable: 'x', x: [-5, 5] }))).toBe(
      'Plot of f(x) and f′(x) for x from −5 to 5',
    );
  });

  it('maps pixels back to numbers', () => {
    const frame = frameOf(samplePlot(Math.sin, null, { variable: 'x', x: [-5, 5] }), HOVER);
    expect(frame.x.invert(frame.x(1.25))).toBeCloseTo(1.25, 9);
    expect(frame.x(-5)).toBeCloseTo(frame.left, 9);
  });
});

describe('ticks', () => {
  const labels = (ticks: { label: string }[]): string => ticks.map((t) => t.label).join(' ');
  const numbers: [from: number, to: number, count: number, labels: string][] = [
    [-5, 5, 5, '−4 −2 0 2 4'],
    [0, 1, 5, '0 0.2 0.4 0.6 0.8 1.0'],
    [-0.3, 0.3, 4, '−0.2 0 0.2'],
    [0, 3e6, 3, '0 10⁶ 2·10⁶ 3·10⁶'],
    [0, 2e-7, 2, '0 10⁻⁷ 2·10⁻⁷'],
  ];
  it.each(numbers)('%d to %d in about %d', (from, to, count, expected) => {
    expect(labels(numberTicks([from, to], count))).toBe(expected);
  });
  const multiples: [from: number, to: number, count: number, labels: string][] = [
    [-2, 2, 4, '−2π −π 0 π 2π'],
    [-1, 1, 4, '−π −π/2 0 π/2 π'],
    [0, 1, 8, '0 π/8 π/4 3π/8 π/2 5π/8 3π/4 7π/8 π'],
    [-8, 8, 4, '−8π −4π 0 4π 8π'],
  ];
  it.each(multiples)('%dπ to %dπ in about %d', (from, to, count, expected) => {
    expect(labels(piTicks([from * Math.PI, to * Math.PI], count))).toBe(expected);
  });
  it.each([
    [1e-20, 1, '0'],
    [-1234.5, 0.5, '−1234.5'],
    [2.5e5, 5e4, '2.5·10⁵'],
  ])('labels %d in steps of %d', (value, step, expected) => {
    expect(numberLabel(value, step)).toBe(expected);
  });
});

describe('strokes', () => {
  const band = { top: 0, bottom: 10 };
  it('are cut where they leave the band', () => {
    expect(
      clipped(
        [
          [0, 5],
          [10, 15],
          [20, 5],
        ],
        band,
      ),
    ).toEqual([
      [
        [0, 5],
        [5, 10],
      ],
      [
        [15, 10],
        [20, 5],
      ],
    ]);
  });
  it('cross it in one piece', () => {
    expect(
      clipped(
        [
          [0, -10],
          [40, 30],
        ],
        band,
      ),
    ).toEqual([
      [
        [10, 0],
        [20, 10],
      ],
    ]);
  });
  it('lose the points that lie on a line', () => {
    const points = Array.from({ length: 30 }, (_, i): Pixel => [i, 2 * i]);
    expect(thinned(points)).toEqual([
      [0, 0],
      [29, 58],
    ]);
  });
  it('keep their corners', () => {
    expect(
      thinned([
        [0, 0],
        [1, 0],
        [2, 0],
        [2, 5],
        [2, 9],
      ]),
    ).toEqual([
      [0, 0],
      [2, 0],
      [2, 9],
    ]);
  });
  it('keep how far they swing within a column', () => {
    const points = Array.from({ length: 90 }, (_, i): Pixel => [i / 100, i % 2 === 0 ? 0 : 8]);
    const kept = thinned(points);
    expect(kept.length).toBeLessThan(6);
    expect(Math.max(...kept.map((p) => p[1]))).toBe(8);
  });
});

describe('PLOT_THEMES', () => {
  const luminance = (hex: string): number => {
    const [r, g, b] = [1, 3, 5].map((i) => {
      const c = parseInt(hex.slice(i, i + 2), 16) / 255;
      return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string): number => {
    const [dark, light] = [luminance(a), luminance(b)].sort((p, q) => p - q) as [number, number];
    return (light + 0.05) / (dark + 0.05);
  };
  const grounds = {
    light: '#f8f8f8',
    dark: '#252526',
    highContrast: '#000000',
    highContrastLight: '#ffffff',
  } as const;
  it.each(Object.entries(grounds))('%s: curves and words stand out', (kind, ground) => {
    const theme = PLOT_THEMES[kind as keyof typeof grounds];
    for (const ink of [theme.foreground, theme.function, theme.derivative])
      expect(contrast(ink, ground)).toBeGreaterThan(4.5);
  });
});
