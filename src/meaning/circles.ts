/** Definitions of which each says the other. */
import { areSame, compile } from '../core/index.js';
import type { Definition } from './definitions.js';
import type { Definitions } from './dependence.js';
import type { Variable } from './symbolCustoms.js';
import { mentions } from './unsaid.js';

/**
 * A definition that gives a name of the body by the name in question and by the variable, so that holding it fixed would
 * be wrong: of a = b + x and b = a + x that of b. What only solves the same equation for another name, as of v = u + at
 * and a = (v − u)/t, says nothing new, and there a is given.
 */
export function sayingEachOther(
  own: Pick<Definition, 'name' | 'value'>,
  definitions: Definitions,
  variable: Variable,
): Definition | null {
  for (const id of own.value.free) {
    const other = variable.free.has(id) ? undefined : definitions.get(id);
    if (other?.params.length !== 0 || !other.value.free.has(own.name.id)) continue;
    if (mentions(other.value, variable) && !isSolved(own, other)) return other;
  }
  return null;
}

/** Whether putting the other one in gives the name back, whatever its value. */
function isSolved({ name, value }: Pick<Definition, 'name' | 'value'>, other: Definition): boolean {
  const rest = [...new Set([...value.free, ...other.value.free])].filter(
    (id) => id !== name.id && id !== other.name.id,
  );
  const back = compile(value, [name.id, ...rest], new Map([[other.name.id, other]]));
  const values = rest.map((_, i) => 1.3 + 0.7 * i);
  return areSame(
    (x) => back(x, ...values),
    (x) => x,
  );
}
