/**
 * A large note in a fresh process, with the built engine: how long it takes to index, and how long the longest step of
 * its check is after an edit. Prints the figures as JSON. The first argument is the engine's bundle.
 */
import { createRequire } from 'node:module';
import type { createService as Create } from '../../src/service/index.js';
import type { DocumentText, Options } from '../../src/service/service.js';
import { generatedNote } from './note.js';

/** Milliseconds on the clock, and of a processor. */
interface Took {
  readonly clock: number;
  readonly processor: number;
}

const WARM = 10;

const [, , engine = ''] = process.argv;
const { createService } = createRequire(import.meta.url)(engine) as { createService: typeof Create };
const service = createService();
const content = generatedNote();

const OPTIONS: Options = { logBase: 'e', macros: {}, numbers: 'asWritten' };

/** A text of its own each time, as flat as an editor hands it over. */
function documentOf(uri: string, version: number, text: string): DocumentText {
  return { uri, version, languageId: 'markdown', text: Buffer.from(text).toString('latin1') };
}

/** Asking for a formula's place indexes the note, and reads nothing in it. */
function indexed(version: number): Took {
  const document = documentOf(`note:${String(version)}`, version, `${content}\n${String(version)}`);
  const [started, before] = [performance.now(), process.cpuUsage()];
  service.formulaAt(document, 0, OPTIONS);
  const { user, system } = process.cpuUsage(before);
  return { clock: performance.now() - started, processor: (user + system) / 1_000 };
}

/** Milliseconds of each step of a check after one character was changed. */
function stepsOfCheck(version: number): readonly number[] {
  const middle = content.length >> 1;
  const letter = version % 2 === 0 ? 'x' : 'y';
  const text = content.slice(0, middle) + letter + content.slice(middle + 1);
  const check = service.check(documentOf('note:edited', version, text), OPTIONS)[Symbol.iterator]();
  const steps: number[] = [];
  for (let done: boolean | undefined = false; done !== true;) {
    const started = performance.now();
    done = check.next().done;
    steps.push(performance.now() - started);
  }
  return steps;
}

/** The longest step, each taken at its best: what is left of other programs and of the collector is no more in it. */
function longestStep(): { readonly step: number; readonly all: number } {
  stepsOfCheck(0);
  const checks = Array.from({ length: WARM }, (_, i) => stepsOfCheck(i + 1));
  const [first = []] = checks;
  const best = first.map((_, k) => Math.min(...checks.map((steps) => steps[k] ?? Infinity)));
  return { step: Math.max(...best), all: best.reduce((sum, time) => sum + time, 0) };
}

const cold = indexed(0);
const warm = Array.from({ length: WARM }, (_, i) => indexed(i + 1));
const check = process.argv.includes('--check') ? longestStep() : null;
console.log(JSON.stringify({ cold, warm, check }));
