/** All that is claimed of derivatives in a source, by its functions and its comments, as the claims of a note are told. */
import type { Source } from '../notation/typescript/index.js';
import { checkComments } from './codeComments.js';
import { checkPairs } from './codePairs.js';
import type { CodeClaim } from './codeTypes.js';
import { UNHEARD, type OnFault } from './fault.js';
import type { ReadingOptions } from './note.js';
import type { Budget, CheckedClaim } from './service.js';

/** Null between pieces of work; the functions first. */
export function* checkCode(
  source: Source,
  options: ReadingOptions,
  budget: () => Budget,
  onFault: OnFault = UNHEARD,
): Generator<CheckedClaim | null, void, undefined> {
  for (const claim of checkPairs(source, budget, onFault)) yield claim && claimOf(claim);
  yield* checkComments(source, options, budget, onFault);
}

/** A hand-written derivative as a claim of a note: its name is what is underlined, its fix what replaces it. */
function claimOf({
  from,
  to,
  name,
  verdict,
  message,
  mistake,
  counterexample,
  fix,
}: CodeClaim): CheckedClaim {
  return {
    from,
    to,
    outerFrom: from,
    outerTo: to,
    tex: name,
    verdict,
    expected: fix?.text ?? null,
    mistake,
    quoted: false,
    evident: true,
    message,
    counterexample,
    link: 1,
    links: 1,
    rightPlace: fix && { from: fix.from, to: fix.to },
  };
}
