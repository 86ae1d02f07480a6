/** `derive --jsonl`: a request a line in, an answer a line out, in order. */
import { budgetFor, Headless, isStackOverflow, prepare } from '../headless/index.js';
import { now, since } from './clock.js';
import { linesOf } from './lines.js';
import type { Terminal } from './terminal.js';

/** Answers every line, an empty or malformed one with an error; one bad request never harms the next. */
export async function answerLines({ input, print }: Pick<Terminal, 'input' | 'print'>): Promise<void> {
  const headless = new Headless();
  for await (const line of linesOf(input)) {
    await print((await answerLine(headless, line)) + '\n');
  }
}

/** The answer to one line, as JSON. */
export async function answerLine(headless: Headless, line: string): Promise<string> {
  let request: unknown;
  try {
    request = JSON.parse(line);
  } catch {
    const message = line.trim() === '' ? 'The line is empty.' : 'The line is no JSON.';
    return JSON.stringify({ id: null, ok: false, error: { code: 'syntax', message, from: 0, to: 0 }, ms: 0 });
  }
  const start = now();
  try {
    await prepare(request);
    const reply = headless.reply(request, budgetFor('commandLine'));
    return JSON.stringify({ ...reply, ms: since(start) });
  } catch (error) {
    return JSON.stringify({ ...failure(request, error), ms: since(start) });
  }
}

/** A defect of ours, or a stack that ran out: an answer all the same. */
function failure(request: unknown, error: unknown): object {
  const id = typeof request === 'object' && request !== null && 'id' in request ? request.id : null;
  const deep = isStackOverflow(error);
  const message = deep ? 'The formula is nested too deeply.' : `The derivation failed: ${String(error)}`;
  return { id, ok: false, error: { code: deep ? 'limit' : 'unsupported', message, from: 0, to: 0 } };
}
