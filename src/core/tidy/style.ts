/** How the author writes, which answers repeat: a value that the display of canonical nodes is given. */
import type { Expr } from '../expr.js';
import type { Node, Table } from './node.js';

export interface DisplayStyle {
  /** The letter whose powers order the terms of a printed sum; null for all alike. */
  readonly target: Node | null;
  /** Whether b^(1/3) prints as a root, since the author wrote roots. */
  readonly roots: boolean;
  /** Whether x^(−2) and x^(1/2) print as powers, since the author wrote such, and no fractions or roots. */
  readonly powers: boolean;
  /** Whether x^(3/2) prints as x√x, since the author wrote roots and no such exponents. */
  readonly halves: boolean;
  /** The question's exponents of e, which answers repeat. */
  readonly exponents: readonly Node[];
  /** Sums as the author wrote them where the canonical sign is the other one: x − 1 shown as 1 − x. */
  readonly turned: ReadonlyMap<Node, Expr>;
  /** Sums that the author wrote as they are. */
  readonly written: ReadonlySet<Node>;
  /** Arguments of functions, exponents of e among them, that are repeated as the author wrote them. */
  readonly authored: ReadonlySet<Node>;
}

/** Of expressions without an author. */
export const PLAIN: DisplayStyle = {
  target: null,
  roots: false,
  powers: false,
  halves: false,
  exponents: [],
  turned: new Map(),
  written: new Set(),
  authored: new Set(),
};

/** What nodes are displayed on: their table, the style, and a mark for the search to begin again. */
export interface Page {
  readonly table: Table;
  readonly style: DisplayStyle;
  /** Whether something was displayed under one root that, read again, may come together further. */
  rejoined: boolean;
}

export const pageOf = (table: Table, style: DisplayStyle = PLAIN): Page => ({
  table,
  style,
  rejoined: false,
});
