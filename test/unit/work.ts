/**
 * Work counted, not timed: how often the blocks of code that a call runs through are entered, as V8's precise coverage
 * counts them. The count is the same on any machine and under any load. What runs inside V8 itself (a regular
 * expression, a native method) counts as one entry of the block that calls it.
 *
 * Import this file before the sources: only functions compiled afterwards count their blocks.
 */
import { Session } from 'node:inspector';

const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

/** The sources, the tests, and the packages that the sources use; not Node's own files, nor the test runner's. */
const COUNTED = /\/(src|test\/unit)\/(?!work\.ts)|\/node_modules\/(katex|mathjs|@babel)\//;

/** How many blocks of code are entered while it runs. */
export function workOf(run: () => unknown): number {
  taken();
  run();
  return taken();
}

/**
 * The exponent with which the work grows from a size to one `factor` times as large: 1 for linear work, 2 for quadratic.
 * What is loaded or remembered on a first call does not count: it is called once before.
 */
export function growthOf(work: (size: number) => unknown, size: number, factor = 4): number {
  work(size);
  const [small, large] = [workOf(() => work(size)), workOf(() => work(size * factor))];
  return Math.log(large / small) / Math.log(factor);
}

/** The entries of all blocks since it was asked last. */
function taken(): number {
  let entries = 0;
  session.post('Profiler.takePreciseCoverage', (error, { result }) => {
    if (error) throw error;
    for (const { url, functions } of result)
      if (COUNTED.test(url))
        for (const { ranges } of functions) for (const { count } of ranges) entries += count;
  });
  return entries;
}
