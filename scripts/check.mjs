// @ts-check
/** `npm run check`: merges, types, lint, format and unit tests, each told by name; fails if one of them fails. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, prepare, say, tool } from './prepare.mjs';

const projects = ['tsconfig.json', 'src/webview/tsconfig.json', 'scripts/tsconfig.json'].filter((file) =>
  existsSync(join(ROOT, file)),
);
/** @type {readonly (readonly [name: string, script: string, args: string[]])[]} */
const checks = [
  ['no merge left unfinished', '../scripts/conflicts.mjs', []],
  ...projects.map(typesOf),
  [
    'lint',
    'eslint/bin/eslint.js',
    ['.', '--max-warnings=0', '--cache', '--cache-location', 'dist/.eslintcache'],
  ],
  ['format', 'prettier/bin/prettier.cjs', ['--check', '.', '--log-level=warn']],
  ['exports, files and dependencies that nothing uses', 'knip/bin/knip.js', ['--no-progress']],
  ['unit and architecture tests', 'vitest/vitest.mjs', ['run']],
];

await prepare();
const failed = checks.filter(([name, script, args]) => {
  const started = performance.now();
  const status = tool(script, args);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say(`${status === 0 ? 'ok' : 'FAILED'}: ${name} (${seconds} s)`);
  return status !== 0;
});
process.exit(failed.length === 0 ? 0 : 1);

/** @param {string} project @returns {[name: string, script: string, args: string[]]} */
function typesOf(project) {
  return [`types (${project})`, 'typescript/bin/tsc', ['-p', project]];
}
