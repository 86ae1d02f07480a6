// @ts-check
/**
 * `npm run attacks -- [--length 1000000]`: all that works on a whole text, on every attack of test/unit/growth, at a quarter
 * of the length and at the length. Prints those that take longer than a second, with both times.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { ROOT } from './prepare.mjs';

const { values } = parseArgs({ options: { length: { type: 'string', default: '1000000' } } });
const length = Number(values.length);
const SLOW = 1000;

const outfile = join(ROOT, 'dist/test/attacks.mjs');
await esbuild.build({
  absWorkingDir: ROOT,
  entryPoints: ['test/unit/growth/attacks.ts'],
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile,
  external: ['mathjs', 'mathjs/*', 'katex', '@babel/parser'],
  logLevel: 'warning',
});
const { ATTACKS, FUNCTIONS } = await import(pathToFileURL(outfile).href);

let tried = 0;
for (const [name, run] of Object.entries(FUNCTIONS))
  for (const [attack, textOf] of Object.entries(ATTACKS)) {
    const short = milliseconds(() => run(textOf(length / 4)));
    const long = milliseconds(() => run(textOf(length)));
    tried++;
    if (long > SLOW) console.log(`${name}, ${attack}: ${short.toFixed(0)} ms, ${long.toFixed(0)} ms`);
  }
console.log(`${tried} tried at ${length} characters`);

/** @param {() => void} run */
function milliseconds(run) {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
