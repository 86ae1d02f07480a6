/** From a source and a place in it to the function or expression meant. */
import { readerOf, type Code, type Source } from '../../notation/programs/index.js';
import type { Declined } from '../ask.js';

/** A cursor or a selection; with neither, the only function of the source. */
export interface CodePlace {
  readonly offset: number | null;
  readonly range: readonly [number, number] | null;
}

/** The function or expression at a place of a source. */
export function codeAt(source: Source, { offset, range }: CodePlace): Code | Declined {
  const reader = readerOf(source.language);
  const target = range
    ? reader.targetIn(source, range[0], range[1])
    : offset === null
      ? reader.onlyTarget(source)
      : reader.targetAt(source, offset);
  if (!target) return nothingAt(source, offset, range);
  const code = reader.codeOf(source, target);
  return code.ok
    ? code
    : { ok: false, code: code.code, message: code.message, span: { from: code.from, to: code.to } };
}

function nothingAt({ problems, text }: Source, offset: number | null, range: CodePlace['range']): Declined {
  const [problem] = problems;
  if (problem) return { ok: false, code: problem.code, message: problem.message, span: problem };
  const span = range ? { from: range[0], to: range[1] } : { from: offset ?? 0, to: offset ?? text.length };
  if (offset === null && !range)
    return {
      ok: false,
      code: 'ambiguous',
      message: 'The source has several functions or none: say which by an offset.',
      span,
    };
  return {
    ok: false,
    code: 'no-formula',
    message: 'There is no function and no expression of numbers here.',
    span,
  };
}

/** Sources by text: the last one asked about is kept. */
export class CodeSources {
  private last: Source | null = null;

  of(text: string, language: string): Source {
    if (this.last?.text !== text || this.last.language !== language)
      this.last = readerOf(language).read(text, language);
    return this.last;
  }
}
