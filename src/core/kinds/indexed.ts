/** Indexed quantities and lists of entries. */
import { component, delta, matmul, matrix, tuple, type Component } from '../expr.js';
import {
  isScalar,
  NO_HEAD,
  nth,
  opaque,
  plainCost,
  valueless,
  type Descriptions,
  type Tape,
} from './description.js';

export const INDEXED: Descriptions<'component' | 'delta' | 'tuple' | 'matrix' | 'matmul'> = {
  component: {
    children: (e) => [e.base, ...e.indices],
    over: (_, parts) => component(nth(parts, 0), parts.slice(1)),
    head: () => NO_HEAD,
    commutative: false,
    evaluate: entry,
    lower: (e, table) => table.atom(e),
    cost: plainCost,
    shape: isScalar,
  },
  delta: {
    children: (e) => [e.left, e.right],
    over: (_, parts) => delta(nth(parts, 0), nth(parts, 1)),
    head: () => NO_HEAD,
    commutative: false,
    evaluate: (e, tape) => tape.op([e.left, e.right], (a, b) => (a === b ? 1 : 0)),
    lower: (e, table) => table.atom(e),
    cost: plainCost,
    shape: isScalar,
  },
  tuple: {
    children: (e) => e.items,
    over: (_, parts) => tuple(parts),
    head: () => NO_HEAD,
    commutative: false,
    evaluate: valueless,
    lower: opaque,
    cost: plainCost,
    shape: (e) => [e.items.length],
  },
  matrix: {
    children: (e) => e.rows.flat(),
    over: (e, parts) => {
      let i = 0;
      return matrix(e.rows.map((row) => row.map(() => nth(parts, i++))));
    },
    head: (e) => [e.rows.map((row) => row.length).join()],
    commutative: false,
    evaluate: valueless,
    lower: opaque,
    cost: plainCost,
    shape: (e) => [e.rows.length, Math.max(0, ...e.rows.map((row) => row.length))],
  },
  matmul: {
    children: (e) => e.factors,
    over: (_, parts) => matmul([nth(parts, 0), ...parts.slice(1)]),
    head: () => NO_HEAD,
    commutative: false,
    evaluate: valueless,
    lower: opaque,
    cost: plainCost,
    shape: isScalar,
  },
};

/** The key under which a component with constant indices is given its value: x_1 is `x[1]`. */
export function componentKey(e: Component): string | null {
  if (e.base.kind !== 'sym') return null;
  let key = e.base.id;
  for (const i of e.indices) {
    if (i.kind !== 'num' && i.kind !== 'sym') return null;
    key += `[${i.kind === 'num' ? i.value.toString() : i.id}]`;
  }
  return key;
}

function entry(e: Component, tape: Tape): number {
  const key = componentKey(e);
  const known = key === null ? undefined : tape.input(key);
  if (known !== undefined) return known;
  // An index that is itself a number at this point (i in a sum) picks the component then.
  if (e.base.kind !== 'sym') return valueless(e, tape);
  const base = e.base.id;
  const indices = e.indices.map((i) => tape.register(i));
  const entries = tape.inputs(base + '[');
  return tape.emit((r) => {
    const at = entries.get(base + indices.map((i) => `[${String(r[i])}]`).join(''));
    return at === undefined ? NaN : (r[at] as number);
  });
}
