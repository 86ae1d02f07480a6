// @ts-check
/**
 * What the extension costs inside a real VS Code: activation, hovers from request to Markdown, keystrokes, slices of the
 * background check. Here the clock is told too, since it is what a person waits for. The host that does not end, or whose
 * browser or server is gone, is ended; the figures are shown as they are reached. VS Code's own extensions are left out: its
 * Markdown extension, for one, sends whole texts to its server, which holds the host for longer than all that is measured.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../prepare.mjs';
import { runInServer } from '../vscode/suite.mjs';
import { median, milliseconds, percentile } from './figures.mjs';

/**
 * @typedef {import('./figures.mjs').Row} Row
 * @typedef {import('../../test/host/bench.js').HostFigures} Figures
 * @typedef {import('../../test/host/held.js').Took} Took
 * @typedef {import('../../test/host/held.js').Pause} Pause
 * @typedef {import('../../test/host/held.js').Held} Held
 */

const NOTE = join(ROOT, 'test/bench/formulas.md');
const RESULT = join(ROOT, 'test-results/bench-host.json');
/** Milliseconds without a new figure after which the host is taken to be stuck, and for all of it. */
const SILENT = 150_000;
const LIMIT = 1_800_000;
/** Milliseconds between two looks at what has been measured so far. */
const LOOK = 500;

/** @param {{ quick: boolean, log: (line: string) => void }} options @returns {Promise<Row[]>} */
export async function benchHost({ quick, log }) {
  /** @type {Set<string>} */
  const told = new Set();
  const tell = (/** @type {Partial<Figures>} */ figures) => {
    for (const { what, figure } of rowsOf(figures).filter((row) => !told.has(row.what))) {
      told.add(what);
      log(`${what.trim()}: ${figure}`);
    }
  };
  const { figures, errors } = await measure(quick, tell);
  return [...rowsOf(figures), ...errors.map((error) => ({ what: 'FAILED', figure: error }))];
}

/** Of what has been measured so far. @param {Partial<Figures>} figures @returns {Row[]} */
function rowsOf(figures) {
  return [
    ...activationRows(figures),
    ...(figures.warm ? noteRows(/** @type {Figures} */ (figures)) : []),
    ...(figures.code ? codeRows(figures.code) : []),
    ...(figures.check ? checkRows(figures.check) : []),
    ...(figures.holds ?? []).map(holdRow),
  ];
}

/** The stage that holds the host longest by the processor. */
function holdRow(/** @type {import('../../test/host/holds.js').Hold} */ { name, stages }) {
  const { 'plain text': plain, ...ours } = stages;
  const byTime = Object.entries(ours).sort(([, a], [, b]) => b.working.processor - a.working.processor);
  const [longest] = byTime;
  if (longest === undefined) throw new Error('no stage was held');
  const [stage, { working }] = longest;
  const clock = Math.max(...byTime.map(([, each]) => each.working.clock));
  const collecting = Math.max(...Object.values(stages).map((each) => each.collecting.processor));
  const times = [
    `${milliseconds(working.processor)} (${stage})`,
    `on the clock ${milliseconds(clock)}`,
    `as plain text ${milliseconds(plain.working.processor)}`,
    ...(collecting > 0 ? [`with a pause of the collector ${milliseconds(collecting)}`] : []),
  ];
  return row(`held by a hostile note: ${name}`, times.join(', '), 'at most 50 ms');
}

/** @param {readonly number[]} times */
const spread = (times) =>
  `${milliseconds(median(times))} median, ${milliseconds(percentile(times, 0.95))} p95`;

/** @param {Partial<Figures>} figures @returns {Row[]} */
function activationRows({ loading = NaN, activating = NaN, activation, first, firstHeld }) {
  if (activation === undefined) return [];
  const bytes = (/** @type {string} */ file) =>
    `${(statSync(join(ROOT, 'dist', file)).size / 1000).toFixed(0)} kB`;
  const pieces = () => {
    const files = readdirSync(join(ROOT, 'dist')).filter((name) => /^engine(-\w+)?\.js$/.test(name));
    const all = files.reduce((sum, name) => sum + statSync(join(ROOT, 'dist', name)).size, 0);
    return `${(all / 1000).toFixed(0)} kB in ${String(files.length)} files`;
  };
  return [
    row('activation: time the extension adds', milliseconds(loading + activating), 'under 30 ms'),
    row('  loading its code, calling activate()', `${milliseconds(loading)}, ${milliseconds(activating)}`),
    row('  with what VS Code does about it', milliseconds(activation)),
    row('  code loaded', bytes('extension.js'), 'under 100 kB'),
    row('engine, in pieces, loaded on first demand', pieces()),
    ...(first ? [row('first hover, engine still to be loaded', most([first], 150), 'under 150 ms')] : []),
    ...(firstHeld ? [row('  holds the host', both(firstHeld), 'at most 50 ms')] : []),
  ];
}

/** @param {Figures} figures @returns {Row[]} */
function noteRows({ warm, fresh, again, formulas }) {
  return [
    row(`hover in a note, ${String(formulas)} formulas, warm`, spread(warm), 'p95 under 16 ms'),
    row('  while the engine warms up', spread(fresh)),
    row('  asked again', spread(again)),
  ];
}

/** @type {(what: string, figure: string, wanted?: string) => Row} */
const row = (what, figure, wanted) => ({ what, figure, wanted });

/** Hovers in a generated source. @param {Figures['code']} code @returns {Row[]} */
function codeRows({ lines, functions, parser, first, warm, edited }) {
  const [before, after] = parser.map((loaded) => (loaded ? 'loaded' : 'not loaded'));
  const spreads = (/** @type {readonly Took[]} */ times) =>
    `${spread(times.map((time) => time.clock))}; of the processor ${spread(times.map((time) => time.processor))}`;
  return [
    row('parser of code, before a code file is asked about', before ?? '', 'not loaded'),
    row('  and after', after ?? '', 'loaded'),
    row(`first hover in code, ${String(lines)} lines, parser still to be loaded`, milliseconds(first.clock)),
    row(
      `hover on ${String(warm.length)} of its ${String(functions)} functions, warm`,
      spreads(warm),
      'p95 under 16 ms',
    ),
    row('  the first after an edit, the file parsed again', spreads(edited)),
  ];
}

/** The background check of a generated note of ten thousand formulas. @param {Figures['check']} check @returns {Row[]} */
function checkRows(check) {
  const { characters, claims, first, again, heldFirst, longestFirst, heldAgain, keystrokes, pauses, heap } =
    check;
  const size = `${(characters / 1e6).toFixed(2)} MB, ${String(claims)} claims`;
  const times = pauses.map((pause) => pause.time);
  const long = times.filter((time) => time > SLICE);
  const [settled, end] = heap;
  return [
    row(`10,000 formulas (${size}) checked`, `${milliseconds(first)} after opening`),
    row('  after an edit, with the typing pause of 400 ms', milliseconds(median(again))),
    row('  the host is held by a slice of the first check', most(heldFirst, SLICE, pauses), 'at most 16 ms'),
    row('  and by whatever else meanwhile', both(longestFirst), 'at most 50 ms'),
    row('  and by one of those after edits', most(heldAgain, SLICE, pauses), 'at most 16 ms'),
    row('  on the way of a keystroke', most(keystrokes, KEYSTROKE, pauses), 'at most 2 ms'),
    row('    median', milliseconds(median(keystrokes.map((took) => took.clock)))),
    row(
      '  pauses of the garbage collector meanwhile, on the clock',
      `${milliseconds(Math.max(...times))} at most, ${String(long.length)} of ${String(times.length)} over ${String(SLICE)} ms`,
    ),
    row('  heap after some edits and after all', `${settled.toFixed(0)} MB, ${end.toFixed(0)} MB`, 'steady'),
  ];
}
const SLICE = 16;
const KEYSTROKE = 2;

/**
 * The longest, and how many were over the limit: first by the processor's time, which other programs do not lengthen,
 * then on the clock, which they do. The collector's pauses count, and it is said in how many of those there was one.
 * @param {readonly Held[]} all
 * @param {number} limit
 * @param {readonly Pause[]} pauses
 */
function most(all, limit, pauses = []) {
  return /** @type {const} */ (['processor', 'clock'])
    .map((which) => {
      const over = all.filter((took) => took[which] > limit);
      const collected = over.filter((took) => pauses.some((pause) => isWithin(pause, took))).length;
      const beside = collected > 0 ? `, ${String(collected)} with a pause of the collector` : '';
      const longest = Math.max(...all.map((took) => took[which]));
      return `${milliseconds(longest)} (${String(over.length)} of ${String(all.length)} over${beside})`;
    })
    .join(', on the clock ');
}
const isWithin = (/** @type {Pause} */ pause, /** @type {Held} */ took) =>
  took.at <= pause.at && pause.at < took.at + took.clock;

/** @param {import('../../test/host/held.js').Longest} longest */
const both = ({ working, collecting }) =>
  `${milliseconds(working.processor)}, on the clock ${milliseconds(working.clock)}` +
  (collecting.processor > 0 ? `, with a pause of the collector ${milliseconds(collecting.processor)}` : '');

/**
 * @param {boolean} quick
 * @param {(figures: Partial<Figures>) => void} tell
 * @returns {Promise<{ figures: Partial<Figures>, errors: readonly string[] }>}
 */
async function measure(quick, tell) {
  mkdirSync(join(ROOT, 'test-results'), { recursive: true });
  rmSync(RESULT, { force: true });
  const env = {
    LEIBNIZ_BENCH_NOTE: NOTE,
    LEIBNIZ_BENCH_RESULT: RESULT,
    LEIBNIZ_BENCH_QUICK: quick ? 'yes' : 'no',
  };
  // A folder without notes: with one open the extension would be active before it is measured.
  const folder = join(ROOT, 'dist/test');
  const watched = watchFigures(tell);
  const options = { folder, env, limit: LIMIT, stuck: watched.silence, alone: true };
  const error = await runInServer(join(ROOT, 'dist/test/bench.js'), options).then(
    () => null,
    (reason) => String(reason instanceof Error ? reason.message : reason),
  );
  watched.stop();
  const figures = figuresSoFar();
  tell(figures);
  const early = figures.ended ? null : 'The suite in VS Code ended early.';
  return { figures, errors: [...(figures.failures ?? []), error ?? early].filter((each) => each !== null) };
}

/** Tells what is measured as it comes; its silence rejects once nothing has come for long. @param {(figures: Partial<Figures>) => void} tell */
function watchFigures(tell) {
  let [last, since] = ['', performance.now()];
  /** @type {(error: Error) => void} */
  let fail = () => undefined;
  const silence = new Promise((_, reject) => (fail = reject));
  const timer = setInterval(() => {
    const figures = figuresSoFar();
    const now = JSON.stringify(figures);
    if (now !== last) [last, since] = [now, performance.now()];
    else if (performance.now() - since > SILENT)
      fail(new Error(`Nothing more was measured within ${String(SILENT / 1000)} s.`));
    tell(figures);
  }, LOOK);
  return { silence, stop: () => clearInterval(timer) };
}

/** @returns {Partial<Figures>} */
function figuresSoFar() {
  return existsSync(RESULT) ? JSON.parse(readFileSync(RESULT, 'utf8')) : {};
}
