/** `practice`: a sheet of exercises with folded solutions, the same for the same seed. */
import { PRACTICE_FAMILIES, practiceJson, practiceMarkdown } from '../headless/index.js';
import { parseArguments, UsageError } from './args.js';
import type { Terminal } from './terminal.js';

const FORMATS = ['markdown', 'json'] as const;
const MOST = 200;

export async function practiceCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const { options, rest } = parseArguments(args, ['family', 'count', 'seed', 'format'], []);
  if (rest.length > 0) throw new UsageError('practice takes no text: leibniz practice --family chain');
  const format = FORMATS.find((f) => f === (options['format'] ?? 'markdown'));
  if (!format) throw new UsageError(`The format is one of ${FORMATS.join(', ')}.`);
  const family = options['family'] ?? null;
  if (family !== null && !PRACTICE_FAMILIES.includes(family))
    throw new UsageError(`The family is one of ${PRACTICE_FAMILIES.join(', ')}.`);
  const order = {
    family,
    count: whole('count', options['count'] ?? '10', MOST),
    seed: whole('seed', options['seed'] ?? '1', 2 ** 32 - 1),
  };
  await terminal.print(
    format === 'markdown' ? practiceMarkdown(order) : JSON.stringify(practiceJson(order), null, 2) + '\n',
  );
  return 0;
}

function whole(name: string, text: string, most: number): number {
  const n = /^\d{1,10}$/.test(text) ? Number(text) : NaN;
  if (!(n <= most)) throw new UsageError(`--${name} is a whole number up to ${String(most)}.`);
  return n;
}
