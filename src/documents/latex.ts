/** LaTeX files: every way to begin maths, outside of comments and verbatim text. */
import { beginsDefinition, definitionEnd } from './definitions.js';
import { environmentAt } from './environments.js';
import type { Delimiter } from './formula.js';
import { marksIn } from './marks.js';
import { withPlainLineEnds } from './offsetMap.js';
import type { Steps } from '../steps.js';
import {
  READ_AT_ONCE,
  segment,
  ownCopy,
  type BlockPart,
  type FormulaPart,
  type HeadingPart,
  type Meter,
  type PreamblePart,
  type Segment,
} from './segment.js';

/** Reads the paragraph that begins at the line start `from`, with the blank lines after it. */
export function scanLatex(text: string, from: number, meter: Meter): Steps<Segment> {
  return new LatexScanner(text, from, meter).scan();
}

const BLANK_LINE = /\n[ \t\r]*(?=\n)/y;
const VERBATIM = /\\begin\{(verbatim|Verbatim|lstlisting|minted|comment|alltt|filecontents)(\*?)\}/y;
const VERB = /\\(?:verb\*?|lstinline(?:\[[^\]\n]{0,200}\])?)([^A-Za-z\s*{])/y;
const ADDRESS = /\\(?:url|href|path|label|ref|cite|includegraphics(?:\[[^\]\n]{0,200}\])?)\{[^{}\n]*\}/y;
const SECTION =
  /\\(part|chapter|section|subsection|subsubsection|paragraph)\*?(?:\[[^\]\n]{0,200}\])?\{([^\n]{0,300})/y;
/** So many definitions may break off before no more are looked for: each costs the text behind it. */
const MOST_BROKEN = 8;
const LEVELS = ['part', 'chapter', 'section', 'subsection', 'subsubsection', 'paragraph'];

class LatexScanner {
  private readonly formulas: FormulaPart[] = [];
  private readonly headings: HeadingPart[] = [];
  private readonly preambles: PreamblePart[] = [];
  private brokenDefinitions = 0;
  private readonly block: { kind: BlockPart['kind']; from: number; to: number };
  /** For each token, up to where it was sought in vain. */
  private readonly missing = new Map<string, number>();
  private reach: number;

  constructor(
    private readonly text: string,
    private readonly base: number,
    private readonly meter: Meter,
  ) {
    this.reach = base;
    this.block = { kind: 'paragraph', from: 0, to: 0 };
  }

  *scan(): Steps<Segment> {
    let at = this.base;
    let pause = at + READ_AT_ONCE;
    let seen = false;
    while (at < this.text.length) {
      const end = seen ? this.paragraphEnd(at) : -1;
      if (end >= 0) {
        at = end;
        break;
      }
      seen ||= this.text.charCodeAt(at) > 32;
      at = this.step(at);
      if (at >= pause) {
        pause = at + READ_AT_ONCE;
        yield null;
      }
    }
    const to = Math.min(at, this.text.length);
    this.meter.work += to - this.base;
    this.block.to = to - this.base;
    const reach = Math.max(this.reach, to + 1);
    return segment(this.text, {
      from: this.base,
      to,
      reach,
      formulas: this.formulas,
      headings: this.headings,
      preambles: this.preambles,
      marks: marksIn(this.text, this.base, to, this.formulas),
    });
  }

  /** The offset after the blank lines that begin with the line break at `at`, or -1. */
  private paragraphEnd(at: number): number {
    if (this.text.charCodeAt(at) !== 10) return -1;
    let end = at;
    for (let match = this.match(BLANK_LINE, end); match; match = this.match(BLANK_LINE, end))
      end += match[0].length;
    if (end === at) return -1;
    this.reach = Math.max(this.reach, this.lineEnd(end + 1) + 1);
    return end + 1;
  }

  private step(at: number): number {
    switch (this.text.charAt(at)) {
      case '%':
        return this.lineEnd(at);
      case '$':
        return this.text.charAt(at + 1) === '$' ? this.until(at, 2, '$$', '$$') : this.until(at, 1, '$', '$');
      case '\\':
        return this.command(at);
      default:
        return at + 1;
    }
  }

  private command(at: number): number {
    const defined = this.definition(at);
    if (defined !== null) return defined;
    switch (this.text.charAt(at + 1)) {
      case '(':
        return this.until(at, 2, '\\)', '\\(');
      case '[':
        return this.until(at, 2, '\\]', '\\[');
      case 'b':
        return this.environment(at);
      case 'v':
      case 'l':
        return this.verb(at) ?? this.passed(ADDRESS, at);
      default:
        this.section(at);
        return this.passed(ADDRESS, at);
    }
  }

  /** A definition of a macro is passed as a whole: what stands in it is no formula. */
  private definition(at: number): number | null {
    if (this.brokenDefinitions >= MOST_BROKEN || !beginsDefinition(this.text.slice(at, at + 32))) return null;
    const to = definitionEnd(this.text, at);
    this.meter.work += Math.max(0, to - at);
    if (to < 0) {
      this.brokenDefinitions++;
      return null;
    }
    this.reach = Math.max(this.reach, to);
    this.preambles.push({ from: at - this.base, to: to - this.base, tex: ownCopy(this.text.slice(at, to)) });
    return to;
  }

  private environment(at: number): number {
    const verbatim = this.match(VERBATIM, at);
    if (verbatim)
      return this.passVerbatim(`\\end{${verbatim[1] ?? ''}${verbatim[2] ?? ''}}`, at + verbatim[0].length);
    const opening = environmentAt(this.text, at);
    if (!opening) return at + 2;
    const size = opening.layout ? 0 : opening.to - at;
    return this.until(at, size, opening.end, 'environment', opening.layout);
  }

  private passVerbatim(end: string, from: number): number {
    const close = this.text.indexOf(end, from);
    this.reach = Math.max(this.reach, close < 0 ? this.text.length : close);
    return close < 0 ? this.text.length : close + end.length;
  }

  private verb(at: number): number | null {
    const mark = this.match(VERB, at);
    if (!mark) return null;
    const from = at + mark[0].length;
    for (let close = from; close < this.text.length && this.text.charCodeAt(close) !== 10; close++)
      if (this.text.charAt(close) === mark[1]) return close + 1;
    return from;
  }

  private section(at: number): void {
    const found = this.match(SECTION, at);
    if (!found) return;
    const title = (found[2] ?? '').slice(0, closingBrace(found[2] ?? ''));
    const from = at - this.base;
    this.headings.push({
      level: Math.max(1, LEVELS.indexOf(found[1] ?? '') - 1),
      text: ownCopy(title),
      from,
      to: from + found[0].length,
    });
  }

  /** A formula up to its closing token; TeX allows no blank line within. */
  private until(at: number, opening: number, token: string, delimiter: Delimiter, whole = false): number {
    const close = this.closing(at + Math.max(opening, 2 - Number(delimiter === '$')), token);
    if (close < 0) return at + Math.max(opening, 1);
    const outerTo = close + token.length;
    this.add(at, at + opening, whole ? outerTo : close, outerTo, delimiter);
    return outerTo;
  }

  private closing(from: number, token: string): number {
    if (from < (this.missing.get(token) ?? 0)) return -1;
    for (let at = from; at < this.text.length; at++) {
      const code = this.text.charCodeAt(at);
      if (this.text.startsWith(token, at)) return at;
      if (code === 0x5c) at++;
      else if (code === 0x25) at = this.lineEnd(at) - 1;
      else if (code === 10 && this.match(BLANK_LINE, at)) {
        return this.miss(token, from, at);
      }
    }
    return this.miss(token, from, this.text.length);
  }

  private miss(token: string, from: number, at: number): number {
    this.meter.work += at - from;
    this.reach = Math.max(this.reach, this.lineEnd(at + 1) + 1);
    this.missing.set(token, at);
    return -1;
  }

  private add(outerFrom: number, from: number, to: number, outerTo: number, delimiter: Delimiter): void {
    let start = from;
    let end = to;
    while (start < end && /\s/.test(this.text.charAt(start))) start++;
    while (end > start && /\s/.test(this.text.charAt(end - 1))) end--;
    if (start === end) return;
    const plain = withPlainLineEnds(this.text.slice(start, end), start - this.base);
    this.formulas.push({
      from: start - this.base,
      to: end - this.base,
      outerFrom: outerFrom - this.base,
      outerTo: outerTo - this.base,
      delimiter,
      display: delimiter !== '$' && delimiter !== '\\(',
      tex: ownCopy(plain.text),
      map: plain.map,
      block: this.block,
      cell: null,
    });
  }

  private lineEnd(at: number): number {
    const feed = this.text.indexOf('\n', at);
    return feed < 0 ? this.text.length : feed;
  }

  private passed(sticky: RegExp, at: number): number {
    return at + (this.match(sticky, at)?.[0].length ?? 2);
  }

  private match(sticky: RegExp, at: number): RegExpExecArray | null {
    sticky.lastIndex = at;
    return sticky.exec(this.text);
  }
}

/** The offset of the brace that closes one opened before the text; the text's length where none does. */
function closingBrace(text: string): number {
  let depth = 1;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '\\') at++;
    else if (char === '{') depth++;
    else if (char === '}' && --depth === 0) return at;
  }
  return text.length;
}
