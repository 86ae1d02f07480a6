/**
 * The index of a document as a row of segments. A new version shares the segments that an edit left alone; their
 * formulas get their places only when asked for, so that an edit costs the lines around it.
 */
import type { Formula, FormulaIndex, Heading, Preamble } from './formula.js';
import { runAt } from './offsetMap.js';
import { placeFormulas, placeHeadings, type SegmentStart } from './placedSegments.js';
import { segmentsInSteps, type Segmented } from './rescan.js';
import { DocumentScopes, type PlacedMark } from './scopes.js';
import type { Meter, PreamblePart, Scan, Segment } from './segment.js';
import { done, type Steps } from '../steps.js';
import { countWhile } from '../text/ascending.js';

/** Segments placed between two pauses. */
const SEGMENTS = 200;

export class SegmentedIndex implements FormulaIndex, Segmented {
  private readonly placed = new Map<number, readonly Formula[]>();
  private allFormulas: readonly Formula[] | null = null;
  private allHeadings: readonly Heading[] | null = null;
  private allPreambles: readonly Preamble[] | null = null;
  private allScopes: DocumentScopes | null = null;

  private constructor(
    readonly text: string,
    private readonly scan: Scan,
    readonly segments: readonly Segment[],
    /** For each segment: its offset and its line from 0. */
    readonly starts: Int32Array,
    private readonly lines: Int32Array,
    readonly work: number,
  ) {}

  static of(text: string, scan: Scan): SegmentedIndex {
    return done(SegmentedIndex.inSteps(text, scan));
  }

  /** In steps; what reads alike in the version before is taken over. */
  static *inSteps(text: string, scan: Scan, before: SegmentedIndex | null = null): Steps<SegmentedIndex> {
    const meter: Meter = { work: 0 };
    const segments = yield* segmentsInSteps(text, scan, before, meter);
    return SegmentedIndex.from(text, scan, segments, meter.work);
  }

  /** The index of a later version of the text. */
  editedInSteps(text: string): Steps<SegmentedIndex> {
    return SegmentedIndex.inSteps(text, this.scan, this);
  }

  /** Gives all formulas their places in this version, a few at a time. */
  *placing(): Steps<readonly Formula[]> {
    for (let i = 0; i < this.segments.length; i++) {
      this.placedIn(i);
      if (i % SEGMENTS === 0) yield null;
    }
    return this.formulas;
  }

  get formulas(): readonly Formula[] {
    return (this.allFormulas ??= this.segments.flatMap((_, i) => this.placedIn(i)));
  }

  get headings(): readonly Heading[] {
    return (this.allHeadings ??= this.segments.flatMap((s, i) =>
      s.headings.length ? placeHeadings(s, this.placeOf(i)) : [],
    ));
  }

  get preambles(): readonly Preamble[] {
    return (this.allPreambles ??= this.segments.flatMap((s, i) =>
      s.preambles.length ? s.preambles.map((part) => this.placedPreamble(part, this.starts[i] ?? 0)) : [],
    ));
  }

  get scopes(): DocumentScopes {
    return (this.allScopes ??= DocumentScopes.of(this.headings, this.marks()));
  }

  private marks(): readonly PlacedMark[] {
    return this.segments.flatMap(({ marks }, i) =>
      marks.length ? marks.map((m) => ({ ...m, from: (this.starts[i] ?? 0) + m.from })) : [],
    );
  }

  at(offset: number): Formula | null {
    const last = lastStarting(this.placedIn(runAt(this.starts, offset)), (f) => f.outerFrom, offset);
    return last && offset <= last.outerTo ? last : null;
  }

  within(from: number, to: number): readonly Formula[] {
    const found: Formula[] = [];
    for (let i = runAt(this.starts, from); i < this.segments.length && (this.starts[i] ?? 0) <= to; i++) {
      for (const f of this.placedIn(i)) if (f.outerFrom <= to && f.outerTo >= from) found.push(f);
    }
    return found;
  }

  headingOf(formula: Formula): Heading | null {
    return lastStarting(this.headings, (h) => h.from, formula.from);
  }

  wordsBefore(formula: Formula): string {
    const scope = formula.cell ?? formula.block;
    const before = lastStarting(scope.formulas, (f) => f.outerFrom, formula.outerFrom - 1);
    return this.words(before?.outerTo ?? scope.from, formula.outerFrom);
  }

  wordsAfter(formula: Formula): string {
    const scope = formula.cell ?? formula.block;
    const after =
      scope.formulas[lastIndexStarting(scope.formulas, (f) => f.outerFrom, formula.outerFrom) + 1];
    return this.words(formula.outerTo, after?.outerFrom ?? scope.to);
  }

  private words(from: number, to: number): string {
    return this.text.slice(from, Math.max(from, to)).replace(/\r?\n[ \t>]*/g, '\n');
  }

  private static from(text: string, scan: Scan, segments: readonly Segment[], work: number): SegmentedIndex {
    const starts = new Int32Array(segments.length);
    const lines = new Int32Array(segments.length);
    let at = 0;
    let line = 0;
    for (const [i, segment] of segments.entries()) {
      starts[i] = at;
      lines[i] = line;
      at += segment.length;
      line += segment.breaks;
    }
    return new SegmentedIndex(text, scan, segments, starts, lines, work);
  }

  private placeOf(i: number): SegmentStart {
    return { from: this.starts[i] ?? 0, line: this.lines[i] ?? 0 };
  }

  private placedPreamble(part: PreamblePart, base: number): Preamble {
    return { from: base + part.from, to: base + part.to, tex: part.tex, key: part };
  }

  private placedIn(i: number): readonly Formula[] {
    const segment = this.segments[i];
    if (!segment?.formulas.length) return [];
    let formulas = this.placed.get(i);
    if (!formulas) this.placed.set(i, (formulas = placeFormulas(segment, this.placeOf(i))));
    return formulas;
  }
}

function lastStarting<T>(list: readonly T[], start: (item: T) => number, offset: number): T | null {
  return list[lastIndexStarting(list, start, offset)] ?? null;
}

/** The index of the last item that starts at or before the offset, -1 for none. */
function lastIndexStarting<T>(list: readonly T[], start: (item: T) => number, offset: number): number {
  return countWhile(list.length, (i) => start(list[i] as T) <= offset) - 1;
}
