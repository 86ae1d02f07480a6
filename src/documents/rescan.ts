/**
 * The segments of a text, read one after another. Those of an earlier version that read alike are taken over, wherever
 * the two texts differ and however often, so that a new version costs what changed and a comparison of the rest.
 */
import { READ_AT_ONCE, type Meter, type Scan, type Segment } from './segment.js';
import type { Steps } from '../steps.js';
import { countBelow } from '../text/ascending.js';

/** A text with its segments; `starts` holds their offsets. */
export interface Segmented {
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly starts: ArrayLike<number>;
}

/** Characters compared between two pauses. */
const COMPARED = 100_000;

/** All segments of the text; `before` is the version that it came from. Linear in both texts. */
export function* segmentsInSteps(
  text: string,
  scan: Scan,
  before: Segmented | null,
  meter: Meter,
): Steps<readonly Segment[]> {
  const found: Segment[] = [];
  const earlier = before && new Earlier(before, text);
  let [read, compared] = [READ_AT_ONCE, COMPARED];
  for (let at = 0; at < text.length;) {
    const known = earlier?.alikeAt(at) ?? null;
    const next = known ?? (yield* scan(text, at, meter));
    found.push(next);
    at += next.length;
    if (known === null) read -= next.length;
    if (read > 0 && (earlier?.compared ?? 0) < compared) continue;
    read = READ_AT_ONCE;
    compared = (earlier?.compared ?? 0) + COMPARED;
    yield null;
  }
  return found;
}

/** The earlier version's segments, each used at most once, in their order. */
class Earlier {
  /** Characters compared so far. */
  compared = 0;
  /** The first segment not used or passed over yet. */
  private next = 0;
  private byFirstLine: ReadonlyMap<string, readonly number[]> | null = null;
  private common: Common;
  private readonly most: number;

  constructor(
    private readonly before: Segmented,
    private readonly text: string,
  ) {
    this.common = { shift: 0, from: 0, to: 0, ended: false };
    this.most = MOST_COMPARED * (before.text.length + text.length);
  }

  /** A segment that reads at the offset what it read before; null where none is known. */
  alikeAt(at: number): Segment | null {
    if (this.compared > this.most) return null;
    const found = this.isAlike(this.next, at) ? this.next : this.furtherOn(at);
    if (found === null) return null;
    this.next = found + 1;
    return this.before.segments[found] ?? null;
  }

  /** The next segment that begins with the line at the offset, if it is alike. */
  private furtherOn(at: number): number | null {
    this.byFirstLine ??= this.firstLines();
    const places = this.byFirstLine.get(firstLine(this.text, at)) ?? [];
    const found = places[countBelow(places, this.next)];
    return found !== undefined && this.isAlike(found, at) ? found : null;
  }

  private firstLines(): ReadonlyMap<string, readonly number[]> {
    const found = new Map<string, number[]>();
    const { segments, starts, text } = this.before;
    for (let k = this.next; k < segments.length; k++) {
      const line = firstLine(text, starts[k] ?? 0);
      const list = found.get(line);
      if (list) list.push(k);
      else found.set(line, [k]);
    }
    return found;
  }

  /** Whether the texts agree as far as the reading of segment `k` looked, the character after it included. */
  private isAlike(k: number, at: number): boolean {
    const segment = this.before.segments[k];
    const start = this.before.starts[k] ?? 0;
    // At the beginning of a file there may be front matter.
    if (!segment || (start === 0) !== (at === 0)) return false;
    this.agreeUpTo(at - start, at, at + segment.reach + 1);
    const { to, ended } = this.common;
    return to >= at + segment.reach + (ended ? 0 : 1);
  }

  /** Compares on from what is known to agree under the same shift. */
  private agreeUpTo(shift: number, at: number, wanted: number): void {
    if (this.common.shift !== shift || at < this.common.from || at > this.common.to)
      this.common = { shift, from: at, to: at, ended: false };
    const { common, before, text } = this;
    const end = Math.min(text.length, before.text.length + shift);
    while (common.to < wanted && !common.ended) {
      const to = Math.min(common.to + CHUNK, end);
      const agrees = text.slice(common.to, to) === before.text.slice(common.to - shift, to - shift);
      this.compared += to - common.to;
      if (!agrees) {
        common.to = firstDifference(text, before.text, common.to, shift);
        return;
      }
      common.to = to;
      common.ended = to === text.length && to === before.text.length + shift;
      if (to === end) return;
    }
  }
}

/** More than this many times the texts' length is not compared: what is left is read anew. */
const MOST_COMPARED = 4;
const CHUNK = 2_048;
const LONGEST_LINE = 80;

/** Where the new text agrees with the earlier one `shift` characters before: up to `to`, where they differ or end. */
interface Common {
  readonly shift: number;
  readonly from: number;
  to: number;
  /** Both end at `to`. */
  ended: boolean;
}

function firstDifference(a: string, b: string, from: number, shift: number): number {
  let at = from;
  while (a.charCodeAt(at) === b.charCodeAt(at - shift)) at++;
  return at;
}

function firstLine(text: string, from: number): string {
  const end = text.slice(from, from + LONGEST_LINE).indexOf('\n');
  return text.slice(from, from + (end < 0 ? LONGEST_LINE : end));
}
