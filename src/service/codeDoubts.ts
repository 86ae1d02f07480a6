/** What speaks for it that a function with the name of a derivative is meant as something else. */
import { isDifference, takesCounts, type Pair } from '../claims/code/index.js';
import type { Compared } from './codeCompare.js';

export const CLOSE =
  'It is close to the derivative everywhere, but not equal: rounded numbers or a difference quotient.';

/** Why something different need not be meant as the derivative; null where nothing speaks for that. */
export function doubtAbout(pair: Pair, { isFlat }: Pick<Compared, 'isFlat'>): string | null {
  const isWeak = pair.strength !== 'strong';
  if (pair.strength === 'hint') return 'Its name may mean something else.';
  if (isDifference(pair)) return 'It is a difference of values of the function.';
  if (takesCounts(pair.of) && (isWeak || !/deriv|grad/i.test(pair.derivative.name ?? '')))
    return 'It takes counts.';
  // The slope of a step is 0: what is written in its place is meant for training.
  if (isFlat) return 'The function is constant between its steps.';
  return null;
}
