/**
 * The index of a document as a row of segments. A new version shares the segments that an edit left alone; their
 * formulas get their places only when asked for, so that an edit costs the lines around it.
 */
import type { Formula, FormulaIndex, Heading, Preamble, TextChange } from './formula.js';
import { runAt } from './offset-map.js';
import { placeFormulas, placeHeadings, type Place } from './place.js';
import type { Meter, PreamblePart, Scan, Segment } from './segment.js';
import { done, type Steps } from './steps.js';

/** Characters read, and segments placed, between two pauses: about a millisecond. */
const STEP = 10_000;
const SEGMENTS = 500;

export class SegmentedIndex implements FormulaIndex {
  private readonly placed = new Map<number, readonly Formula[]>();
  private allFormulas: readonly Formula[] | null = null;
  private allHeadings: readonly Heading[] | null = null;
  private allPreambles: readonly Preamble[] | null = null;

  private constructor(
    readonly text: string,
    private readonly scan: Scan,
    private readonly segments: readonly Segment[],
    /** For each segment: its offset and its line from 0. */
    private readonly starts: Int32Array,
    private readonly lines: Int32Array,
    readonly work: number,
  ) {}

  static of(text: string, scan: Scan): SegmentedIndex {
    return done(SegmentedIndex.inSteps(text, scan));
  }

  static *inSteps(text: string, scan: Scan): Steps<SegmentedIndex> {
    const meter: Meter = { work: 0 };
    const segments: Segment[] = [];
    let pause = STEP;
    for (let at = 0; at < text.length;) {
      const next = scan(text, at, meter);
      segments.push(next);
      at += next.length;
      if (at < pause) continue;
      pause = at + STEP;
      yield null;
    }
    return SegmentedIndex.from(text, scan, segments, meter.work);
  }

  /** Gives all formulas their places in this version, a few at a time. */
  *placing(): Steps<readonly Formula[]> {
    for (let i = 0; i < this.segments.length; i++) {
      this.placedIn(i);
      if (i % SEGMENTS === 0) yield null;
    }
    return this.formulas;
  }

  /** The index after one change; segments that the change cannot have touched are taken over. */
  edit(change: TextChange): SegmentedIndex {
    const text = this.text.slice(0, change.from) + change.text + this.text.slice(change.to);
    const meter: Meter = { work: 0 };
    const delta = change.text.length - (change.to - change.from);
    const segments: Segment[] = [];
    let i = 0;
    for (;;) {
      const clean = this.firstTouched(i, change);
      for (let k = i; k < clean; k++) segments.push(this.segmentAt(k));
      if (clean === this.segments.length) break;
      i = this.rescan(clean, change, delta, text, segments, meter);
    }
    if (this.segments.length === 0) return SegmentedIndex.of(text, this.scan);
    return SegmentedIndex.from(text, this.scan, segments, meter.work);
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

  /** The first segment from `i` on that the change touches: it lies in its lines, or reading it looked there. */
  private firstTouched(i: number, change: TextChange): number {
    for (let k = i; k < this.segments.length; k++) {
      const start = this.starts[k] ?? 0;
      if (start <= change.to && start + this.segmentAt(k).reach >= change.from) return k;
      if (start > change.to) return this.segments.length;
    }
    return this.segments.length;
  }

  /** Reads from segment `i` on until the new segments end where an untouched old one starts; returns that one. */
  private rescan(
    i: number,
    change: TextChange,
    delta: number,
    text: string,
    into: Segment[],
    meter: Meter,
  ): number {
    // The segment around change.from is always touched, so the first touched one starts at or before the change.
    let at = this.starts[i] ?? 0;
    while (at < text.length) {
      const next = this.scan(text, at, meter);
      into.push(next);
      at += next.length;
      const old = this.untouchedStartingAt(at, change, delta);
      if (old >= 0) return old;
    }
    return this.segments.length;
  }

  private untouchedStartingAt(at: number, change: TextChange, delta: number): number {
    const before = at < change.from;
    const offset = before ? at : at - delta;
    if (!before && offset <= change.to) return -1;
    const k = runAt(this.starts, offset);
    if (this.starts[k] !== offset) return -1;
    return before && this.firstTouched(k, change) === k ? -1 : k;
  }

  private segmentAt(i: number): Segment {
    const segment = this.segments[i];
    if (!segment) throw new RangeError(`no segment ${i}`);
    return segment;
  }

  private placeOf(i: number): Place {
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
  let low = -1;
  let high = list.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const item = list[middle];
    if (item !== undefined && start(item) <= offset) low = middle;
    else high = middle;
  }
  return low;
}
