/** `spans --json FILE…`: where the formulas of files lie. */
import { reasonOf, spansInFile, visibleLine } from '../headless/index.js';
import { parseArguments, UsageError } from './args.js';
import { readFileText } from './fileReading.js';
import { readAll } from './input.js';
import type { Terminal } from './terminal.js';

export async function spansCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const { rest, flags } = parseArguments(args, [], ['json']);
  if (!flags.has('json')) throw new UsageError('spans prints JSON only: say --json.');
  if (rest.length === 0) throw new UsageError('A file is missing: leibniz spans --json FILE…');
  const listed: object[] = [];
  for (const file of rest) {
    const text = await textOf(file, terminal);
    if (text !== null) listed.push({ file, spans: spansInFile(file, text) });
  }
  await terminal.print(JSON.stringify(listed) + '\n');
  return listed.length > 0 ? 0 : 2;
}

/** The text of a file, or of standard input for "-"; null where it cannot be read, which is said. */
async function textOf(file: string, terminal: Terminal): Promise<string | null> {
  try {
    return file === '-' ? await readAll(terminal) : await readFileText(file);
  } catch (error) {
    terminal.complain(`leibniz: ${visibleLine(file)} cannot be read: ${reasonOf(error)}`);
    return null;
  }
}
