/** Formulas in a run of text: a paragraph, a heading, a cell. One pass from left to right; what opens first wins. */
import { beginsDefinition, definitionEnd } from '../definitions.js';
import { environmentAt } from '../environments.js';
import type { Delimiter } from '../formula.js';
import { READ_AT_ONCE, type Meter } from '../segment.js';
import type { Steps } from '../../steps.js';
import { Backticks } from './backticks.js';
import { isEscaped, runLength } from './characters.js';
import { isBracketMaths, isDisplayMaths, isInlineMaths } from './judge.js';

/** A formula in the text that was read; from..to lies inside the delimiters and may have white space at its ends. */
export interface InlineSpan {
  readonly outerFrom: number;
  readonly from: number;
  readonly to: number;
  readonly outerTo: number;
  readonly delimiter: Delimiter;
}

/** What a text holds besides words. */
export interface InlineParts {
  readonly spans: readonly InlineSpan[];
  /** Places of definitions of macros outside of formulas. */
  readonly definitions: readonly { readonly from: number; readonly to: number }[];
}

/** In steps. */
export function* inlineParts(text: string, meter: Meter): Steps<InlineParts> {
  meter.work += text.length;
  return /[$\\]/.test(text) ? yield* new InlineScanner(text, meter).scan() : NOTHING;
}
const NOTHING: InlineParts = { spans: [], definitions: [] };

export function* inlineSpans(text: string, meter: Meter): Steps<readonly InlineSpan[]> {
  return (yield* inlineParts(text, meter)).spans;
}

const DOLLAR = 0x24;
const BACKSLASH = 0x5c;
const OPEN_TAG =
  /<\/?[A-Za-z][A-Za-z0-9-]*(?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`$]+|'[^']*'|"[^"]*"))?)*\s*\/?>/y;
const AUTOLINK = /<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*>/y;
const CODE_TAG = /<(code|pre|script|style|textarea|kbd|samp|tt)(?=[\s>])/iy;

/** So many definitions may break off before no more are looked for: each costs the text behind it. */
const MOST_BROKEN = 8;

class InlineScanner {
  readonly spans: InlineSpan[] = [];
  readonly definitions: { readonly from: number; readonly to: number }[] = [];
  private broken = 0;
  private backticks: Backticks | null = null;
  /** For each token, from where it was sought last and where it was found: no stretch is searched twice. */
  private sought: Map<string, { readonly from: number; readonly at: number }> | null = null;

  constructor(
    private readonly text: string,
    private readonly meter: Meter,
  ) {}

  *scan(): Steps<InlineParts> {
    let pause = READ_AT_ONCE;
    for (let at = 0; at < this.text.length;) {
      at = this.step(at);
      if (at < pause) continue;
      pause = at + READ_AT_ONCE;
      yield null;
    }
    return this;
  }

  /** Reads what starts at the offset and returns the offset after it. */
  private step(at: number): number {
    switch (this.text.charCodeAt(at)) {
      case DOLLAR:
        return this.dollar(at);
      case BACKSLASH:
        return this.backslash(at);
      case 0x60:
        return this.codeSpan(at);
      case 0x3c:
        return this.angle(at);
      case 0x5d:
        return this.text.charCodeAt(at + 1) === 0x28 ? this.linkDestination(at + 2) : at + 1;
      case 0x3a:
        return this.text.startsWith('://', at) ? this.bareAddress(at + 3) : at + 1;
      default:
        return at + 1;
    }
  }

  private dollar(at: number): number {
    const run = runLength(this.text, at, DOLLAR);
    if (run > 2) return at + run;
    if (run === 2) return this.display(at);
    if (this.text.charCodeAt(at + 1) === 0x60) return this.dollarBacktick(at);
    const close = this.closingDollar(at);
    if (close < 0 || !isInlineMaths(this.text, at, close)) return at + 1;
    return this.accept(at, 1, close, 1, '$');
  }

  /** GitHub's form: a dollar and a backtick on each side. */
  private dollarBacktick(at: number): number {
    const close = this.find('`$', at + 2);
    if (close < 0 || this.text.slice(at + 2, close).trim() === '') return at + 1;
    return this.accept(at, 2, close, 2, '$');
  }

  private display(at: number): number {
    const close = this.findUnescaped('$$', at + 2);
    if (close < 0) return at + 2;
    const content = this.text.slice(at + 2, close);
    this.meter.work += content.length;
    if (content.trim() === '') return close + 2;
    return isDisplayMaths(content, this.alone(at, close + 2)) ? this.accept(at, 2, close, 2, '$$') : at + 2;
  }

  private backslash(at: number): number {
    const next = this.text.charAt(at + 1);
    if (next === '(' || next === '[') return this.bracket(at, 1, next);
    if (next === 'b') return this.environment(at);
    const second = this.text.charAt(at + 2);
    if (next === '\\' && (second === '(' || second === '[')) return this.bracket(at, 2, second);
    return this.definition(at) ?? at + 2;
  }

  /** A definition of a macro that begins a line, or follows another one. */
  private definition(at: number): number | null {
    if (this.broken >= MOST_BROKEN || !beginsDefinition(this.text.slice(at, at + 32))) return null;
    const last = this.definitions.at(-1);
    const follows = last !== undefined && at - last.to < 80 && this.text.slice(last.to, at).trim() === '';
    if (!follows && !this.startsLine(at)) return null;
    const to = definitionEnd(this.text, at);
    this.meter.work += Math.max(0, to - at);
    if (to < 0) this.broken++;
    else this.definitions.push({ from: at, to });
    return to < 0 ? null : to;
  }

  /**
   * `\(…\)` and `\[…\]`; with the backslash doubled, as sites write it whose Markdown eats one backslash before
   * the typesetting sees the page.
   */
  private bracket(at: number, backslashes: number, bracket: '(' | '['): number {
    const slashes = '\\'.repeat(backslashes);
    const size = backslashes + 1;
    const close = this.findUnescaped(slashes + (bracket === '(' ? ')' : ']'), at + size);
    const nested = this.findUnescaped(slashes + bracket, at + size);
    if (close < 0 || (nested >= 0 && nested < close)) return at + size;
    const content = this.text.slice(at + size, close);
    this.meter.work += content.length;
    const link = bracket === '[' && this.text.charAt(close + size) === '(';
    const sure = backslashes === 1 || /[\\^_=]/.test(content);
    if (link || !sure || !isBracketMaths(content, bracket, this.alone(at, close + size))) return at + size;
    return this.accept(at, size, close, size, bracket === '(' ? '\\(' : '\\[');
  }

  private environment(at: number): number {
    const opening = environmentAt(this.text, at);
    if (!opening || !this.startsLine(at)) return at + 2;
    const close = this.find(opening.end, opening.to);
    if (close < 0) return opening.to;
    const outerTo = close + opening.end.length;
    if (opening.layout) return this.accept(at, 0, outerTo, 0, 'environment');
    return this.accept(at, opening.to - at, close, opening.end.length, 'environment');
  }

  private codeSpan(at: number): number {
    this.backticks ??= new Backticks(this.text);
    const run = runLength(this.text, at, 0x60);
    const end = this.backticks.endOfSpan(at, run);
    return end < 0 ? at + run : end;
  }

  private angle(at: number): number {
    if (this.text.startsWith('<!--', at)) return this.after('-->', at + 4);
    const code = this.match(CODE_TAG, at);
    if (code) return this.afterElement(code.slice(1), at + code.length);
    return at + Math.max(1, this.match(AUTOLINK, at).length, this.match(OPEN_TAG, at).length);
  }

  /** What stands in `<code>`, `<pre>` and the like is passed with its end tag. */
  private afterElement(name: string, at: number): number {
    const end = `</${name.toLowerCase()}`;
    const close = this.find(end, at);
    return close < 0 ? at : close + end.length;
  }

  /** Passes `(destination` up to its bracket or its title. */
  private linkDestination(from: number): number {
    let depth = 0;
    let at = from;
    for (; at < this.text.length; at++) {
      const char = this.text.charAt(at);
      if (/\s/.test(char)) break;
      if (char === '\\') at++;
      else if (char === '(') depth++;
      else if (char === ')' && --depth < 0) break;
    }
    return Math.min(at, this.text.length);
  }

  private bareAddress(from: number): number {
    let at = from;
    while (at < this.text.length && !/[\s<>()[\]|"`]/.test(this.text.charAt(at))) at++;
    return at;
  }

  /** The next dollar that closes a formula begun at `open`; dollars inside \text{…} are passed. -1 for none. */
  private closingDollar(open: number): number {
    let close = this.findUnescaped('$', open + 1);
    if (close < 0) return -1;
    if (/\\(?:text|mbox)/.test(this.text.slice(open, close))) close = this.dollarOutsideBraces(open, close);
    this.meter.work += Math.max(0, close - open);
    return close >= 0 && this.text.charCodeAt(close + 1) === DOLLAR ? -1 : close;
  }

  private dollarOutsideBraces(open: number, first: number): number {
    let close = first;
    let depth = braceDepth(this.text, open + 1, close);
    for (let tries = 0; depth > 0 && close >= 0 && tries < 8; tries++) {
      const next = this.findUnescaped('$', close + 1);
      depth += braceDepth(this.text, close + 1, next);
      close = next;
    }
    return close;
  }

  private findUnescaped(token: string, from: number): number {
    let at = this.find(token, from);
    while (at >= 0 && isEscaped(this.text, at, from)) at = this.find(token, at + 1);
    return at;
  }

  private find(token: string, from: number): number {
    // Dollars open what they close: the next one is where the search goes on, so none is sought twice.
    if (token === '$' || token === '$$') return this.text.indexOf(token, from);
    this.sought ??= new Map();
    const last = this.sought.get(token);
    if (last && from >= last.from && (from <= last.at || last.at < 0)) return last.at;
    const at = token.startsWith('</') ? indexOfTag(this.text, token, from) : this.text.indexOf(token, from);
    this.sought.set(token, { from, at });
    this.meter.work += (at < 0 ? this.text.length : at) - from;
    return at;
  }

  private after(token: string, from: number): number {
    const at = this.find(token, from);
    return at < 0 ? from : at + token.length;
  }

  private match(sticky: RegExp, at: number): string {
    sticky.lastIndex = at;
    return sticky.exec(this.text)?.[0] ?? '';
  }

  private accept(at: number, opening: number, close: number, closing: number, delimiter: Delimiter): number {
    const span = { outerFrom: at, from: at + opening, to: close, outerTo: close + closing, delimiter };
    this.spans.push(span);
    return span.outerTo;
  }

  /** Does nothing else stand on the lines of the range? */
  private alone(from: number, to: number): boolean {
    return this.startsLine(from) && /^[ \t]*(?:\n|$)/.test(this.text.slice(to, to + 80));
  }

  private startsLine(from: number): boolean {
    let at = from - 1;
    while (at >= 0 && (this.text.charAt(at) === ' ' || this.text.charAt(at) === '\t')) at--;
    return at < 0 || this.text.charAt(at) === '\n';
  }
}

function braceDepth(text: string, from: number, to: number): number {
  let depth = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === 0x7b) depth++;
    else if (code === 0x7d) depth--;
  }
  return depth;
}

function indexOfTag(text: string, tag: string, from: number): number {
  for (let at = text.indexOf('</', from); at >= 0; at = text.indexOf('</', at + 2))
    if (text.slice(at, at + tag.length).toLowerCase() === tag) return at;
  return -1;
}
