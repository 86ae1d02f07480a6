/** What cannot be written as code. */
import type { Refusal } from '../core/index.js';

/** The message is a full sentence, for the person who asked. */
export type Unwritable = Refusal;

export const unwritable = (message: string): Unwritable => ({ code: 'unsupported', message });
