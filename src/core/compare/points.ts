/** Where two formulas are compared: values for the variable at several scales, and sets of values for the rest. */

/** Values for the variable, small and large, of both signs, none of them special. */
const SCALES: readonly number[] = [
  0.37, 1.43, -0.61, 2.71, 0.83, -1.87, 0.11, 4.3, -3.7, 0.023, 0.71, 9.1, -0.17, 1.09, -8.3, 27.4, 0.0031,
  113.7, -41.3, 0.529, -0.0047, 3.1e-5, 2.3e4, -1.7e3, -6.1e-4,
];
/** Closer together, for functions that are defined on a short interval only. */
const GRID: readonly number[] = Array.from({ length: 160 }, (_, i) => -12.03 + 0.1517 * i);

/** Whole numbers for the names that count. */
const COUNTS: ReadonlySet<string> = new Set(['n', 'm', 'k', 'N', 'M']);

export interface ParameterSet {
  readonly values: readonly number[];
  /** All of them positive, as parameters mostly are. */
  readonly positive: boolean;
}

/** Values for the variable; the finer ones once the first have found too little. */
export const variableValues = (finer: boolean): readonly number[] => (finer ? GRID : SCALES);

/** Values for the other names, a set at a time; without names one empty set. Counting names get whole ones. */
export function parameterSets(
  names: readonly string[],
  counting: ReadonlySet<string> = new Set(),
): readonly ParameterSet[] {
  if (names.length === 0) return [{ values: [], positive: true }];
  const positive = [0, 1, 2].map((s) => ({
    values: names.map((n, i) => (counting.has(n) ? 2 + ((i + s) % 3) : positiveValue(n, s, i))),
    positive: true,
  }));
  const mixed = [0, 1].map((s) => ({
    values: names.map((n, i) =>
      counting.has(n) ? 2 + ((i + s) % 3) : positiveValue(n, s + 1, i) * ((i + s) % 2 === 0 ? -1 : 1),
    ),
    positive: false,
  }));
  return [...positive, ...mixed];
}

function positiveValue(name: string, set: number, i: number): number {
  if (set === 1 && COUNTS.has(name)) return 3 + (i % 2);
  return 0.55 + ((i * 0.618034 + set * 0.414214 + 0.13) % 1) * (1.3 + set * 0.6);
}

/** Points that read well, for counterexamples. */
export const PLAIN_VALUES: readonly number[] = [1, 2, 0.5, 3, -1, -2, -0.5, 0.25, 4, 10];
/** Plain values for the names beside the variable. */
export const plainParameters = (names: readonly string[]): readonly number[] =>
  names.map((_, i) => [2, 3, 5, 7][i % 4] ?? 2);
