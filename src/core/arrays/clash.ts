/** What does not fit in an expression with vectors and matrices, as data: whoever tells it has the words. */
import type { Expr } from '../expr.js';
import type { Type } from './lengths.js';

export type ClashKind =
  /** Two terms of a sum. */
  | 'sum'
  /** Two factors side by side. */
  | 'product'
  /** A vector or matrix below the line. */
  | 'divisor'
  /** A power other than a whole one of a square matrix. */
  | 'power'
  /** A function of numbers that of a matrix means something else. */
  | 'matrix-function'
  /** A function whose argument has another shape. */
  | 'argument'
  /** An index too many, or too few. */
  | 'index'
  /** A number of entries on the two sides of what gives a name. */
  | 'name'
  /** What vectors and matrices have no part in here. */
  | 'other';

export interface Clash {
  readonly kind: ClashKind;
  /** The node that cannot be read so. */
  readonly at: Expr;
  /** The parts that clash, with the shapes they have. */
  readonly parts: readonly { readonly e: Expr; readonly shape: Shape }[];
}
export type Shape = 'number' | 'vector' | 'row' | 'matrix';

/** The shape of a type, in a word. */
export function shapeOf(
  t: Type,
  lengths: { isScalar(t: Type): boolean; isVector(t: Type): boolean; isRow(t: Type): boolean },
): Shape {
  return lengths.isScalar(t)
    ? 'number'
    : lengths.isVector(t)
      ? 'vector'
      : lengths.isRow(t)
        ? 'row'
        : 'matrix';
}
