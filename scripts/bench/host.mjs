// @ts-check
/**
 * What the extension costs inside a real VS Code: activation, hovers from request to Markdown, keystrokes, slices of the
 * background check. Here the clock is told too, since it is what a person waits for. The host that does not end, or whose
 * browser or server is gone, is ended; the figures it had written until then are shown.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../prepare.mjs';
import { runInServer } from '../vscode/suite.mjs';
import { median, milliseconds, percentile } from './figures.mjs';

/**
 * @typedef {import('./figures.mjs').Row} Row
 * @typedef {import('../../test/host/bench.js').HostFigures} Figures
 * @typedef {import('../../test/host/benchCheck.js').Took} Took
 * @typedef {import('../../test/host/benchCheck.js').Pause} Pause
 * @typedef {import('../../test/host/benchCheck.js').Held} Held
 */

const NOTE = join(ROOT, 'test/bench/formulas.md');
const RESULT = join(ROOT, 'test-results/bench-host.json');
/** Milliseconds for all of it: several times what a quiet machine needs. */
const LIMIT = 240_000;

/** @returns {Promise<Row[]>} */
export async function benchHost() {
  const { figures, error } = await measure();
  return [
    ...activationRows(figures),
    ...(figures.warm ? noteRows(/** @type {Figures} */ (figures)) : []),
    ...(figures.code ? codeRows(figures.code) : []),
    ...(figures.check ? checkRows(figures.check) : []),
    ...(figures.holds ?? []).map(({ name, longest }) =>
      row(`held by a hostile note: ${name}`, milliseconds(longest), 'at most 50 ms'),
    ),
    ...(error ? [{ what: 'FAILED', figure: error }] : []),
  ];
}

/** @param {readonly number[]} times */
const spread = (times) =>
  `${milliseconds(median(times))} median, ${milliseconds(percentile(times, 0.95))} p95`;

/** @param {Partial<Figures>} figures @returns {Row[]} */
function activationRows({ loading = NaN, activating = NaN, activation = NaN, first }) {
  const bytes = (/** @type {string} */ file) =>
    `${(statSync(join(ROOT, 'dist', file)).size / 1000).toFixed(0)} kB`;
  return [
    row('activation: time the extension adds', milliseconds(loading + activating), 'under 30 ms'),
    row('  loading its code, calling activate()', `${milliseconds(loading)}, ${milliseconds(activating)}`),
    row('  with what VS Code does about it', milliseconds(activation)),
    row('  code loaded', bytes('extension.js'), 'under 100 kB'),
    row('engine, loaded on first demand, with KaTeX', `${bytes('engine.js')}, ${bytes('katex.js')}`),
    row('  what draws, loaded with the first picture', bytes('drawing.js')),
    ...(first ? [row('first hover, engine still to be loaded', most([first], 150), 'under 150 ms')] : []),
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
  const both = (/** @type {readonly Took[]} */ times) =>
    `${spread(times.map((time) => time.clock))}; of the processor ${spread(times.map((time) => time.processor))}`;
  return [
    row('parser of code, before a code file is asked about', before ?? '', 'not loaded'),
    row('  and after', after ?? '', 'loaded'),
    row(`first hover in code, ${String(lines)} lines, parser still to be loaded`, milliseconds(first.clock)),
    row(
      `hover on ${String(warm.length)} of its ${String(functions)} functions, warm`,
      both(warm),
      'p95 under 16 ms',
    ),
    row('  the first after an edit, the file parsed again', both(edited)),
  ];
}

/** The background check of a generated note of ten thousand formulas. @param {Figures['check']} check @returns {Row[]} */
function checkRows({ characters, claims, first, again, heldFirst, heldAgain, keystrokes, pauses, heap }) {
  const size = `${(characters / 1e6).toFixed(2)} MB, ${String(claims)} claims`;
  const times = pauses.map((pause) => pause.time);
  const long = times.filter((time) => time > SLICE);
  const [settled, end] = heap;
  return [
    row(`10,000 formulas (${size}) checked`, `${milliseconds(first)} after opening`),
    row('  after an edit, with the typing pause of 400 ms', milliseconds(median(again))),
    row('  the host is held by a slice of the first check', most(heldFirst, SLICE, pauses), 'at most 16 ms'),
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

/** @returns {Promise<{ figures: Partial<Figures>, error: string | null }>} */
async function measure() {
  mkdirSync(join(ROOT, 'test-results'), { recursive: true });
  rmSync(RESULT, { force: true });
  const env = { LEIBNIZ_BENCH_NOTE: NOTE, LEIBNIZ_BENCH_RESULT: RESULT };
  // A folder without notes: with one open the extension would be active before it is measured.
  const folder = join(ROOT, 'dist/test');
  const error = await runInServer(join(ROOT, 'dist/test/bench.js'), { folder, env, limit: LIMIT }).then(
    () => null,
    (reason) => String(reason instanceof Error ? reason.message : reason),
  );
  const figures = existsSync(RESULT) ? JSON.parse(readFileSync(RESULT, 'utf8')) : {};
  return {
    figures,
    error: error ?? (figures.check ? null : 'The suite in VS Code ended early, with an error of its own.'),
  };
}
