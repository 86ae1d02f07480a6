/** The page that a person judges a survey by: all that is called false or conditional, and samples of the rest. */
import type { FormulaReport } from './formulas.js';
import { figuresOf } from './figures.js';
import type { ClaimReport, NoteReport } from './note.js';
import type { Random } from '../unit/fuzz/random.js';

export interface Surveyed {
  readonly report: NoteReport;
  readonly lines: readonly string[];
}

/** Markdown. A sample of the same seed and notes is the same; `most` is how many a sample holds. */
export function pageOf(notes: readonly Surveyed[], most: number, random: Random): string {
  const all = notes.map(({ report }) => report);
  const claims = notes.flatMap((note) => note.report.claims.map((claim) => ({ note, claim })));
  const formulas = notes.flatMap((note) => note.report.formulas.map((formula) => ({ note, formula })));
  const claimsOf = (verdict: ClaimReport['verdict']): readonly string[] =>
    claims.filter(({ claim }) => claim.verdict === verdict).map(({ note, claim }) => claimText(note, claim));
  const formulasOf = (...kinds: readonly string[]): readonly string[] =>
    formulas
      .filter(({ formula }) => formula.outcome && kinds.includes(formula.outcome.kind))
      .map(({ note, formula }) => formulaText(note, formula));
  const spoiled = notes.flatMap((note) =>
    note.report.spoiled
      .filter(({ verdict }) => verdict !== 'false')
      .map(
        (s) =>
          `${place(note, s.line)} ${s.verdict} after a change of ${s.change}: ${code(s.tex)}, right side now ${code(s.spoiled)}`,
      ),
  );
  const defects = notes.flatMap((note) =>
    note.report.defects.map((d) => `${place(note, d.line)} ${code(d.message)} on ${code(d.text)}`),
  );
  const undecided = claims.flatMap(({ claim: { verdict, message } }) =>
    verdict === 'undecided' ? [message] : [],
  );
  const refusals = formulas.flatMap(({ formula: { outcome } }) =>
    outcome?.kind === 'refused' || outcome?.kind === 'unread' ? [outcome.message] : [],
  );
  const some = (items: readonly string[]): readonly string[] => sampled(items, most, random);
  return [
    '# Survey',
    table(all),
    section('False', claimsOf('false')),
    section('Conditional', claimsOf('conditional')),
    section('Defects', defects),
    section('Why undecided, counted', reasonsOf(undecided)),
    section('Why refused or not read, counted', reasonsOf(refusals)),
    section('Spoiled claims that are not found, a sample', some(spoiled)),
    section('Answers, a sample', some(formulasOf('answered'))),
    section('True, a sample', some(claimsOf('true'))),
    section('Undecided, a sample', some(claimsOf('undecided'))),
    section(
      'Operators not read or refused, a sample',
      some(formulasOf('unread', 'refused', 'notAsked', 'threw')),
    ),
    '## Notes',
    perNote(all),
  ].join('\n\n');
}

const section = (title: string, items: readonly string[]): string =>
  [`## ${title} (${String(items.length)})`, ...items.map((item, i) => `${String(i + 1)}. ${item}`)].join(
    '\n\n',
  );

/** So many of them, in their order; all where there are fewer. */
export function sampled<T>(items: readonly T[], most: number, random: Random): readonly T[] {
  const left = items.map((_, i) => i);
  const drawn: number[] = [];
  while (drawn.length < most && left.length > 0)
    drawn.push(...left.splice(random.whole(0, left.length - 1), 1));
  return drawn.sort((a, b) => a - b).flatMap((i) => items.slice(i, i + 1));
}

/** The reasons with the names and formulas in them left out, the most frequent first, each with its count. */
export function reasonsOf(messages: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const message of messages) {
    const kind = kindOfReason(message);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_REASONS)
    .map(([kind, count]) => `${String(count)} × ${code(kind)}`);
}

/** Words stay, at most so many; all else is what the reason is about. */
function kindOfReason(message: string): string {
  const words = message.split(/\s+/).map((word) => (WORD.test(word) ? word : '…'));
  return words
    .filter((word, i) => word !== '…' || words[i - 1] !== '…')
    .slice(0, MOST_WORDS)
    .join(' ');
}
const WORD = /^(?:[aAI]|[A-Za-z]['’A-Za-z-]+)[.,:;]?$/;
const MOST_WORDS = 14;
const MOST_REASONS = 40;

function claimText(note: Surveyed, claim: ClaimReport): string {
  const { line, endLine, tex, verdict, underlined, quoted, message, expected, mistake, counterexample } =
    claim;
  const how =
    verdict !== 'false' ? '' : quoted ? ', quoted' : underlined ? ', underlined' : ', not underlined';
  return [
    `${place(note, line)} ${verdict}${how}: ${code(tex)}`,
    `   ${oneLine(message)}`,
    ...(expected === null ? [] : [`   Right: ${code(expected)}${mistake === null ? '' : `, ${mistake}`}`]),
    ...(counterexample ? [`   At ${code(JSON.stringify(counterexample))}`] : []),
    '',
    context(note, line, endLine),
  ].join('\n');
}

function formulaText(note: Surveyed, { line, tex, outcome }: FormulaReport): string {
  const head = `${place(note, line)} ${code(tex)}`;
  if (!outcome) return head;
  switch (outcome.kind) {
    case 'answered':
      return [
        `${head}\n   by ${code(outcome.variable)}: ${code(outcome.question)} is ${code(outcome.answer)}`,
        ...(outcome.checked === 'undecided' ? ['its check is undecided'] : []),
        ...outcome.assumptions.map((a) => `taken: ${oneLine(a)}`),
        ...outcome.definitions.map((d) => `rests on ${code(d)}`),
        ...outcome.conditions.map((c) => `where ${code(c)}`),
      ].join('\n   ');
    case 'refused':
    case 'unread':
    case 'threw':
      return `${head}\n   ${outcome.kind}: ${oneLine(outcome.message)}`;
    case 'notAsked':
    case 'leftOut':
      return `${head}\n   ${outcome.kind}`;
  }
}

const place = ({ report }: Surveyed, line: number): string => code(`${report.file}:${String(line)}`);

/** Three lines before and after, fenced so that nothing in them ends the fence. */
function context({ lines }: Surveyed, line: number, endLine: number): string {
  const shown = lines.slice(Math.max(0, line - 1 - AROUND), Math.min(endLine, line + LONGEST_CLAIM) + AROUND);
  const fence = '~'.repeat(3 + Math.max(0, ...shown.map((l) => /~+/.exec(l)?.[0].length ?? 0)));
  return [fence, ...shown.map((l) => (l.length > WIDEST ? `${l.slice(0, WIDEST)}…` : l)), fence]
    .map((l) => `   ${l}`)
    .join('\n');
}
const AROUND = 3;
const LONGEST_CLAIM = 12;
const WIDEST = 400;

/** As code of one line, whatever backticks it has. */
function code(text: string): string {
  const line = oneLine(text);
  const ticks = '`'.repeat(1 + Math.max(0, ...Array.from(line.matchAll(/`+/g), ([run]) => run.length)));
  return line.includes('`') ? `${ticks} ${line} ${ticks}` : `\`${line}\``;
}
function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > WIDEST ? `${line.slice(0, WIDEST)}…` : line;
}

const table = (all: readonly NoteReport[]): string =>
  [
    '| what | count |',
    '| --- | ---: |',
    ...Array.from(figuresOf(all), ([k, n]) => `| ${k} | ${String(n)} |`),
  ].join('\n');

const COLUMNS = [
  'formulas',
  'formulas read',
  'with an operator',
  'answered',
  'claims',
  'true',
  'false',
  'conditional',
  'undecided',
  'spoiled, now false',
  'defects',
  'milliseconds',
];
function perNote(all: readonly NoteReport[]): string {
  const rows = all.map((note) => {
    const figures = figuresOf([note]);
    const cells = COLUMNS.map((c) => String(figures.get(c) ?? 0));
    return `| ${code(note.file)}${note.error === null ? '' : ` ${oneLine(note.error)}`} | ${cells.join(' | ')} |`;
  });
  return [`| note | ${COLUMNS.join(' | ')} |`, `| --- |${' ---: |'.repeat(COLUMNS.length)}`, ...rows].join(
    '\n',
  );
}
