/** Arrays of numbers for the names of expressions: sizes that fit, and values that agree by no accident. */
import type { Binding } from '../derivation.js';
import type { Family } from './arrays.js';
import type { Valuation } from './evaluate.js';
import { UNIT, type Length, type Type } from './lengths.js';
import { lengthName } from './typedScope.js';
import type { Typing } from './typing.js';
import type { Value } from './value.js';

/** How many entries each length has in a valuation: lengths that nothing joins differ. */
export function sizesIn(typing: Typing, which: number): (of: Length) => number {
  const { lengths } = typing;
  const given = new Map<Length, number>();
  return (of) => {
    const root = lengths.root(of);
    if (root === UNIT) return 1;
    const known = lengths.size(root) ?? given.get(root);
    if (known !== undefined) return known;
    const size = SMALLEST + ((given.size + which) % SPREAD);
    given.set(root, size);
    return size;
  };
}
const SMALLEST = 2;
const SPREAD = 3;

/** Values near 1 and none the same; `seed` tells sets apart. */
export function valueOf(type: Type, sizes: (of: Length) => number, seed: number, isPositive: boolean): Value {
  let k = seed;
  const next = (): number => {
    k += 1;
    const x = Math.sin(k * 12.9898 + 4.1) * 43.7585;
    const part = x - Math.floor(x);
    return isPositive ? 0.4 + part : 0.3 + 1.1 * part * (Math.floor(k * 0.618) % 2 === 0 ? 1 : -1);
  };
  const [m, n] = [sizes(type.rows), sizes(type.cols)];
  const row = (): number[] => Array.from({ length: n }, next);
  if (type.rows === UNIT && type.cols === UNIT) return next();
  if (type.cols === UNIT) return Array.from({ length: m }, next);
  const made = Array.from({ length: m }, row);
  // Of a square matrix the diagonal is large enough for a determinant above 0.
  return m === n ? made.map((r, i) => r.map((x, j) => (i === j ? Math.abs(x) + DIAGONAL : x))) : made;
}
const DIAGONAL = 2.1;

/** A symmetric matrix from any. */
export function symmetricFrom(v: Value): Value {
  const rows = v as readonly (readonly number[])[];
  return rows.map((r, i) => r.map((x, j) => (x + (rows[j]?.[i] ?? x)) / 2));
}

/** The valuation in which names have values, and lengths their numbers. */
export function valuationOf(
  typing: Typing,
  names: ReadonlyMap<string, Value>,
  sizes: (of: Length) => number,
  families: ReadonlyMap<string, Family> = new Map(),
): Valuation {
  const definitions = new Map<string, Binding>();
  for (const [id, d] of typing.given.definitions) {
    const value = d.params.length === 0 && !names.has(id) ? typing.definition(id) : null;
    definitions.set(id, value ? { ...d, value: value.e } : d);
  }
  const lengths = typing.lengths.all.map((l) => [lengthName(l).id, sizes(l)] as const);
  return { values: new Map<string, Value>([...lengths, ...names]), definitions, families };
}
