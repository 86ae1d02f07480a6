// @ts-check
/**
 * `npm run bench [-- OPTIONS]`: what the extension costs, measured in one run on production bundles.
 *
 *   --quick           two processes a figure instead of ten: to see whether it runs
 *   --against DIST    an older build's dist beside this one, in the same run: the ratio of every row that has one
 *   --own             without the other systems
 *   --json FILE       all figures as JSON
 *   --only PARTS      of replies, growth, note, editor: a list with commas
 *
 * Times are of the processor, all threads counted (compiling and collecting garbage too), unless a row says otherwise:
 * `process.cpuUsage` within the processes of Node, `time.process_time` in Python, and for Maxima and Giac what Linux says
 * about the process (elsewhere the clock). Medians and 95th percentiles, never minima. A formula is asked once.
 */
import { loadavg } from 'node:os';
import { resolve } from 'node:path';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ROOT, prepare, say } from './prepare.mjs';
import { table } from './bench/figures.mjs';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    against: { type: 'string' },
    own: { type: 'boolean', default: false },
    json: { type: 'string' },
    only: { type: 'string' },
  },
});

/** @typedef {import('./bench/figures.mjs').Row} Row */
/** @type {readonly (readonly [name: string, title: string, run: () => Promise<Row[]>])[]} */
const PARTS = [
  ['replies', 'One reply, from text to text, each formula once', replies],
  ['growth', 'How it grows: processor time/nodes of the answer by n', growth],
  ['note', 'A note of 10,000 formulas that all differ', note],
  ['editor', 'Inside a real VS Code (server host)', editor],
];
const FAILED = 'FAILED';
const only = values.only?.split(',');
const shared = {
  dist: resolve(ROOT, 'dist'),
  against: values.against === undefined ? null : resolve(values.against),
  own: values.own,
  log: (/** @type {string} */ line) => process.stderr.write(`  … ${line}\n`),
};

process.once('SIGINT', () => process.exit(130));
const started = performance.now();
await prepare({ production: true, suites: true });
/** @type {Record<string, readonly Row[]>} */
const report = {};
for (const [name, title, run] of PARTS.filter(([name]) => !only || only.includes(name))) {
  const rows = await run().catch((error) => [failed(error)]);
  report[name] = rows;
  say(title);
  console.log(`${table(rows)}\n`);
}
const seconds = ((performance.now() - started) / 1000).toFixed(0);
const load = loadavg().map((n) => n.toFixed(1));
say(
  `Measured in ${ROOT} with Node ${process.version} in ${seconds} s; load of the machine ${load.join(', ')}.`,
);
if (values.json !== undefined)
  writeFileSync(values.json, JSON.stringify({ node: process.version, load, ...report }, null, 2));
process.exit(Object.values(report).some((rows) => rows.some(({ what }) => what === FAILED)) ? 1 : 0);

async function replies() {
  const { benchReplies } = await import('./bench/replies.mjs');
  return benchReplies({ ...shared, processes: values.quick ? 2 : 10 });
}

async function growth() {
  const { benchGrowth } = await import('./bench/growth.mjs');
  return benchGrowth({ ...shared, processes: values.quick ? 1 : 3 });
}

async function note() {
  const { benchNote } = await import('./bench/largeNote.mjs');
  return benchNote({ ...shared, processes: values.quick ? 1 : 3 });
}

async function editor() {
  const { benchHost } = await import('./bench/host.mjs');
  return benchHost({ quick: values.quick, log: shared.log });
}

/** A part that could not be measured; the others are. @param {unknown} error @returns {Row} */
function failed(error) {
  return { what: FAILED, figure: error instanceof Error ? error.message : String(error) };
}
