/** How long things took, to be told: nothing is decided by it. */
import { performance } from 'node:perf_hooks';

export const now = (): number => performance.now();

/** Milliseconds since a start, to the microsecond. */
export const since = (start: number): number => Math.round((now() - start) * 1000) / 1000;
