/** Nodes without parts: numbers, constants and names. */
import type { ConstantName } from '../expr.js';
import { isScalar, NO_PARTS, type Descriptions } from './description.js';

const LEAF = { children: () => NO_PARTS, commutative: false, shape: isScalar } as const;

export const ATOMS: Descriptions<'num' | 'const' | 'sym'> = {
  num: {
    ...LEAF,
    over: (e) => e,
    head: (e) => [e.value.n, e.value.d],
    evaluate: (e, tape) => tape.constant(e.value.toNumber()),
    lower: (e, table) => table.num(e.value),
    cost: (e, reading) => reading.number(e),
  },
  const: {
    ...LEAF,
    over: (e) => e,
    head: (e) => [e.name],
    evaluate: (e, tape) => tape.constant(VALUES[e.name]),
    lower: (e, table) => (e.name === 'e' ? table.e : e.name === 'pi' ? table.pi : table.atom(e)),
    cost: () => 1,
  },
  sym: {
    ...LEAF,
    over: (e) => e,
    head: (e) => [e.id],
    evaluate: (e, tape) => tape.input(e.id) ?? tape.defined(e.id, []),
    lower: (e, table) => table.atom(e),
    cost: () => 1,
  },
};

const VALUES: Readonly<Record<ConstantName, number>> = {
  pi: Math.PI,
  e: Math.E,
  i: NaN,
  infinity: Infinity,
  true: 1,
  false: 0,
};
