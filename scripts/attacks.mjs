// @ts-check
/**
 * `npm run attacks -- [--length 1000000]`: all that works on a whole text, on every attack of test/unit/growth, at a quarter
 * of the length and at the length. Prints those that take longer than a second, with both times and the exponent of growth.
 * `--only WORD`: those functions alone whose name holds it. `--expressions [--heaviest 1]`: instead every regular
 * expression of src, on those of its own attacks that are the heaviest on a short text, at 50,000 and 100,000 characters:
 * prints the fastest growing, counted in steps; ends with 1 if one of them grows faster than the text.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { bundled } from './bundled.mjs';
import { ROOT } from './prepare.mjs';

const { values } = parseArgs({
  options: {
    length: { type: 'string', default: '1000000' },
    only: { type: 'string', default: '' },
    expressions: { type: 'boolean', default: false },
    heaviest: { type: 'string', default: '1' },
  },
});
const SLOW = 1000;
/** Expressions that are printed. */
const SHOWN = 5;

if (values.expressions) await tryExpressions(Number(values.heaviest));
else await tryFunctions(Number(values.length), values.only);

/** @param {number} length @param {string} only */
async function tryFunctions(length, only) {
  const { ATTACKS, FUNCTIONS } = await load('growth/attacks');
  let [tried, slow, worst] = [0, 0, 1];
  for (const [name, run] of Object.entries(FUNCTIONS)) {
    if (!name.includes(only)) continue;
    for (const [attack, textOf] of Object.entries(ATTACKS)) {
      const short = milliseconds(() => run(textOf(length / 4)));
      const long = milliseconds(() => run(textOf(length)));
      tried++;
      if (long <= SLOW) continue;
      slow++;
      const exponent = Math.log(long / short) / Math.log(4);
      worst = Math.max(worst, exponent);
      console.log(
        `${name}, ${attack}: ${short.toFixed(0)} ms, ${long.toFixed(0)} ms, exponent ${exponent.toFixed(2)}`,
      );
    }
    process.stderr.write(`  … ${name}\n`);
  }
  console.log(
    `${tried} tried at ${length} characters: ${slow} take longer than a second, the largest exponent of these ${worst.toFixed(2)}`,
  );
}

/** @param {number} heaviest */
async function tryExpressions(heaviest) {
  const { longGrowth, LINEAR } = await load('regexes/growth');
  const { expressionsIn } = await load('regexes/sources');
  const src = join(ROOT, 'src');
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  /** @type {{ source: string, flags: string, place: string }[]} */
  const expressions = files.flatMap((file) => expressionsIn(file, readFileSync(join(src, file), 'utf8')));
  const grown = expressions
    .flatMap((expression) => ({ ...expression, ...longGrowth(expression, heaviest) }))
    .sort((a, b) => b.exponent - a.exponent);
  for (const { exponent, place, source, flags, attack } of grown.slice(0, SHOWN))
    console.log(`${exponent.toFixed(4)}  ${place} /${source}/${flags} on ${JSON.stringify(attack)}`);
  const fast = grown.filter(({ exponent }) => exponent > LINEAR);
  console.log(
    `${expressions.length} expressions at 100,000 characters: ${fast.length} grow faster than the text`,
  );
  process.exitCode = fast.length === 0 ? 0 : 1;
}

/** @param {string} module of the unit tests */
async function load(module) {
  return import(pathToFileURL(await bundled(`unit/${module}`)).href);
}

/** @param {() => void} run */
function milliseconds(run) {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
