// @ts-check
/** A note of ten thousand formulas that all differ, with a built engine in fresh processes of Node. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bundled } from '../bundled.mjs';
import { ratioText, spreadOf, spreadText } from './figures.mjs';

/** @typedef {import('../../test/bench/largeNote.js').NoteFigures} Figures */

/** Milliseconds on the clock that a process may take. */
const LIMIT = 400_000;

/** @param {import('./replies.mjs').Options} options @returns {Promise<import('./figures.mjs').Row[]>} */
export async function benchNote({ dist, against, processes, log }) {
  const file = await bundled('bench/largeNote');
  /** @type {Figures[]} */
  const ours = [];
  /** @type {Figures[]} */
  const theirs = [];
  for (let run = 0; run < processes; run++) {
    ours.push(await measured(file, dist));
    if (against) theirs.push(await measured(file, against));
    log(`process ${String(run + 1)} of ${String(processes)}`);
  }
  return rowsOf(ours, theirs);
}

/** @param {string} file @param {string} dist @returns {Promise<Figures>} */
async function measured(file, dist) {
  const engine = join(dist, 'engine.js');
  if (!existsSync(engine)) throw new Error(`There is no ${engine}.`);
  const options = /** @type {const} */ ({ timeout: LIMIT, killSignal: 'SIGKILL' });
  const { stdout } = await promisify(execFile)(process.execPath, [file, engine], options).catch((error) => {
    if (!error.killed) throw error;
    throw new Error(`The note with ${engine} was not done within ${String(LIMIT / 1000)} s.`);
  });
  return JSON.parse(stdout);
}

/** @param {readonly Figures[]} ours @param {readonly Figures[]} theirs */
function rowsOf(ours, theirs) {
  const [{ characters, claims } = { characters: 0, claims: 0 }] = ours;
  const row = (
    /** @type {string} */ what,
    /** @type {(figures: Figures) => readonly number[]} */ of,
    wanted = '',
  ) => {
    const spread = spreadOf(ours.flatMap(of));
    const against = theirs.length > 0 ? ratioText(spread, spreadOf(theirs.flatMap(of))) : undefined;
    return { what, figure: spreadText(spread), against, wanted, data: spread };
  };
  const size = `${(characters / 1e6).toFixed(2)} MB, ${String(claims)} claims`;
  return [
    row(`index (${size})`, ({ index }) => [index], 'at most 100 ms'),
    row('first check', ({ check }) => [check]),
    row('  its longest piece, on the clock', ({ longest }) => [longest], 'at most 16 ms'),
    row('edit, then a hover’s answer', ({ hovers }) => hovers),
    row('  then the check', ({ checks }) => checks),
  ];
}
