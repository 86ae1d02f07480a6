// @ts-check
/**
 * `npm run survey -- FOLDER [--seed 1] [--answers 30] [--seconds 60] [--spoil] [--out PAGE.md] [--json FILE]`: what the
 * notes of a folder come to: formulas, answers, claims by verdict, defects, time and memory. The page lists all that is
 * called false or conditional, and samples of the rest, for a person to judge. `--spoil` changes one sign, factor or exponent
 * of each claim that its formula confirms alone, and counts how many of these mistakes are found.
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { bundled } from './bundled.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    answers: { type: 'string', default: '30' },
    seconds: { type: 'string', default: '60' },
    spoil: { type: 'boolean', default: false },
    out: { type: 'string' },
    json: { type: 'string' },
  },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error('A folder is missing: npm run survey -- FOLDER');
  process.exit(2);
}

const outfile = await bundled('survey/survey');
const { survey } = await import(pathToFileURL(outfile).href);

/** @typedef {{ file: string, ms: number, bytes: number, error: string | null, cut: boolean, formulas: unknown[] }} Note */
/** Milliseconds of a note that is told of. */
const SLOW = 5000;
const megabytes = () => process.resourceUsage().maxRSS / 1000;
/** By how much each note raised the most memory of the process. @type {Map<string, number>} */
const raised = new Map();
let peak = megabytes();
const started = performance.now();
const { notes, figures, page } = await survey({
  folder: resolve(folder),
  seed: Number(values.seed),
  answers: Number(values.answers),
  seconds: Number(values.seconds),
  spoil: values.spoil,
  now: () => performance.now(),
  onNote: (/** @type {Note} */ note) => {
    const now = megabytes();
    raised.set(note.file, now - peak);
    peak = now;
    if (note.error !== null) console.log(`✗ ${note.file}: ${note.error}`);
    else if (note.cut || note.ms > SLOW)
      console.log(`  ${note.file}: ${(note.ms / 1000).toFixed(1)} s${note.cut ? ', cut short' : ''}`);
  },
});
for (const [name, count] of figures) console.log(`${String(count).padStart(8)}  ${name}`);
console.log(`${((performance.now() - started) / 1000).toFixed(1)} s, at most ${peak.toFixed(0)} MB`);
if (values.out !== undefined) writeFileSync(values.out, page);
if (values.json !== undefined) {
  const withMemory = notes.map((/** @type {Note} */ n) => ({
    ...n,
    megabytesRaised: raised.get(n.file) ?? 0,
  }));
  writeFileSync(
    values.json,
    JSON.stringify({ figures: Object.fromEntries(figures), notes: withMemory }, null, 1),
  );
}
