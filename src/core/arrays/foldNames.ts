/** What a note gives a name to is written by that name again, entry by entry: e^{z_i}/Σ_j e^{z_j} as ŷ_i. */
import type { Binding } from '../derivation.js';
import { component, type Expr } from '../expr.js';
import { times } from '../fold.js';
import type { Family } from './arrays.js';
import type { Facts } from './facts.js';
import { entryOf } from './families.js';
import { freeIndices } from './indices.js';
import { monomialOf, termsOf, without, written, writtenSum, type Monomial } from './monomials.js';
import { throughout } from './throughout.js';

/** A name and what it stands for, as a product. */
export interface Named {
  readonly name: Expr;
  readonly value: Monomial;
}

/** Every product in which the value of a name stands, with the name in its place. */
export function foldNames(e: Expr, { arrays, definitions }: Facts): Expr {
  const families = [...arrays.families.values()].filter(isWorthFolding);
  const plain = [...definitions.values()].flatMap(namedBy);
  if (families.length === 0 && plain.length === 0) return e;
  return throughout(e, (x) => folded(x, families, plain));
}

/** The names that may be written for parts of the expression. */
export function namesFor(e: Expr, { arrays, definitions }: Facts): readonly Named[] {
  const families = [...arrays.families.values()].filter(isWorthFolding);
  return [...namesAt(e, families), ...[...definitions.values()].flatMap(namedBy)];
}

/** Another name for the same thing, or a number, is no value to look for. */
const isWorthFolding = (f: Family): boolean =>
  f.value.size > 2 && f.value.kind !== 'component' && f.indices.length <= MOST_DIRECTIONS;
/** Of more indices all that occur would be put in every place: six in ten are sixty million. */
const MOST_DIRECTIONS = 3;
function namedBy(d: Binding): readonly Named[] {
  if (d.params.length > 0 || d.value.size < 3 || d.value.kind === 'component') return [];
  return [{ name: d.name, value: monomialOf(d.value) }];
}

function folded(e: Expr, families: readonly Family[], plain: readonly Named[]): Expr {
  if (e.kind === 'sym' || e.kind === 'num' || e.kind === 'component' || e.kind === 'bound') return e;
  const names = [...namesAt(e, families), ...plain];
  if (e.kind === 'div') return termByTerm(e, names) ?? inOneProduct(e, names);
  return inOneProduct(e, names);
}

/** The entries of families at the indices that occur. */
function namesAt(e: Expr, families: readonly Family[]): readonly Named[] {
  if (families.length === 0) return [];
  const indices = indicesIn(e);
  return families.flatMap((f) =>
    tuples(indices, f.indices.length).flatMap((at): Named[] => {
      const value = entryOf(f, at);
      return value ? [{ name: component(f.name, at), value: monomialOf(value) }] : [];
    }),
  );
}
function indicesIn(e: Expr): readonly Expr[] {
  const numbers = new Map<string, Expr>();
  const visit = (x: Expr): void => {
    if (x.kind === 'component')
      for (const i of x.indices) if (i.kind === 'num') numbers.set(i.value.toString(), i);
  };
  visit(e);
  return [...freeIndices(e), ...numbers.values()].slice(0, MOST_INDICES);
}
const MOST_INDICES = 6;
function tuples(indices: readonly Expr[], n: number): readonly (readonly Expr[])[] {
  return n === 0 ? [[]] : tuples(indices, n - 1).flatMap((t) => indices.map((i) => [...t, i]));
}

function inOneProduct(e: Expr, names: readonly Named[]): Expr {
  const found = put(monomialOf(e), names);
  return found ? written(found) : e;
}

/** (a Σ − ab)/Σ² term by term, where each term has a name then: s(1 − s). */
function termByTerm(e: Extract<Expr, { kind: 'div' }>, names: readonly Named[]): Expr | null {
  const terms = termsOf(e, () => true);
  if (terms.length < 2 || terms.length > MOST_TERMS) return null;
  const made = terms.map((t) => put(t, names));
  if (made.includes(null)) return null;
  const whole = writtenSum(made as readonly Monomial[]);
  return whole.size < e.size ? whole : null;
}
const MOST_TERMS = 12;

/** The product with every name in it put; null where there is none. */
function put(m: Monomial, names: readonly Named[]): Monomial | null {
  let found: Monomial | null = null;
  for (const { name, value } of names) {
    for (let k = 0; k < MOST_TIMES; k++) {
      const rest = value.factors.length === 0 ? null : without(found ?? m, value);
      if (!rest) break;
      found = monomialOf(times([written(rest), name]));
    }
  }
  return found;
}
const MOST_TIMES = 4;
