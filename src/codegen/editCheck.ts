/**
 * The check of every edit of code: what is around it is parsed again as edited, and has to hold what was meant there,
 * and nothing else changed.
 */
import type * as t from '@babel/types';
import type { Span } from '../notation/notation.js';
import { holdsFunction, type CodeFunction } from './codeFunction.js';
import type { CodeBody, CodeTree } from '../notation/programs/codeTree.js';
import { parsedBody, parsedTree } from './parsedCode.js';
import { shapeOf } from './nodeShape.js';
import { isStackOverflow } from '../stack.js';
import { readLike, type Source } from '../notation/typescript/source.js';
import { countWhile } from '../text/ascending.js';

/** `text` in place of a range of the source. */
export interface TextChange extends Span {
  readonly text: string;
}

/** What an edit is meant to put in its place. */
export type Meant =
  | { readonly kind: 'function'; readonly fn: CodeFunction }
  | { readonly kind: 'body'; readonly body: CodeBody }
  | { readonly kind: 'number'; readonly tree: CodeTree }
  /** Words within a comment: nothing that runs. */
  | { readonly kind: 'words' };

/** Why the edit may not be offered, as a sentence; null where it holds what is meant and nothing else. Never throws. */
export function editProblem(source: Source, edit: TextChange, meant: Meant): string | null {
  try {
    return problemOf(source, edit, meant);
  } catch (error) {
    if (isStackOverflow(error)) return 'The code is nested too deeply to be checked.';
    throw error;
  }
}

function problemOf(source: Source, whole: TextChange, meant: Meant): string | null {
  const { before, by } = surroundings(source, whole);
  const edit = { from: whole.from - by, to: whole.to - by, text: whole.text };
  const { text } = before;
  const after = readLike(source, text.slice(0, edit.from) + edit.text + text.slice(edit.to));
  if (after.problems.length > before.problems.length || isMoreThan(after.errors, before.errors))
    return 'What would be written cannot be parsed where it would stand.';
  const place: Span = { from: edit.from, to: edit.from + edit.text.length };
  const [was, is] = [split(before, edit), split(after, place)];
  if (was.around !== is.around || !sameComments(was.outside, is.outside, edit))
    return 'What would be written would change the code around it.';
  return holds(source, is, meant)
    ? null
    : 'What would be written would not be read as what is meant: it holds something else.';
}

/** The part of a file that an edit can change, as a source, and where it begins. */
interface Surroundings {
  readonly before: Source;
  readonly by: number;
}

function surroundings(source: Source, edit: Span): Surroundings {
  const { from, to } = surroundingsOf(source, edit);
  const near = from > 0 || to < source.text.length ? readLike(source, source.text.slice(from, to)) : source;
  const isRead = near.problems.length === 0 && shapeOfAll(near, 0, Infinity) === shapeOfAll(source, from, to);
  return isRead ? { before: near, by: from } : { before: source, by: 0 };
}

/**
 * The statements of the file's top level that an edit touches, with the one that ends before it and the one that begins
 * behind it. Where these are still what they were, so is all that stands before and behind them: where a statement
 * ends is settled by the token after it.
 */
function surroundingsOf({ text, tree: { body }, problems }: Source, edit: Span): Span {
  if (problems.length > 0) return { from: 0, to: text.length };
  const first = countUpTo(body, edit.from - 1) - 1;
  const next = body[countUpTo(body, edit.to)];
  return { from: body[first]?.start ?? 0, to: next?.end ?? text.length };
}

/** How many characters the check of an edit parses. */
export function parsedFor(source: Source, edit: Span): number {
  const { from, to } = surroundingsOf(source, edit);
  return 2 * (to - from);
}

/** How many of the statements begin at the offset or before it. */
function countUpTo(body: readonly t.Statement[], offset: number): number {
  return countWhile(body.length, (i) => (body[i]?.start ?? Infinity) <= offset);
}

/** The shapes of the statements between two offsets. */
const shapeOfAll = ({ tree: { body } }: Source, from: number, to: number): string =>
  body
    .slice(countUpTo(body, from - 1), countUpTo(body, to - 1))
    .map((s) => shapeOf(s))
    .join();

/** Errors beyond those that were there. */
function isMoreThan(after: readonly string[], before: readonly string[]): boolean {
  const left = [...before];
  return after.some((error) => {
    const at = left.indexOf(error);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

interface Split {
  /** The shape of everything outside of the range. */
  readonly around: string;
  /** The largest nodes and the comments within it, and the comments outside. */
  readonly inside: readonly t.Node[];
  readonly within: readonly t.Comment[];
  readonly outside: readonly t.Comment[];
}

function split({ tree, comments }: Source, range: Span): Split {
  const within = comments.filter((c) => isWithin(c, range));
  const inside: t.Node[] = [];
  const around = shapeOf(tree, (n) => {
    if (!isWithin(n, range)) return false;
    inside.push(n);
    return true;
  });
  return { around, inside, within, outside: comments.filter((c) => !within.includes(c)) };
}

const isWithin = (n: t.Node | t.Comment, { from, to }: Span): boolean =>
  from < to && from <= (n.start ?? -1) && (n.end ?? Infinity) <= to;

function sameComments(
  before: readonly t.Comment[],
  after: readonly t.Comment[],
  { from, to, text }: TextChange,
): boolean {
  const by = text.length - (to - from);
  return (
    before.length === after.length &&
    before.every((b, i) => {
      const a = after[i];
      const start = b.start ?? 0;
      // The comment that the words stand in is another, and grows or shrinks.
      if (start < from && to < (b.end ?? 0)) return a?.start === start && a.end === (b.end ?? 0) + by;
      return a?.value === b.value && a.start === (start < from ? start : start + by);
    })
  );
}

function holds(source: Source, { inside, within: comments }: Split, meant: Meant): boolean {
  const [only, ...others] = inside;
  if (meant.kind === 'words') return inside.length === 0 && comments.length === 0;
  if (!only || others.length > 0) return false;
  switch (meant.kind) {
    case 'function':
      return holdsFunction(source, only, comments, meant.fn);
    case 'body':
      return comments.length === 0 && isSame(parsedBody(only), meant.body);
    case 'number':
      return comments.length === 0 && isSame(parsedTree(only), meant.tree);
  }
}

const isSame = (parsed: CodeBody | CodeTree | null, meant: CodeBody | CodeTree): boolean =>
  parsed !== null && JSON.stringify(parsed) === JSON.stringify(meant);
