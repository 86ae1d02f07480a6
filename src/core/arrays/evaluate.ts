/** The value of an expression with vectors, matrices, indices and sums over them, at arrays of numbers. */
import type { Binding, Budget } from '../derivation.js';
import type { Binder, Component, Expr, Sym } from '../expr.js';
import { functionRow } from '../functions/index.js';
import { byKind, type ByKind } from '../kinds/byKind.js';
import { chainOf, TRUTH } from '../kinds/logic.js';
import { power, realRoot } from '../powers.js';
import { integrate } from '../quadrature.js';
import { children } from '../walk.js';
import type { Family } from './arrays.js';
import { arrayFunction } from './functions.js';
import { KnownValues } from './knownValues.js';
import { map, multiplied, shapeOfValue, type Value } from './value.js';

/** What names stand for: arrays and numbers by id, and what formulas give. Indices count from 1. */
export interface Valuation {
  readonly values: ReadonlyMap<string, Value>;
  readonly definitions: ReadonlyMap<string, Binding>;
  readonly families: ReadonlyMap<string, Family>;
  /** Ids of arrays whose first entry has the index 0. */
  readonly fromZero?: ReadonlySet<string>;
  readonly budget?: Budget;
}

/** The value; NaN, or null for a number of entries that nothing says, where there is none. */
export function evaluateArrays(e: Expr, valuation: Valuation): Value | null {
  return evaluating(valuation).of(e);
}
/** How many values an index has: the entries of what it stands at; null where nothing says that. */
export const indexLength = (e: Expr, index: string, valuation: Valuation): number | null =>
  evaluating(valuation).lengthOver(e, index, -1);
const evaluating = (valuation: Valuation): Evaluating =>
  new Evaluating(valuation, NO_STACK, 0, new KnownValues(valuation.definitions, valuation.families));

const NO_STACK: readonly number[] = [];
const MOST_NESTED = 60;
const MOST_TERMS = 10_000;

class Evaluating {
  /** The values of bound names, the innermost last. */
  constructor(
    private readonly valuation: Valuation,
    private readonly stack: readonly number[],
    private readonly nesting: number,
    private readonly known: KnownValues,
  ) {}

  of(e: Expr): Value | null {
    if (this.nesting > MOST_NESTED || this.valuation.budget?.shouldStop(1)) return null;
    return byKind(TABLE, e, this);
  }

  /** The value as a number; NaN where it is none. */
  number(e: Expr): number {
    const v = this.of(e);
    return typeof v === 'number' ? v : NaN;
  }

  each(list: readonly Expr[], f: (...xs: number[]) => number): Value | null {
    const values = list.map((x) => this.of(x));
    return values.includes(null) ? null : map(f, ...(values as Value[]));
  }

  /** Of numbers, and at most one vector or matrix: the product of two of those is another operation. */
  product(factors: readonly Expr[]): Value | null {
    let made: Value = 1;
    for (const f of factors) {
      // Beyond an indicator that is 0 nothing need exist.
      if (made === 0) return 0;
      const next = this.of(f);
      if (next === null || (typeof next !== 'number' && typeof made !== 'number')) return null;
      const joined = map((a, b) => a * b, made, next);
      if (joined === null) return null;
      made = joined;
    }
    return made;
  }

  ordered(factors: readonly Expr[]): Value | null {
    const values = factors.map((f) => this.of(f));
    return values.reduce((a, b) => (a === null || b === null ? null : multiplied(a, b)));
  }

  named(id: string): Value | null {
    const given = this.valuation.values.get(id);
    if (given !== undefined) return given;
    const d = this.valuation.definitions.get(id);
    return d?.params.length === 0 ? this.known.of(id, () => this.fresh(d.value, [])) : this.family(id);
  }

  applied(fn: Sym, args: readonly Expr[]): Value | null {
    const d = this.valuation.definitions.get(fn.id);
    if (d?.params.length !== args.length) return null;
    const values = args.map((a) => this.of(a));
    if (values.includes(null)) return null;
    return this.fresh(
      d.value,
      d.params.map((p, i) => [p.id, values[i] as Value]),
    );
  }

  entry(e: Component): Value | null {
    if (e.base.kind !== 'sym')
      return picked(
        this.of(e.base),
        e.indices.map((i) => this.number(i)),
        1,
      );
    const { id } = e.base;
    const indices = e.indices.map((i) => this.number(i));
    const single = this.valuation.values.get(id + indices.map((i) => `[${String(i)}]`).join(''));
    if (single !== undefined) return single;
    const given = this.valuation.values.get(id);
    if (given !== undefined) return picked(given, indices, this.valuation.fromZero?.has(id) ? 0 : 1);
    const family = this.valuation.families.get(id);
    if (family?.indices.length === indices.length)
      return this.fresh(
        family.value,
        family.indices.map((s, i) => [s.id, indices[i] as number]),
      );
    return picked(this.named(id), indices, 1);
  }

  /** All entries of a family. */
  private family(id: string): Value | null {
    const family = this.valuation.families.get(id);
    const [first, second] = family?.indices ?? [];
    if (!family || !first) return null;
    const over = (
      s: Sym,
      then: (values: readonly (readonly [string, Value])[]) => Value | null,
    ): Value | null => {
      const n = this.lengthOver(family.value, s.id, -1);
      const entries = n === null ? [null] : Array.from({ length: n }, (_, i) => then([[s.id, i + 1]]));
      return entries.includes(null) ? null : (entries as Value[]);
    };
    return over(first, (i) =>
      second ? over(second, (j) => this.fresh(family.value, [...i, ...j])) : this.fresh(family.value, i),
    );
  }

  private fresh(e: Expr, values: readonly (readonly [string, Value])[]): Value | null {
    const valuation =
      values.length === 0
        ? this.valuation
        : { ...this.valuation, values: new Map([...this.valuation.values, ...values]) };
    this.known.pass(values.map(([id]) => id));
    return new Evaluating(valuation, NO_STACK, this.nesting + 1, this.known).of(e);
  }

  bound(level: number): number {
    return this.stack[this.stack.length - 1 - level] ?? NaN;
  }

  under(k: number): Evaluating {
    return new Evaluating(this.valuation, [...this.stack, k], this.nesting + 1, this.known);
  }

  binder(e: Binder): Value | null {
    if (e.op === 'limit') return null;
    if (e.op === 'integral') {
      if (!e.lower || !e.upper) return null;
      return integrate((x) => this.under(x).number(e.body), this.number(e.lower), this.number(e.upper));
    }
    const range = this.range(e);
    if (range === null || !(range.last - range.first <= MOST_TERMS)) return null;
    let made: Value | null = e.op === 'sum' ? 0 : 1;
    const join = e.op === 'sum' ? (a: number, b: number) => a + b : (a: number, b: number) => a * b;
    for (let k = range.first; k <= range.last && made !== null; k++) {
      const at = this.under(k);
      if (e.condition && at.number(e.condition) === 0) continue;
      const term = at.of(e.body);
      made = term === null ? null : map(join, made, term);
    }
    return made;
  }

  private range(e: Binder): { first: number; last: number } | null {
    const first = e.lower ? this.number(e.lower) : 1;
    const upper = e.upper ? this.number(e.upper) : NaN;
    if (!Number.isNaN(upper)) return { first, last: upper };
    const n =
      this.lengthOver(e.body, null, 0) ?? (e.condition ? this.lengthOver(e.condition, null, 0) : null);
    if (n === null) return null;
    // Σ_{i=0}^n runs over the entries 0 … n.
    return { first, last: first === 0 ? n - 1 : n };
  }

  /** How many entries what is indexed by a name, or by the binder at a level, has; null where nothing says it. */
  lengthOver(e: Expr, id: string | null, level: number): number | null {
    const isIndex = (x: Expr): boolean =>
      id === null ? x.kind === 'bound' && x.level === level : x.kind === 'sym' && x.id === id;
    if (e.kind === 'component') {
      for (const [at, index] of e.indices.entries()) {
        if (!isIndex(index)) continue;
        const n = e.base.kind === 'sym' ? this.lengthOf(e.base.id, at) : null;
        if (n !== null) return n;
      }
    }
    for (const part of partsAtLevel(e)) {
      const n = this.lengthOver(part.e, id, level + (id === null ? part.deeper : 0));
      if (n !== null) return n;
    }
    return null;
  }

  private lengthOf(id: string, at: number): number | null {
    const given = this.valuation.values.get(id);
    if (given !== undefined) return shapeOfValue(given)[at] ?? null;
    const family = this.valuation.families.get(id);
    const index = family?.indices[at];
    if (family && index)
      return this.nesting > MOST_NESTED ? null : this.inner().lengthOver(family.value, index.id, -1);
    const d = this.valuation.definitions.get(id);
    const whole = d?.params.length === 0 ? this.named(id) : null;
    return whole === null ? null : (shapeOfValue(whole)[at] ?? null);
  }
  private inner(): Evaluating {
    return new Evaluating(this.valuation, NO_STACK, this.nesting + 1, this.known);
  }
}

/** The parts of a node, and by how many binders deeper each of them lies. */
function partsAtLevel(e: Expr): readonly { readonly e: Expr; readonly deeper: number }[] {
  if (e.kind !== 'binder') return children(e).map((x) => ({ e: x, deeper: 0 }));
  const outside = [e.lower, e.upper].filter((x): x is Expr => x !== null);
  const inside = [e.condition, e.body].filter((x): x is Expr => x !== null);
  return [...inside.map((x) => ({ e: x, deeper: 1 })), ...outside.map((x) => ({ e: x, deeper: 0 }))];
}

function picked(v: Value | null, indices: readonly number[], first: number): Value | null {
  let at: Value | null | undefined = v;
  for (const i of indices)
    at = at === null || at === undefined || typeof at === 'number' ? null : at[i - first];
  return at ?? null;
}

function called(fn: string, args: readonly Expr[], at: Evaluating): Value | null {
  const row = functionRow(fn);
  if (row) return at.each(args, row.evaluate);
  const values = args.map((a) => at.of(a));
  const whole = arrayFunction(fn);
  return whole && values.length > 0 && !values.includes(null) ? whole.evaluate(values as Value[]) : null;
}

const TABLE: ByKind<Value | null, [Evaluating]> = {
  num: (e) => e.value.toNumber(),
  const: (e) => CONSTANTS[e.name] ?? NaN,
  sym: (e, at) => at.named(e.id),
  add: (e, at) => at.each(e.terms, (...xs) => xs.reduce((a, b) => a + b)),
  mul: (e, at) => at.product(e.factors),
  matmul: (e, at) => at.ordered(e.factors),
  div: (e, at) => at.each([e.numer, e.denom], (a, b) => a / b),
  pow: (e, at) => at.each([e.base, e.exponent], power),
  root: (e, at) => at.each([e.body, e.index], realRoot),
  call: (e, at) => called(e.fn, e.args, at),
  apply: (e, at) => (e.orders.some((o) => o !== 0) ? null : at.applied(e.fn, e.args)),
  diff: () => null,
  piecewise: (e, at) => {
    for (const b of e.branches) {
      const holds = at.number(b.condition);
      if (Number.isNaN(holds)) return null;
      if (holds !== 0) return at.of(b.value);
    }
    return e.otherwise ? at.of(e.otherwise) : NaN;
  },
  relation: (e, at) => chainOf(e)(...e.sides.map((s) => at.number(s))),
  logic: (e, at) => TRUTH[e.op](...e.args.map((a) => at.number(a))),
  at: () => null,
  bound: (e, at) => at.bound(e.level),
  binder: (e, at) => at.binder(e),
  plusminus: () => null,
  component: (e, at) => at.entry(e),
  delta: (e, at) => (at.number(e.left) === at.number(e.right) ? 1 : 0),
  tuple: (e, at) => listed(e.items.map((x) => at.of(x))),
  matrix: (e, at) => listed(e.rows.map((r) => listed(r.map((x) => at.of(x))))),
};
const listed = (values: readonly (Value | null)[]): Value | null =>
  values.includes(null) ? null : (values as readonly Value[]);
const CONSTANTS: Partial<Record<string, number>> = {
  pi: Math.PI,
  e: Math.E,
  infinity: Infinity,
  true: 1,
  false: 0,
};
