/** Numbers, vectors and matrices as values. */

/** A number, or a list of such; a matrix is a list of its rows. */
export type Value = number | readonly Value[];

/** 0 for a number, 1 for a vector, 2 for a matrix; NaN for what is ragged or empty. */
export function rankOfValue(v: Value): number {
  if (typeof v === 'number') return 0;
  const ranks = new Set(v.map(rankOfValue));
  const [only] = ranks;
  return ranks.size === 1 && only !== undefined ? only + 1 : NaN;
}

/** How many entries there are in each direction. */
export function shapeOfValue(v: Value): readonly number[] {
  return typeof v === 'number' ? [] : [v.length, ...(v[0] === undefined ? [] : shapeOfValue(v[0]))];
}

/** The function at each number of them, entry by entry; a number goes with each entry. Null where shapes differ. */
export function map(f: (...xs: number[]) => number, ...args: readonly Value[]): Value | null {
  const lists = args.filter((a): a is readonly Value[] => typeof a !== 'number');
  const [first] = lists;
  if (!first) return f(...(args as readonly number[]));
  if (lists.some((l) => l.length !== first.length)) return null;
  const entries = first.map((_, i) =>
    map(f, ...args.map((a) => (typeof a === 'number' ? a : (a[i] as Value)))),
  );
  return entries.includes(null) ? null : (entries as Value[]);
}

/** The sum of all numbers in it. */
export const total = (v: Value): number =>
  typeof v === 'number' ? v : v.reduce<number>((s, x) => s + total(x), 0);

/** A number is its own transpose; a vector becomes a row, and a row a vector. */
export function transposed(v: Value): Value | null {
  if (typeof v === 'number') return v;
  const rank = rankOfValue(v);
  if (rank === 1) return [v];
  if (rank !== 2) return null;
  const rows = v as readonly (readonly number[])[];
  const [only] = rows;
  // A row stands for the transpose of a vector.
  if (only && rows.length === 1) return only;
  return (rows[0] ?? []).map((_, j) => rows.map((r) => r[j] as number));
}

export const identity = (n: number): number[][] =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)));

/**
 * The product in linear algebra's sense: a vector on the left of a row makes a matrix, a row before a vector a number.
 * Null where the shapes do not fit.
 */
export function multiplied(a: Value, b: Value): Value | null {
  if (typeof a === 'number' || typeof b === 'number') return map((x, y) => x * y, a, b);
  const [ra, rb] = [rankOfValue(a), rankOfValue(b)];
  if (!(ra <= 2 && rb <= 2)) return null;
  const left = ra === 2 ? (a as number[][]) : (a as number[]).map((x) => [x]);
  const right = rb === 2 ? (b as number[][]) : (b as number[]).map((x) => [x]);
  if ((left[0] ?? []).length !== right.length) return null;
  const made = left.map((r) =>
    (right[0] ?? []).map((_, j) => r.reduce((s, x, k) => s + x * (right[k]?.[j] ?? NaN), 0)),
  );
  return simplest(made, ra === 1, rb === 1);
}
/** A column stands for a vector and a single entry for a number where the factors were vectors or rows. */
function simplest(m: readonly (readonly number[])[], leftIsVector: boolean, rightIsVector: boolean): Value {
  const isColumn = m.every((r) => r.length === 1);
  if (m.length === 1 && isColumn && (leftIsVector || rightIsVector)) return m[0]?.[0] as number;
  return isColumn && rightIsVector ? m.map((r) => r[0] as number) : m;
}

/** By Gauss and Jordan with the largest pivot; null where the matrix is not square or has no inverse. */
export function inverse(m: readonly (readonly number[])[]): number[][] | null {
  const n = m.length;
  if (m.some((r) => r.length !== n)) return null;
  const work = m.map((r, i) => [...r, ...(identity(n)[i] as number[])]);
  for (let c = 0; c < n; c++) {
    const p = pivot(work, c);
    if (p < 0) return null;
    [work[c], work[p]] = [work[p] as number[], work[c] as number[]];
    const own = work[c] as number[];
    const lead = own[c] as number;
    own.forEach((x, j) => (own[j] = x / lead));
    work.forEach((r, i) => {
      const by = r[c] as number;
      if (i !== c) own.forEach((x, j) => (r[j] = (r[j] as number) - by * x));
    });
  }
  return work.map((r) => r.slice(n));
}
function pivot(work: readonly (readonly number[])[], c: number): number {
  let best = c;
  for (let i = c; i < work.length; i++)
    if (Math.abs(work[i]?.[c] ?? 0) > Math.abs(work[best]?.[c] ?? 0)) best = i;
  return Math.abs(work[best]?.[c] ?? 0) > 0 ? best : -1;
}

/** By elimination; NaN where the matrix is not square. */
export function determinant(m: readonly (readonly number[])[]): number {
  const n = m.length;
  if (m.some((r) => r.length !== n)) return NaN;
  const work = m.map((r) => [...r]);
  let product = 1;
  for (let c = 0; c < n; c++) {
    const p = pivot(work, c);
    if (p < 0) return 0;
    if (p !== c) product = -product;
    [work[c], work[p]] = [work[p] as number[], work[c] as number[]];
    const own = work[c] as number[];
    product *= own[c] as number;
    for (let i = c + 1; i < n; i++) {
      const r = work[i] as number[];
      const by = (r[c] as number) / (own[c] as number);
      own.forEach((x, j) => (r[j] = (r[j] as number) - by * x));
    }
  }
  return product;
}
