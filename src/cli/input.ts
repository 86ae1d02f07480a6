/** Standard input as a whole. */
import { mostBytes } from '../headless/index.js';
import { checkedText } from './fileReading.js';
import type { Terminal } from './terminal.js';

/** Its text, read as that of a Markdown file, and no further than such a one may be long. */
export async function readAll({ input }: Pick<Terminal, 'input'>): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of input as AsyncIterable<Buffer | string>) {
    const bytes = typeof part === 'string' ? Buffer.from(part) : part;
    parts.push(bytes);
    length += bytes.length;
    if (length > mostBytes('note')) break;
  }
  return checkedText(STANDARD_INPUT, Buffer.concat(parts));
}
const STANDARD_INPUT = '-';
