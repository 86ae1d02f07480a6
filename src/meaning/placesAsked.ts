/** ∂/∂P_{ab} of Σ_{ij} … P_{ij} …: letters at the places where what is differentiated counts are indices, whichever they are. */
import {
  component,
  same,
  someNode,
  substitute,
  sym,
  type Component,
  type Expr,
  type Sym,
} from '../core/index.js';
import type { Situation } from './situation.js';

/** The expression and its situation with such a name as the entry that it is. */
export function withPlacesAsked(e: Expr, situation: Situation): readonly [Expr, Situation] {
  const { definitions, variable } = situation;
  const left = e.kind === 'relation' ? e.sides[0] : e;
  const target = left?.kind === 'diff' ? left.target : (variable?.read ?? null);
  const name = target?.kind === 'sym' ? target : null;
  const body = left?.kind === 'diff' ? left.body : e;
  const values = [body, ...[...definitions.values()].map((d) => d.value)];
  const entry = name && entryOf(name, values);
  if (!name || !entry) return [e, situation];
  const read = substitute(e, new Map([[name.id, entry]]));
  return [
    read,
    variable && same(variable.read ?? body, name)
      ? { ...situation, variable: { ...variable, read: entry } }
      : situation,
  ];
}

/** P_{ab} of a P that has entries at as many places, and where no quantity of that name stands. */
function entryOf(name: Sym, values: readonly Expr[]): Component | null {
  const letters = /^[a-z]{1,3}$/.test(name.sub ?? '') ? Array.from(name.sub ?? '') : [];
  const [first, ...more] = letters;
  if (first === undefined || values.some((v) => v.free.has(name.id))) return null;
  const base = sym(name.base, name.marks);
  const isCounted = (x: Expr): boolean =>
    x.kind === 'component' &&
    same(x.base, base) &&
    x.indices.length === letters.length &&
    x.indices.every((i) => i.kind !== 'num');
  return values.some((v) => someNode(v, isCounted))
    ? component(base, [sym(first), ...more.map((l) => sym(l))])
    : null;
}
