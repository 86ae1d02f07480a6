/** `check FILE…`: judges the derivatives that files claim. */
import {
  checkFile,
  faultLine,
  claimLines,
  prepareFile,
  reasonOf,
  visibleLine,
  type Fault,
  type ReportedClaim,
} from '../headless/index.js';
import { parseArguments, UsageError } from './args.js';
import { FilesBeside } from './beside.js';
import { now, since } from './clock.js';
import { readFileText } from './fileReading.js';
import { filesNamed, type NamedPath } from './folder.js';
import { readAll } from './input.js';
import type { Terminal } from './terminal.js';

const FORMATS = ['text', 'json'] as const;

interface FileReport {
  readonly file: string;
  readonly ms: number;
  readonly error: string | null;
  readonly claims: readonly ReportedClaim[];
}

/** Status: 0 no false claim, 1 some, 2 no file could be read. */
export async function checkCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const { options, flags, rest } = parseArguments(args, ['format'], ['explain']);
  const format = FORMATS.find((f) => f === (options['format'] ?? 'text'));
  if (!format) throw new UsageError(`The format is one of ${FORMATS.join(', ')}.`);
  if (rest.length === 0) throw new UsageError('A file is missing: leibniz check FILE…');
  const explains = flags.has('explain');
  const reports: FileReport[] = [];
  for (const path of rest) {
    const beside = path === '-' ? null : await FilesBeside.of(path);
    for await (const named of filesNamed(path))
      reports.push(await reportOn(named, { beside, explains }, terminal));
  }
  if (reports.length === 0) terminal.complain('leibniz: There is no note and no code to check there.');
  for (const r of reports) if (r.error !== null) terminal.complain(`leibniz: ${visibleLine(r.error)}`);
  const unreadable = reports.every((r) => r.error !== null);
  if (format === 'json') await terminal.print(JSON.stringify(reports, null, 2) + '\n');
  else if (!unreadable) await terminal.print(textOf(reports));
  if (unreadable) return 2;
  return reports.some((r) => r.claims.some(isWrong)) ? 1 : 0;
}

const isWrong = (c: ReportedClaim): boolean => c.verdict === 'false' && !c.quoted;

interface How {
  readonly beside: FilesBeside | null;
  readonly explains: boolean;
}

async function reportOn(
  named: NamedPath,
  { beside, explains }: How,
  terminal: Terminal,
): Promise<FileReport> {
  const { path: file } = named;
  const start = now();
  const failed = (error: unknown): FileReport => ({
    file,
    ms: since(start),
    error: `${file} cannot be checked: ${reasonOf(error)}`,
    claims: [],
  });
  if ('error' in named) return failed(named.error);
  const onFault = (fault: Fault): void => {
    terminal.complain(`leibniz: ${visibleLine(`${file}, ${faultLine(fault)}`)}`);
  };
  try {
    const text = file === '-' ? await readAll(terminal) : await readFileText(file);
    await prepareFile(file);
    const takenIn = (await beside?.macrosFor(file, text)) ?? '';
    const claims = checkFile(file, text, undefined, onFault, { takenIn, withReading: explains });
    return { file, ms: since(start), error: null, claims };
  } catch (error) {
    return failed(error);
  }
}

/** One line a claim that is not right everywhere, as linters print, and a count; all claims where their readings are asked for. */
function textOf(reports: readonly FileReport[]): string {
  const lines = reports.flatMap((r) =>
    r.claims.filter(isWorthSaying).flatMap((c) => [lineOf(r.file, c), ...readingOf(c)]),
  );
  const all = reports.flatMap((r) => r.claims);
  return [...lines, countOf(all)].join('\n') + '\n';
}
const isWorthSaying = (c: ReportedClaim): boolean => c.verdict !== 'true' || c.reading !== undefined;

/** Indented below the claim. */
const readingOf = ({ reading }: ReportedClaim): readonly string[] =>
  reading ? claimLines(reading).map((line) => `    ${visibleLine(line)}`) : [];

function lineOf(file: string, c: ReportedClaim): string {
  const mistake = c.mistake === null ? '' : ` (${c.mistake})`;
  const note = c.quoted ? ' [quoted as a mistake]' : isWrong(c) && !c.underlined ? ' [not underlined]' : '';
  const message = visibleLine(c.message.replace(/\s+/g, ' '));
  const { line, column } = c.right ?? c;
  return `${visibleLine(file)}:${String(line)}:${String(column)}: ${c.verdict}: ${message}${mistake}${note}`;
}

function countOf(claims: readonly ReportedClaim[]): string {
  const count = (verdict: ReportedClaim['verdict']): number =>
    claims.filter((c) => c.verdict === verdict).length;
  const parts = [
    `${String(claims.length)} ${claims.length === 1 ? 'claim' : 'claims'}`,
    `${String(count('true'))} right`,
    `${String(claims.filter(isWrong).length)} wrong`,
    `${String(count('conditional'))} right in part`,
    `${String(count('undecided'))} undecided`,
  ];
  const quoted = claims.filter((c) => c.verdict === 'false' && c.quoted).length;
  return [...parts, ...(quoted > 0 ? [`${String(quoted)} quoted as mistakes`] : [])].join(', ');
}
