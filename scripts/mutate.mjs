// @ts-check
/**
 * `npm run mutate -- [--seed 1] [--count 100] [--skip 0] [--only FOLDER_OR_FILE] [--nearest 40] [--limit 120] [--json FILE]
 * [--again FILE]`: changes one decision of a source at a time, in a copy of the tree, and runs the tests that import it, nearest first,
 * until one fails: a change that no test sees stands in code that nothing holds. What changes nothing that can be seen is
 * listed with its reason in test/mutants.json. `--nearest` says how many files of tests are run before those that go through
 * all goldens and corpora, `--limit` how many seconds one may take; `--again` tries those alone that survived in a file that
 * `--json` wrote for the same seed. Prints each survivor; ends with 1 if there is one or a line of the list is stale.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compiler } from './mutate/compiles.mjs';
import { mutants } from './mutate/pick.mjs';
import { filesIn, importersIn, testsOf } from './mutate/related.mjs';
import { ScratchTests } from './mutate/tests.mjs';
import { ROOT } from './prepare.mjs';

/** The rooms that decide what a reader is told. */
const ROOMS = ['src/judge', 'src/core/tidy', 'src/notation', 'src/editor'];

/** Tests of written examples that go through everything. */
const NET = /(?:goldens|corpus)\.test\.ts$/u;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '100' },
    skip: { type: 'string', default: '0' },
    only: { type: 'string' },
    nearest: { type: 'string', default: '40' },
    limit: { type: 'string', default: '120' },
    json: { type: 'string' },
    again: { type: 'string' },
  },
});
const [count, nearest] = [Number(values.count), Number(values.nearest)];

const tests = new ScratchTests(ROOT, Number(values.limit));
process.on('SIGINT', () => {
  tests.close();
  process.exit(130);
});
const copy = tests.folder;

/** @typedef {{ readonly file: string, readonly before: string, readonly after: string, readonly reason: string }} Equivalent */
/** @type {readonly Equivalent[]} */
const equivalents = JSON.parse(textOf('test/mutants.json'));
const stale = equivalents.filter(({ file, before }) => !oneLine(textOf(file)).includes(before));
const importers = importersIn(copy);
const rooms = (values.only === undefined ? ROOMS : [values.only]).map(writtenIn);
const tested = rooms.map((files) => files.filter((file) => testsOf(file, importers, copy).length > 0));
const types = compiler(copy);

/** @typedef {'fallen' | 'survived' | 'equivalent'} Fate */
/** @typedef {Omit<import('./mutate/pick.mjs').Mutant, 'text'> & { fate: Fate, by: string }} Outcome */
/** @type {Outcome[]} */
const outcomes = [];
/** What survived in an earlier run; null where all are tried. @type {ReadonlySet<string> | null} */
const wanted = values.again === undefined ? null : survivorsIn(values.again);
let [untyped, picked] = [0, 0];
try {
  await tryMutants();
} finally {
  tests.close();
}
summarise();
process.exit(outcomes.some(({ fate }) => fate === 'survived') || stale.length > 0 ? 1 : 0);

async function tryMutants() {
  for (const { text, ...mutant } of mutants(copy, tested, Number(values.seed))) {
    if (outcomes.length >= count || outcomes.length === wanted?.size) return;
    if (wanted?.has(keyOf(mutant)) === false) continue;
    if (++picked <= Number(values.skip)) continue;
    if (!types.compiles(mutant.file, text)) {
      untyped++;
      continue;
    }
    const outcome = { ...mutant, ...(await fateOf(mutant, text)) };
    outcomes.push(outcome);
    keep();
    console.log(shown(outcome));
  }
}

/** @param {Omit<import('./mutate/pick.mjs').Mutant, 'text'>} mutant @param {string} text @returns {Promise<{ fate: Fate, by: string }>} */
async function fateOf({ file, before, after }, text) {
  const listed = equivalents.find((e) => e.file === file && e.before === before && e.after === after);
  if (listed) return { fate: 'equivalent', by: listed.reason };
  const fall = await tests.fall(file, text, asked(testsOf(file, importers, copy)));
  return fall === null ? { fate: 'survived', by: '' } : { fate: 'fallen', by: `${fall.by}: ${fall.why}` };
}

/** The nearest tests, and then the nets that are spread below all of them. @param {readonly string[]} all */
function asked(all) {
  return [...all.slice(0, nearest), ...all.slice(nearest).filter((test) => NET.test(test))];
}

/** @param {string} file @returns {ReadonlySet<string>} */
function survivorsIn(file) {
  /** @type {readonly Outcome[]} */
  const before = JSON.parse(readFileSync(file, 'utf8'));
  return new Set(before.filter(({ fate }) => fate === 'survived').map(keyOf));
}

/** @param {{ readonly file: string, readonly before: string, readonly after: string }} mutant */
function keyOf({ file, before, after }) {
  return [file, before, after].join('\n');
}

function keep() {
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(outcomes, null, 1)}\n`);
}

/** @param {Outcome} outcome */
function shown({ file, line, before, after, fate, by }) {
  const mark = { fallen: ' ', survived: '✗', equivalent: '=' }[fate];
  return `${mark} ${file}:${line}  ${before}  →  ${after}${by === '' ? '' : `\n      ${by}`}`;
}

function summarise() {
  const of = (/** @type {Fate} */ fate) => outcomes.filter((outcome) => outcome.fate === fate);
  const [fallen, survived, equivalent] = [of('fallen'), of('survived'), of('equivalent')];
  console.log(
    `\n${outcomes.length} mutants from seed ${values.seed}: ${fallen.length} fallen, ${equivalent.length} equivalent, ${survived.length} survived`,
  );
  console.log(
    `${untyped} more did not compile; ${rooms.flat().length - tested.flat().length} files are reached by no unit test`,
  );
  console.log(`--skip ${picked} goes on from here`);
  for (const outcome of survived) console.log(shown(outcome));
  for (const { file, before } of stale) console.log(`? ${file} no longer says ${before}: test/mutants.json`);
}

/** @param {string} room @returns {readonly string[]} */
function writtenIn(room) {
  if (room.endsWith('.ts')) return [room];
  const files = filesIn(copy, room.replace(/\/$/u, ''));
  return files.filter((file) => !file.endsWith('.d.ts') && !file.includes('.generated.'));
}

/** @param {string} file */
function textOf(file) {
  return readFileSync(join(copy, file), 'utf8');
}

/** @param {string} text */
function oneLine(text) {
  return text.replace(/\s+/gu, ' ');
}
