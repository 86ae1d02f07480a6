/** Every derivative rule, by the kind of node it fits, in the order in which they are tried. */
import type { Kind } from '../expr.js';
import type { Rule } from '../rule.js';
import { BASIC, CONSTANT, IDENTITY } from './basic.js';
import { BINDERS } from './binders.js';
import { CHAIN, COMPOSITE } from './composite.js';
import { INDEXED } from './indexed.js';
import { PIECES } from './pieces.js';
import { UNKNOWNS } from './unknown.js';

export { CONSTANT, IDENTITY } from './basic.js';
export { CHAIN } from './composite.js';

const FAMILIES = [BASIC, PIECES, COMPOSITE, UNKNOWNS, BINDERS, INDEXED];

export const RULES_BY_KIND: ReadonlyMap<Kind, readonly Rule[]> = new Map(
  [...new Set(FAMILIES.flatMap((f) => Object.keys(f) as Kind[]))].map((kind) => [
    kind,
    FAMILIES.flatMap((f) => f[kind] ?? []),
  ]),
);

export const RULES: readonly Rule[] = [
  CONSTANT,
  IDENTITY,
  CHAIN,
  ...new Set([...RULES_BY_KIND.values()].flat()),
];
