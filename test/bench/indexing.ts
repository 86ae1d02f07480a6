/**
 * How long a fresh process takes to index a large note, with the built engine: prints its figures as JSON. The first
 * argument is the engine's bundle.
 */
import { createRequire } from 'node:module';
import type { createService as Create } from '../../src/service/index.js';
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

/** Asking for a formula's place indexes the note, and reads nothing in it. */
function indexed(version: number): Took {
  // A text of its own each time, as flat as an editor hands it over.
  const text = Buffer.from(`${content}\n${String(version)}`).toString('latin1');
  const document = { uri: `note:${String(version)}`, version, languageId: 'markdown', text };
  const [started, before] = [performance.now(), process.cpuUsage()];
  service.formulaAt(document, 0, { logBase: 'e', macros: {}, numbers: 'asWritten' });
  const { user, system } = process.cpuUsage(before);
  return { clock: performance.now() - started, processor: (user + system) / 1_000 };
}

const cold = indexed(0);
const warm = Array.from({ length: WARM }, (_, i) => indexed(i + 1));
console.log(JSON.stringify({ cold, warm }));
