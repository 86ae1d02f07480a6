/** Where maths lies in a file. */
import type { DocumentScopes } from './scopes.js';

export type Delimiter = '$' | '$$' | '\\(' | '\\[' | 'math' | 'environment';

/** A formula in a document. All offsets are UTF-16 offsets of the file, `to` exclusive. */
export interface Formula {
  /** The formula without its delimiters and the white space inside them; never empty. */
  readonly from: number;
  readonly to: number;
  /** The same with its delimiters. */
  readonly outerFrom: number;
  readonly outerTo: number;
  readonly delimiter: Delimiter;
  readonly display: boolean;
  /** Its text with quote prefixes and list indentation removed and line ends as \n. */
  readonly tex: string;
  /** The file offset of the character at `offset` of `tex`, monotone; tex.length maps to `to`. */
  toFile(offset: number): number;
  /** The offset in `tex` of a file offset between from and to; the nearest one for a stripped prefix. */
  toTex(fileOffset: number): number;
  /** 1-based line and column of `from`. */
  readonly line: number;
  readonly column: number;
  readonly block: Block;
  /** Its table cell, where it stands in one. */
  readonly cell: Cell | null;
  /** The same object in later versions of the document until an edit touches the blocks around: a cache key. */
  readonly key: object;
}

export type BlockKind = 'paragraph' | 'heading' | 'list' | 'quote' | 'table' | 'display';

/** The paragraph, list item's text, quote, heading, table or display that holds the formula. */
export interface Block {
  readonly kind: BlockKind;
  readonly from: number;
  readonly to: number;
  /** The formulas it holds, in order. */
  readonly formulas: readonly Formula[];
}

/** A cell of a table: row 0 is the header, columns count from 0. Offsets are those of the trimmed text. */
export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly from: number;
  readonly to: number;
  /** The text of the header cell above it; its own text in row 0. */
  readonly header: string;
  /** Its own source text. */
  readonly text: string;
  readonly formulas: readonly Formula[];
  /** All rows of its table, this cell among them; the row of dashes is left out. */
  readonly rows: readonly (readonly Cell[])[];
}

export interface Heading {
  /** 1 to 6. */
  readonly level: number;
  /** Its source text without the marks of a heading. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** 1-based. */
  readonly line: number;
}

/** A stretch outside of formulas that defines macros. */
export interface Preamble {
  readonly from: number;
  readonly to: number;
  /** What it says, as TeX. */
  readonly tex: string;
  /** As of a formula: the same object until an edit touches the block. */
  readonly key: object;
}

/** The formulas of one version of a document, in order. */
export interface FormulaIndex {
  /** The whole text of this version. */
  readonly text: string;
  readonly formulas: readonly Formula[];
  readonly headings: readonly Heading[];
  readonly preambles: readonly Preamble[];
  /** Sections, exercises, examples: how far what is said at a place may reach. */
  readonly scopes: DocumentScopes;
  /** The formula around a file offset (delimiters included), by bisection; null between formulas. */
  at(offset: number): Formula | null;
  /** The formulas that touch the range, ends included. */
  within(from: number, to: number): readonly Formula[];
  /** The last heading before the formula, or the one it stands in. */
  headingOf(formula: Formula): Heading | null;
  /** The words between the formula before it in its block (or cell) and this one; quote prefixes removed. */
  wordsBefore(formula: Formula): string;
  /** The words between this formula and the next one in its block (or cell). */
  wordsAfter(formula: Formula): string;
  /** Characters looked at to make this version out of the one before: the measure of its work. */
  readonly work: number;
}
