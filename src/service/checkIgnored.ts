/** Comments that switch the check off: leibniz-ignore on a line, leibniz-ignore-next-line before one. */

export interface Ignored {
  /** Whether a claim that lies between these offsets is switched off. */
  covers(from: number, to: number): boolean;
}

const MARK = /(?:<!--|%|\/\/|\/?\*)[ \t]*leibniz-ignore(-next-line)?\b/g;

/** The lines of a text on which claims are not judged. In code a comment before a declaration is about that. */
export function ignoredLines(text: string, isCode = false): Ignored {
  if (!text.includes('leibniz-ignore')) return { covers: () => false };
  const ranges = [...text.matchAll(MARK)].map((m) => {
    const at = m.index;
    const next = m[1] !== undefined || isAlone(text, at);
    return next ? nextLine(text, at, isCode) : lineAround(text, at);
  });
  return { covers: (from, to) => ranges.some((r) => from <= r.to && r.from <= to) };
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
function nextLine(text: string, at: number, isCode: boolean): Line {
  let line = lineAround(text, at);
  do {
    if (line.to >= text.length) return { from: text.length + 1, to: text.length + 1 };
    line = lineAround(text, line.to + 1);
  } while (isPassedOver(text.slice(line.from, line.to), isCode));
  return line;
}

const isPassedOver = (line: string, isCode: boolean): boolean =>
  isCode ? /^\s*(?:$|\/\/|\/?\*)/.test(line) : line.trim() === '';

/** A comment alone on its line is about the next one. */
function isAlone(text: string, at: number): boolean {
  const { from, to } = lineAround(text, at);
  return /^[\s>*/%]*$/.test(text.slice(from, at)) && /^[^>]*-->\s*$|^(?!.*-->)/.test(text.slice(at, to));
}
