/** Counterexamples in the names of code. */
import type { CodeVariable } from '../../notation/programs/index.js';
import type { Counterexample } from '../verdict.js';
import type { Compared } from './compare.js';

/** A point at which they differ, by all variables of the function. */
export function exampleOf(
  { at, claimed, actual }: Pick<Compared, 'at' | 'claimed' | 'actual'>,
  variables: readonly CodeVariable[],
): Counterexample {
  return {
    at: new Map(variables.map(({ symbol: { id } }) => [id, at?.get(id) ?? 0])),
    names: new Map(variables.map((v) => [v.symbol.id, v.code])),
    claimed,
    actual,
  };
}
