/**
 * The soak: so many requests, and the memory on the way. What the program keeps is counted in heap snapshots, node by
 * node, so that what V8 compiles in the meantime is not taken for it.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeHeapSnapshot } from 'node:v8';
import type { Kept } from './kept.js';
import { Day } from './requests.js';

const [, , COUNT = '20000', COUNTER = ''] = process.argv;
const TOLD = [500, 1_000, 2_000, 5_000, 10_000, 15_000, 20_000].filter((n) => n <= Number(COUNT));
/** By then all caches are full: from there on what is kept is flat, within so much of it. */
const SETTLED = 1_000;
const SLACK = 0.02;

const folder = mkdtempSync(join(tmpdir(), 'leibniz-soak-'));
process.once('exit', () => {
  rmSync(folder, { recursive: true });
});

const day = await Day.begin();
const started = performance.now();
let settled: number | null = null;
let most = 0;
for (let k = 1; k <= Number(COUNT); k++) {
  await day.next();
  if (!TOLD.includes(k)) continue;
  const { program, compiled } = await keptNow();
  if (k >= SETTLED) {
    settled ??= program;
    most = Math.max(most, program);
  }
  const seconds = ((performance.now() - started) / 1_000).toFixed(0);
  console.log(
    `${String(k)} requests, ${seconds} s: kept ${megabytes(program)}, compiled by V8 ${megabytes(compiled)}, ` +
      `RSS ${megabytes(process.memoryUsage().rss)}`,
  );
}
const grown = settled === null ? 0 : most / settled - 1;
console.log(
  `What is kept has grown by ${(100 * grown).toFixed(1)} % at most since ${String(SETTLED)} requests.`,
);
process.exit(grown > SLACK ? 1 : 0);

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

async function keptNow(): Promise<Kept> {
  // Weak maps let go of their values a round later; the snapshot collects what is left.
  for (let round = 0; round < 3; round++) {
    await new Promise((resolve) => setImmediate(resolve));
    globalThis.gc?.();
  }
  const file = writeHeapSnapshot(join(folder, 'kept.heapsnapshot'));
  const { stdout, stderr, status } = spawnSync(process.execPath, [COUNTER, file], { encoding: 'utf8' });
  rmSync(file);
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Kept;
}
