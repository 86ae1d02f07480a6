// @ts-check
/**
 * `npm run fuzz -- [--count 100000] [--seed 1] [--tolerate restless]`: random expressions against the properties
 * of test/unit/fuzz, a fifth as many texts written into random sources, conditions of functions with kinks, and claims,
 * true and nearly so; `--only expressions`, `written`, `where` or `claims` tries those alone. Prints each
 * failing case as text, smallest form first; ends with 1 if there was one.
 */
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { bundled } from './bundled.mjs';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    tolerate: { type: 'string', default: '' },
    most: { type: 'string', default: '40' },
    only: { type: 'string', default: '' },
  },
});

const load = async (/** @type {string} */ name) =>
  import(pathToFileURL(await bundled(`unit/fuzz/${name}`)).href);
const [count, seed, most] = [Number(values.count), Number(values.seed), Number(values.most)];
let shown = 0;
const WAYS = { expressions: tryExpressions, written: tryWritten, where: tryWhere, claims: tryClaims };
for (const [name, run] of Object.entries(WAYS))
  if (values.only === name) await run(count);
  else if (values.only === '') await run(name === 'expressions' ? count : Math.ceil(count / 5));
process.exit(shown === 0 ? 0 : 1);

/** @param {number} count */
async function tryExpressions(count) {
  const { run } = await load('campaign');
  const started = performance.now();
  const counts = run({
    seed,
    count,
    tolerated: new Set(values.tolerate.split(',')),
    now: () => performance.now(),
    onFailure: (
      /** @type {{ seed: number, failure: { property: string, detail: string }, text: string, smallest: string }} */ {
        seed,
        failure,
        text,
        smallest,
      },
    ) => report(`${failure.property}, seed ${seed}: ${smallest}\n  ${failure.detail}\n  from ${text}`),
    onProgress: (/** @type {number} */ done, /** @type {number} */ failures) => {
      if (done % 1000 === 0) progress(done, count, failures, started);
    },
  });
  console.log(`\n${count} expressions from seed ${seed} in ${since(started)} s`);
  for (const [property, n] of counts) console.log(`  ${property}: ${n}`);
}

/**
 * Texts written into random files of code.
 * @param {number} wanted
 */
async function tryWritten(wanted) {
  const { runWritten } = await load('written');
  const started = performance.now();
  const tally = await runWritten({
    seed,
    count: wanted,
    onFailure: (
      /** @type {Record<'way' | 'detail' | 'source' | 'written', string> & { seed: number }} */ {
        seed,
        way,
        detail,
        source,
        written,
      },
    ) => report(`${way}, seed ${seed}: ${detail}\n${written}\n  from\n${source}`),
    onProgress: (/** @type {number} */ done, /** @type {number} */ failures) =>
      progress(done, wanted, failures, started),
  });
  console.log(`\n${wanted} written texts from seed ${seed} in ${since(started)} s`);
  for (const [way, { written, refused }] of tally) console.log(`  ${way}: ${written}, ${refused} refused`);
}

/**
 * Where derivatives are said to hold, against the functions sampled.
 * @param {number} wanted
 */
async function tryWhere(wanted) {
  const { runWhere } = await load('where');
  const started = performance.now();
  const asked = runWhere({
    seed,
    count: wanted,
    onFailure: (/** @type {number} */ seed, /** @type {string} */ message) =>
      report(`where, seed ${seed}: ${message}`),
    onProgress: (/** @type {number} */ done, /** @type {number} */ failures) => {
      if (done % 1000 === 0) progress(done, wanted, failures, started);
    },
  });
  console.log(`\n${wanted} conditions from seed ${seed}, ${asked} places, in ${since(started)} s`);
}

/**
 * Claims that are true in another form, and as many that are nearly true.
 * @param {number} wanted
 */
async function tryClaims(wanted) {
  const { runClaims } = await load('claims');
  const started = performance.now();
  const tally = runClaims({
    seed,
    count: wanted,
    onFailure: (/** @type {number} */ seed, /** @type {string} */ message) =>
      report(`claim, seed ${seed}: ${message}`),
    onProgress: (/** @type {number} */ done, /** @type {number} */ failures) => {
      if (done % 100 === 0) progress(done, wanted, failures, started);
    },
  });
  console.log(`\n${wanted} claims from seed ${seed} in ${since(started)} s`);
  for (const [verdict, n] of tally) console.log(`  ${verdict}: ${n}`);
}

/** @param {number} started */
function since(started) {
  return ((performance.now() - started) / 1000).toFixed(0);
}

/** @param {number} done @param {number} wanted @param {number} failures @param {number} started */
function progress(done, wanted, failures, started) {
  const rate = (done / (performance.now() - started)) * 1000;
  process.stderr.write(`\r${done} of ${wanted}, ${failures} failed, ${rate.toFixed(0)} a second `);
}

/** @param {string} text */
function report(text) {
  if (++shown <= most) console.log(`\n✗ ${text}`);
}
