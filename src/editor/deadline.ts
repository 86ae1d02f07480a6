/** Limits of synchronous work: the service polls them, since no token fires while it runs. */
import type { Budget } from '../service/service.js';

/** What a hover may take, and what a command may take that someone waits for, in milliseconds. */
export const HOVER_LIMIT = 400;
export const COMMAND_LIMIT = 4_000;

/** New nodes that tidying may make: the command line allows as many, so that both give the same answer. */
const NODES = 1_000;

/** A budget that ends after so many milliseconds, or when the request has been given up. */
export function budget(milliseconds: number, token?: { readonly isCancellationRequested: boolean }): Budget {
  const end = performance.now() + milliseconds;
  let polls = 0;
  let stopped = false;
  // Between two polls may lie milliseconds, so the clock is read often, but not at each: polling must cost little.
  const isLate = (work: number): boolean => (work === 0 || ++polls % 8 === 0) && performance.now() > end;
  return {
    nodes: NODES,
    shouldStop: (work = 1) => (stopped ||= token?.isCancellationRequested === true || isLate(work)),
  };
}
