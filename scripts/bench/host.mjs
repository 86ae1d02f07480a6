/** What the extension costs inside a real VS Code: activation, and from a hover request to its Markdown. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { ROOT } from '../prepare.mjs';
import { runInServer } from '../vscode/suite.mjs';
import { median, milliseconds, percentile } from './figures.mjs';

const NOTE = join(ROOT, 'test/bench/formulas.md');
const RESULT = join(ROOT, 'test-results/bench-host.json');

/** Rows of the report: what was measured, the figure, and what is wanted. */
export async function benchHost() {
  const { loading, activating, activation, first, fresh, warm, again, formulas, check, code, holds } =
    await measure();
  const bytes = statSync(join(ROOT, 'dist/extension.js')).size;
  const engine = statSync(join(ROOT, 'dist/engine.js')).size;
  const spread = (times) =>
    `${milliseconds(median(times))} median, ${milliseconds(percentile(times, 0.95))} p95`;
  return [
    ['activation: time the extension adds', milliseconds(loading + activating), 'under 30 ms'],
    ['  loading its code, calling activate()', `${milliseconds(loading)}, ${milliseconds(activating)}`, ''],
    ['  with what VS Code does about it', milliseconds(activation), ''],
    ['activation: code loaded', `${(bytes / 1000).toFixed(1)} kB`, 'under 100 kB'],
    ['engine, loaded on first demand', `${(engine / 1000).toFixed(0)} kB`, ''],
    ['first hover, engine still to be loaded', most([first], 150), 'under 150 ms'],
    [`hover request to Markdown, ${formulas} formulas, warm`, spread(warm), 'p95 under 16 ms'],
    ['the same while the engine warms up', spread(fresh), ''],
    ['the same asked again', spread(again), ''],
    ...codeRows(code, spread),
    ...(await largeNoteRows()),
    ...checkRows(check),
    ...holdRows(holds),
  ];
}

/** What notes that ask for much work hold the host for, opened, pointed at, offered fixes for and closed. */
function holdRows(holds) {
  return holds.map(({ name, longest }) => [
    `held by a hostile note: ${name}`,
    milliseconds(longest),
    'at most 50 ms',
  ]);
}

/** Hovers in a generated source. */
function codeRows({ lines, functions, parser, first, warm, edited }, spread) {
  const [before, after] = parser.map((loaded) => (loaded ? 'loaded' : 'not loaded'));
  const both = (times) => {
    const [clock, processor] = ['clock', 'processor'].map((which) => times.map((time) => time[which]));
    return `${spread(clock)}; of the processor ${spread(processor)}`;
  };
  return [
    ['parser of code, before a code file is asked about', before, 'not loaded'],
    ['  and after', after, 'loaded'],
    [`first hover in code, ${lines} lines, parser still to be loaded`, milliseconds(first.clock), ''],
    [`hover on ${warm.length} of its ${functions} functions, warm`, both(warm), 'p95 under 16 ms'],
    ['  the first after an edit, the file parsed again', both(edited), ''],
  ];
}

/** The background check of a generated note of ten thousand formulas. */
function checkRows({ characters, claims, first, again, heldFirst, heldAgain, keystrokes, pauses, heap }) {
  const size = `${(characters / 1e6).toFixed(2)} MB, ${claims} claims`;
  const times = pauses.map((pause) => pause.time);
  const long = times.filter((time) => time > SLICE);
  return [
    [`10,000 formulas (${size}) checked`, `${milliseconds(first)} after opening`, ''],
    ['  after an edit, with the typing pause of 400 ms', milliseconds(median(again)), ''],
    ['  the host is held by a slice of the first check', most(heldFirst, SLICE, pauses), 'at most 16 ms'],
    ['  and by one of those after edits', most(heldAgain, SLICE, pauses), 'at most 16 ms'],
    ['  on the way of a keystroke', most(keystrokes, KEYSTROKE, pauses), 'at most 2 ms'],
    ['    median', milliseconds(median(keystrokes.map((took) => took.clock))), ''],
    [
      '  pauses of the garbage collector meanwhile, on the clock',
      `${milliseconds(Math.max(...times))} at most, ${long.length} of ${times.length} over ${SLICE} ms`,
      '',
    ],
    [
      '  heap after 220 and after 1,000 edits',
      `${heap[0].toFixed(0)} MB, ${heap[1].toFixed(0)} MB`,
      'steady',
    ],
  ];
}
const SLICE = 16;
const KEYSTROKE = 2;

/**
 * The longest, and how many were over the limit: first by the processor's time, which other programs do not lengthen,
 * then on the clock, which they do. The collector's pauses count, and it is said in how many of those there was one.
 */
function most(all, limit, pauses = []) {
  return ['processor', 'clock']
    .map((which) => {
      const over = all.filter((took) => took[which] > limit);
      const collected = over.filter((took) => pauses.some((pause) => isWithin(pause, took))).length;
      const beside = collected > 0 ? `, ${collected} with a pause of the collector` : '';
      const longest = Math.max(...all.map((took) => took[which]));
      return `${milliseconds(longest)} (${over.length} of ${all.length} over${beside})`;
    })
    .join(', on the clock ');
}
const isWithin = (pause, took) => took.at <= pause.at && pause.at < took.at + took.clock;

/** The same note indexed, and nothing else: in fresh processes of Node, and warm in each of them. */
async function largeNoteRows() {
  const outfile = join(ROOT, 'dist/test/largeNote.mjs');
  const entryPoints = [join(ROOT, 'test/bench/largeNote.ts')];
  await esbuild.build({
    entryPoints,
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  });
  const runs = Array.from({ length: FRESH }, (_, i) => {
    const flags = i === 0 ? ['--check'] : [];
    const { stdout } = spawnSync(process.execPath, [outfile, join(ROOT, 'dist/engine.js'), ...flags], {
      encoding: 'utf8',
    });
    return JSON.parse(stdout);
  });
  const [cold, warm] = [runs.map((run) => run.cold), runs.flatMap((run) => run.warm)];
  const { check } = runs[0];
  const figure = (all) => {
    const [processor, clock] = ['processor', 'clock'].map((which) => all.map((took) => took[which]));
    return `${milliseconds(median(processor))} median, ${milliseconds(Math.max(...processor))} at most, on the clock ${milliseconds(Math.max(...clock))}`;
  };
  return [
    [`10,000 formulas indexed, ${FRESH} fresh processes`, figure(cold), 'at most 100 ms'],
    ['  and again, warm', figure(warm), ''],
    [
      '  a step of the check after an edit, each at its best',
      `${milliseconds(check.step)} at most, all together ${milliseconds(check.all)}`,
      'far below 16 ms',
    ],
  ];
}
const FRESH = 7;

async function measure() {
  mkdirSync(join(ROOT, 'test-results'), { recursive: true });
  rmSync(RESULT, { force: true });
  const env = { LEIBNIZ_BENCH_NOTE: NOTE, LEIBNIZ_BENCH_RESULT: RESULT };
  // A folder without notes: with one open the extension would be active before it is measured.
  await runInServer(join(ROOT, 'dist/test/bench.js'), {
    folder: join(ROOT, 'dist/test'),
    env,
    limit: 400_000,
  });
  return JSON.parse(readFileSync(RESULT, 'utf8'));
}
