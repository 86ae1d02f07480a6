/** The reader of a note's formulas. */
import type { FormulaReader } from '../meaning/keptReadings.js';
import type { Reading } from '../notation/notation.js';
import { LATEX } from '../notation/index.js';
import { faultInWords } from './fault.js';
import { Recent, type CacheBounds } from './recent.js';

/** Notes write the same short formulas over and over: what reads alike is read once, and kept once. */
const LONGEST_SHARED = 200;
/** Of these formulas most have some twenty characters; a reading takes about two hundred bytes for each. */
export const SHARED_BOUNDS: CacheBounds<Reading> = {
  entries: 2_000,
  weight: 50_000,
  weigh: (_, key) => key.length,
};
const shared = new Recent(SHARED_BOUNDS);

export const READER: FormulaReader = {
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
