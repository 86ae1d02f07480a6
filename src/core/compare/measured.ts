/** A value with a bound for its rounding error. */
export interface Measured {
  readonly value: number;
  /** A bound of the absolute error. */
  readonly error: number;
  /** Undefined only because numbers grew too large on the way, or lost their digits. */
  readonly overflow?: boolean;
}
