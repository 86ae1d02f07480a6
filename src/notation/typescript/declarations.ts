/** Declarations of locals. */
import type * as t from '@babel/types';
import { partOf } from './patterns.js';
import type { Reads } from './reads.js';
import type { Declaration } from './scope.js';
import { isNothing } from './syntax.js';
import { spanOf } from './unreadable.js';
import type { Environment, Value } from './value.js';

export function declare(r: Reads, s: t.VariableDeclaration, at: Environment): void {
  for (const d of s.declarations) {
    const names = namesOf(d.id, at);
    if (!d.init || isNothing(d.init, at.scope)) {
      names.forEach((n) => {
        at.frame.set(n, at.frame.find(n)?.value ?? null);
      });
      continue;
    }
    const value = r.value(d.init, at);
    for (const n of names) at.frame.set(n, named(r, n, value, at));
  }
}

/** A function takes the name it is given; a number becomes a named local. */
function named(r: Reads, n: Declaration, value: Value, at: Environment): Value {
  const part = partOf(r, value, n, at);
  if (part.kind === 'function') return { ...part, closure: { ...part.closure, name: n.name } };
  // A variable that starts with a number is about to get its value.
  return n.kind !== 'const' && part.kind === 'number' && part.e.kind === 'num' ? part : r.bind(n, part);
}

/** The declarations that a pattern makes, in the scope where they stand. */
export function namesOf(pattern: t.Node, at: Environment): Declaration[] {
  const { from, to } = spanOf(pattern);
  const inside = (d: Declaration): boolean => {
    const place = spanOf(d.id);
    return from <= place.from && place.to <= to && d.kind !== 'function';
  };
  if (pattern.type === 'Identifier') {
    const d = at.scope.resolve(pattern.name);
    return d ? [d] : [];
  }
  for (let scope: Environment['scope'] | null = at.scope; scope; scope = scope.parent) {
    const found = [...scope.names.values()].filter(inside);
    if (found.length > 0) return found;
  }
  return [];
}
