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
  situationAt(offset: number): Pick<Situation, 'definitions'> {
    return { definitions: this.definitions.inForce(offset) };
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
    const signature = signatureOf(context, formula.tex);
    const kept = this.readings.get(formula.key) ?? [];
    const known = kept.find((k) => k.signature === signature);
    if (known) return known.reading;
    const reading = readText('latex', formula.tex, context);
    this.readings.set(formula.key, [{ signature, reading }, ...kept].slice(0, MOST_KEPT));
    return reading;
  }
}

const squeezed = (tex: string): string => tex.replace(/\s+/g, '');

/**
 * Two contexts in which the text reads alike have one signature; only names that may occur in it count, so that a new
 * definition has only those formulas read again that mention it.
 */
function signatureOf(c: Context, tex: string): string {
  const { byBase, rest } = namesOf(c);
  const found: string[] = [];
  for (const word of wordsOf(tex)) {
    for (const name of byBase.get(word) ?? []) if (tex.includes(name.sub)) found.push(name.mark);
  }
  return found.sort().join() + rest;
}

interface ContextName {
  readonly sub: string;
  /** Its id, and whether it is a function. */
  readonly mark: string;
}
interface ContextNames {
  readonly byBase: ReadonlyMap<string, readonly ContextName[]>;
  readonly rest: string;
}
/** The context's names by what any text that writes them holds: y for ŷ and for y_pred. Worked out once a context. */
function namesOf(c: Context): ContextNames {
  const known = namesByContext.get(c);
  if (known) return known;
  const byBase = new Map<string, ContextName[]>();
  for (const id of new Set([...c.defined, ...c.functions])) {
    const [base = id, sub = ''] = id.slice(id.lastIndexOf(':') + 1).split('_');
    const name = { sub, mark: c.functions.has(id) ? id + '()' : id };
    const list = byBase.get(base);
    if (list) list.push(name);
    else byBase.set(base, [name]);
  }
  const made = { byBase, rest: `;${c.logBase};${JSON.stringify(c.macros)}` };
  namesByContext.set(c, made);
  return made;
}
const namesByContext = new WeakMap<Context, ContextNames>();

/** The words and commands of a text, and its single letters. */
function wordsOf(tex: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const [word] of tex.matchAll(/\\?[A-Za-z]+/g)) {
    words.add(word.replace('\\', ''));
    if (!word.startsWith('\\')) for (const letter of word) words.add(letter);
  }
  return words;
}
