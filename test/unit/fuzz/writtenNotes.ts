/** Answers written into notes and comments, tried: each block and comment ends where it ended, and what is in it is meant. */
import { parse } from '@babel/parser';
import MarkdownIt from 'markdown-it';
import { same } from '../../../src/core/equality.js';
import { indexDocument, kindOfLanguage } from '../../../src/documents/index.js';
import type { Formula } from '../../../src/documents/formula.js';
import { ignoreEdit, replacementEdit, type TextEdit } from '../../../src/editor/fixEdits.js';
import { insertionFor } from '../../../src/editor/insertion.js';
import { LATEX, PLAIN } from '../../../src/notation/index.js';
import type { Answer, CheckedClaim, Found, Service } from '../../../src/service/index.js';
import { hostileNote, type HostileNote, type Said } from './hostileNotes.js';
import { Random } from './random.js';

export interface Attempt {
  readonly way: string;
  readonly source: string;
  /** The file with what was written in it; null where that was refused. */
  readonly written: string | null;
  /** What is wrong with it; null where nothing is. */
  readonly detail: string | null;
}

const OPTIONS = { logBase: 'e', macros: {}, numbers: 'asWritten' } as const;
const budget = (): { nodes: number; shouldStop: () => boolean } => ({
  nodes: 2_000,
  shouldStop: () => false,
});
const SAID: readonly Said[] = ['formula', 'question', 'claim', 'claim', 'plain'];

/** What is written into the note of a seed. */
export function noteAttempts(service: Service, seed: number): readonly Attempt[] {
  const r = new Random(seed);
  const said = r.pick(SAID);
  const note = hostileNote(r, said);
  return said === 'claim' ? fixed(service, note, seed) : [inserted(service, note, said, seed)];
}

const documentOf = ({ language, text }: HostileNote, uri: string) => ({
  uri,
  version: 1,
  text,
  languageId: language,
});

function inserted(service: Service, note: HostileNote, said: Said, seed: number): Attempt {
  const way = said === 'plain' ? 'insertion of a line' : 'insertion into a note';
  const refused = { way, source: note.text, written: null, detail: null };
  const document = documentOf(note, `fuzz:note${seed}`);
  const found =
    said === 'plain'
      ? service.select(document, note.at, note.to, OPTIONS)
      : service.at(document, note.at, OPTIONS);
  // In code, functions are written instead.
  if (!found || 'ok' in found || isCode(note)) return refused;
  const answer = service.derive(found, {}, budget());
  if (!answer.ok) return refused;
  const insertion = insertionFor(note.text, found, answer);
  if (!insertion) return refused;
  const edit = { from: insertion.at, to: insertion.at, text: insertion.text };
  const written = edited(note.text, edit);
  const detail =
    found.kind === 'plain'
      ? lineProblem(note, edit, answer)
      : (formulasProblem(note, written, edit, found, answer) ?? blocksProblem(note, written));
  return { way, source: note.text, written, detail };
}

const isCode = ({ language }: HostileNote): boolean => language === 'typescript' || language === 'javascript';

const edited = (text: string, { from, to, text: part }: TextEdit): string =>
  text.slice(0, from) + part + text.slice(to);

/** One line more, which says the answer. */
function lineProblem({ text }: HostileNote, edit: TextEdit, answer: Answer): string | null {
  const [first, line, ...others] = edit.text.split(/\r?\n/);
  if (first !== '' || line === undefined || others.length > 0) return 'it is not one line';
  if (/[\r\n\u2028\u2029]/.test(line)) return 'it has other line ends';
  if (!/^(?:\r?\n|$)/.test(text.slice(edit.from))) return 'it stands within a line';
  const said = line.replace(/^(?:[\s>#%*]|\/\/)*/, '');
  if (answer.plain === null) return null;
  const [a, b] = [PLAIN.parse(said), PLAIN.parse(answer.plain)];
  const [x, y] = [a.statements.at(-1)?.expr, b.statements.at(-1)?.expr];
  return x && y && same(x, y) ? null : `it reads otherwise: ${said}`;
}

const formulasOf = ({ language }: HostileNote, text: string): readonly Formula[] =>
  indexDocument(kindOfLanguage(language), text).formulas;

/** The formulas as they were, each at its place, and one more, or one that goes on with the answer. */
function formulasProblem(
  note: HostileNote,
  written: string,
  edit: TextEdit,
  found: Found,
  answer: Answer,
): string | null {
  const moved = (at: number): number => (at >= edit.from ? at + edit.text.length : at);
  // A part of a formula goes on within it.
  const isPart = found.outerFrom === found.from;
  const before = formulasOf(note, note.text).filter(
    (f) => !(found.isQuestion || isPart) || f.from > found.from || f.to < found.to,
  );
  const kept = new Map(before.map((f) => [moved(f.from), f.tex]));
  const news = formulasOf(note, written).filter((f) => {
    if (kept.get(f.from) !== f.tex) return true;
    kept.delete(f.from);
    return false;
  });
  if (kept.size > 0) return `a formula is gone: ${[...kept.values()].join(', ')}`;
  const [only, ...others] = news;
  if (!only || others.length > 0)
    return `it has ${news.length} formulas more: ${news.map((f) => f.tex).join(', ')}`;
  return isPart ? null : saysProblem(only.tex, answer.tex);
}

/** Whether the last side of a formula is the answer. */
function saysProblem(tex: string, answer: string): string | null {
  const [is, meant] = [tex, answer].map((t) => LATEX.parse(t.replace(/\\C(?![a-z])/gi, 'c')));
  if (!is || !meant) return null;
  const wanted = meant.statements.at(-1)?.expr;
  if (meant.problems.length > 0 || meant.statements.length !== 1 || !wanted) return null;
  const last = is.statements.at(-1)?.expr;
  const side = last?.kind === 'relation' && wanted.kind !== 'relation' ? last.sides.at(-1) : last;
  return side && same(side, wanted) ? null : `it reads otherwise: ${tex}`;
}

/** Where lists, quotes, tables, fences and comments of Markdown are others than before; null where they are not. */
function blocksProblem({ language, text }: HostileNote, written: string): string | null {
  if (language !== 'markdown') return null;
  const [before, after] = [blocksOf(text), blocksOf(written)];
  return before === after ? null : `its blocks are others: ${before} became ${after}`;
}

const MARKDOWN_IT = new MarkdownIt({ html: true });
/** The blocks but for paragraphs and formulas of their own. */
const blocksOf = (text: string): string =>
  MARKDOWN_IT.parse(text, {})
    .filter((t) => !/^(?:paragraph_|inline$)/.test(t.type) && !(t.type === 'fence' && t.info === 'math'))
    .map((t) => (t.type === 'html_block' ? 'html' : t.type))
    .join(' ');

/** A wrong claim put right, and passed over. */
function fixed(service: Service, note: HostileNote, seed: number): readonly Attempt[] {
  const where = isCode(note) ? 'in a comment' : 'in a note';
  const document = documentOf(note, `fuzz:claim${seed}`);
  const claims = claimsOf(service, document);
  const claim = claims.find(
    (c) => c.verdict === 'false' && !c.quoted && c.from <= note.at && note.at <= c.to,
  );
  if (!claim || IDENTIFIER.test(claim.tex))
    return [{ way: `fix ${where}`, source: note.text, written: null, detail: null }];
  const inTable = service.formulaAt(document, claim.from, OPTIONS)?.inTable ?? false;
  const fix = replacementEdit(claim, note.text, inTable);
  const ignore = ignoreEdit(claim, note.text, note.language, inTable);
  const attempts = [
    fixAttempt(service, note, claim, fix, `fix ${where}`),
    ignoreAttempt(service, note, claims, claim, ignore, `ignoring ${where}`),
  ];
  return attempts;
}
const IDENTIFIER = /^#?[\p{L}_$][\p{L}\p{N}_$]*$/u;

const claimsOf = (service: Service, document: ReturnType<typeof documentOf>): readonly CheckedClaim[] =>
  [...service.check(document, OPTIONS, budget)].flatMap((c) => c ?? []);

function fixAttempt(
  service: Service,
  note: HostileNote,
  claim: CheckedClaim,
  edit: TextEdit | null,
  way: string,
): Attempt {
  if (!edit || claim.expected === null) return { way, source: note.text, written: null, detail: null };
  const written = edited(note.text, edit);
  const formulas = formulasOf(note, written);
  const [before, now] = [formulasOf(note, note.text), formulas];
  const by = edit.text.length - (edit.to - edit.from);
  const others = (list: readonly Formula[], shift: number): string =>
    JSON.stringify(
      list.flatMap((f) =>
        f.from <= edit.from && edit.from <= f.to ? [] : [[f.from + (f.from > edit.from ? shift : 0), f.tex]],
      ),
    );
  const own = formulas.find((f) => f.from <= edit.from && edit.from <= f.to);
  const detail =
    others(before, by) !== others(now, 0)
      ? 'other formulas changed'
      : !own
        ? 'the formula is gone'
        : (saysProblem(own.tex, claim.expected) ??
          blocksProblem(note, written) ??
          commentsProblem(note, written, edit));
  return { way, source: note.text, written, detail: detail ?? stillWrong(service, note, written, claim) };
}

/** What was put right is judged right. */
function stillWrong(
  service: Service,
  note: HostileNote,
  written: string,
  claim: CheckedClaim,
): string | null {
  const document = documentOf({ ...note, text: written }, `fuzz:fixed${written.length}${written}`);
  const again = claimsOf(service, document).find(
    (c) => c.from <= note.at && note.at <= c.to && c.from === claim.from,
  );
  return again?.verdict === 'false' ? `it is wrong still: ${again.tex}` : null;
}

function ignoreAttempt(
  service: Service,
  note: HostileNote,
  claims: readonly CheckedClaim[],
  claim: CheckedClaim,
  edit: TextEdit,
  way: string,
): Attempt {
  const written = edited(note.text, edit);
  const texOf = (text: string): string =>
    JSON.stringify(formulasOf(note, text).map((f) => f.tex.replace(/% leibniz-ignore\s*/g, '')));
  const after = claimsOf(service, documentOf({ ...note, text: written }, `fuzz:ignored${written}`));
  const isThere = after.some((c) => c.verdict === 'false' && c.tex === claim.tex);
  const twice = claims.filter((c) => c.tex === claim.tex).length > 1;
  const detail =
    texOf(note.text) !== texOf(written)
      ? 'the formulas changed'
      : isThere && !twice
        ? 'it is not passed over'
        : (ignoredBlocks(note, written) ?? commentsProblem(note, written, edit, 1));
  return { way, source: note.text, written, detail };
}

/** The comment of its own may be a block of HTML more. */
function ignoredBlocks({ language, text }: HostileNote, written: string): string | null {
  if (language !== 'markdown') return null;
  const [before, after] = [blocksOf(text), blocksOf(written)].map((b) => b.replace(/html ?/g, '').trim());
  return before === after ? null : `its blocks are others: ${String(before)} became ${String(after)}`;
}

/** Where code, or another comment, is another than before. */
function commentsProblem(note: HostileNote, written: string, edit: TextEdit, more = 0): string | null {
  if (!isCode(note)) return null;
  const [before, after] = [note.text, written].map((t) => parsed(t, note.language));
  if (!before) return null;
  if (!after) return 'it does not parse';
  const gained = after.comments.length - before.comments.length;
  if (gained !== 0 && gained !== more) return `it has ${gained} comments more`;
  if (after.code !== before.code) return 'the code is another';
  const by = edit.text.length - (edit.to - edit.from);
  const ends = before.comments.map((end) => (end >= edit.to ? end + by : end));
  return ends.every((end) => after.comments.includes(end)) ? null : 'a comment ends elsewhere';
}

/** Where its comments end, and its code without places and comments; null where it cannot be parsed. */
function parsed(text: string, language: string): { comments: readonly number[]; code: string } | null {
  try {
    const file = parse(text, {
      sourceType: 'module',
      plugins: language === 'typescript' ? ['typescript'] : [],
    });
    const code = JSON.stringify(file.program, (key, value: unknown) =>
      PLACES.test(key) ? undefined : value,
    );
    return {
      comments: (file.comments ?? []).map((c) => c.end ?? -1),
      code,
    };
  } catch {
    return null;
  }
}
const PLACES = /^(?:start|end|loc|range|index|parenStart|trailingComma|(?:leading|trailing|inner)Comments)$/;
