/** The derivative of a function at a point where a formula for it may be wrong or fail. */
import { hasSlope, slopeAt } from '../core/index.js';

/** The formula's value if the difference quotients tend to it; else what they tend to, if they do. Null: no derivative. */
export const slopeInDoubt = (f: (x: number) => number, x: number, value: number | null): number | null =>
  value !== null && hasSlope(f, x, value) ? value : slopeAt(f, x);
