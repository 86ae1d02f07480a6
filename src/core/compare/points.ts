/** Where functions are compared: values for the variable at several scales, and sets of values for the names beside it. */

/**
 * Values for the variable, small and large, of both signs, none of them special. Whoever can pay for few takes the
 * first ones, which are those at which most functions have a value.
 */
export const LINE: readonly number[] = [
  0.37, 1.43, -0.61, 2.71, 0.83, -1.87, 0.11, 4.3, -3.7, 0.023, 0.71, 9.1, -0.17, 1.09, -8.3, 27.4, 0.0031,
  113.7, -41.3, 0.529, -0.0047, 3.1e-5, 2.3e4, -1.7e3, -6.1e-4,
];
/** Closer together, for functions that are defined on a short interval only. */
export const GRID: readonly number[] = Array.from({ length: 160 }, (_, i) => -12.03 + 0.1517 * i);

/** Further out values overflow and rounding grows: what happens there does not speak against anyone. */
export const FAR = 12;
/** Neither so far out nor so near 0 that digits cancel. */
export const isModerate = (x: number): boolean => Math.abs(x) < FAR && Math.abs(x) > 0.01;

/** Points of the plane for two variables that an equation ties: most where both are positive, as roots and logarithms like it. */
export const PLANE: readonly (readonly [number, number])[] = [
  [0.37, 0.83],
  [1.43, -0.61],
  [-0.71, 1.9],
  [0.9, 2.3],
  [-1.2, -0.45],
  [2.1, 0.52],
  [0.24, 1.31],
];

export interface ParameterSet {
  readonly values: readonly number[];
  /** All of them positive, as parameters mostly are. */
  readonly positive: boolean;
}

/**
 * Values for the other names, a set at a time; without names one empty set. Counting names get whole ones, and those
 * that mostly count things get them once.
 */
export function parameterSets(
  names: readonly string[],
  counting: ReadonlySet<string> = new Set(),
  countsThings: (name: string) => boolean = () => false,
): readonly ParameterSet[] {
  if (names.length === 0) return [{ values: [], positive: true }];
  const valueOf = (n: string, s: number, i: number, turn: number): number =>
    counting.has(n) ? 2 + ((i + turn) % 3) : s === 1 && countsThings(n) ? 3 + (i % 2) : positiveValue(s, i);
  const positive = [0, 1, 2].map((s) => ({
    values: names.map((n, i) => valueOf(n, s, i, s)),
    positive: true,
  }));
  const mixed = [0, 1].map((s) => ({
    values: names.map((n, i) => valueOf(n, s + 1, i, s) * (counting.has(n) || (i + s) % 2 !== 0 ? 1 : -1)),
    positive: false,
  }));
  return [...positive, ...mixed];
}

/** A value for the i-th name beside the variable: positive, distinct, different in each set, and moderate. */
export const positiveValue = (set: number, i: number): number =>
  0.55 + ((i * 0.618034 + set * 0.414214 + 0.13) % 1) * (1.3 + set * 0.6);

/** The same for so many names. */
export const positiveValues = (set: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => positiveValue(set, i));

/** Points that read well, for counterexamples. */
export const PLAIN_VALUES: readonly number[] = [1, 2, 0.5, 3, -1, -2, -0.5, 0.25, 4, 10];
/** Plain values for the names beside the variable. */
export const plainParameters = (names: readonly string[]): readonly number[] =>
  names.map((_, i) => [2, 3, 5, 7][i % 4] ?? 2);
