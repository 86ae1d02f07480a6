/** A document as it is read: its formulas, what they define, and what they say. */
import type { Formula, FormulaIndex } from '../documents/formula.js';
import {
  Definitions,
  definitionsIn,
  primedIn,
  type Definition,
  type Situation,
  type Written,
} from '../meaning/index.js';
import { NO_CONTEXT, type Context, type Reading } from '../notation/notation.js';
import { readText } from './notations.js';

/** Settings that change how formulas are read. */
export interface ReadingOptions {
  readonly logBase: Context['logBase'];
  readonly macros: Readonly<Record<string, string>>;
}

/** Longer formulas define nothing that an answer could use. */
const LONGEST_DEFINITION = 3000;

/**
 * Readings by formula, the latest ones first: the same object stands for it in later versions until an edit touches
 * it. Each is read twice, before and after it is known what the note defines.
 */
export type Readings = WeakMap<object, readonly Kept[]>;
interface Kept {
  readonly signature: string;
  readonly reading: Reading;
}
const MOST_KEPT = 2;

export class Note {
  private known: Context | null = null;
  private defined: Definitions | null = null;
  private hessian: boolean | null = null;

  constructor(
    readonly index: FormulaIndex,
    private readonly options: ReadingOptions,
    private readonly readings: Readings = new WeakMap(),
  ) {}

  /** What readers know beforehand: the names that the note defines, and which of them as functions. */
  get context(): Context {
    this.known ??= this.contextOf(definitionsIn(this.written(this.base)));
    return this.known;
  }

  get definitions(): Definitions {
    this.defined ??= new Definitions(definitionsIn(this.written(this.context)));
    return this.defined;
  }

  reading(formula: Formula): Reading {
    return this.read(formula, this.context);
  }

  /** What is known at a file offset. */
  situationAt(offset: number): Pick<Situation, 'definitions' | 'hessian'> {
    const { text } = this.index;
    this.hessian ??= /\bhessian/i.test(text) && !/\blaplac/i.test(text);
    return { definitions: this.definitions.inForce(offset), hessian: this.hessian };
  }

  /** Names written with primes in the formulas of a line, or in those of them that hold the text. */
  primedOnLine(line: number, text = ''): ReadonlySet<string> {
    const wanted = squeezed(text);
    const holders = this.index.formulas.filter(
      (f) => f.line <= line && line < f.line + f.tex.split('\n').length && squeezed(f.tex).includes(wanted),
    );
    return primedIn(...holders.flatMap((f) => this.reading(f).statements.map((s) => s.expr)));
  }

  private get base(): Context {
    return { ...NO_CONTEXT, logBase: this.options.logBase, macros: this.options.macros };
  }

  private contextOf(definitions: readonly Definition[]): Context {
    return {
      ...this.base,
      functions: new Set(definitions.filter((d) => d.params.length > 0).map((d) => d.name.id)),
      // Before a bracket f, g and h stay functions, whatever else the note writes f for.
      defined: new Set(definitions.map((d) => d.name.id).filter((id) => !/^[fghFGH]$/.test(id))),
    };
  }

  /** The formulas that may define something, read. */
  private written(context: Context): readonly Written[] {
    const { index } = this;
    const candidates = index.formulas.filter((f) => f.tex.includes('=') && f.tex.length < LONGEST_DEFINITION);
    return candidates.map((f) => ({
      reading: this.read(f, context),
      line: f.line,
      from: f.from,
      get wordsBefore() {
        return index.wordsBefore(f);
      },
    }));
  }

  private read(formula: Formula, context: Context): Reading {
    const signature = signatureOf(context);
    const kept = this.readings.get(formula.key) ?? [];
    const known = kept.find((k) => k.signature === signature);
    if (known) return known.reading;
    const reading = readText('latex', formula.tex, context);
    this.readings.set(formula.key, [{ signature, reading }, ...kept].slice(0, MOST_KEPT));
    return reading;
  }
}

const squeezed = (tex: string): string => tex.replace(/\s+/g, '');
/** Two contexts in which every text reads alike have one signature; worked out once a context. */
function signatureOf(c: Context): string {
  const known = signatures.get(c);
  if (known !== undefined) return known;
  const names = [c.functions, c.defined].map((s) => [...s].sort().join());
  const made = [...names, c.logBase, JSON.stringify(c.macros)].join(';');
  signatures.set(c, made);
  return made;
}
const signatures = new WeakMap<Context, string>();
