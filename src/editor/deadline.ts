/** Limits of synchronous work: the service polls them, since no token fires while it runs. */
import type { Budget } from '../service/service.js';

/** What a hover may take, and what a command may take that someone waits for, in milliseconds. */
export const HOVER_LIMIT = 400;
export const COMMAND_LIMIT = 4_000;

const NODES = 20_000;

/** A budget that ends after so many milliseconds, or when the request has been given up. */
export function budget(milliseconds: number, token?: { readonly isCancellationRequested: boolean }): Budget {
  const end = performance.now() + milliseconds;
  return {
    nodes: NODES,
    shouldStop: () => performance.now() > end || token?.isCancellationRequested === true,
  };
}
