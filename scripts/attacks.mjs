// @ts-check
/**
 * `npm run attacks -- [--length 1000000]`: all that works on a whole text, on every attack of test/unit/growth, at a quarter
 * of the length and at the length. Prints those that take longer than a second, with both times and the exponent of growth.
 */
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { bundled } from './bundled.mjs';

const { values } = parseArgs({ options: { length: { type: 'string', default: '1000000' } } });
const length = Number(values.length);
const SLOW = 1000;

const outfile = await bundled('unit/growth/attacks');
const { ATTACKS, FUNCTIONS } = await import(pathToFileURL(outfile).href);

let [tried, slow, worst] = [0, 0, 1];
for (const [name, run] of Object.entries(FUNCTIONS)) {
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

/** @param {() => void} run */
function milliseconds(run) {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
