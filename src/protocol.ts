/** Messages between the editor and the panel, both ways, and the plain data they carry. Types only. */

/** One step of a derivation, in words and TeX. In `why`, maths stands between dollar signs. */
export interface OutlineStep {
  /** "2.1": its place, counted from 1 on each level. */
  readonly number: string;
  /** The stable name of the rule or law ('product'). */
  readonly rule: string;
  /** "Product rule". */
  readonly title: string;
  /** The rule's own formula in TeX, where it has one: (uv)' = u'v + uv'. */
  readonly formula: string | null;
  /** Words: what is applied to what, and why. Maths between $ signs; everything else is plain text. */
  readonly why: string;
  readonly before: string;
  readonly after: string;
  /** The line with the substeps' results put in, where that is neither `after` nor `result`. */
  readonly putIn?: string | undefined;
  /** The line once the substeps are done and worked out, where it differs from `after`. */
  readonly result: string | null;
  /** The substitution of a chain rule in TeX, "u = x^2". */
  readonly substitution?: string;
  readonly children: readonly OutlineStep[];
  /** What a step is for: differentiating, putting the result in order, or writing it in names that are known. */
  readonly phase?: Phase;
  /** Who needs to see it. */
  readonly level?: Level;
  /** What a beginner is told instead, where it differs. */
  readonly full?: Pick<OutlineStep, 'why' | 'after' | 'putIn' | 'result'>;
  /** The number of the step in which the same derivative was taken before: `why` says {again} for it. */
  readonly again?: string;
}

export type Phase = 'plan' | 'differentiate' | 'tidy' | 'recognise';
/** 1: even a brief telling; 2: the standard one; 3: beginners alone, as others take it at sight. */
export type Level = 1 | 2 | 3;

/** One thing in each form in which it may be copied. */
export interface Copies {
  readonly latex: string;
  readonly markdown: string;
  readonly text: string;
}
export type CopyFormat = keyof Copies;

/** Another method for the same question, with its own steps and the form of the answer that it leads to. */
export interface OutlineAlternative {
  readonly title: string;
  readonly steps: readonly OutlineStep[];
  readonly answer: string;
}

/** A derivation as an outline: what the panel shows, and what is copied. */
export interface Outline {
  /** The derivative asked for, in TeX, and the answer. */
  readonly question: string;
  readonly answer: string;
  /** "also: …": the other common form of the answer, in TeX. */
  readonly also: string | null;
  readonly steps: readonly OutlineStep[];
  /** Where it holds, in TeX. */
  readonly conditions: readonly string[];
  /** How it was checked, in words. */
  readonly check: string;
  /** Whether the check agrees or could not decide, for the mark before the words; no mark unless told. */
  readonly verdict?: 'agrees' | 'undecided';
  /** Readings that were chosen among several, in words. */
  readonly assumptions: readonly string[];
  /** Other methods, where a reader may expect one. */
  readonly alternatives?: readonly OutlineAlternative[];
}

/** A curve as runs of points between breaks; open and closed dots mark the ends at jumps. */
export interface Curve {
  readonly name: string;
  readonly role: 'function' | 'derivative';
  readonly runs: readonly (readonly (readonly [x: number, y: number])[])[];
  readonly dots: readonly { readonly x: number; readonly y: number; readonly open: boolean }[];
  /** Places of poles. */
  readonly poles: readonly number[];
}

export interface Plot {
  readonly variable: string;
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  readonly curves: readonly Curve[];
  /** Values that parameters were given for drawing: "a = 1, n = 2", or empty. */
  readonly parameters: string;
  /** What the x-axis counts in; numbers unless told. */
  readonly xUnit?: 'one' | 'pi';
}

export interface PanelModel {
  /** Where the formula stands, for "source has changed" and for restoring after a reload. */
  readonly source: {
    readonly uri: string;
    readonly version: number;
    readonly from: number;
    readonly to: number;
  } | null;
  /** The request that makes this model again: opaque to the panel. */
  readonly request: unknown;
  readonly outline: Outline;
  readonly plot: Plot | null;
  /** What stands in the plot's place where it is left out for its cost. */
  readonly plotLeftOut?: string | null;
  readonly variable: string;
  /** TeX of the variables one may choose instead, with their plain names. */
  readonly variables: readonly { readonly name: string; readonly tex: string }[];
  readonly stale: boolean;
  /** How the settings want it told, until the reader chooses otherwise. */
  readonly telling: { readonly level: Level; readonly understood: readonly string[] };
}

/** A practice as it stands: what was asked, what is asked now, and what was said to the last answer. Maths between $ signs. */
export interface PracticeModel {
  readonly title: string;
  /** The derivative that it is about, in TeX. */
  readonly question: string;
  /** Which question it is, from 1, and how many there are. */
  readonly at: number;
  readonly of: number;
  readonly answered: readonly PracticeAnswer[];
  /** Null once all is answered: `closing` says how it went. */
  readonly asked: PracticeTask | null;
  readonly hints: readonly string[];
  readonly feedback: { readonly isRight: boolean; readonly words: string } | null;
  readonly closing: string | null;
}
export interface PracticeAnswer {
  readonly words: string;
  /** The answer: words, with maths between $ signs. */
  readonly answer: string;
}
export interface PracticeTask {
  readonly kind: 'choice' | 'formula' | 'line';
  readonly words: string;
  /** Of a choice what there is to choose; of lines each in TeX. */
  readonly choices: readonly { readonly name: string; readonly words: string }[];
  readonly hintsLeft: number;
  /** The last answer, where it was not right: to be mended rather than typed again. */
  readonly typed: string;
}

export type ToPanel =
  /** Null: the derivation is shown again. */
  | { readonly type: 'practice'; readonly model: PracticeModel | null }
  | { readonly type: 'show'; readonly model: PanelModel }
  | { readonly type: 'refuse'; readonly title: string; readonly message: string }
  /** The source has changed since. */
  | { readonly type: 'stale' }
  | { readonly type: 'pinned'; readonly pinned: boolean }
  /** The answer to a resample request: fresh curves for a zoomed or panned window. */
  | { readonly type: 'plot'; readonly plot: Plot };

export type FromPanel =
  | { readonly type: 'ready' }
  | { readonly type: 'variable'; readonly name: string }
  | { readonly type: 'copy'; readonly text: string; readonly what: string }
  /** The whole derivation, as it is told at a level. */
  | { readonly type: 'copyAll'; readonly format: CopyFormat; readonly level: Level }
  /** An SVG file's text, or a PNG file's bytes in base64. */
  | { readonly type: 'export'; readonly format: 'svg' | 'png'; readonly data: string }
  | { readonly type: 'resample'; readonly x: readonly [number, number] }
  /** Show the formula in its document. */
  | { readonly type: 'reveal' }
  /** Make the model again from the document as it is now. */
  | { readonly type: 'again' }
  | { readonly type: 'pin'; readonly pinned: boolean }
  | { readonly type: 'practise'; readonly what: PracticeKind | 'leave' }
  /** An answer in a practice: a formula that was typed, or the name of a choice. */
  | { readonly type: 'answer'; readonly text: string }
  | { readonly type: 'hint' };

/** The steps of a derivation by oneself, a wrong line in it, or what was missed before. */
export type PracticeKind = 'steps' | 'error' | 'missed';
