// @ts-check
/** Modules of the bench that are written in TypeScript, bundled into dist/test. */
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { ROOT } from '../prepare.mjs';

/**
 * The bundle of an entry in test/bench.
 * @param {string} name without its ending
 * @param {readonly esbuild.Plugin[]} plugins
 */
export async function bundled(name, plugins = []) {
  const outfile = join(ROOT, 'dist/test', `${name}.mjs`);
  await esbuild.build({
    absWorkingDir: ROOT,
    entryPoints: [`test/bench/${name}.ts`],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    external: ['mathjs', 'mathjs/*', 'katex', '@babel/parser'],
    plugins: [...plugins],
    logLevel: 'warning',
  });
  return outfile;
}
