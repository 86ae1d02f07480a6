/**
 * What a scanner finds in a stretch of a document. Nothing here knows where the stretch lies: offsets and lines
 * count from its start, so that an edit elsewhere leaves it as it is.
 */
import type { BlockKind, Formula } from './formula.js';
import type { MarkPart } from './marks.js';
import type { Steps } from '../steps.js';
import type { OffsetMap } from './offsetMap.js';

export interface BlockPart {
  readonly kind: BlockKind;
  readonly from: number;
  readonly to: number;
}

export interface TablePart extends BlockPart {
  readonly kind: 'table';
  readonly rows: readonly (readonly CellPart[])[];
}

export interface CellPart {
  readonly row: number;
  readonly column: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly table: TablePart;
}

/** What a formula says of itself, with offsets in the stretch. */
type InStretch = Pick<Formula, 'from' | 'to' | 'outerFrom' | 'outerTo' | 'delimiter' | 'display' | 'tex'>;

export interface FormulaPart extends InStretch {
  /** From `tex` to the stretch; null where both are the same characters. */
  readonly map: OffsetMap | null;
  readonly block: BlockPart;
  readonly cell: CellPart | null;
}

export interface HeadingPart {
  readonly level: number;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** A stretch outside of formulas that defines macros. */
export interface PreamblePart {
  readonly from: number;
  readonly to: number;
  readonly tex: string;
}

/** A stretch of whole lines that can be read alone: no construct crosses its ends. */
export interface Segment {
  readonly length: number;
  /** How far its reading looked, from its start: an edit up to there, end included, may change it. */
  readonly reach: number;
  readonly formulas: readonly FormulaPart[];
  readonly headings: readonly HeadingPart[];
  readonly preambles: readonly PreamblePart[];
  /** What begins and ends scopes besides headings, in order. */
  readonly marks: readonly MarkPart[];
  /** Line breaks within. */
  readonly breaks: number;
  /** For each formula, then each heading: line from 0 and column from 0 of its `from`. */
  readonly places: readonly number[];
}

/** Counts the characters that scanning looks at, so that its linearity can be tested. */
export interface Meter {
  work: number;
}

/** Reads one segment of a text from the line start `from`, in steps; it is at least one character long. */
export type Scan = (text: string, from: number, meter: Meter) => Steps<Segment>;

/** Characters read between two pauses: a fraction of a millisecond. */
export const READ_AT_ONCE = 5_000;

/** What a scanner hands in; lines are counted here. */
export interface Findings {
  readonly from: number;
  readonly to: number;
  /** A file offset. */
  readonly reach: number;
  readonly formulas: readonly FormulaPart[];
  readonly headings: readonly HeadingPart[];
  readonly preambles?: readonly PreamblePart[];
  readonly marks?: readonly MarkPart[];
}

export function segment(text: string, found: Findings): Segment {
  const { from, to, formulas, headings, preambles = NO_PREAMBLES, marks = NO_MARKS } = found;
  const places = formulas.length + headings.length > 0 ? [] : NOWHERE;
  addPlaces(text, from, formulas, places);
  addPlaces(text, from, headings, places);
  return {
    length: to - from,
    reach: found.reach - from,
    formulas,
    headings,
    preambles,
    marks,
    breaks: breaksIn(text, from, to),
    places,
  };
}

const NOWHERE: number[] = [];
const NO_PREAMBLES: readonly PreamblePart[] = [];
const NO_MARKS: readonly MarkPart[] = [];

/** A byte order mark is not counted as a column. */
function addPlaces(
  text: string,
  base: number,
  parts: readonly { readonly from: number }[],
  into: number[],
): void {
  let line = 0;
  let start = base === 0 && text.charCodeAt(0) === 0xfeff ? 1 : base;
  // Sought once a line, which may hold any number of formulas.
  let feed = parts.length > 0 ? text.indexOf('\n', start) : -1;
  for (const { from } of parts) {
    while (feed >= 0 && feed < base + from) {
      line++;
      start = feed + 1;
      feed = text.indexOf('\n', start);
    }
    into.push(line, base + from - start);
  }
}

function breaksIn(text: string, from: number, to: number): number {
  let breaks = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) breaks++;
  return breaks;
}

/**
 * A copy of its own. A slice would keep the whole text it was cut from alive, and with a thousand edits a
 * thousand versions of the document.
 */
export const ownCopy = (slice: string): string => (slice.length < 13 ? slice : (' ' + slice).slice(1));
