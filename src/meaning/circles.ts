/** Definitions that say each other, in a circle. */
import { areSame, compile, type Sym } from '../core/index.js';
import type { Definition } from './definitions.js';
import type { Definitions } from './dependence.js';
import type { Variable } from './symbolCustoms.js';
import { mentions } from './unsaid.js';

type Given = Pick<Definition, 'name' | 'value'>;

/**
 * The first circle of definitions that is met from where a question starts, if it speaks of the variable behind the name
 * by which it is entered: of a = b + x, b = c + x and c = a + x to hold the next one fixed would be wrong. Null where
 * there is none. x = r cos θ with r = √(x² + y²) speaks of θ there alone, and r is given. What only solves the same
 * equation for another name, as of v = u + at and a = (v − u)/t, says nothing new, and a is given.
 */
export function circleFrom(
  starts: readonly Given[],
  definitions: Definitions,
  variable: Variable,
): readonly Given[] | null {
  const covered = new Set<Given>();
  const reached = new Set(starts);
  for (const d of reached) {
    for (const path of covered.has(d) ? [] : pathsBack(d, definitions, variable)) {
      for (const other of path) covered.add(other);
      if (path.some((other) => mentions(other.value, variable)) && !isSolved(d, path)) return [d, ...path];
    }
    for (const next of saidBy(d, definitions, variable)) reached.add(next);
  }
  return null;
}

/** The definitions without parameters of the names in a value, but for its own and the variable's. */
function* saidBy(d: Given, all: Definitions, variable: Variable): Generator<Definition, void> {
  for (const id of d.value.free) {
    const next = variable.free.has(id) || id === d.name.id ? undefined : all.get(id);
    if (next?.params.length === 0) yield next;
  }
}

/** Ids of the names that are given by a name, directly or through each other. */
export function leadingTo(name: Sym, definitions: Definitions): ReadonlySet<string> {
  const given = new Map<string, string[]>();
  for (const [id, { value, params }] of definitions) {
    for (const by of value.free) {
      if (params.some((p) => p.id === by)) continue;
      const known = given.get(by);
      if (known) known.push(id);
      else given.set(by, [id]);
    }
  }
  const found = new Set(given.get(name.id));
  for (const id of found) for (const next of given.get(id) ?? []) found.add(next);
  return found;
}

/** For each definition that says the name and is reached from it, the shortest way there. */
function* pathsBack(
  own: Given,
  all: Definitions,
  variable: Variable,
): Generator<readonly Definition[], void> {
  const before = new Map<Given, Given | null>([[own, null]]);
  for (const from of before.keys()) {
    for (const next of saidBy(from, all, variable)) {
      if (before.has(next) || next.name.id === own.name.id) continue;
      before.set(next, from);
      if (next.value.free.has(own.name.id)) yield wayTo(next, own, before);
    }
  }
}

function wayTo(end: Definition, own: Given, before: ReadonlyMap<Given, Given | null>): readonly Definition[] {
  const way = [end];
  for (let d = before.get(end); d && d !== own; d = before.get(d)) way.unshift(d as Definition);
  return way;
}

/** Whether putting the others in gives the name back, whatever its value. */
function isSolved({ name, value }: Given, path: readonly Definition[]): boolean {
  const within = new Set([name.id, ...path.map((d) => d.name.id)]);
  const rest = [...new Set([value, ...path.map((d) => d.value)].flatMap((e) => [...e.free]))].filter(
    (id) => !within.has(id),
  );
  const back = compile(value, [name.id, ...rest], new Map(path.map((d) => [d.name.id, d])));
  const values = rest.map((_, i) => 1.3 + 0.7 * i);
  return areSame(
    (x) => back(x, ...values),
    (x) => x,
  );
}
