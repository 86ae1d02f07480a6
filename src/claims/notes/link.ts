/** A link of a chain in a note: what the note says that a derivative is. It is judged, and never used to answer. */
import type { Expr } from '../../core/index.js';
import type { Seen, Style } from '../../notation/notation.js';
import type { NablaSquared } from '../../meaning/nablaSquared.js';
import type { SaidOfArrays } from '../../meaning/ranks.js';
import type { Variable } from '../../meaning/symbolCustoms.js';

export interface Link {
  readonly kind: 'link';
  /** The derivative that it is held against: that which the chain begins with, or one spelled out later in it. */
  readonly head: Expr;
  /** What it is said to be: the right side of this link of the chain. */
  readonly right: Expr;
  /** The side before it, which is the head in the first link. */
  readonly left: Expr;
  readonly op: '=' | '!=';
  /** All sides of the chain, the head among them. */
  readonly chain: readonly Expr[];
  /** Which link of its chain this is, from 1, and how many there are. */
  readonly link: number;
  readonly links: number;
  /** Says which claims are links of one chain. */
  readonly group: number;
  /** Conditions that the text attaches: x > 0. */
  readonly conditions: readonly Expr[];
  /** Values, points and equations that the text gives near by, the likeliest last. */
  readonly said: readonly Expr[];
  /** The variable where the text says it beside the claim, as a table's header f(x) does. */
  readonly variable: Variable | null;
  /** The document marks it as a mistake. */
  readonly quoted: boolean;
  /** Found by the words around it: wrong only where a known mistake explains it. */
  readonly tentative: boolean;
  /** It repeats another claim as the answer to a question: worth telling only where it holds. */
  readonly echo: boolean;
  /** Said as a supposition, or beside a text that could not be read. */
  readonly doubtful: boolean;
  /** Said as a supposition: "if f′(x) = 3x". */
  readonly supposed: boolean;
  /** The derivative is written as one, and all of the chain up to this link stands in its formula. */
  readonly isWritten: boolean;
  /** Readings that were chosen among several in this formula, and that nothing said before it bears out. */
  readonly choices: ReadonlySet<'slash' | 'log' | 'sigma'>;
  /** What the note says of the shapes of vectors and matrices. */
  readonly arrays?: SaidOfArrays;
  /** What its section says that ∇² is, where it is of ∇² or Δ. */
  readonly nablaSquared?: NablaSquared | null;
  /** What is seen of the way that it is written. */
  readonly seen: readonly Seen[];
  /** Offsets in the file, `to` exclusive, and its text. */
  readonly from: number;
  readonly to: number;
  readonly tex: string;
  /**
   * The same with the delimiters of the formulas that it lies in, from the definition f(x) = … on where f′(x) = …
   * follows it directly.
   */
  readonly outerFrom: number;
  readonly outerTo: number;
  /** How the author spells. */
  readonly style: Style;
  /** The right side's place, which a correction replaces; null where it stands in several pieces. */
  readonly rightPlace: { readonly from: number; readonly to: number } | null;
  /** The offset at which definitions are in force. */
  readonly at: number;
  /** Offset from which definitions stand beside the claim: in its paragraph, or in the statement before it. */
  readonly beside: number;
  /** Offset from which definitions count as near: the heading above, or some lines before. */
  readonly near: number;
}
