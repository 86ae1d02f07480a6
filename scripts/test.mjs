// @ts-check
/**
 * `npm test`: the unit and property tests, the suite inside a real VS Code, and the journeys on its workbench.
 * `npm test -- unit host journeys` runs some of the three. The last line counts them all.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT, prepare, say, tool } from './prepare.mjs';
import { openBrowser } from './vscode/browser.mjs';
import { downloadDesktop, runInDesktop } from './vscode/desktop.mjs';
import { startServer, workbenchAddress } from './vscode/server.mjs';
import { runInServer } from './vscode/suite.mjs';

const RESULTS = join(ROOT, 'test-results');
const NOTES = join(ROOT, 'test/host/notes');
const HOST_SUITE = join(ROOT, 'dist/test/index.js');
const JOURNEYS = pathToFileURL(join(ROOT, 'dist/test/journeys.js')).href;
/** Ten times what the suite takes on a quiet machine, and more: it ends a suite that hangs, not one that is slow. */
const SUITE_LIMIT = 1_200_000;

const wanted = process.argv.slice(2).filter((arg) => !arg.startsWith('-'));
/** @typedef {{ passed: number, failed: number }} Counts */
/** @type {Readonly<Record<string, () => Promise<Counts>>>} */
const parts = { unit: runUnit, host: runHost, journeys: runJourneys };
const chosen = Object.keys(parts).filter((name) => wanted.length === 0 || wanted.includes(name));
const total = { passed: 0, failed: 0 };

// What was started is ended with this process.
process.once('SIGINT', () => process.exit(130));

await prepare();
mkdirSync(RESULTS, { recursive: true });
for (const name of chosen) {
  const { passed, failed } = await run(name);
  say(`${name}: ${passed} passed, ${failed} failed`);
  total.passed += passed;
  total.failed += failed;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

/** @param {string} name @returns {Promise<Counts>} */
async function run(name) {
  return (parts[name]?.() ?? Promise.reject(new Error('There is no such part.'))).catch((error) =>
    brokenPart(name, error),
  );
}

async function runUnit() {
  say('Unit and property tests (vitest)');
  const report = freshResult('unit.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const status = tool('vitest/vitest.mjs', ['run', ...reporters]);
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  // A file that cannot be loaded fails without a failed test of its own.
  const unloaded = testResults.filter(
    (/** @type {any} */ f) => f.status === 'failed' && f.assertionResults.length === 0,
  ).length;
  const failed = numFailedTests + unloaded;
  return { passed: numPassedTests, failed: status === 0 ? failed : Math.max(failed, 1) };
}

async function runHost() {
  const report = freshResult('host.json');
  const env = { LEIBNIZ_TEST_RESULT: report, LEIBNIZ_TEST_NOTES: NOTES };
  const desktop = process.argv.includes('--server') ? null : await downloadDesktop();
  say(
    `The suite inside a real VS Code: ${desktop ? `desktop (${desktop})` : 'server host, headless Chromium'}`,
  );
  if (desktop) await runInDesktop(desktop, { tests: HOST_SUITE, folder: NOTES, env });
  else await runInServer(HOST_SUITE, { folder: NOTES, env, limit: SUITE_LIMIT, onLine });
  if (!existsSync(report)) throw new Error('VS Code ended before the suite had reported anything.');
  return JSON.parse(readFileSync(report, 'utf8'));
}

async function runJourneys() {
  say('Journeys on the workbench: server host, headless Chromium');
  const journeys = await import(JOURNEYS).then((m) => m.default ?? m);
  return journeys.run({ startServer, workbenchAddress, openBrowser, root: ROOT, results: RESULTS });
}

/** The extension host's console, without VS Code's own chatter: the suite marks its lines. @param {string} text */
function onLine(text) {
  if (/^\s*[✓✗│]/.test(text)) console.log(text);
}

/** @param {string} name */
function freshResult(name) {
  const file = join(RESULTS, name);
  rmSync(file, { force: true });
  return file;
}

/** @param {string} name @param {any} error @returns {Counts} */
function brokenPart(name, error) {
  console.error(`✗ ${name} could not be run: ${error?.stack ?? error}`);
  return { passed: 0, failed: 1 };
}
