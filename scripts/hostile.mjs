/**
 * `npm run hostile`: the command line on a folder of hostile files (test/hostile), in a process of its own. Prints each file
 * that takes more than twenty times as long as the sample note, what is not as expected, the whole time and the most memory;
 * ends with 1 if there was any of it, or more memory than 500 MB.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { ROOT } from './prepare.mjs';

const MOST_MEMORY = 500;
const TIMES = 20;

const outfile = join(ROOT, 'dist/test/hostile.mjs');
await esbuild.build({
  absWorkingDir: ROOT,
  entryPoints: ['test/hostile/folder.ts'],
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile,
  logLevel: 'warning',
});
const { hostileFiles } = await import(pathToFileURL(outfile).href);

const folder = mkdtempSync(join(tmpdir(), 'leibniz-hostile-'));
const files = hostileFiles();
for (const { name, content } of files) writeFileSync(join(folder, name), content);
const sample = await checked([join(ROOT, 'media/sample.md')]);
const limit = TIMES * sample.reports[0].ms;
const { reports, seconds, memory } = await checked([folder]);
rmSync(folder, { recursive: true });

let wrong = 0;
const complain = (name, what) => {
  wrong++;
  console.log(`✗ ${name}: ${what}`);
};
const byName = new Map(reports.map((r) => [r.file.slice(folder.length + 1), r]));
for (const { name, expected } of files) {
  const report = byName.get(name);
  if (report === undefined) complain(name, 'it has no report');
  else if (report.ms > limit) complain(name, `it takes ${report.ms.toFixed(0)} ms`);
  if (report !== undefined && outcome(report) !== expected && expected !== 'any')
    complain(name, `expected ${expected}, but ${report.error ?? `${report.claims.length} claims`}`);
}
if (memory !== null && memory > MOST_MEMORY) complain('all', `${memory.toFixed(0)} MB`);
console.log(
  `${files.length} files in ${seconds.toFixed(1)} s, the sample in ${sample.reports[0].ms.toFixed(0)} ms, ` +
    `${memory === null ? 'memory not known here' : `at most ${memory.toFixed(0)} MB`}, ${wrong} not as they should be`,
);
process.exit(wrong === 0 ? 0 : 1);

function outcome({ error, claims }) {
  if (error !== null) return 'refused';
  return claims.some((c) => c.tex.includes('x^2 = 3x') && c.verdict === 'false') ? 'claim' : 'none';
}

/** The reports, how long it took, and the most memory of the process in MB: null where the system does not tell. */
function checked(paths) {
  const started = performance.now();
  const child = spawn(process.execPath, [join(ROOT, 'dist/cli.js'), 'check', '--format', 'json', ...paths], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let [out, memory] = ['', null];
  const timer = setInterval(() => (memory = peakOf(child.pid) ?? memory), 20);
  child.stdout.setEncoding('utf8').on('data', (part) => (out += part));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => {
      clearInterval(timer);
      resolve({ reports: JSON.parse(out), seconds: (performance.now() - started) / 1000, memory });
    });
  });
}

function peakOf(pid) {
  try {
    const kilobytes = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1000;
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}
