/** What is known besides the expression that is put in order. */
import type { Binding } from '../derivation.js';
import type { Arrays } from './arrays.js';

/** What a law of sums may use. */
export interface Facts {
  readonly arrays: Arrays;
  readonly definitions: ReadonlyMap<string, Binding>;
}
