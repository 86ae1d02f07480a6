/**
 * A large note in a fresh process, with a built engine: its index, its first check, and what an edit makes of both.
 * Prints the figures as JSON. The argument is the engine's bundle.
 */
import { createRequire } from 'node:module';
import type { createService as Create } from '../../src/service/index.js';
import type { DocumentText, Options } from '../../src/service/service.js';
import { generatedNote } from './note.js';

/** Milliseconds of the processor. */
export interface NoteFigures {
  readonly characters: number;
  readonly claims: number;
  readonly index: number;
  readonly check: number;
  /** The longest piece of the first check: the host is held for so long. */
  readonly longest: number;
  /** After each edit: a hover's answer in the middle of the note, and all of its check. */
  readonly hovers: readonly number[];
  readonly checks: readonly number[];
}

const EDITS = 5;
const OPTIONS: Options = { logBase: 'e', macros: {}, numbers: 'asWritten' };
const ENOUGH = { nodes: 1000, shouldStop: (): boolean => false };

const [, , engine = ''] = process.argv;
const { createService } = createRequire(import.meta.url)(engine) as { createService: typeof Create };
const service = createService();
const content = generatedNote();
console.log(JSON.stringify(measure()));

function measure(): NoteFigures {
  const opened = documentOf(0, content);
  const index = spent(() => service.formulaAt(opened, 0, OPTIONS));
  const first = checked(opened);
  const edits = Array.from({ length: EDITS }, (_, i) => edited(i + 1));
  const after = edits.map((document) => ({
    hover: spent(() => {
      hover(document);
    }),
    check: checked(document).time,
  }));
  return {
    characters: content.length,
    claims: first.claims,
    index,
    check: first.time,
    longest: first.longest,
    hovers: after.map((edit) => edit.hover),
    checks: after.map((edit) => edit.check),
  };
}

/** A text of its own each time, as flat as an editor hands it over. */
function documentOf(version: number, text: string): DocumentText {
  return { uri: 'note:large', version, languageId: 'markdown', text: Buffer.from(text).toString('latin1') };
}

/** A character typed into the words of the note's middle. */
function edited(version: number): DocumentText {
  const middle = content.indexOf('Among', content.length >> 1);
  return documentOf(version, `${content.slice(0, middle)}${'x'.repeat(version)}${content.slice(middle)}`);
}

function hover(document: DocumentText): void {
  const place = document.text.indexOf('$\\frac', document.text.length >> 1) + 1;
  const found = service.at(document, place, OPTIONS);
  const answer = found && service.derive(found, {}, ENOUGH);
  if (!answer?.ok) throw new Error('The formula in the middle of the note has no answer.');
}

function checked(document: DocumentText): { time: number; longest: number; claims: number } {
  const steps = service.check(document, OPTIONS)[Symbol.iterator]();
  let [claims, longest, done] = [0, 0, false];
  const time = spent(() => {
    while (!done) {
      const started = performance.now();
      const next = steps.next();
      done = next.done === true;
      if (!done && next.value !== null) claims++;
      longest = Math.max(longest, performance.now() - started);
    }
  });
  return { time, longest, claims };
}

function spent(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
