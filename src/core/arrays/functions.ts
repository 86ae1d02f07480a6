/** Functions of whole vectors and matrices, a row each. */
import { identity, inverse, determinant, rankOfValue, total, transposed, type Value } from './value.js';

export interface ArrayFunction {
  readonly name: string;
  /** The value at numbers, vectors and matrices; null where the shapes do not fit. */
  readonly evaluate: (a: Value, b?: Value) => Value | null;
}

const row = (name: string, evaluate: ArrayFunction['evaluate']): ArrayFunction => ({ name, evaluate });
const isVector = (v: Value): v is readonly number[] => rankOfValue(v) === 1;
const isMatrix = (v: Value): v is readonly (readonly number[])[] => rankOfValue(v) === 2;

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

export const ARRAY_FUNCTIONS: readonly ArrayFunction[] = [
  row('transpose', (a) => transposed(a)),
  row('inverse', (a) => (isMatrix(a) ? inverse(a) : typeof a === 'number' ? 1 / a : null)),
  row('det', (a) => (isMatrix(a) ? determinant(a) : null)),
  row('trace', (a) => (isMatrix(a) ? a.reduce((s, r, i) => s + (r[i] ?? NaN), 0) : null)),
  row('norm', (a, p = 2) => (typeof p === 'number' ? norm(a, p) : null)),
  row('softmax', (z) => (isVector(z) ? softmax(z) : null)),
  row('logsoftmax', (z) => (isVector(z) ? softmax(z).map(Math.log) : null)),
  row('logsumexp', (z) => (isVector(z) ? logSumExp(z) : null)),
  row('total', (a) => total(a)),
  row('diag', (a) =>
    isVector(a)
      ? a.map((x, i) => a.map((_, j) => (i === j ? x : 0)))
      : isMatrix(a)
        ? a.map((r, i) => r[i] ?? NaN)
        : null,
  ),
  row('identity', (n) => (typeof n === 'number' ? identity(n) : null)),
];

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
