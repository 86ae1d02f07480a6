/** Figures of a sample, and how they are written. */

export const median = (values) => percentile(values, 0.5);

/** The value that the given share of the sample does not exceed. */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

export const milliseconds = (value) => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;

/** Rows of what, figure and target, in columns. */
export function table(rows) {
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column].length)));
  const line = ([what, figure, wanted]) =>
    `  ${what.padEnd(widths[0])}  ${figure.padEnd(widths[1])}  ${wanted}`.trimEnd();
  return rows.map(line).join('\n');
}
