/** TypeScript and JavaScript: formulas in doc comments, read as the Markdown they are. */
import { scanEmbedded, type Embedded, type Parts } from './embed.js';
import { scanMarkdown } from './markdown/markdown.js';
import { Stripped } from './offset-map.js';
import type { Steps } from '../steps.js';
import { segment, type Meter, type Segment } from './segment.js';

/** Reads a whole file. A doc comment is one that begins its line, so that strings holding its marks are none. */
export function* scanTypeScript(text: string, from: number, meter: Meter): Steps<Segment> {
  meter.work += text.length - from;
  const parts: Parts = { formulas: [], headings: [], preambles: [] };
  for (let at = text.indexOf(OPEN, from); at >= 0; at = text.indexOf(OPEN, at)) {
    const start = at + OPEN.length;
    at = start;
    if (!startsLine(text, start - OPEN.length) || text.startsWith('/', start)) continue;
    const end = text.indexOf(CLOSE, start);
    if (end < 0) break;
    yield* scanEmbedded(withoutStars(text.slice(start, end), start), scanMarkdown, meter, parts);
    at = end + CLOSE.length;
  }
  return segment(text, { from, to: text.length, reach: text.length, ...parts, headings: [] });
}

const OPEN = '/**';
const CLOSE = '*/';

function startsLine(text: string, offset: number): boolean {
  let at = offset;
  while (at > 0 && (text.charAt(at - 1) === ' ' || text.charAt(at - 1) === '\t')) at--;
  return at === 0 || text.charAt(at - 1) === '\n' || text.charAt(at - 1) === '\ufeff';
}

/** The comment's text without what stands before it on each line: white space, a star, one space. */
function withoutStars(comment: string, start: number): Embedded {
  const stripped = new Stripped();
  let at = 0;
  for (const line of comment.split(/(?<=\n)/)) {
    const prefix = at === 0 ? /^ ?/.exec(line) : /^[ \t]*(?:\*(?!\/) ?)?/.exec(line);
    const passed = prefix?.[0].length ?? 0;
    stripped.add(line.slice(passed), start + at + passed);
    at += line.length;
  }
  return { ...stripped.finish(), width: () => 1 };
}
