/** Arrays that a function makes and fills entry by entry: `const g = new Array(2); g[0] = …; g[1] = …`. */
import type * as t from '@babel/types';
import type { Reads } from './reads.js';
import { unwrapped } from './syntax.js';
import { refuse } from './unreadable.js';
import type { Environment, Value } from './value.js';

const MADE: ReadonlySet<string> = new Set(['Array', 'Float64Array', 'Float32Array']);
/** Longer arrays hold data, and are not filled by hand. */
const MOST_ENTRIES = 64;

/** An entry that nothing was assigned to. */
const UNSET: Value = { kind: 'other', what: 'An entry without a value' };

/** `new Array(2)` of a length that is written out; null for anything else that is made. */
export function madeArray(r: Reads, node: t.NewExpression, at: Environment): Value | null {
  const { callee, arguments: given } = node;
  if (callee.type !== 'Identifier' || !MADE.has(callee.name) || at.scope.resolve(callee.name)) return null;
  const [only] = given;
  const length = only === undefined ? 0 : given.length === 1 ? r.constantOf(r.number(only, at)) : null;
  if (length === null || !Number.isInteger(length) || length < 0 || length > MOST_ENTRIES) return null;
  return { kind: 'list', items: Array.from({ length }, () => UNSET) };
}

/**
 * `g[0] = e` as the array with another entry; null where the left side is no entry of an array that the function has
 * made. Only a constant that nothing has read as a whole is known to be held by nothing else.
 */
export function filled(r: Reads, node: t.AssignmentExpression, at: Environment): Value | null {
  const left = unwrapped(node.left);
  if (node.operator !== '=' || left.type !== 'MemberExpression' || !left.computed) return null;
  const d = left.object.type === 'Identifier' ? at.scope.resolve(left.object.name) : null;
  const variable = d && at.frame.variables.get(d);
  if (d?.kind !== 'const' || !d.init || !makesArray(d.init) || variable?.value?.kind !== 'list') return null;
  if (variable.read || at.frame.isFrozen) return null;
  const index = r.constantOf(r.number(left.property, at));
  if (index === null || !Number.isInteger(index) || index < 0 || index >= MOST_ENTRIES)
    return refuse(left.property, 'The index is not a whole number within the array.');
  const value = r.value(node.right, at);
  if (value.kind !== 'number' && value.kind !== 'given') return null;
  const before = at.frame.variables.get(d);
  // The right side has read the array: as long as it was an entry, that is one thing, but it may be the whole.
  if (before?.value?.kind !== 'list' || before.read) return null;
  const { items } = before.value;
  const length = Math.max(items.length, index + 1);
  const next = Array.from({ length }, (_, i) => (i === index ? value : (items[i] ?? UNSET)));
  at.frame.set(d, { kind: 'list', items: next });
  return value;
}

const makesArray = (init: t.Node): boolean =>
  ['ArrayExpression', 'NewExpression'].includes(unwrapped(init).type);
