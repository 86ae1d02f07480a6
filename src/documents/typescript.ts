/** TypeScript and JavaScript: formulas in doc comments, read as the Markdown they are. */
import { scanEmbedded, type Embedded, type Parts } from './embed.js';
import { scanMarkdown } from './markdown/markdown.js';
import { Stripped } from './offset-map.js';
import { segment, type Meter, type Segment } from './segment.js';

/** Reads a whole file. A doc comment is one that begins its line, so that strings holding its marks are none. */
export function scanTypeScript(text: string, from: number, meter: Meter): Segment {
  meter.work += text.length - from;
  const parts: Parts = { formulas: [], headings: [] };
  for (const comment of text.slice(from).matchAll(DOC_COMMENT)) {
    const start = comment.index + comment[0].indexOf('/**') + 3;
    scanEmbedded(
      withoutStars(comment[0].slice(3 + comment[0].indexOf('/**'), -2), start),
      scanMarkdown,
      meter,
      parts,
    );
  }
  return segment(text, { from, to: text.length, reach: text.length, formulas: parts.formulas, headings: [] });
}

const DOC_COMMENT = /^[ \t]*\/\*\*(?![*/])[^]*?\*\//gm;

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
  return stripped.finish();
}
