/** Standard input as a whole. */
import type { Terminal } from './terminal.js';

export async function readAll({ input }: Pick<Terminal, 'input'>): Promise<string> {
  input.setEncoding('utf8');
  let text = '';
  for await (const chunk of input as AsyncIterable<string>) text += chunk;
  return text;
}
