// @ts-check
/** What a fresh clone lacks, made: dependencies and bundles. Uses Node alone until they are there. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Says one line about what is being done. @param {string} line */
export function say(line) {
  console.log(`▸ ${line}`);
}

/**
 * Installs the dependencies where there are none, then builds everything under dist/.
 * @param {{ production?: boolean, suites?: boolean }} options
 */
export async function prepare(options = {}) {
  if (!existsSync(join(ROOT, 'node_modules/esbuild/package.json'))) {
    say('Installing the dependencies (npm ci)');
    npm(['ci', '--no-audit', '--no-fund'], ROOT);
  }
  const started = performance.now();
  const { build } = await import('../esbuild.mjs');
  await build(options);
  say(`Built dist/ in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

/** Runs npm in a folder with its output shown; throws where it fails. @param {string[]} args @param {string} cwd */
export function npm(args, cwd) {
  const script = process.env['npm_execpath'];
  const viaNode = script !== undefined && /\.[cm]?js$/.test(script);
  const result = viaNode
    ? spawnSync(process.execPath, [script, ...args], { cwd, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd, stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.status !== 0) throw new Error(`npm ${args.join(' ')} failed in ${cwd}.`);
}

/**
 * Runs a tool of node_modules with Node and resolves to its exit status.
 * @param {string} script @param {string[]} args @param {import('node:child_process').SpawnSyncOptions} options
 */
export function tool(script, args, options = {}) {
  const result = spawnSync(process.execPath, [join(ROOT, 'node_modules', script), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    ...options,
  });
  return result.status ?? 1;
}
