/**
 * `derive --jsonl` with a watch on its parts: each answer is preceded by the microseconds of the processor and a tab,
 * and instead of the reply it gives the microseconds of each part. The bundle puts the watches in: see parts.mjs.
 */
import { createInterface } from 'node:readline';
import { answerLine } from '../../src/cli/jsonl.js';
import { Headless } from '../../src/headless/index.js';
import { takeParts } from './watch.js';

async function serve(): Promise<void> {
  const headless = new Headless();
  for await (const line of createInterface(process.stdin)) {
    takeParts();
    const before = process.cpuUsage();
    await answerLine(headless, line);
    const { user, system } = process.cpuUsage(before);
    process.stdout.write(
      `${String(user + system)}\t${JSON.stringify({ answer: JSON.stringify(takeParts()) })}\n`,
    );
  }
}

void serve();
