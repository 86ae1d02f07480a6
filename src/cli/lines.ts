/** Lines of a stream of UTF-8. */
import type { Readable } from 'node:stream';

/** Each line without its end, as soon as it is there; a last line without an end counts unless it is empty. */
export async function* linesOf(input: Readable): AsyncGenerator<string> {
  input.setEncoding('utf8');
  let parts: string[] = [];
  let first = true;
  const whole = (end: string): string => {
    const line = parts.join('') + end;
    parts = [];
    const text = first ? line.replace(/^\uFEFF/, '') : line;
    first = false;
    return text.endsWith('\r') ? text.slice(0, -1) : text;
  };
  for await (const chunk of input as AsyncIterable<string>) {
    let from = 0;
    for (let at = chunk.indexOf('\n'); at >= 0; at = chunk.indexOf('\n', from)) {
      yield whole(chunk.slice(from, at));
      from = at + 1;
    }
    if (from < chunk.length) parts.push(chunk.slice(from));
  }
  if (parts.length > 0) yield whole('');
}
