/** Doc comments of functions. */
import type { Span } from '../notation.js';
import type { FunctionTarget } from '../programs/source.js';

/** Characters before a name in which its comment is looked for. */
const FAR = 12_000;
const WORDS =
  /^\s*(?:(?:export|default|declare|const|let|var|async|function|static|public|private|protected|readonly|override|abstract)\s+)*$/;

/** The doc comment right before a function's declaration, its marks included; null where it has none. */
export function docCommentOf(text: string, { nameSpan }: FunctionTarget): Span | null {
  const start = Math.max(0, nameSpan.from - FAR);
  const before = text.slice(start, nameSpan.from);
  const end = before.lastIndexOf('*/');
  if (end < 0 || !WORDS.test(before.slice(end + 2))) return null;
  const from = before.lastIndexOf('/**', end);
  return from < 0 || before.indexOf('*/', from) !== end ? null : { from: start + from, to: start + end + 2 };
}

/** The doc comments of a text that begin their lines, their marks included. */
export function docCommentsOf(text: string): readonly Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf('/**'); at >= 0; at = text.indexOf('/**', at)) {
    const to = text.indexOf('*/', at + 3);
    if (to < 0) break;
    const line = text.slice(text.lastIndexOf('\n', at) + 1, at);
    if (line.trim() === '') found.push({ from: at, to: to + 2 });
    at = to + 2;
  }
  return found;
}
