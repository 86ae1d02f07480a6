/**
 * Whole little documents with what is to be said of them, marked where it stands: `<!--= true -->` behind a formula. The
 * marks are taken out before the document is read. What has no mark is not to be underlined.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UNLIMITED } from '../../src/core/derivation.js';
import { compile, type Expr } from '../../src/core/index.js';
import { PLAIN } from '../../src/notation/index.js';
import { createService } from '../../src/service/index.js';
import type { CheckedClaim, FormulaPlace, Found } from '../../src/service/service.js';

/**
 * - true, false, quoted: a claim of the formula with that verdict, a false one underlined
 * - wrong: false, underlined or not
 * - undecided: a claim that is undecided
 * - quiet: nothing said true, nothing said false
 * - none: no claim listed
 * - silent: no answer where one points at it
 * - d VARIABLE: RESULT: the answer where one points at it, in plain notation, or as it is written in TeX
 */
export interface Mark {
  readonly says: string;
  /** The offset behind the formula that is meant. */
  readonly at: number;
  /** 1-based line. */
  readonly line: number;
}
export interface MarkedNote {
  readonly name: string;
  readonly text: string;
  readonly marks: readonly Mark[];
}

const FOLDER = join(import.meta.dirname, 'notes');
const MARK = /[ \t]*<!--= ([^>]*?) -->/g;

export const MARKED_NOTES: readonly MarkedNote[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.md'))
  .sort()
  .map((name) => markedNote(name, readFileSync(join(FOLDER, name), 'utf8')));

export function markedNote(name: string, source: string): MarkedNote {
  const marks: Mark[] = [];
  let text = '';
  let from = 0;
  for (const m of source.matchAll(MARK)) {
    text += source.slice(from, m.index);
    from = m.index + m[0].length;
    for (const says of (m[1] ?? '').split(' | '))
      marks.push({ says, at: text.length, line: text.split('\n').length });
  }
  return { name, text: text + source.slice(from), marks };
}

const OPTIONS = { logBase: 'e', macros: {}, numbers: 'asWritten' } as const;

/** What is said otherwise than it should be, a line each: "12 true: undecided". */
export function failuresOf({ name, text, marks }: MarkedNote): readonly string[] {
  const service = createService();
  const document = { uri: name, version: 1, languageId: 'markdown', text };
  const claims = [...service.check(document, OPTIONS)].filter((c) => c !== null);
  const marked = new Set<CheckedClaim>();
  const failures: string[] = [];
  for (const { says, at, line } of marks) {
    let place: FormulaPlace | null = null;
    for (let from = at - 1; !place && from >= text.lastIndexOf('\n\n', at - 1); from--)
      place = service.formulaAt(document, from, OPTIONS);
    if (!place) {
      failures.push(`${String(line)} ${says}: no formula`);
      continue;
    }
    const own = claims.filter((c) => c.from < place.outerTo && place.outerFrom < c.to);
    own.forEach((c) => marked.add(c));
    const found = isAboutAnswer(says)
      ? answerOf(service, service.at(document, middle(place), OPTIONS))
      : [...new Set(own.map(verdictOf))].join(' and ');
    if (!isAsMarked(says, found))
      failures.push(`${String(line)} ${says}: ${found === '' ? 'nothing' : found}`);
  }
  for (const c of claims)
    if (!marked.has(c) && isUnderlined(c))
      failures.push(`${String(text.slice(0, c.from).split('\n').length)} unmarked: underlined`);
  return failures;
}

const isAboutAnswer = (says: string): boolean => says === 'silent' || says.startsWith('d ');
const middle = (place: Pick<Found, 'from'>): number => place.from;
const isUnderlined = (c: CheckedClaim): boolean => c.verdict === 'false' && c.evident && !c.quoted;
const verdictOf = (c: CheckedClaim): string =>
  c.verdict === 'false' ? (isUnderlined(c) ? 'false' : c.quoted ? 'quoted' : 'wrong') : c.verdict;

function answerOf(service: ReturnType<typeof createService>, found: Found | null): string {
  const answer = found && service.derive(found, {}, UNLIMITED);
  if (!answer?.ok) return 'silent';
  return `d ${answer.variable.name}: ${answer.plain ?? answer.tex}`;
}

function isAsMarked(says: string, found: string): boolean {
  switch (says) {
    case 'none':
      return found === '';
    case 'quiet':
      return found === '' || found === 'undecided' || found === 'conditional';
    case 'wrong':
      return found === 'false' || found === 'wrong';
    default:
      return says === found || (says.startsWith('d ') && isSameAnswer(says, found));
  }
}

/** By the same variable, and equal at some points. */
function isSameAnswer(a: string, b: string): boolean {
  const [by, left] = parted(a);
  const [also, right] = parted(b);
  const [l, r] = [read(left), read(right)];
  if (by !== also || !l || !r) return by === also && left.replace(/\s/g, '') === right.replace(/\s/g, '');
  const names = [...new Set([...l.free, ...r.free])].sort();
  const [f, g] = [compile(l, names), compile(r, names)];
  return POINTS.every((p) => {
    const at = names.map((_, i) => p + i * 0.37);
    const [x, y] = [f(...at), g(...at)];
    return Math.abs(x - y) <= 1e-9 * Math.max(1, Math.abs(x)) || (Number.isNaN(x) && Number.isNaN(y));
  });
}
const POINTS = [0.31, 0.77, 1.43];
function parted(says: string): readonly [string, string] {
  const at = says.indexOf(': ');
  return [says.slice(0, at), says.slice(at + 2)];
}
function read(text: string): Expr | null {
  const { statements, problems } = PLAIN.parse(text);
  return problems.length === 0 && statements.length === 1 ? (statements[0]?.expr ?? null) : null;
}
