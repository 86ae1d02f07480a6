/** The text that writes an answer into a document, and where it goes. Knows nothing of VS Code. */
import { runStart } from '../text/runs.js';
import type { Answer, Found } from '../service/service.js';
import { inOneLine, texInPlace } from './texInPlace.js';

export interface Insertion {
  /** An offset of the document. */
  readonly at: number;
  readonly text: string;
}

/**
 * - A formula that asks for a derivative itself goes on with "= answer", inside its delimiters.
 * - A display gets a display of its own below, an inline formula another inline formula after it.
 * - A plain expression gets a line of its own below, under what its line begins with.
 *
 * Null where the answer would end its formula: then it can only be copied.
 */
export function insertionFor(text: string, found: Found, answer: Answer): Insertion | null {
  if (found.kind === 'plain') return lineBelow(text, found, inOneLine(answer.plain ?? answer.tex));
  const said = found.isQuestion ? answer.tex : `${answer.question} = ${answer.tex}`;
  const equation = written(text, said, found);
  if (equation === null) return null;
  if (found.isQuestion) return continued(text, found, equation);
  // A line of its own would end the table.
  return found.display && !found.inTable
    ? displayBelow(text, found, equation)
    : inlineAfter(text, found, equation);
}

function continued(text: string, found: Found, equation: string): Insertion {
  const at = found.from + withoutClosingSpace(text.slice(found.from, found.to)).length;
  return { at, text: ` = ${equation}` };
}

function inlineAfter(text: string, found: Found, equation: string): Insertion {
  const opening = text.slice(found.outerFrom, found.from);
  const closing = text.slice(found.to, found.outerTo);
  const [before, after] = [opening.trim(), closing.trim()];
  return { at: found.outerTo, text: `, ${before}${equation}${after}` };
}

function displayBelow(text: string, found: Found, equation: string): Insertion {
  const lineStart = lineStartOf(text, found.outerFrom);
  const beginning = text.slice(lineStart, found.outerFrom);
  const prefix = prefixOf(beginning);
  const newline = newlineOf(text);
  const opening = text.slice(found.outerFrom, found.from);
  const closing = text.slice(found.to, found.outerTo);
  const [open, close] = [firstLine(opening), lastLine(closing)];
  const isBlock = opening.includes('\n');
  const body = isBlock ? [open, equation, close].join(newline + prefix) : `${open}${equation}${close}`;
  // A blank line would end the list item, and what is indented behind it would be code.
  const gap = isLazyInItem(text, lineStart, beginning) ? '' : newline + prefix.trimEnd();
  return { at: found.outerTo, text: gap + newline + prefix + body };
}

/**
 * Whether the line goes on with a paragraph of a list item that it is not indented for: `- text` above `$$`, which
 * belongs to the item as long as no blank line comes between.
 */
function isLazyInItem(text: string, lineStart: number, beginning: string): boolean {
  const own = withoutQuote(beginning);
  if (ITEM.test(own)) return false;
  const indent = columns(own.slice(0, own.length - own.trimStart().length));
  for (let end = lineStart; end > 0;) {
    const start = lineStartOf(text, end - 1);
    const line = withoutQuote(text.slice(start, end));
    if (line.trim() === '') return false;
    const [marker] = ITEM.exec(line) ?? [];
    if (marker !== undefined && columns(marker) > indent) return true;
    end = start;
  }
  return false;
}
const withoutQuote = (line: string): string => line.replace(/^(?:[\t ]*>)*/, '');
const ITEM = /^[\t ]*(?:[-+*]|\d{1,9}[.)])[\t ]/;

/** How wide white space and what stands in it is, by tab stops of four. */
const columns = (text: string): number =>
  Array.from(text).reduce((column, c) => (c === '\t' ? column + 4 - (column % 4) : column + 1), 0);

function lineBelow(text: string, found: Found, answer: string): Insertion {
  const lineStart = lineStartOf(text, found.from);
  const lineEnd = /\r?\n|$/.exec(text.slice(found.to))?.index ?? 0;
  const prefix = prefixOf(text.slice(lineStart, found.from));
  return { at: found.to + lineEnd, text: newlineOf(text) + prefix + answer };
}

const lineStartOf = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

/** What a following line has to begin with: quote marks and comment signs stay, list bullets become spaces. */
function prefixOf(beginning: string): string {
  const [leader = ''] =
    /^(?:[\t ]|>|\/\/+|#+(?= )|%+|--(?= )|\*(?= )|[-+](?= )|\d{1,9}[.)](?= ))*/.exec(beginning) ?? [];
  return leader.replace(
    /(^|[\s>])([-+*]|\d{1,9}[.)])(?= )/g,
    (_, before: string, bullet: string) => before + ' '.repeat(bullet.length),
  );
}

const newlineOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

const firstLine = (delimiter: string): string => (delimiter.split(/\r?\n/)[0] ?? '').trim();
const lastLine = (delimiter: string): string =>
  (delimiter.split(/\r?\n/).at(-1) ?? '').replace(/^[\s>]*/, '').trim();

const written = (
  text: string,
  tex: string,
  { from, to, outerFrom, outerTo, inTable }: Found,
): string | null =>
  texInPlace(tex, { opening: text.slice(outerFrom, from), closing: text.slice(to, outerTo), inTable });

/** A formula without the white space at its end, of which the line ends go on with the marks of a quote. */
export function withoutClosingSpace(text: string): string {
  const lineEnd = text.indexOf('\n', runStart(text, /[\s>]/));
  return (lineEnd < 0 ? text : text.slice(0, lineEnd)).trimEnd();
}
