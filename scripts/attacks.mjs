// @ts-check
/**
 * `npm run attacks -- [--length 1000000]`: all that works on a whole text, on every attack of test/unit/growth, at a quarter
 * of the length and at the length. Prints those that take longer than a second, with both times.
 */
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { bundled } from './bundled.mjs';

const { values } = parseArgs({ options: { length: { type: 'string', default: '1000000' } } });
const length = Number(values.length);
const SLOW = 1000;

const outfile = await bundled('unit/growth/attacks');
const { ATTACKS, FUNCTIONS } = await import(pathToFileURL(outfile).href);

let tried = 0;
for (const [name, run] of Object.entries(FUNCTIONS))
  for (const [attack, textOf] of Object.entries(ATTACKS)) {
    const short = milliseconds(() => run(textOf(length / 4)));
    const long = milliseconds(() => run(textOf(length)));
    tried++;
    if (long > SLOW) console.log(`${name}, ${attack}: ${short.toFixed(0)} ms, ${long.toFixed(0)} ms`);
  }
console.log(`${tried} tried at ${length} characters`);

/** @param {() => void} run */
function milliseconds(run) {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
