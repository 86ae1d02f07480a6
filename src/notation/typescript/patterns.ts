/** Parts of values that patterns reach: `const { a, b = 2 } = p`, `[x, y]`. */
import { num } from '../../core/index.js';
import { orElse } from './absence.js';
import { indexed } from './arrays.js';
import type { Reads } from './reads.js';
import type { Declaration, PathStep } from './scope.js';
import { refuse, type Placed } from './unreadable.js';
import { numeric, type Environment, type Value } from './value.js';

/** The value of a name that a pattern declares; `whole` is that of the whole pattern. */
export function partOf(r: Reads, whole: Value, d: Declaration, at: Environment): Value {
  if (d.fallback && lacks(whole, d.path)) return r.value(d.fallback, at);
  const part = reached(r, whole, d.path, d.id);
  return d.fallback && d.path.length > 0 ? orElse(r, part, d.fallback, at, 'undefined') : part;
}

export function reached(r: Reads, value: Value, path: readonly PathStep[], node: Placed): Value {
  return path.reduce<Value>((v, step) => {
    if (step === null) return refuse(node, 'The rest of a pattern is not read.');
    return typeof step === 'number' ? indexed(r, v, numeric(num(step)), node) : r.property(v, step, node);
  }, value);
}

function lacks(value: Value, path: readonly PathStep[]): boolean {
  let at = value;
  for (const step of path) {
    const next =
      at.kind === 'record' && typeof step === 'string'
        ? at.fields.get(step)
        : at.kind === 'list' && typeof step === 'number'
          ? at.items[step]
          : null;
    if (next === undefined) return true;
    if (next === null) return false;
    at = next;
  }
  return false;
}
