/** Limits of one request's work. */
import { performance } from 'node:perf_hooks';
import type { Budget } from '../service/index.js';

const SECONDS = 5;
/** New nodes that tidying may make for one answer. */
const NODES = 1000;

export const now = (): number => performance.now();

export function budget(): Budget {
  const end = now() + SECONDS * 1000;
  let calls = 0;
  let stopped = false;
  // The clock is read now and then: polling must cost nothing.
  return { nodes: NODES, shouldStop: () => (stopped ||= ++calls % 64 === 0 && now() > end) };
}

/** Milliseconds since a start, to the microsecond. */
export const since = (start: number): number => Math.round((now() - start) * 1000) / 1000;
