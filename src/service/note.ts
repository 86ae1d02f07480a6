/** A document as it is read: its formulas, what they define, and what they say. */
import type { Formula, FormulaIndex } from '../documents/formula.js';
import { formulasInSteps } from '../documents/index.js';
import { done, type Steps } from '../documents/steps.js';
import {
  Definitions,
  definitionsInSteps,
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
  /** Ids of symbols that are plain letters in this document, whatever function they are read as elsewhere. */
  readonly letters?: readonly string[];
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
  /** Numbers of the contexts that it was last found for, which need no signature any more. */
  contexts: readonly number[];
}
const MOST_KEPT = 2;

export class Note {
  private known: Context | null = null;
  private readonly base: Context;
  private readonly contextBefore: Context | null;
  private defined: Definitions | null = null;
  private hessian: boolean | null = null;

  constructor(
    readonly index: FormulaIndex,
    private readonly options: ReadingOptions,
    private readonly readings: Readings = new WeakMap(),
    /** The version before, read with the same options. */
    before: Note | null = null,
  ) {
    const { logBase, macros, letters } = options;
    this.base = before?.base ?? { ...NO_CONTEXT, logBase, macros, defined: new Set(letters) };
    this.contextBefore = before?.known ?? before?.contextBefore ?? null;
  }

  /** What readers know beforehand: the names that the note defines, and which of them as functions. */
  get context(): Context {
    return done(this.contextInSteps());
  }

  get definitions(): Definitions {
    return done(this.definitionsInSteps());
  }

  /** Reads all that there is to read, in steps, so that it is known when it is asked for. */
  *readAll(): Steps<void> {
    const formulas = yield* formulasInSteps(this.index);
    yield* this.definitionsInSteps();
    for (const formula of formulas) {
      this.reading(formula);
      yield null;
    }
  }

  private *contextInSteps(): Steps<Context> {
    if (!this.known) {
      const definitions = yield* definitionsInSteps(this.written(this.base));
      this.known ??= this.recalled(this.contextOf(definitions));
    }
    return this.known;
  }

  private *definitionsInSteps(): Steps<Definitions> {
    if (!this.defined) {
      const context = yield* this.contextInSteps();
      const definitions = yield* definitionsInSteps(this.written(context));
      this.defined ??= new Definitions(definitions);
    }
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

  /** The context of the version before, where it says the same: its readings are found by it at once. */
  private recalled(context: Context): Context {
    const before = this.contextBefore;
    return before && saysTheSame(before, context) ? before : context;
  }

  private contextOf(definitions: readonly Definition[]): Context {
    return {
      ...this.base,
      functions: new Set(definitions.filter((d) => d.params.length > 0).map((d) => d.name.id)),
      // Before a bracket f, g and h stay functions, whatever else the note writes f for.
      defined: new Set([
        ...definitions.map((d) => d.name.id).filter((id) => !/^[fghFGH]$/.test(id)),
        ...(this.options.letters ?? []),
      ]),
    };
  }

  /** The formulas that may define something, each read when it is its turn. */
  private *written(context: Context): Generator<Written> {
    const { index } = this;
    for (const f of index.formulas) {
      if (!f.tex.includes('=') || f.tex.length >= LONGEST_DEFINITION) continue;
      yield {
        reading: this.read(f, context),
        line: f.line,
        from: f.from,
        get wordsBefore() {
          return index.wordsBefore(f);
        },
      };
    }
  }

  private read(formula: Formula, context: Context): Reading {
    const number = numberOf(context);
    const kept = this.readings.get(formula.key) ?? [];
    const found = kept.find((k) => k.contexts.includes(number));
    if (found) return found.reading;
    const signature = signatureOf(context, formula.tex);
    const known = kept.find((k) => k.signature === signature);
    if (known) {
      known.contexts = [number, ...known.contexts].slice(0, MOST_KEPT);
      return known.reading;
    }
    const reading = readText('latex', formula.tex, context);
    const made: Kept = { signature, reading, contexts: [number] };
    this.readings.set(formula.key, [made, ...kept].slice(0, MOST_KEPT));
    return reading;
  }
}

/** Contexts that were made with the same settings and know the same names. */
const saysTheSame = (a: Context, b: Context): boolean =>
  isSameSet(a.functions, b.functions) && isSameSet(a.defined, b.defined);
const isSameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((name) => b.has(name));

let contexts = 0;
const numbers = new WeakMap<Context, number>();
function numberOf(context: Context): number {
  const known = numbers.get(context);
  if (known !== undefined) return known;
  numbers.set(context, ++contexts);
  return contexts;
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
