/** Comments that switch the check off: leibniz-ignore on a line, leibniz-ignore-next-line before one. */

import type { Comments } from '../languages.js';
import { countBegunBy } from '../text/ascending.js';

export interface Ignored {
  /** Whether a claim that lies between these offsets is switched off. */
  covers(from: number, to: number): boolean;
}

const MARK = /(?:<!--|%|#|\/\/|\/?\*)[ \t]*leibniz-ignore(-next-line)?\b/g;

/**
 * The lines of a text on which claims are not judged. Where the comments of code are passed over, one before a
 * declaration is about that.
 */
export function ignoredLines(text: string, comments: Comments | null = null): Ignored {
  if (!text.includes('leibniz-ignore')) return { covers: () => false };
  const lines = switchedOff(text, comments);
  return {
    covers: (from, to) => {
      const last = lines[countBegunBy(lines, to) - 1];
      return last !== undefined && from <= last.to;
    },
  };
}

/** The lines in the order of the text, each once, however many marks there are. */
function switchedOff(text: string, comments: Comments | null): readonly Line[] {
  const lines = new Map<number, Line>();
  let own: Line = { from: 0, to: -1 };
  let next = own;
  for (const { index: at, 1: isNext } of text.matchAll(MARK)) {
    const isFirst = at > own.to;
    if (isFirst) own = lineAround(text, at);
    const line = isNext !== undefined || (isFirst && isAlone(text, at, own)) ? 'next' : 'own';
    // What the line before was about is what this one is about, where it was passed over.
    if (line === 'next' && next.from <= at) next = nextLine(text, own, comments);
    const { from, to } = line === 'next' ? next : own;
    lines.set(from, { from, to });
  }
  return [...lines.values()].sort((a, b) => a.from - b.from);
}

interface Line {
  readonly from: number;
  readonly to: number;
}

function lineAround(text: string, at: number): Line {
  const end = text.indexOf('\n', at);
  return { from: text.lastIndexOf('\n', at) + 1, to: end < 0 ? text.length : end };
}

/** The next line that is not blank, and in code is no comment. */
function nextLine(text: string, own: Line, comments: Comments | null): Line {
  let line = own;
  do {
    if (line.to >= text.length) return { from: text.length + 1, to: text.length + 1 };
    line = lineAround(text, line.to + 1);
  } while (isPassedOver(text.slice(line.from, line.to).trim(), comments));
  return line;
}

const isPassedOver = (line: string, comments: Comments | null): boolean =>
  line === '' || comments?.alone.some((mark) => line.startsWith(mark)) === true;

/** A comment alone on its line is about the next one. */
function isAlone(text: string, at: number, { from, to }: Line): boolean {
  return /^[\s>*/%]*$/.test(text.slice(from, at)) && /^[^>]*-->\s*$|^(?!.*-->)/.test(text.slice(at, to));
}
