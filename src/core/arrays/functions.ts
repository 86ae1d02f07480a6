/** Functions of whole vectors and matrices, a row each. */
import { SCALAR, UNIT, type Lengths, type Type } from './lengths.js';
import { determinant, identity, inverse, map, rankOfValue, total, transposed, type Value } from './value.js';

export interface ArrayFunction {
  readonly name: string;
  /** The value at numbers, vectors and matrices; null where the shapes do not fit. */
  readonly evaluate: (args: readonly Value[]) => Value | null;
  /** The shape of the value; null where the arguments have other shapes than the function takes. */
  readonly type: (lengths: Lengths, args: readonly Type[]) => Type | null | undefined;
}

const row = (
  name: string,
  type: ArrayFunction['type'],
  evaluate: ArrayFunction['evaluate'],
): ArrayFunction => ({ name, evaluate, type });
const isVector = (v: Value | undefined): v is readonly number[] => v !== undefined && rankOfValue(v) === 1;
const isMatrix = (v: Value | undefined): v is readonly (readonly number[])[] =>
  v !== undefined && rankOfValue(v) === 2;

/** exp of what is left when the greatest entry is taken out, so that nothing overflows. */
function softmax(z: readonly number[]): number[] {
  const most = Math.max(...z);
  const powers = z.map((x) => Math.exp(x - most));
  const all = powers.reduce((a, b) => a + b, 0);
  return powers.map((p) => p / all);
}
function logSumExp(z: readonly number[]): number {
  const most = Math.max(...z);
  return most + Math.log(z.reduce((s, x) => s + Math.exp(x - most), 0));
}

const square: ArrayFunction['type'] = (lengths, [a]) => (a && lengths.join(a.rows, a.cols) ? a : null);
const scalarOfSquare: ArrayFunction['type'] = (lengths, [a]) =>
  a && !lengths.isScalar(a) && lengths.join(a.rows, a.cols) ? SCALAR : null;
const vector: ArrayFunction['type'] = (lengths, [a]) => (a && lengths.isVector(a) ? a : null);
const scalarOfVector: ArrayFunction['type'] = (lengths, [a]) => (a && lengths.isVector(a) ? SCALAR : null);
const sameTypes: ArrayFunction['type'] = (lengths, [first, ...others]) =>
  first && others.every((t) => lengths.joinTypes(first, t)) ? first : null;

export const ARRAY_FUNCTIONS: readonly ArrayFunction[] = [
  row('transpose', (_, [a]) => a && { rows: a.cols, cols: a.rows }, ([a]) => (a === undefined ? null : transposed(a))),
  row('inverse', square, ([a]) => (isMatrix(a) ? inverse(a) : typeof a === 'number' ? 1 / a : null)),
  row('det', scalarOfSquare, ([a]) => (isMatrix(a) ? determinant(a) : null)),
  row('trace', scalarOfSquare, ([a]) => (isMatrix(a) ? a.reduce((s, r, i) => s + (r[i] ?? NaN), 0) : null)),
  // A second argument says which norm.
  row('norm', (_, [a]) => a && SCALAR, ([a, p = 2]) => (a === undefined || typeof p !== 'number' ? null : norm(a, p))),
  row('frobenius', (_, [a]) => a && SCALAR, ([a]) => (a === undefined ? null : norm(a, 2))),
  row('softmax', vector, ([z]) => (isVector(z) ? softmax(z) : null)),
  row('logsoftmax', vector, ([z]) => (isVector(z) ? softmax(z).map(Math.log) : null)),
  row('logsumexp', scalarOfVector, ([z]) => (isVector(z) ? logSumExp(z) : null)),
  row('total', (_, [a]) => a && SCALAR, ([a]) => (a === undefined ? null : total(a))),
  row('hadamard', sameTypes, (list) => (list.length < 2 ? null : map((...xs) => xs.reduce((a, b) => a * b), ...list))),
  row('inner', (lengths, [a, b]) => a && b && lengths.joinTypes(a, b) ? SCALAR : null, ([a, b]) => {
    const products = a === undefined || b === undefined ? null : map((x, y) => x * y, a, b);
    return products === null ? null : total(products);
  }),
  row('cross', sameTypes, ([a, b]) => (isVector(a) && isVector(b) && a.length === 3 && b.length === 3 ? cross(a, b) : null)),
  // [a]_×, the matrix with which a × b is a product.
  row('skew', (lengths, [a]) => (a && lengths.isVector(a) ? { rows: a.rows, cols: a.rows } : null), ([a]) =>
    isVector(a) && a.length === 3 ? [0, 1, 2].map((i) => skewRow(a, i)) : null),
  // A vector on the diagonal, or the diagonal of a matrix.
  row(
    'diag',
    (lengths, [a]) =>
      a && (lengths.isVector(a) ? { rows: a.rows, cols: a.rows } : lengths.isMatrix(a) && lengths.join(a.rows, a.cols) ? { rows: a.rows, cols: UNIT } : null),
    ([a]) =>
      isVector(a)
        ? a.map((x, i) => a.map((_, j) => (i === j ? x : 0)))
        : isMatrix(a)
          ? a.map((r, i) => r[i] ?? NaN)
          : null,
  ),
  // Of so many rows; the length is a name that typing gives.
  row('identity', () => null, ([n]) => (typeof n === 'number' ? identity(n) : null)),
  row('ones', () => null, ([n]) => (typeof n === 'number' ? Array.from({ length: n }, () => 1) : null)),
]; // prettier-ignore

function cross(a: readonly number[], b: readonly number[]): number[] {
  const at = (v: readonly number[], i: number): number => v[i % 3] ?? NaN;
  return [0, 1, 2].map((i) => at(a, i + 1) * at(b, i + 2) - at(a, i + 2) * at(b, i + 1));
}

/** The i-th row of [a]_×: −a_k and a_j at its two other places. */
function skewRow(a: readonly number[], i: number): number[] {
  const made = [0, 0, 0];
  made[(i + 1) % 3] = -(a[(i + 2) % 3] ?? NaN);
  made[(i + 2) % 3] = a[(i + 1) % 3] ?? NaN;
  return made;
}

function norm(a: Value, p: number): number {
  const size = (v: Value): number =>
    typeof v === 'number'
      ? p === Infinity
        ? Math.abs(v)
        : Math.abs(v) ** p
      : v.map(size).reduce((s, x) => (p === Infinity ? Math.max(s, x) : s + x), 0);
  return p === Infinity ? size(a) : size(a) ** (1 / p);
}

const byName = new Map(ARRAY_FUNCTIONS.map((f) => [f.name, f]));
export const arrayFunction = (name: string): ArrayFunction | null => byName.get(name) ?? null;

/** The function of whole vectors or matrices that a word names: softmax, diag; null for any other. */
export const arrayWord = (word: string): string | null => WORDS[word.toLowerCase()] ?? null;
const WORDS: Readonly<Partial<Record<string, string>>> = {
  softmax: 'softmax',
  logsoftmax: 'logsoftmax',
  logsumexp: 'logsumexp',
  lse: 'logsumexp',
  diag: 'diag',
};
