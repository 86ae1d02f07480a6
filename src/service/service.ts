/** The façade's interface: request in, answer out. No Node, no VS Code. */
import type { Steps } from '../steps.js';
import type { Budget } from '../core/index.js';
import type { ErrorCode } from '../answer/solve.js';
import type { ChangeableReading } from '../answer/outlines.js';
import type { Telling } from '../levels.js';
import type { Outline, Plot, PracticeModel } from '../protocol.js';
import type { VerdictKind } from '../judge/verdict.js';
import type { ExplainedReading } from '../meaning/roles.js';
import type { OnFault } from './fault.js';

export type { ExplainedReading };

/** One version of a document, as the editor has it. */
export interface DocumentText {
  readonly uri: string;
  readonly version: number;
  readonly languageId: string;
  readonly text: string;
}

export interface Options {
  /** What log without a base means. */
  readonly logBase: 'e' | '10' | '2';
  /** Macros in KaTeX's form: "\\R" → "\\mathbb{R}". */
  readonly macros: Readonly<Record<string, string>>;
  /** Markdown that goes before the document and defines macros for it: the cells before a notebook's cell. */
  readonly preamble?: string;
  /** What files beside the document define, as TeX: see `macrosTakenIn`. */
  readonly takenIn?: string;
  readonly numbers: 'asWritten' | 'fractions' | 'decimals';
}

/** A formula, a plain expression, or a function in a document. Offsets are the document's, in UTF-16 units, `to` exclusive. */
export interface Found {
  readonly kind: 'formula' | 'plain';
  readonly from: number;
  readonly to: number;
  /** The same with the formula's delimiters; for a plain expression the same again. */
  readonly outerFrom: number;
  readonly outerTo: number;
  readonly display: boolean;
  /** In a table's cell, where a vertical bar has to be escaped. */
  readonly inTable: boolean;
  /** The text as it stands in the document. */
  readonly text: string;
  /** It asks for a derivative itself, so that the answer can go on from it with an equals sign. */
  readonly isQuestion: boolean;
  /** It asks so plainly for a derivative that it is said why there is none. */
  readonly isAsked: boolean;
  /** Of code what is meant; null for a formula, in a comment too. */
  readonly code: CodeFound | null;
}

/** A function, one of its parameters, or an expression in a function. */
export interface CodeFound {
  readonly kind: 'function' | 'parameter' | 'expression';
  /** What was pointed at: the name, the parameter, the expression. */
  readonly from: number;
  readonly to: number;
  /** The declaration of the function that it is or stands in; outside of functions the expression. */
  readonly whole: { readonly from: number; readonly to: number };
  /** The function's name; null where it has none. */
  readonly name: string | null;
  /** The parameter pointed at. */
  readonly variable: string | null;
}

/** A change of the document: `text` at an offset, or in place of a range. */
export interface CodeEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** The name of the function that it writes. */
  readonly name: string;
}

/** What a test of a gradient is written for. */
export interface GradientTestOrder {
  /** One of the language's row. */
  readonly runner: string;
  readonly gradient: string;
  readonly module: string;
}

export interface VariableChoice {
  readonly name: string;
  readonly tex: string;
}

export interface Answer {
  readonly ok: true;
  /** The derivative asked for, and the answer, in TeX. */
  readonly question: string;
  readonly tex: string;
  /** The answer in plain notation; null where it has no spelling there. */
  readonly plain: string | null;
  /** "the derivative of … is …", in words, for those who cannot see it. */
  readonly words: string;
  /** Titles of the rules used, outermost first, each once. */
  readonly rules: readonly string[];
  readonly variable: VariableChoice;
  readonly order: number;
  /** What one may differentiate by instead, the variable itself included. */
  readonly variables: readonly VariableChoice[];
  /** In TeX. */
  readonly conditions: readonly string[];
  readonly check: { readonly verdict: 'agrees' | 'undecided'; readonly words: string };
  readonly assumptions: readonly string[];
  /** Those of them that the document or a setting can change. */
  readonly readings: readonly ChangeableReading[];
  /** The definitions of the document that the answer rests on. */
  readonly definitions: readonly UsedDefinition[];
  /** What each name was taken for, and why; null for code. */
  reading(): ExplainedReading | null;
  /** The steps, with other methods for the question where a reader may expect one: worked out when it is asked for. */
  outline(): Steps<Outline>;
  /** The whole derivation as it is told, to be pasted elsewhere. */
  copies(telling?: Telling): Steps<Copies>;
  /** Its steps to be taken by oneself, or with a wrong line to be found; null where there is nothing to ask. */
  practice(kind: 'steps' | 'error', turn: number): Steps<Practice | null>;
  /** The curves over a window, or over one that is chosen; null where there is nothing to draw. */
  plot(x?: readonly [number, number]): Steps<Plot | null>;
  /** Why there is no plot of curves that could be drawn; null where there is one, or nothing to draw. */
  plotLeftOut(): string | null;
}

export type { ChangeableReading };

/** A practice as it stands; answers and hints make new ones. */
export interface Practice {
  readonly model: PracticeModel;
  readonly isOver: boolean;
  /** Without a hint and without a wrong answer so far. */
  readonly wentWell: boolean;
  /** The question by its text; null where that says too little without its document. */
  readonly about: { readonly tex: string; readonly variable: string } | null;
  answer(text: string): Steps<Practice>;
  hint(): Practice;
}

export interface UsedDefinition {
  /** f(x) or ŷ, in TeX and in plain text. */
  readonly tex: string;
  readonly text: string;
  /** 1-based line of the document. */
  readonly line: number;
}

export interface Copies {
  /** Aligned lines of equalities. */
  readonly latex: string;
  readonly markdown: string;
  readonly text: string;
}

export type { ErrorCode };

export interface ServiceRefusal {
  readonly ok: false;
  readonly code: ErrorCode;
  readonly message: string;
  /** Where in the document; null where the whole of it is meant. */
  readonly place: { readonly from: number; readonly to: number } | null;
}

export interface Choice {
  readonly variable?: string;
  readonly order?: number;
}

export type { Budget };

/** A derivative that a document claims, and the verdict on it. Offsets are the document's, `to` exclusive. */
export interface CheckedClaim {
  readonly from: number;
  readonly to: number;
  /**
   * The same with the delimiters of the formulas that it lies in, from the definition f(x) = … on where f′(x) = …
   * follows it directly.
   */
  readonly outerFrom: number;
  readonly outerTo: number;
  /** As it is written: both sides of this link of its chain. */
  readonly tex: string;
  /** `conditional`: right on a part of the domain only, which the message names. */
  readonly verdict: 'true' | 'false' | 'conditional' | 'undecided';
  /** The right derivative in TeX, where what is written does not hold everywhere. */
  readonly expected: string | null;
  /** The likely mistake, in one sentence. */
  readonly mistake: { readonly code: string; readonly explanation: string } | null;
  /** The document itself marks it as a mistake: it is no error of the author's. */
  readonly quoted: boolean;
  /**
   * One can see from the formula and its section what is meant, or it stands in code: only then is it underlined where it does
   * not hold. Of any other the verdict is told where it is asked for. True for what holds or is undecided.
   */
  readonly evident: boolean;
  /** The verdict in words. */
  readonly message: string;
  readonly counterexample: ShownCounterexample | null;
  /** Which link of its chain it is, from 1. In a chain the first wrong link alone is false. */
  readonly link: number;
  readonly links: number;
  /** The side that a correction replaces; null where it stands in several pieces. */
  readonly rightPlace: { readonly from: number; readonly to: number } | null;
}

/** A reading of a claim that was tried, and what came of it. */
export interface Tried {
  readonly reading: string;
  readonly verdict: VerdictKind;
}

export interface ExplainedClaim extends ExplainedReading {
  /** In the order in which they were tried; empty for a claim that was not judged by itself. */
  readonly tried: readonly Tried[];
  /** The reading that decided; null where none did. */
  readonly decided: string | null;
  /** Why an editor does not underline it; null where it does. */
  readonly notUnderlined: string | null;
}

/** A point at which the sides differ, by plain names; `claimed` is null where the written side has no value. */
export interface ShownCounterexample {
  readonly at: Readonly<Record<string, number>>;
  readonly claimed: number | null;
  readonly actual: number;
}

/** A formula's place, without and with its delimiters. */
export type FormulaPlace = Pick<Found, 'from' | 'to' | 'outerFrom' | 'outerTo' | 'display' | 'inTable'>;

/** Notes and code alike: of code its functions and expressions go before the formulas in its comments. */
export interface Service {
  /** Resolves once code can be read, of one language of the editor or all; until then only the formulas in its comments are. */
  load(languageId?: string): Promise<void>;
  /** The smallest formula around an offset and the question it asks, or the function; null where there is none. Cheap. */
  at(document: DocumentText, offset: number, options: Options): Found | null;
  /** What is selected: a formula, a part of one, a function, or a plain expression in any file. */
  select(document: DocumentText, from: number, to: number, options: Options): Found | ServiceRefusal;
  derive(found: Found, choice: Choice, budget: Budget): Answer | ServiceRefusal;
  /** The same in steps, which end where the budget does. */
  deriveInSteps(
    found: Found,
    choice: Choice,
    budget: Budget,
  ): Generator<unknown, Answer | ServiceRefusal, undefined>;
  /**
   * Reads in steps what answers about a document rest on: its index and its definitions. What is asked of this version
   * afterwards is answered at once.
   */
  prepare(document: DocumentText, options: Options): Iterable<unknown>;
  /**
   * The derivatives that a document claims, with verdicts, in order. The iterator yields null between pieces of work,
   * mostly less than a millisecond long: stop it, or let others work, at any of them. `budget` makes the limits of one
   * claim; without it they count work and not time, so that the verdicts do not depend on the machine.
   * Verdicts are remembered by the claim's text and the definitions it rests on: after an edit only what changed is
   * judged again. Of code: pairs such as f and fPrime, and after them the formulas of doc comments, compared with the
   * function below or judged as a note's. What breaks on one formula leaves that one undecided, and `onFault` is told of it.
   */
  check(
    document: DocumentText,
    options: Options,
    budget?: () => Budget,
    onFault?: OnFault,
  ): Iterable<CheckedClaim | null>;
  /** How a claim of `check` was read: its variable, its names, and the readings that were tried; null of code. */
  explain(claim: CheckedClaim): ExplainedClaim | null;
  /** The whole formula around an offset, unread; null between formulas. Cheap. */
  formulaAt(document: DocumentText, offset: number, options: Options): FormulaPlace | null;
  /** The display formulas, unread, in order. Cheap. */
  displays(document: DocumentText, options: Options): readonly FormulaPlace[];
  /** The function, parameter or expression at an offset of code, formulas passed over: cheap enough for every hover. */
  codeAt(document: DocumentText, offset: number): Found | null;
  /** The same for a selection. */
  codeIn(document: DocumentText, from: number, to: number): Found | ServiceRefusal;
  /** `fDerivative` after the function. */
  writeDerivative(found: Found, choice: Choice, budget: Budget): CodeEdit | ServiceRefusal;
  /** The same in short steps. */
  writeDerivativeInSteps(
    found: Found,
    choice: Choice,
    budget: Budget,
  ): Generator<unknown, CodeEdit | ServiceRefusal, undefined>;
  /** `fGradient` after the function: the value and all partial derivatives. */
  writeGradient(found: Found, budget: Budget): CodeEdit | ServiceRefusal;
  /** The same in short steps. */
  writeGradientInSteps(
    found: Found,
    budget: Budget,
  ): Generator<unknown, CodeEdit | ServiceRefusal, undefined>;
  /** A test file that compares the gradient with central differences of the function. */
  writeGradientTest(found: Found, order: GradientTestOrder): string | ServiceRefusal;
}
