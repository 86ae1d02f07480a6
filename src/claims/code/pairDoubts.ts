/** Signs in the code that a function with the name of a derivative is meant as something else. */
import { countsInCode } from '../../customs/usually.js';
import { isCountInCode } from '../../customs/words.js';
import { readerOf, type FunctionTarget, type Source } from '../../notation/programs/index.js';
import type { Pair } from './claim.js';

/** Why a function with such a name need not be meant as the derivative; null where nothing in the text speaks for that. */
export function otherMeaning({ language }: Source, pair: Pair): string | null {
  const isWeak = pair.strength !== 'strong';
  if (pair.strength === 'hint') return 'Its name may mean something else.';
  if (readerOf(language).isDifference(pair.derivative, pair.of))
    return 'It is a difference of values of the function.';
  if (takesCounts(pair.of) && (isWeak || !/deriv|grad/i.test(pair.derivative.name ?? '')))
    return 'It takes counts.';
  return null;
}

/** Whether a parameter is called as counts and indices are: of those there are differences, but no derivatives. */
const takesCounts = (f: FunctionTarget): boolean =>
  namedParameters(f).some((p) => countsInCode(p) || isCountInCode(p) || COUNTS.test(p));
/** n1, df2, rowCount. */
const COUNTS = /^(?:n|df)\d$|(?:Count|Index|Size)$/;

/** The parameters that are plain names. */
export const namedParameters = ({ params }: FunctionTarget): string[] => params.filter((p) => p !== null);
