/** Numbers read off a plot: the read-out under the pointer, and the table of values. */
import { superscript } from '../plot/ticks.js';
import type { Curve, Plot } from '../protocol.js';
import { countWhile } from '../text/ascending.js';

/** A curve's height at x, or null where it has none. */
export function valueAt(curve: Curve, x: number): number | null {
  const dot = curve.dots.find((d) => d.x === x && !d.open);
  if (dot) return dot.y;
  const isGap = curve.poles.includes(x) || curve.dots.some((d) => d.x === x);
  const run = isGap
    ? undefined
    : curve.runs.find((r) => (r[0]?.[0] ?? NaN) <= x && (r.at(-1)?.[0] ?? NaN) >= x);
  return run ? between(run, x) : null;
}

type Run = Curve['runs'][number];

/** On the parabola through three of the nearest points, the one that bends less: no parabola crosses a corner. */
function between(run: Run, x: number): number {
  const after = Math.max(1, firstFrom(run, x));
  const chord = lagrange(run.slice(after - 1, after + 1), x);
  const before = lagrange(run.slice(Math.max(0, after - 2), after + 1), x);
  const beyond = lagrange(run.slice(after - 1, after + 2), x);
  if (after === 1 || after === run.length - 1) return after === 1 ? beyond : before;
  return Math.abs(before - chord) < Math.abs(beyond - chord) ? before : beyond;
}

/** The index of the first point at x or beyond it, the last one where none is. */
function firstFrom(run: Run, x: number): number {
  return countWhile(run.length - 1, (i) => (run[i]?.[0] ?? Infinity) < x);
}

function lagrange(points: Run, x: number): number {
  const exact = points.find(([at]) => at === x);
  if (exact) return exact[1];
  return points.reduce((sum, [xi, yi], i) => {
    const weight = points.reduce((w, [xj], j) => (i === j ? w : (w * (x - xj)) / (xi - xj)), 1);
    return sum + weight * yi;
  }, 0);
}

/** A value as the picture can show it: to a thousandth of the range it stands in. */
export function reading(value: number | null, [from, to]: readonly [number, number]): string {
  if (value === null || !Number.isFinite(value)) return '—';
  const unit = 10 ** Math.floor(Math.log10((to - from) / 400));
  if (Math.abs(value) < unit / 2) return '0';
  const isPlain = unit > 1e-7 && Math.abs(value) < 1e7;
  const text = isPlain ? value.toFixed(Math.max(0, -Math.log10(unit))) : exponential(value);
  return text.replace('-', '−');
}

function exponential(value: number): string {
  const [mantissa = '', exponent = '0'] = value.toExponential(3).split('e');
  return `${mantissa}·10${superscript(Number(exponent))}`;
}

export interface ValueRow {
  readonly x: string;
  readonly values: readonly string[];
}

/** Rows of a table of values: the curves at the given places. */
export function rowsOf(
  plot: Plot,
  places: readonly { readonly at: number; readonly label: string }[],
): ValueRow[] {
  return places.map(({ at, label }) => ({
    x: label,
    values: plot.curves.map((c) => reading(valueAt(c, at), plot.y)),
  }));
}
