/** Code as a notation: an expression on its own, its free names as symbols. `loadParser` must have resolved before. */
import { NO_READING, type Notation, type Reading } from '../notation.js';
import { onlyTarget } from './find.js';
import { printCode } from './print.js';
import { readCode } from './read.js';
import { readSource, type Language } from './source.js';

/** Reads an expression; of a source with one function, what that computes. Never throws. */
export function parseCode(text: string, language: Language): Reading {
  const source = readSource(text, language);
  const target = onlyTarget(source);
  if (!target) {
    const unclear = {
      code: 'unsupported',
      message: 'This is neither one expression nor one function.',
      from: 0,
      to: text.length,
    } as const;
    return { ...NO_READING, problems: source.problems.length > 0 ? source.problems : [unclear] };
  }
  const code = readCode(source, target);
  if (!code.ok) return { ...NO_READING, problems: [code] };
  const { from, to } = target.kind === 'function' ? target.statement : target.span;
  return { ...NO_READING, statements: [{ expr: code.program.result, leading: null, joint: '', from, to }] };
}

export const TYPESCRIPT: Notation = {
  name: 'typescript',
  parse: (text) => parseCode(text, 'typescript'),
  print: (e) => printCode(e),
};
