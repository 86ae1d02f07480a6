/** Where the command line reads and writes: the answer alone goes to `print`, everything else to `complain`. */
import type { Readable } from 'node:stream';
import { visible } from '../headless/index.js';

export interface Terminal {
  readonly input: Readable;
  /** Resolves once there is room for more. */
  readonly print: (text: string) => void | Promise<void>;
  /** A message for standard error, without its line end. */
  readonly complain: (text: string) => void;
}

/** The terminal to which nothing gets that is not to be seen: all text from files goes through it, JSON too. */
export const guarded = ({ input, print, complain }: Terminal): Terminal => ({
  input,
  print: (text) => print(visible(text)),
  complain: (text) => {
    complain(visible(text));
  },
});
