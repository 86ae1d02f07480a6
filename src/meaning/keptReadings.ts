/** Readings of formulas, kept from one version of a document to the next. */
import type { Formula } from '../documents/formula.js';
import type { Macros } from '../notation/latex/macros/index.js';
import { NO_READING, type Context, type PrimedNames, type Reading } from '../notation/notation.js';
import { signatureOf } from './signature.js';

/** How formulas are read, and what is said of one that breaks the reader. */
export interface FormulaReader {
  /** The same text reads alike with the same signature. */
  read(tex: string, context: Context, signature: string): Reading;
  brokenBy(error: unknown): string;
}

/**
 * Readings by formula, the latest ones first: the same object stands for it in later versions until an edit touches
 * it. Each is read twice, before and after it is known what the note defines.
 */
export type Readings = WeakMap<object, readonly Kept[]>;
interface Kept {
  readonly signature: string;
  readonly reading: Reading;
  /** What it was last found for, which needs no signature any more: numbers of contexts, each with its macros. */
  contexts: readonly KnownFor[];
}
interface KnownFor {
  readonly number: number;
  readonly macros: Macros;
  readonly primes: PrimedNames;
}
const MOST_KEPT = 2;

/** What reads the formulas of one version; `failed` is told of one that broke the reader. */
export class KeptReadings {
  constructor(
    private readonly reader: FormulaReader,
    private readonly readings: Readings,
    private readonly failed: (formula: Formula, error: unknown) => void,
  ) {}

  /** A formula in a context that knows these macros and primes where it stands. */
  read(formula: Formula, context: Context, macros: Macros, primes: PrimedNames): Reading {
    const now: KnownFor = { number: numberOf(context), macros, primes };
    const kept = this.readings.get(formula.key) ?? [];
    const found = kept.find((k) =>
      k.contexts.some(
        (c) => c.number === now.number && c.macros === macros && c.primes.digest === primes.digest,
      ),
    );
    if (found) return found.reading;
    const signature = signatureOf(context, primes, macros, formula.tex);
    const known = kept.find((k) => k.signature === signature);
    if (known) {
      known.contexts = [now, ...known.contexts].slice(0, MOST_KEPT);
      return known.reading;
    }
    const reading = this.readAnew(formula, { ...context, macros, primes }, signature);
    const made: Kept = { signature, reading, contexts: [now] };
    this.readings.set(formula.key, [made, ...kept].slice(0, MOST_KEPT));
    return reading;
  }

  /** A formula that breaks the reader has that for its problem, and harms no other. */
  private readAnew(formula: Formula, context: Context, signature: string): Reading {
    try {
      return this.reader.read(formula.tex, context, signature);
    } catch (error) {
      this.failed(formula, error);
      const whole = { from: 0, to: formula.tex.length };
      return {
        ...NO_READING,
        problems: [{ code: 'unsupported', message: this.reader.brokenBy(error), ...whole }],
      };
    }
  }
}

let contexts = 0;
const numbers = new WeakMap<Context, number>();
function numberOf(context: Context): number {
  const known = numbers.get(context);
  if (known !== undefined) return known;
  numbers.set(context, ++contexts);
  return contexts;
}
