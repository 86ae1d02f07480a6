/** What a law of tidying is. */
import type { ReadingCost } from './cost.js';
import type { Node } from './node.js';
import type { Table } from './table.js';

/** What a law may look at. */
export interface Ground {
  readonly table: Table;
  readonly cost: ReadingCost;
}

/** An identity used in one direction: candidates for what a node may become. The search keeps what reads better. */
export interface Law {
  /** Stable name, by which explanations and tests know it. */
  readonly name: string;
  readonly title: string;
  readonly head: Node['op'];
  /** What must stand among the node's factors, or in a sum among its terms' factors, for the law to find work. */
  readonly needs: Node['op'] | null;
  readonly apply: (n: Node, ground: Ground) => readonly Node[];
}

export function law(
  name: string,
  title: string,
  head: Node['op'],
  apply: Law['apply'],
  needs: Law['needs'] = null,
): Law {
  return { name, title, head, needs, apply };
}
