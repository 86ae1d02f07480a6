/** `derive TEXT`: one question, answered in text, LaTeX or JSON. */
import {
  answerLatex,
  answerText,
  budgetFor,
  explanationLines,
  Headless,
  LEVELS,
  parseRequest,
  prepare,
  visibleLine,
  type Declined,
} from '../headless/index.js';
import { parseArguments, UsageError } from './args.js';
import { now, since } from './clock.js';
import { answerLines } from './jsonl.js';
import type { Terminal } from './terminal.js';

const FORMATS = ['text', 'latex', 'json'] as const;

export async function deriveCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const { options, flags, rest } = parseArguments(
    args,
    ['variable', 'order', 'notation', 'format', 'as', 'level'],
    ['jsonl', 'explain'],
  );
  if (flags.has('jsonl')) {
    if (rest.length > 0 || Object.keys(options).length > 0 || flags.has('explain'))
      throw new UsageError('--jsonl takes its requests from standard input.');
    await answerLines(terminal);
    return 0;
  }
  const format = FORMATS.find((f) => f === (options['format'] ?? 'text'));
  if (!format) throw new UsageError(`The format is one of ${FORMATS.join(', ')}.`);
  const [text, ...more] = rest;
  if (text === undefined) throw new UsageError('A formula is missing: leibniz derive TEXT');
  if (more.length > 0) throw new UsageError('Put the formula in quotes: it is one argument.');
  const { variable, order, notation, as } = options;
  const level = levelOption(options['level']);
  return answerOne({ text, variable, order, notation, as, level }, format, flags.has('explain'), terminal);
}

/** A level by its number or its name; undefined where none is asked for. */
function levelOption(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const at = LEVELS.findIndex((name, i) => text === name || text === String(i + 1));
  if (at < 0) throw new UsageError(`The level is one of ${LEVELS.join(', ')}, or its number.`);
  return at + 1;
}

async function answerOne(
  fields: object,
  format: (typeof FORMATS)[number],
  explains: boolean,
  terminal: Terminal,
): Promise<number> {
  const start = now();
  await prepare(fields);
  const headless = new Headless();
  if (format === 'json') {
    const reply = headless.reply(fields, budgetFor('commandLine'), explains);
    await terminal.print(JSON.stringify({ ...reply, ms: since(start) }, null, 2) + '\n');
    return reply.ok ? 0 : 1;
  }
  const request = parseRequest(fields);
  if (!request.ok) throw new UsageError(request.error.message);
  const answer = headless.answer(request, budgetFor('commandLine'));
  if (!answer.ok) {
    terminal.complain(complaint(answer, request.text));
    return 1;
  }
  await terminal.print(format === 'latex' ? answerLatex(answer) : answerText(answer));
  if (explains && answer.explained && format === 'text') {
    const lines = explanationLines(answer.explained()).map((line) => `  ${visibleLine(line)}\n`);
    await terminal.print(`\nRead:\n${lines.join('')}`);
  }
  return 0;
}

/** The message, with carets under the part of a short formula that is meant. */
function complaint({ code, message, span }: Declined, text: string): string {
  const head = `leibniz: ${message} (${code})`;
  if (!span || text.includes('\n') || text.length > 200 || span.to - span.from >= text.length) return head;
  return `${head}\n  ${text}\n  ${' '.repeat(span.from)}${'^'.repeat(Math.max(1, span.to - span.from))}`;
}
