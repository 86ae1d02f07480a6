/** Values as they come in and go out: numbers, and lists of them. */
import type { Value } from '../core/index.js';

/** A number, null where there is none, or a list of such. */
export type Shaped = number | null | readonly Shaped[];

/** Values by plain name: { x: 1.5, alpha: 0.1, w: [1, 2] }. */
export type NamedValues = Readonly<Record<string, Value>>;
