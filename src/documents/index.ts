/** Kinds of documents, and the index of one: where maths lies in it. */
import { editorLanguages, LANGUAGES, type Language } from '../languages.js';
import { scanDocComments } from './docComments.js';
import type { Delimiter, Formula, FormulaIndex } from './formula.js';
import { scanLatex } from './latex.js';
import { scanMarkdown } from './markdown/markdown.js';
import { scanNotebook } from './notebook.js';
import { scanPlainText } from './plaintext.js';
import type { Scan } from './segment.js';
import { SegmentedIndex } from './segmentedIndex.js';
import { done, type Steps } from '../steps.js';

export interface DocumentKind {
  readonly name: 'markdown' | 'latex' | 'code' | 'notebook' | 'plaintext';
  /** VS Code's language identifiers. */
  readonly languages: readonly string[];
  /** Endings of file names, with the dot, in small letters. */
  readonly endings: readonly string[];
  readonly scan: Scan;
}

export const MARKDOWN: DocumentKind = {
  name: 'markdown',
  languages: ['markdown', 'quarto', 'rmd'],
  endings: ['.md', '.markdown', '.qmd', '.rmd'],
  scan: scanMarkdown,
};
export const PLAIN_TEXT: DocumentKind = {
  name: 'plaintext',
  languages: ['plaintext'],
  endings: [],
  scan: scanPlainText,
};

export const LATEX: DocumentKind = {
  name: 'latex',
  languages: ['latex', 'tex'],
  endings: ['.tex'],
  scan: scanLatex,
};

const codeKind = (language: Language): DocumentKind => ({
  name: 'code',
  languages: editorLanguages(language),
  endings: Object.keys(language.files),
  scan: scanDocComments(language.comments.doc),
});
const CODE_KINDS: ReadonlyMap<string, DocumentKind> = new Map(LANGUAGES.map((l) => [l.name, codeKind(l)]));

export const DOCUMENT_KINDS: readonly DocumentKind[] = [
  MARKDOWN,
  LATEX,
  ...CODE_KINDS.values(),
  { name: 'notebook', languages: ['jupyter'], endings: ['.ipynb'], scan: scanNotebook },
  PLAIN_TEXT,
];

/** The kind of an editor's document; plain text where nothing is known of the language. */
export function kindOfLanguage(language: string): DocumentKind {
  return DOCUMENT_KINDS.find((kind) => kind.languages.includes(language)) ?? PLAIN_TEXT;
}

/** The kind of sources of a programming language, by its name. */
export const kindOfCode = (language: string): DocumentKind => CODE_KINDS.get(language) ?? PLAIN_TEXT;

/** The kind of a file by its name; Markdown for any other ending. */
export function kindOfFile(name: string): DocumentKind {
  const lower = name.toLowerCase();
  return DOCUMENT_KINDS.find((kind) => kind.endings.some((ending) => lower.endsWith(ending))) ?? MARKDOWN;
}

/** Whether the name is that of a note, a notebook or code by its ending. */
export function isCheckable(name: string): boolean {
  const lower = name.toLowerCase();
  return DOCUMENT_KINDS.some(({ endings }) => endings.some((ending) => lower.endsWith(ending)));
}

/** The index of a text. Never throws; linear in the text. */
export function indexDocument(kind: DocumentKind, text: string): FormulaIndex {
  return SegmentedIndex.of(text, kind.scan);
}

/** The same in steps. */
export function indexInSteps(kind: DocumentKind, text: string): Steps<FormulaIndex> {
  return SegmentedIndex.inSteps(text, kind.scan);
}

/** The formulas of an index, given their places in steps. */
export function formulasInSteps(index: FormulaIndex): Steps<readonly Formula[]> {
  if (!(index instanceof SegmentedIndex)) throw new TypeError('an index is made by indexDocument');
  return index.placing();
}

/** The index of a later version of the text. Only the blocks that differ are read again. */
export function reindex(previous: FormulaIndex, text: string): FormulaIndex {
  return done(reindexInSteps(previous, text));
}

/** The same in steps. */
export function reindexInSteps(previous: FormulaIndex, text: string): Steps<FormulaIndex> {
  if (!(previous instanceof SegmentedIndex)) throw new TypeError('an index is made by indexDocument');
  return previous.editedInSteps(text);
}

/** A formula as the command line lists it. */
export interface FormulaSpan {
  readonly from: number;
  readonly to: number;
  readonly line: number;
  readonly column: number;
  readonly delimiter: Exclude<Delimiter, 'environment'>;
  readonly tex: string;
}

/** All formulas of a text; a bare environment is listed as `math`. */
export function spansOf(text: string, kind: DocumentKind): readonly FormulaSpan[] {
  return indexDocument(kind, text).formulas.map(({ from, to, line, column, delimiter, tex }) => ({
    from,
    to,
    line,
    column,
    delimiter: delimiter === 'environment' ? 'math' : delimiter,
    tex,
  }));
}
