/** Budgets of synchronous work in the editor, which end early where nobody waits for the answer any more. */
import { budgetFor, type Limit } from '../service/budgets.js';
import type { Budget } from '../service/service.js';

/**
 * Long after any request has ended by its count of work: a machine that comes so far behind is given up on, as by a
 * person who presses Escape. It is no limit of an answer.
 */
const GIVEN_UP = 60_000;

/** The budget of a request, which a token or a person's patience may cancel. */
export function budget(limit: Limit, token?: { readonly isCancellationRequested: boolean }): Budget {
  const end = performance.now() + GIVEN_UP;
  let polls = 0;
  // The clock is read now and then: polling must cost nothing.
  const isHopeless = (): boolean => ++polls % 256 === 0 && performance.now() > end;
  return budgetFor(limit, () => token?.isCancellationRequested === true || isHopeless());
}
