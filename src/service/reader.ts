/** The reader of a note's formulas. */
import type { Reader } from '../meaning/note.js';
import type { Reading } from '../notation/notation.js';
import { LATEX } from '../notation/index.js';
import { faultInWords } from './fault.js';
import { Recent } from './recent.js';

/** Notes write the same short formulas over and over: what reads alike is read once, and kept once. */
const shared = new Recent<Reading>(2_000);
const LONGEST_SHARED = 200;

export const READER: Reader = {
  read: (tex, context, signature) => {
    if (tex.length > LONGEST_SHARED) return LATEX.parse(tex, context);
    const key = `${signature}\n${tex}`;
    const known = shared.get(key);
    if (known) return known;
    const made = LATEX.parse(tex, context);
    shared.set(key, made);
    return made;
  },
  brokenBy: faultInWords,
};
