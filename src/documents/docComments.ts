/** Programs: formulas in doc comments, read as the Markdown they are. */
import type { DocComments } from '../languages.js';
import { scanEmbedded, type Embedded, type SegmentParts } from './embed.js';
import { scanMarkdown } from './markdown/markdown.js';
import { Stripped } from './offsetMap.js';
import type { Steps } from '../steps.js';
import { segment, type Meter, type Scan, type Segment } from './segment.js';

/** Reads whole files. A doc comment is one that begins its line, so that strings holding its marks are none. */
export const scanDocComments =
  (marks: DocComments): Scan =>
  (text, from, meter) =>
    scanned(marks, text, from, meter);

function* scanned(
  { open, close, unless, starred }: DocComments,
  text: string,
  from: number,
  meter: Meter,
): Steps<Segment> {
  meter.work += text.length - from;
  const parts: SegmentParts = { formulas: [], headings: [], preambles: [], marks: [] };
  for (let at = text.indexOf(open, from); at >= 0; at = text.indexOf(open, at)) {
    const start = at + open.length;
    at = start;
    if (!startsLine(text, start - open.length) || (unless !== null && text.startsWith(unless, start)))
      continue;
    const end = text.indexOf(close, start);
    if (end < 0) break;
    const margin = starred ? STAR : SPACE;
    yield* scanEmbedded(withoutMargin(text.slice(start, end), start, margin), scanMarkdown, meter, parts);
    at = end + close.length;
  }
  return segment(text, { from, to: text.length, reach: text.length, ...parts, headings: [], marks: [] });
}

/** What stands before the text on each line after the first. */
const STAR = /^[ \t]*(?:\*(?!\/) ?)?/;
const SPACE = /^[ \t]*/;

function startsLine(text: string, offset: number): boolean {
  let at = offset;
  while (at > 0 && (text.charAt(at - 1) === ' ' || text.charAt(at - 1) === '\t')) at--;
  return at === 0 || text.charAt(at - 1) === '\n' || text.charAt(at - 1) === '\ufeff';
}

/** The comment's text without what stands before it on each line. */
function withoutMargin(comment: string, start: number, margin: RegExp): Embedded {
  const stripped = new Stripped();
  let at = 0;
  for (const line of comment.split(/(?<=\n)/)) {
    const prefix = at === 0 ? /^ ?/.exec(line) : margin.exec(line);
    const passed = prefix?.[0].length ?? 0;
    stripped.add(line.slice(passed), start + at + passed);
    at += line.length;
  }
  return { ...stripped.finish(), width: () => 1 };
}

/** Whether a comment can hold mathematics at all: a delimiter of formulas, or an equation in backticks. */
export const mayHoldMaths = (text: string): boolean => /\$|\\[([]|`[^`\n]*=/.test(text);
