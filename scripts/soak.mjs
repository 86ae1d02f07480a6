/**
 * `npm run soak -- [--count 20000]`: requests of all kinds with edits between them in one process, and what its memory
 * comes to on the way. Ends with 1 where it grows after the first thousands, or where a request throws.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { ROOT } from './prepare.mjs';

const { values } = parseArgs({ options: { count: { type: 'string', default: '20000' } } });
const outfile = join(ROOT, 'dist/test/soak.mjs');
await esbuild.build({
  absWorkingDir: ROOT,
  entryPoints: ['test/soak/main.ts'],
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile,
  external: ['mathjs', 'mathjs/*', 'katex', '@babel/parser'],
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, ['--expose-gc', outfile, values.count], { stdio: 'inherit' });
process.exit(status ?? 1);
