// @ts-check
/** Figures of a sample, and how they are written. Times are in milliseconds. */

/**
 * @typedef {{ median: number, p95: number, worst: number, count: number }} Spread
 * @typedef {{ what: string, figure: string, against?: string | undefined, wanted?: string | undefined, data?: unknown }} Row
 */

/** @param {readonly number[]} values */
export const median = (values) => percentile(values, 0.5);

/**
 * The value that the given share of the sample does not exceed.
 * @param {readonly number[]} values
 * @param {number} share
 */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

/**
 * @param {readonly number[]} times
 * @returns {Spread}
 */
export function spreadOf(times) {
  return {
    median: median(times),
    p95: percentile(times, 0.95),
    worst: Math.max(...times),
    count: times.length,
  };
}

/** @param {Spread} spread */
export const spreadText = ({ median, p95, worst }) =>
  `${milliseconds(median)} median, ${milliseconds(p95)} p95, ${milliseconds(worst)} worst`;

/** @param {number} value */
export function milliseconds(value) {
  if (Number.isNaN(value)) return '–';
  if (value < 0.9995) return `${(value * 1000).toFixed(0)} µs`;
  return `${value < 99.5 ? value.toPrecision(2) : value.toFixed(0)} ms`;
}

/** @param {number} value */
export const times = (value) => (value < 10 ? value.toFixed(2) : value.toFixed(0));

/**
 * How many times as long as another build: of the medians, and of the 95th percentiles.
 * @param {Spread} ours
 * @param {Spread | undefined} other
 */
export const ratioText = (ours, other) =>
  other && `${times(ours.median / other.median)} median, ${times(ours.p95 / other.p95)} p95`;

/**
 * The power of n that the last few times grow by: the slope of a line through their logarithms; NaN for fewer than two.
 * @param {readonly (readonly [n: number, time: number])[]} points
 */
export function exponent(points) {
  const logs = points.slice(-LAST).map(([n, time]) => [Math.log(n), Math.log(time)]);
  const mean = (/** @type {number} */ k) => logs.reduce((sum, p) => sum + (p[k] ?? 0), 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const along = (/** @type {number} */ k, /** @type {number} */ middle) =>
    logs.reduce((sum, p) => sum + ((p[0] ?? 0) - x) * ((p[k] ?? 0) - middle), 0);
  return along(1, y) / along(0, x);
}
const LAST = 3;

/**
 * Rows in columns; a column that no row uses is left out.
 * @param {readonly Row[]} rows
 */
export function table(rows) {
  const cells = rows.map((row) => [row.what, row.figure, row.against ?? '', row.wanted ?? '']);
  const widths = [0, 1, 2, 3].map((column) => Math.max(0, ...cells.map((row) => row[column]?.length ?? 0)));
  const line = (/** @type {string[]} */ row) =>
    `  ${row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .filter((_, column) => widths[column] !== 0)
      .join('  ')}`.trimEnd();
  return cells.map(line).join('\n');
}
