/** The edits of quick fixes for a claim, as text. Knows nothing of VS Code. */
import type { CheckedClaim } from '../service/service.js';
import { languageOfEditor } from '../languages.js';
import { runStart } from '../text/runs.js';
import { withoutClosingSpace } from './insertion.js';
import { texInPlace } from './texInPlace.js';

/** [from, to) of the document becomes the text. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The right result in place of the wrong side; null where one of them is not known, or it cannot be written there. */
export function replacementEdit(
  { rightPlace, expected, from: start, to: end, outerFrom, outerTo }: CheckedClaim,
  text: string,
  inTable: boolean,
): TextEdit | null {
  if (rightPlace === null || expected === null) return null;
  const written = text.slice(rightPlace.from, rightPlace.to);
  // What stands around the side stays: white space, and the line ends and quote marks before a delimiter.
  const before = /^[\s&]*/.exec(written)?.[0].length ?? 0;
  const from = rightPlace.from + before;
  const to = Math.max(from, rightPlace.from + withoutClosingSpace(written).length);
  const place = { opening: text.slice(outerFrom, start), closing: text.slice(end, outerTo), inTable };
  const right = texInPlace(expected, place);
  return right === null ? null : { from, to, text: right };
}

/** A comment by which the checker passes over the claim, where the text around it stays what it is. */
export function ignoreEdit(
  { from, to, outerFrom }: CheckedClaim,
  text: string,
  languageId: string,
  inTable: boolean,
): TextEdit {
  const language = languageOfEditor(languageId);
  if (language) return lineAboveInCode(text, outerFrom, language.comments.line);
  if (languageId === 'latex' || languageId === 'tex') return lineAbove(text, from, '% leibniz-ignore');
  // A line of its own would end the table.
  if (inTable) return insertion(cellEnd(text, to), ' <!-- leibniz-ignore-line -->');
  // A comment has no place inside mathematics.
  const start = lineStartOf(text, outerFrom);
  // Between two items of a list a comment would end it.
  const above = ITEM.test(text.slice(start, start + 200))
    ? lastLineAbove(text, start)
    : lineAboveOf(text, start);
  // Nor may it end a paragraph: then it goes to the end of the paragraph's line before.
  if (above !== null && isProse(above.content))
    return insertion(above.end, ' <!-- leibniz-ignore-next-line -->');
  return lineAbove(text, start, '<!-- leibniz-ignore-next-line -->');
}

/** In a doc comment the line goes on with its stars; a comment that begins on the line of the claim has it above. */
function lineAboveInCode(text: string, from: number, mark: string): TextEdit {
  const start = lineStartOf(text, from);
  const [stars] = /^[ \t]*\*[ \t]*(?!\/)/.exec(text.slice(start, from)) ?? [];
  if (stars === undefined) return lineAbove(text, from, `${mark} leibniz-ignore-next-line`);
  return insertion(start, `${stars.trimEnd()} leibniz-ignore-next-line${newlineOf(text)}`);
}

const newlineOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

const insertion = (at: number, text: string): TextEdit => ({ from: at, to: at, text });

/** A line above the one of the offset, indented and quoted like it. */
function lineAbove(text: string, offset: number, comment: string): TextEdit {
  const start = lineStartOf(text, offset);
  const [prefix = ''] = /^[ \t>]*/.exec(text.slice(start)) ?? [];
  return insertion(start, prefix + comment + newlineOf(text));
}

const lineStartOf = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

interface Line {
  readonly content: string;
  /** The offset after its last character that is no white space. */
  readonly end: number;
}

function lineAboveOf(text: string, start: number): Line | null {
  if (start === 0) return null;
  const from = lineStartOf(text, start - 1);
  const line = text.slice(from, start - 1).trimEnd();
  return { content: line.replace(/^[ \t>]*/, ''), end: from + line.length };
}

const ITEM = /^[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t]/;

/** The last line above that is not blank. */
function lastLineAbove(text: string, start: number): Line | null {
  const end = runStart(text, /\s/, start);
  return end === 0 ? null : lineAboveOf(text, end + 1);
}

/** Whether a line is one of a paragraph that the next line may go on with. */
const isProse = (line: string): boolean =>
  line !== '' &&
  !/^(#{1,6}(\s|$)|```|~~~|\$\$|\\[[\]]|\||<!--|<\/?[a-z]|[-=*_]{3,}$)/i.test(line) &&
  !/(\$\$|\\\]|-->)$/.test(line);

/** Where the cell's text ends: before the bar that closes it. */
function cellEnd(text: string, offset: number): number {
  const rest = text.slice(offset);
  const end = /(?<!\\)\||\r?\n|$/.exec(rest)?.index ?? 0;
  return offset + rest.slice(0, end).trimEnd().length;
}
