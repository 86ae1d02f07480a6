/** Where the command line reads and writes: the answer alone goes to `print`, everything else to `complain`. */
import type { Readable, Writable } from 'node:stream';

export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
  print(text: string): void;
  /** A message for standard error, without its line end. */
  complain(text: string): void;
}
