/** Places and labels of an axis's ticks. */
import { scaleLinear } from 'd3-scale';
import type { Interval } from './interval.js';

export interface Tick {
  readonly at: number;
  readonly label: string;
}

/** About `count` ticks at round numbers. */
export function numberTicks(range: Interval, count: number): Tick[] {
  const places = scaleLinear().domain(range).ticks(Math.max(1, count));
  const step = Math.abs((places[1] ?? 0) - (places[0] ?? 0)) || Math.abs(places[0] ?? 1) || 1;
  return places.map((at) => ({ at, label: numberLabel(at, step) }));
}

/** At most about `count` ticks at round multiples of π; round numbers where the window is far smaller or larger. */
export function piTicks(range: Interval, count: number): Tick[] {
  const [from, to] = [range[0] / Math.PI, range[1] / Math.PI];
  const step = PI_STEPS.find((s) => (to - from) / s <= count + 0.5);
  if (step === undefined || to - from < PI_STEPS[0] * 2) return numberTicks(range, count);
  const ticks: Tick[] = [];
  const last = Math.floor(to / step + 1e-9);
  for (let i = Math.ceil(from / step - 1e-9); i <= last; i++)
    ticks.push({ at: i * step * Math.PI, label: piLabel(i, step) });
  return ticks;
}
const PI_STEPS = [1 / 8, 1 / 4, 1 / 2, 1, 2, 4, 5, 10, 20, 50, 100] as const;

// i steps of π/d, or of a whole number of π.
function piLabel(i: number, step: number): string {
  if (i === 0) return '0';
  const count = Math.abs(i) * step;
  const part = PI_PARTS.find((p) => Number.isInteger(count / p)) ?? step;
  const [above, below] = [count / part, 1 / part];
  return `${i < 0 ? MINUS : ''}${above === 1 ? '' : above}π${below === 1 ? '' : `/${below}`}`;
}
/** The parts of π that a label names, coarsest first: powers of ½, which doubles hold exactly. */
const PI_PARTS = [1, 1 / 2, 1 / 4, 1 / 8];

const MINUS = '−';

/** A number with as many decimals as the step between ticks needs; powers of ten where it is very large or small. */
export function numberLabel(value: number, step: number): string {
  if (Math.abs(value) < step * 1e-6) return '0';
  const size = Math.abs(value);
  const text = size >= 1e5 || step < 1e-3 ? scientific(size, step) : size.toFixed(decimals(step));
  return (value < 0 ? MINUS : '') + text;
}

const decimals = (step: number): number => Math.min(12, Math.max(0, Math.ceil(-Math.log10(step) - 1e-9)));

function scientific(size: number, step: number): string {
  const exponent = Math.floor(Math.log10(size) + 1e-12);
  const mantissa = Number((size / 10 ** exponent).toFixed(Math.min(12, decimals(step / 10 ** exponent))));
  const power = `10${superscript(exponent)}`;
  return mantissa === 1 ? power : `${mantissa}·${power}`;
}

/** A whole number as it stands in an exponent. */
export const superscript = (n: number): string =>
  String(n).replace(/[-\d]/g, (c) => (c === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(c))));
