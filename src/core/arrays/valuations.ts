/** Arrays of numbers for a formula with indices: which it needs, and values for them at a size. */
import { positiveValue } from '../compare/points.js';
import { ROWS } from '../compare/table.js';
import type { Binding, Budget } from '../derivation.js';
import { ZERO, type Binder, type Component, type Expr, type Num, type Sym } from '../expr.js';
import { someNode } from '../walk.js';
import type { Arrays } from './arrays.js';
import { evaluateArrays, type Valuation } from './evaluate.js';
import { freeIndices, greatestShift, shiftedIndex } from './indices.js';
import type { Value } from './value.js';

export interface Given {
  readonly arrays: Arrays;
  readonly definitions: ReadonlyMap<string, Binding>;
  readonly budget?: Budget;
}
const ROW = ROWS.arrays;

/** What needs values: arrays with their numbers of indices, plain names, names that say how far a sum goes. */
export interface Used {
  readonly arrays: ReadonlyMap<string, number>;
  readonly names: readonly string[];
  /** Each with how much shorter the arrays are: n of Σ_{i=1}^{n−1} x_i with −1, beside x_{i+1} with 0. */
  readonly lengths: ReadonlyMap<string, number>;
  readonly indices: readonly Sym[];
  /** No array is shorter: the greatest index that is written as a number. */
  readonly least: number;
  readonly fromZero: ReadonlySet<string>;
}

/** Null where an array stands with one number of indices and with another one. */
export function usedArrays(list: readonly Expr[], given: Given): Used | null {
  const indices = freeIndices(...list);
  const finder = new Finder(given, new Set(indices.map((s) => s.id)));
  list.forEach((e) => {
    finder.visit(e, NONE);
  });
  return finder.isOdd ? null : finder.used(indices);
}
const NONE: ReadonlySet<string> = new Set();

/** Goes through expressions and the definitions that they lead to. */
class Finder {
  isOdd = false;
  private readonly arrays = new Map<string, number>();
  private readonly names = new Set<string>();
  private readonly lengths = new Map<string, number>();
  private readonly fromZero = new Set<string>();
  private readonly seen = new Set<string>();
  private least = 0;

  constructor(
    private readonly given: Given,
    private readonly indices: ReadonlySet<string>,
  ) {}

  used(indices: readonly Sym[]): Used {
    const { arrays, lengths, least, fromZero } = this;
    const isPlain = (n: string): boolean => !arrays.has(n) && !lengths.has(n) && !this.indices.has(n);
    return { arrays, names: [...this.names].filter(isPlain), lengths, indices, least, fromZero };
  }

  visit(e: Expr, params: ReadonlySet<string>): void {
    someNode(e, (x) => {
      if (x.kind === 'component' && x.base.kind === 'sym') this.entry(x.base.id, x);
      else if (x.kind === 'binder') this.range(x);
      else if (x.kind === 'apply') this.through(x.fn.id);
      else if (x.kind === 'sym' && !params.has(x.id) && !this.through(x.id)) this.names.add(x.id);
      return false;
    });
  }

  private entry(id: string, e: Component): void {
    for (const i of e.indices)
      if (i.kind === 'num') {
        this.reach(i);
        if (i.value.isZero) this.fromZero.add(id);
      }
    if (this.through(id)) return;
    const n = e.indices.length;
    if ((this.arrays.get(id) ?? n) !== n) this.isOdd = true;
    this.arrays.set(id, n);
  }

  private range(b: Binder): void {
    const { letter, shift } = shiftedIndex(b.upper ?? ZERO);
    if (letter) this.goesTo(letter, shift.value.toNumber() + greatestShift(b));
    if (b.upper?.kind === 'num') this.reach(b.upper);
    if (b.lower?.kind === 'num' && b.lower.value.isZero)
      basesUnder(b.body).forEach((base) => this.fromZero.add(base));
  }
  private goesTo(length: Sym, shorter: number): void {
    this.lengths.set(length.id, Math.max(this.lengths.get(length.id) ?? -Infinity, shorter));
  }
  private reach(n: Num): void {
    this.least = Math.max(this.least, n.value.toNumber());
  }

  /** Looks into what the name is given by, once; whether it is given by anything. */
  private through(id: string): boolean {
    const family = this.given.arrays.families.get(id);
    const d = this.given.definitions.get(id);
    const value = family?.value ?? d?.value;
    if (!value) return false;
    if (this.seen.has(id)) return true;
    this.seen.add(id);
    this.visit(value, new Set((family?.indices ?? d?.params ?? []).map((p) => p.id)));
    return true;
  }
}
function basesUnder(e: Expr): readonly string[] {
  const found = new Set<string>();
  someNode(e, (x) => {
    if (x.kind === 'component' && x.base.kind === 'sym' && x.indices.some((i) => i.kind === 'bound'))
      found.add(x.base.id);
    return false;
  });
  return [...found];
}

export type Filling = (typeof ROW.fillings | typeof ROW.spare)[number];
/** The k-th number of a filling. */
const FILLINGS: Readonly<Record<Filling, (k: number) => number>> = {
  positive: (k) => positiveValue(0, k),
  mixed: (k) => positiveValue(1, k) * (k % 3 === 2 ? -1 : 1),
  shares: (k) => positiveValue(0, k) / 2,
  parts: (k) => positiveValue(1, k) / 3,
};

/** A valuation, and where in it the free indices are. */
export interface Place {
  readonly valuation: Valuation;
  readonly at: ReadonlyMap<string, number>;
}
/** Every place of every valuation in which formulas are compared; those of the spare filling where too few had a value. */
export function* placesIn(used: Used, given: Given, isScarce: () => boolean): Generator<Place> {
  for (const filling of ROW.fillings) yield* placesFilled(used, filling, given);
  for (const filling of ROW.spare) if (isScarce()) yield* placesFilled(used, filling, given);
}
function* placesFilled(used: Used, filling: Filling, given: Given): Generator<Place> {
  for (const size of ROW.sizes) {
    const valuation = filledArrays(used, size, filling, given);
    for (const at of placesOf(used.indices, size)) yield { at, valuation: atIndices(valuation, at) };
  }
}

/** Every array with so many entries in each direction, all of them different; those of which the sum is known come to it. */
export function filledArrays(used: Used, size: number, filling: Filling, given: Given): Valuation {
  const n = Math.max(size, used.least);
  let k = 0;
  const entry = (): number => FILLINGS[filling](k++);
  const filled = (rank: number): Value =>
    rank === 0 ? entry() : Array.from({ length: n }, () => filled(rank - 1));
  const values = new Map<string, Value>();
  for (const [id, rank] of used.arrays) values.set(id, filled(rank));
  for (const id of used.names) values.set(id, entry());
  const last = used.fromZero.size > 0 ? n - 1 : n;
  for (const [id, shorter] of used.lengths) values.set(id, last - shorter);
  for (const t of given.arrays.totals) {
    if (t.name.kind !== 'sym') continue;
    const list = values.get(t.name.id);
    if (Array.isArray(list) && t.value.kind === 'num')
      values.set(t.name.id, scaled(list as readonly number[], t.value.value.toNumber()));
  }
  return {
    values,
    definitions: given.definitions,
    families: given.arrays.families,
    fromZero: used.fromZero,
    ...(given.budget ? { budget: given.budget } : {}),
  };
}
function scaled(list: readonly number[], to: number): Value {
  const all = list.reduce((a, b) => a + Math.abs(b), 0);
  return list.map((x) => (Math.abs(x) * to) / all);
}

/** All places that so many indices may have, up to a limit. */
export function* placesOf(indices: readonly Sym[], size: number): Generator<ReadonlyMap<string, number>> {
  const count = size ** indices.length;
  const stride = Math.max(1, Math.floor(count / ROW.places));
  for (let k = 0; k < count; k += stride) {
    let rest = k;
    yield new Map(
      indices.map((s) => {
        const at = 1 + (rest % size);
        rest = Math.floor(rest / size);
        return [s.id, at] as const;
      }),
    );
  }
}
export const atIndices = (valuation: Valuation, at: ReadonlyMap<string, number>): Valuation => ({
  ...valuation,
  values: new Map([...valuation.values, ...at]),
});

/** The value of the entry that is moved, and the valuation with another value for it; null where there is no such entry. */
export function entryMoved(
  target: Component | Sym,
  valuation: Valuation,
): { value: number; at: (x: number) => Valuation } | null {
  const base = target.kind === 'sym' ? target : target.base;
  if (base.kind !== 'sym') return null;
  const own = valuation.values.get(base.id);
  if (own === undefined) return null;
  const first = valuation.fromZero?.has(base.id) ? 0 : 1;
  const indices = target.kind === 'sym' ? [] : target.indices.map((i) => evaluateArrays(i, valuation));
  const path = indices.map((i) => (typeof i === 'number' ? i - first : NaN));
  const value = path.reduce<Value | undefined>((v, i) => (typeof v === 'number' ? undefined : v?.[i]), own);
  if (typeof value !== 'number') return null;
  return {
    value,
    at: (x) => ({ ...valuation, values: new Map(valuation.values).set(base.id, replaced(own, path, x)) }),
  };
}
function replaced(v: Value, path: readonly number[], x: number): Value {
  const [first, ...rest] = path;
  return first === undefined || typeof v === 'number'
    ? x
    : v.map((e, i) => (i === first ? replaced(e, rest, x) : e));
}
