/** What a notation is: a way to spell expressions. Each has a folder: parse, print, and its spellings. */
import type { Div, Expr, RelationOp, Sym } from '../core/index.js';

/** A place in the text that was read, in UTF-16 offsets, `to` exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Something that could not be read: what and where, in words a person can act on. */
export interface Problem extends Span {
  readonly code: 'syntax' | 'unsupported' | 'limit';
  readonly message: string;
}

/** A reading that was chosen among several, to be said and not hidden: "log read as the natural logarithm". */
export interface Assumption extends Span {
  readonly kind: 'log-natural' | 'sigma-sigmoid' | 'fraction-slash' | 'call-or-product' | 'prime' | 'other';
  readonly message: string;
}

/**
 * What a reader saw of the way a text is written, where that leaves open what was not read: whoever doubts a claim asks
 * for it, and knows of no spelling. Names are letters without accent and font.
 */
export type Seen = Span &
  (
    | { readonly kind: 'gap-in-argument' }
    /** Several factors below a slash: p²/2m. */
    | { readonly kind: 'slash-over-run'; readonly fraction: Div }
    | { readonly kind: 'primed'; readonly name: string }
    | {
        readonly kind: 'bracket-after-name';
        readonly name: string;
        readonly hasSubscript: boolean;
        /** The name that stands alone in the bracket; null where it holds more. */
        readonly inside: string | null;
      }
  );
/** What an author abbreviates, by the name that is written; what a name stands for is the notation's own. */
export interface Abbreviations {
  get(name: string): unknown;
}

/** Names of which a prime makes another name, and no derivative: s and the next state s′. */
export interface PrimedNames {
  has(id: string): boolean;
  /** Alike where the names are. */
  readonly digest: string;
}

/** What a reader knows beforehand about the names in a text. */
export interface Context {
  /** Ids of symbols that the document uses as functions (definitions name(..) = …, names it writes primed). */
  readonly functions: ReadonlySet<string>;
  /** Ids of symbols that the document defines, functions or not. A defined e is no exponential base. */
  readonly defined: ReadonlySet<string>;
  /** Letters that the document counts with, besides the usual indices. */
  readonly indices?: ReadonlySet<string>;
  /** Where given, of what names a prime without an argument is a part. */
  readonly primes?: PrimedNames;
  /** The author's own commands that are in force before the text. */
  readonly macros: Abbreviations;
  /** What log without a base means. */
  readonly logBase: 'e' | '10' | '2';
  /** The variable in question where known: never read as a function's name. */
  readonly variable: Sym | null;
}
export const NO_CONTEXT: Context = {
  functions: new Set(),
  defined: new Set(),
  macros: { get: () => undefined },
  logBase: 'e',
  variable: null,
};

/** One statement of a formula: an expression or a chain of relations, and what stood before it. */
export interface Statement extends Span {
  readonly expr: Expr;
  /** A relation with no left side before it ("= 2x"): it goes on from the statement or cell before. */
  readonly leading: RelationOp | null;
  /** What joins it to the one before: a comma, a line break, a text such as "where". */
  readonly joint: string;
  /** The equation that this is a side of, where another side of it could not be read. */
  readonly sideOf?: Span;
}

/** How the author spells what has several spellings, so that answers look the same. */
export interface Style {
  readonly log: 'ln' | 'log';
  /** e^x or exp(x). */
  readonly exponential: 'power' | 'function';
  readonly product: 'juxtaposition' | 'cdot';
  /** \sin^{-1} or \arcsin. */
  readonly inverse: 'arc' | 'superscript';
  /** \sin x or \sin(x). */
  readonly argument: 'bare' | 'brackets';
  /** Decimals print as decimals where the author wrote decimals. */
  readonly numbers: 'fractions' | 'decimals';
  /** \frac12 x or x/2. */
  readonly fractions: 'stacked' | 'slash';
  /** Spellings the author used for functions that have several, by function name: { sigmoid: '\\sigma' }. */
  readonly names: Readonly<Record<string, string>>;
}
export const DEFAULT_STYLE: Style = {
  log: 'ln',
  exponential: 'power',
  product: 'juxtaposition',
  inverse: 'arc',
  argument: 'bare',
  numbers: 'fractions',
  fractions: 'stacked',
  names: {},
};

export interface Reading {
  /** What was understood; a text with any problem may still have statements before or after it. */
  readonly statements: readonly Statement[];
  readonly problems: readonly Problem[];
  readonly assumptions: readonly Assumption[];
  /** In reading order. */
  readonly seen: readonly Seen[];
  /** Where each node stands in the text. A node made by the reader (an implied product) covers its parts. */
  readonly spans: ReadonlyMap<Expr, Span>;
  readonly style: Style;
}

/** What a text says in which nothing is read. */
export const NO_READING: Reading = {
  statements: [],
  problems: [],
  assumptions: [],
  seen: [],
  spans: new Map(),
  style: DEFAULT_STYLE,
};

export interface Notation {
  readonly name: string;
  /** Never throws; never guesses silently. */
  parse(text: string, context?: Context): Reading;
  /** The spelling of an expression, or null where this notation has none for it. */
  print(e: Expr, style?: Style): string | null;
}
