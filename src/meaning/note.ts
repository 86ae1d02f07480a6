/** A document as it is read: its formulas, what they define, and what they say. */
import { speaksOfTotals } from '../customs/phrases.js';
import { isFunctionName } from '../customs/usually.js';
import type { Formula, FormulaIndex } from '../documents/formula.js';
import { formulasInSteps, indexDocument, LATEX, MARKDOWN, type DocumentKind } from '../documents/index.js';
import { done, type Steps } from '../steps.js';
import {
  DefinitionsInForce,
  definitionsInSteps,
  isOfName,
  primedIn,
  type Definition,
  type Situation,
  type FormulaAsRead,
} from './index.js';
import { macrosOf, macrosWriteEquals, type Macros } from '../notation/latex/macros/index.js';
import { NO_CONTEXT, type Context, type PrimedNames, type Reading } from '../notation/notation.js';
import { KeptReadings, type FormulaReader, type Readings } from './keptReadings.js';
import { anewInSteps } from './anew.js';
import { constantsInSteps, type SaidConstant, type SaidConstants } from './constants.js';
import { functionsInCompany } from './functionCompany.js';
import { functionsInWords } from './functionWords.js';
import { namedInSteps } from './namedFunctions.js';
import { nablaSquaredAt } from './nablaSquared.js';
import type { SaidOfArrays } from './ranks.js';
import { shapesInSteps } from './shapes.js';
import { NoteMacros } from './noteMacros.js';
import { Subscripts } from './subscripts.js';
import { Primes, type ShownPrime } from './primes.js';

/** Settings that change how formulas are read. */
export interface ReadingOptions {
  readonly logBase: Context['logBase'];
  /** Macros in KaTeX's form, by their commands. */
  readonly macros: Readonly<Record<string, string>>;
  /** Markdown that goes before the document and defines macros for it. */
  readonly preamble?: string;
  /** What other files define for it, as TeX; goes before the preamble. */
  readonly takenIn?: string;
  /** Ids of symbols that are plain letters in this document, whatever function they are read as elsewhere. */
  readonly letters?: readonly string[];
  /** Ids of names that the document asks to be read as constants. */
  readonly constants?: readonly string[];
}

/** A defect of ours that one formula or function runs into: that one is told so, the others are checked all the same. */
export interface Fault {
  /** What could not be worked on, as it is written. */
  readonly text: string;
  /** Its offset in the document. */
  readonly from: number;
  readonly error: unknown;
}

/** Formulas looked at in vain between two pauses. */
const PASSED = 500;

/** Longer formulas are no name alone. */
const LONGEST_NAME = 40;
/** Longer formulas define nothing that an answer could use. */
const LONGEST_DEFINITION = 3000;

export class Note {
  /** What broke on single formulas so far. */
  readonly faults: Fault[] = [];
  private known: Context | null = null;
  private readonly base: Context & { readonly macros: Macros };
  private readonly kept: KeptReadings;
  private readonly contextBefore: Context | null;
  private knownMacros: NoteMacros | null = null;
  private readonly macrosBefore: NoteMacros | null;
  private knownPrimes: Primes | null = null;
  private defined: DefinitionsInForce | null = null;
  private constant: SaidConstants | null = null;
  private below: Subscripts | null = null;
  private shapes: SaidOfArrays | null = null;
  private functions: ReadonlySet<string> | null = null;
  private totalsSaid: boolean | null = null;
  private beginning: Context | null = null;
  private readonly beginningBefore: Context | null;

  constructor(
    readonly index: FormulaIndex,
    private readonly options: ReadingOptions,
    reader: FormulaReader,
    readings: Readings = new WeakMap(),
    /** The version before, read with the same options. */
    before: Note | null = null,
  ) {
    const { logBase, letters } = options;
    this.base = before?.base ?? {
      ...NO_CONTEXT,
      logBase,
      macros: macrosBefore(options),
      defined: new Set(letters),
    };
    this.kept = new KeptReadings(reader, readings, (formula, error) => {
      this.failed(formula, error);
    });
    this.beginningBefore = before?.beginning ?? before?.beginningBefore ?? null;
    this.contextBefore = before?.known ?? before?.contextBefore ?? null;
    this.macrosBefore = before?.knownMacros ?? before?.macrosBefore ?? null;
  }

  /**
   * What readers know beforehand at a file offset: the names that the note defines, which of them as functions, and
   * the macros in force there.
   */
  contextAt(offset: number): Context {
    return { ...this.context, macros: this.macros.at(offset), primes: this.primesAt(offset) };
  }

  private get subscripts(): Subscripts {
    return (this.below ??= new Subscripts(this.index.formulas));
  }

  /** What is known before any definition: the settings, and the letters that the note counts with. */
  private get start(): Context {
    const { counting } = this.subscripts;
    if (counting.size === 0) return this.base;
    const made = { ...this.base, indices: counting };
    return (this.beginning ??=
      this.beginningBefore && saysTheSame(this.beginningBefore, made) ? this.beginningBefore : made);
  }

  private get context(): Context {
    return this.known ?? done(this.contextInSteps());
  }

  private primesAt(offset: number): PrimedNames {
    return (this.knownPrimes ?? Primes.NONE).at(offset);
  }

  private get macros(): NoteMacros {
    return this.knownMacros ?? done(this.macrosInSteps());
  }

  get definitions(): DefinitionsInForce {
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
    yield* this.constantsInSteps();
    yield* this.arraysInSteps();
    yield* this.namedInSteps();
  }

  private *macrosInSteps(): Steps<NoteMacros> {
    if (!this.knownMacros) {
      const macros = yield* NoteMacros.inSteps(this.index, this.base.macros, this.macrosBefore);
      this.knownMacros ??= macros;
    }
    return this.knownMacros;
  }

  /** Reads what a question may rest on, in steps. */
  *readDefinitions(): Steps<void> {
    yield* formulasInSteps(this.index);
    yield* this.definitionsInSteps();
    yield* this.constantsInSteps();
    yield* this.arraysInSteps();
    yield* this.namedInSteps();
  }

  private *contextInSteps(): Steps<Context> {
    if (!this.known) {
      yield* this.macrosInSteps();
      const primes = yield* Primes.inSteps(this.index, (f) => this.read(f, this.start));
      this.knownPrimes ??= primes;
      const definitions = yield* this.allDefinitions(this.start);
      this.known ??= this.recalled(this.contextOf(definitions));
    }
    return this.known;
  }

  /** Those of equations, and the functions that sentences name, in order. */
  private *allDefinitions(context: Context): Steps<readonly Definition[]> {
    const equations = yield* definitionsInSteps(this.written(context));
    const words = yield* functionsInWords(this.index, (f) => this.read(f, context));
    const said = [...equations, ...words];
    const company = yield* functionsInCompany(this.index, said, (f) => this.read(f, context));
    const more = [...words, ...company];
    const all = more.length === 0 ? equations : [...equations, ...more].sort((a, b) => a.from - b.from);
    return all.length === 0 ? all : all.filter((d) => this.subscripts.mayName(d));
  }

  private *definitionsInSteps(): Steps<DefinitionsInForce> {
    if (!this.defined) {
      const context = yield* this.contextInSteps();
      const definitions = yield* this.allDefinitions(context);
      const anew = yield* anewInSteps(this.index, (f) => this.read(f, context), definitions);
      this.defined ??= new DefinitionsInForce(definitions, this.index.scopes, anew);
    }
    return this.defined;
  }

  reading(formula: Formula): Reading {
    return this.read(formula, this.context);
  }

  /** What is known at a file offset. */
  situationAt(
    offset: number,
  ): Pick<Situation, 'definitions' | 'nablaSquared' | 'constants' | 'arrays' | 'named'> {
    return {
      definitions: this.definitions.inForce(offset),
      nablaSquared: nablaSquaredAt(this.index, offset),
      constants: this.constants,
      arrays: this.arrays,
      named: this.named,
    };
  }

  /** The functions of the table that the note gives by an equation. */
  get named(): ReadonlySet<string> {
    return done(this.namedInSteps());
  }

  private *namedInSteps(): Steps<ReadonlySet<string>> {
    if (!this.functions) {
      const found = yield* namedInSteps(this.index, (formula) => this.reading(formula));
      this.functions ??= found;
    }
    return this.functions;
  }

  /** What the note says of the shapes of vectors and matrices. */
  get arrays(): SaidOfArrays {
    return done(this.arraysInSteps());
  }

  private *arraysInSteps(): Steps<SaidOfArrays> {
    if (!this.shapes) {
      const found = yield* shapesInSteps(this.index, (formula) => this.reading(formula));
      this.shapes ??= found;
    }
    return this.shapes;
  }

  /** The names that the note says are constants, by their ids. */
  get constants(): SaidConstants {
    return done(this.constantsInSteps());
  }

  private *constantsInSteps(): Steps<SaidConstants> {
    if (!this.constant) {
      const found = yield* constantsInSteps(this.index, (formula) => this.reading(formula));
      const set = (this.options.constants ?? []).map((id) => [id, SET] as const);
      this.constant ??= new Map([...found, ...set]);
    }
    return this.constant;
  }

  /** What shows at a file offset that the name's prime is none of a derivative. */
  primeEvidence(id: string, offset: number): ShownPrime | null {
    done(this.contextInSteps());
    return (this.knownPrimes ?? Primes.NONE).evidence(id, offset);
  }

  /** Names written with primes in the formulas of a line, or in those of them that hold the text. */
  primedOnLine(line: number, text = ''): ReadonlySet<string> {
    return done(this.primedOnLineInSteps(line, text));
  }

  /** The same in steps: a line may hold any number of formulas. */
  *primedOnLineInSteps(line: number, text = ''): Steps<ReadonlySet<string>> {
    const wanted = squeezed(text);
    const holders = this.index.formulas.filter(
      (f) =>
        f.line <= line &&
        // A formula has no more lines than characters: most are passed over unlooked at.
        line <= f.line + f.tex.length &&
        line < f.line + f.tex.split('\n').length &&
        squeezed(f.tex).includes(wanted),
    );
    const primed = new Set<string>();
    for (const holder of holders) {
      for (const id of primedIn(...this.reading(holder).statements.map((s) => s.expr))) primed.add(id);
      yield null;
    }
    return primed;
  }

  /** The context of the version before, where it says the same: its readings are found by it at once. */
  private recalled(context: Context): Context {
    const before = this.contextBefore;
    return before && saysTheSame(before, context) ? before : context;
  }

  private contextOf(all: readonly Definition[]): Context {
    const definitions = all.filter(isOfName);
    return {
      ...this.start,
      functions: new Set(definitions.filter((d) => d.params.length > 0).map((d) => d.name.id)),
      // Before a bracket f, g and h stay functions, whatever else the note writes f for.
      defined: new Set([
        ...definitions.map((d) => d.name.id).filter((id) => !isFunctionName(id)),
        ...definitions.flatMap((d) => this.subscripts.besides(d)),
        ...(this.options.letters ?? []),
      ]),
    };
  }

  /** The formulas that may define something, each read when it is its turn; now and then null for some that may not. */
  private *written(context: Context): Generator<FormulaAsRead | null> {
    const { index } = this;
    let passed = 0;
    for (const f of index.formulas) {
      if (f.tex.length >= LONGEST_DEFINITION || !this.maySayEqual(f)) {
        if (++passed % PASSED === 0) yield null;
        continue;
      }
      yield new WrittenFormula(index, f, this.read(f, context), (error) => this.failed(f, error));
    }
  }

  private get speaksOfTotals(): boolean {
    return (this.totalsSaid ??= speaksOfTotals(this.index.text));
  }

  /** An equals sign stands in the formula, or one of its macros may stand for one. */
  private maySayEqual({ tex, from }: Formula): boolean {
    if (tex.includes('=') || (this.speaksOfTotals && tex.length < LONGEST_NAME)) return true;
    return macrosWriteEquals(tex, this.macros.at(from));
  }

  private read(formula: Formula, context: Context): Reading {
    return this.kept.read(formula, context, this.macros.at(formula.from), this.primesAt(formula.from));
  }

  private failed({ tex, from }: Formula, error: unknown): void {
    this.faults.push({ text: tex, from, error });
  }
}

/** A formula as it was read; a class, since an object with a getter of its own costs much, and there are thousands. */
class WrittenFormula implements FormulaAsRead {
  readonly line: number;
  readonly from: number;

  constructor(
    private readonly index: FormulaIndex,
    private readonly formula: Formula,
    readonly reading: Reading,
    readonly failed: (error: unknown) => void,
  ) {
    this.line = formula.line;
    this.from = formula.from;
  }

  get wordsBefore(): string {
    return this.index.wordsBefore(this.formula);
  }

  get wordsAfter(): string {
    return this.index.wordsAfter(this.formula);
  }
}

/** The macros in force where the document begins. */
function macrosBefore({ macros, preamble = '', takenIn = '' }: ReadingOptions): Macros {
  return definedBy(MARKDOWN, preamble, definedBy(LATEX, takenIn, macrosOf(macros)));
}
const definedBy = (kind: DocumentKind, text: string, given: Macros): Macros =>
  text === '' ? given : done(NoteMacros.inSteps(indexDocument(kind, text), given, null)).at(Infinity);

/** Contexts that were made with the same settings and know the same names. */
const saysTheSame = (a: Context, b: Context): boolean =>
  isSameSet(a.functions, b.functions) &&
  isSameSet(a.defined, b.defined) &&
  isSameSet(a.indices ?? NONE, b.indices ?? NONE);
const NONE: ReadonlySet<string> = new Set();
const isSameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((name) => b.has(name));

const squeezed = (tex: string): string => tex.replace(/\s+/g, '');

/** A constant that a comment of the note sets. */
const SET: SaidConstant = { by: 'option', line: 1 };
