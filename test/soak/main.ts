/** The soak: so many requests, and the memory on the way. */
import { getHeapCodeStatistics } from 'node:v8';
import { Day } from './requests.js';

const COUNT = Number(process.argv[2] ?? '20000');
const TOLD = [500, 1_000, 2_000, 5_000, 10_000, 15_000, 20_000].filter((n) => n <= COUNT);
/** Megabytes by which what is kept may differ from that of the fifth thousand: V8 has compiled most of it by then. */
const SLACK = 4;
const SETTLED = 5_000;

const gc = (globalThis as { gc?: () => void }).gc ?? ((): void => undefined);
const megabytes = (bytes: number): number => Math.round(bytes / 1e5) / 10;

const day = await Day.begin();
const started = performance.now();
let settled: number | null = null;
let last = 0;
for (let k = 1; k <= COUNT; k++) {
  await day.next();
  if (!TOLD.includes(k)) continue;
  // Weak maps let go of their values a round later.
  for (let round = 0; round < 3; round++) {
    await new Promise((resolve) => setImmediate(resolve));
    gc();
  }
  const { heapUsed, rss } = process.memoryUsage();
  // What V8 compiles and what it knows about that grows as more becomes hot, and ends with the sources.
  const code = getHeapCodeStatistics();
  const compiled = code.code_and_metadata_size + code.bytecode_and_metadata_size;
  last = (heapUsed - compiled) / 1e6;
  if (k >= SETTLED) settled ??= last;
  const seconds = ((performance.now() - started) / 1_000).toFixed(0);
  console.log(
    `${String(k)} requests, ${seconds} s: kept ${String(megabytes(heapUsed - compiled))} MB of a heap of ${String(megabytes(heapUsed))} MB, RSS ${String(megabytes(rss))} MB`,
  );
}
const grown = settled === null ? 0 : last - settled;
if (grown > SLACK) {
  console.log(`What is kept has grown by ${grown.toFixed(1)} MB since ${String(SETTLED)} requests.`);
  process.exit(1);
}
