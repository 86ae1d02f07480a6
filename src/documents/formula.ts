/** Where maths lies in a file. */

/** A formula in a document. All offsets are UTF-16 offsets of the file, `to` exclusive. */
export interface Formula {
  /** The formula without its delimiters. */
  readonly from: number;
  readonly to: number;
  /** The same with its delimiters. */
  readonly outerFrom: number;
  readonly outerTo: number;
  readonly delimiter: '$' | '$$' | '\\(' | '\\[' | 'math' | 'environment';
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
  /** Its table cell, where it stands in one: row 0 is the header. */
  readonly cell: Cell | null;
}

/** The paragraph, list item, quote, heading, table or display that holds the formula. */
export interface Block {
  readonly kind: 'paragraph' | 'heading' | 'list' | 'quote' | 'table' | 'display';
  readonly from: number;
  readonly to: number;
}

export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly from: number;
  readonly to: number;
  /** The text of the header cell above it. */
  readonly header: string;
}

/** The formulas of one version of a document, in order. */
export interface FormulaIndex {
  readonly formulas: readonly Formula[];
  /** The formula around a file offset (delimiters included), by bisection; null between formulas. */
  at(offset: number): Formula | null;
  /** The text between the end of one formula and the start of the next one, or the document's ends. */
  readonly text: string;
}
