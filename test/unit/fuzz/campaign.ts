/** A run of many random cases: counts, and each failing case as text. */
import { printPlain } from '../../../src/notation/plain/print.js';
import { show } from '../core/show.js';
import { failure, type Failure, type Property } from './properties.js';
import { expression } from './random.js';
import { shrink } from './shrink.js';

export interface Case {
  readonly seed: number;
  readonly failure: Failure;
  /** The expression, and the smallest one found that fails in the same way, in plain notation. */
  readonly text: string;
  readonly smallest: string;
}
export interface Options {
  readonly seed: number;
  readonly count: number;
  /** Properties whose failures are only counted. */
  readonly tolerated: ReadonlySet<Property>;
  readonly now: () => number;
  readonly onFailure: (c: Case) => void;
  readonly onProgress: (done: number, failures: number) => void;
}

/** Tries `count` expressions from a seed on; how often each property failed. */
export function run(options: Options): ReadonlyMap<Property, number> {
  const counts = new Map<Property, number>();
  let failures = 0;
  for (let i = 0; i < options.count; i++) {
    const found = failureOfSeed(options.seed + i, options);
    if (found) {
      counts.set(found.property, (counts.get(found.property) ?? 0) + 1);
      if (!options.tolerated.has(found.property)) failures++;
    }
    options.onProgress(i + 1, failures);
  }
  return counts;
}

function failureOfSeed(seed: number, { tolerated, now, onFailure }: Options): Failure | null {
  const e = expression(seed);
  const found = failure(e, now);
  if (!found || tolerated.has(found.property)) return found;
  const smallest = shrink(e, (c) => failure(c, now)?.property === found.property);
  const detail = failure(smallest, now) ?? found;
  const text = (x: typeof e): string => printPlain(x) ?? show(x);
  onFailure({ seed, failure: detail, text: text(e), smallest: text(smallest) });
  return found;
}
