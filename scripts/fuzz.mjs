// @ts-check
/**
 * `npm run fuzz -- [--count 100000] [--seed 1] [--tolerate restless]`: random expressions against the properties
 * of test/unit/fuzz. Prints each failing case as text, smallest form first; ends with 1 if there was one.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { ROOT } from './prepare.mjs';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    tolerate: { type: 'string', default: '' },
    most: { type: 'string', default: '40' },
  },
});

const outfile = join(ROOT, 'dist/test/fuzz.mjs');
await esbuild.build({
  absWorkingDir: ROOT,
  entryPoints: ['test/unit/fuzz/campaign.ts'],
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile,
  external: ['mathjs', 'mathjs/*', 'katex'],
  logLevel: 'warning',
});
const { run } = await import(pathToFileURL(outfile).href);

const started = performance.now();
let shown = 0;
const counts = run({
  seed: Number(values.seed),
  count: Number(values.count),
  tolerated: new Set(values.tolerate.split(',')),
  now: () => performance.now(),
  onFailure: report,
  onProgress: (/** @type {number} */ done, /** @type {number} */ failures) => {
    if (done % 1000 !== 0) return;
    const rate = (done / (performance.now() - started)) * 1000;
    process.stderr.write(`\r${done} of ${values.count}, ${failures} failed, ${rate.toFixed(0)} a second `);
  },
});
const seconds = ((performance.now() - started) / 1000).toFixed(0);
console.log(`\n${values.count} expressions from seed ${values.seed} in ${seconds} s`);
for (const [property, n] of counts) console.log(`  ${property}: ${n}`);
process.exit(shown === 0 ? 0 : 1);

/**
 * @param {{ seed: number, failure: { property: string, detail: string }, text: string, smallest: string }} failed
 */
function report({ seed, failure, text, smallest }) {
  if (++shown <= Number(values.most))
    console.log(`\n✗ ${failure.property}, seed ${seed}: ${smallest}\n  ${failure.detail}\n  from ${text}`);
}
