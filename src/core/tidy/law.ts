/** What a law of tidying is. */
import type { ReadingCost } from './cost.js';
import type { LawTitle, Node } from './node.js';
import type { Page } from './style.js';

/** What the rules know of a question. */
export interface AskedForm {
  /** Whether it is one fraction in the variable, with factors beside it perhaps: its derivative is one too. */
  readonly isFraction: boolean;
  /** Whether it is an absolute value and nothing else. */
  readonly isBars: boolean;
  readonly functions: ReadonlySet<string>;
  /** The exponents of its exponentials. */
  readonly exponents: readonly Node[];
}

/** What a law may look at. */
export interface Ground extends Page {
  readonly cost: ReadingCost;
  /** What the form of an answer owes to its question; null where an expression is merely made simple. */
  readonly asked: AskedForm | null;
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
