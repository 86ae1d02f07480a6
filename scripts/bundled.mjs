// @ts-check
/** Modules of the tests that scripts run, written in TypeScript, bundled into dist/test. */
import { basename, join } from 'node:path';
import * as esbuild from 'esbuild';
import { ROOT } from './prepare.mjs';

/**
 * The path of an entry's bundle.
 * @param {string} entry within test, without its ending
 * @param {string} name of the bundle
 * @param {readonly esbuild.Plugin[]} plugins
 */
export async function bundled(entry, name = basename(entry), plugins = []) {
  const outfile = join(ROOT, 'dist/test', `${name}.mjs`);
  await esbuild.build({
    absWorkingDir: ROOT,
    entryPoints: [`test/${entry}.ts`],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    external: ['mathjs', 'mathjs/*', 'katex', '@babel/parser', 'typescript'],
    plugins: [...plugins],
    logLevel: 'warning',
  });
  return outfile;
}
