/** What a law of tidying is. */
import type { ReadingCost } from './cost.js';
import type { LawTitle, Node } from './node.js';
import type { Page } from './style.js';

/** What a law may look at. */
export interface Ground extends Page {
  readonly cost: ReadingCost;
}

/** An identity used in one direction: candidates for what a node may become. The search keeps what reads better. */
export interface Law extends LawTitle {
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
