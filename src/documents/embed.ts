/** A text inside another: a doc comment's text, a notebook cell's. Its findings are moved to the outer text. */
import type { Steps } from '../steps.js';
import type { OffsetMap } from './offsetMap.js';
import { compose, contiguous, toSource } from './offsetMap.js';
import type { MarkPart } from './marks.js';
import type {
  BlockPart,
  CellPart,
  FormulaPart,
  HeadingPart,
  Meter,
  PreamblePart,
  Scan,
  TablePart,
} from './segment.js';

export interface Embedded {
  readonly text: string;
  /** From `text` to the outer text. */
  readonly map: OffsetMap;
  /** How many characters of the outer text the one at this offset of it is spelled with. */
  width(offset: number): number;
}

export interface SegmentParts {
  readonly formulas: FormulaPart[];
  readonly headings: HeadingPart[];
  readonly preambles: PreamblePart[];
  readonly marks: MarkPart[];
}

/** Reads an embedded text to its end; offsets are those of the outer text. */
export function* scanEmbedded(embedded: Embedded, scan: Scan, meter: Meter, into: SegmentParts): Steps<void> {
  for (let at = 0; at < embedded.text.length;) {
    const found = yield* scan(embedded.text, at, meter);
    const lift = new Lift(embedded, at);
    for (const part of found.formulas) into.formulas.push(lift.formula(part));
    for (const part of found.headings) into.headings.push(lift.range(part));
    for (const part of found.preambles) into.preambles.push(lift.range(part));
    for (const part of found.marks) into.marks.push(lift.range(part));
    at += found.length;
    yield null;
  }
}

class Lift {
  private readonly blocks = new Map<BlockPart, BlockPart>();

  constructor(
    private readonly outer: Embedded,
    private readonly base: number,
  ) {}

  formula(part: FormulaPart): FormulaPart {
    const inner = part.map ?? contiguous(part.from);
    const shifted = { content: inner.content, source: inner.source.map((offset) => offset + this.base) };
    const map = compose(shifted, this.outer.map, part.tex.length);
    const moved = this.range(part);
    return {
      ...moved,
      outerFrom: this.start(part.outerFrom),
      outerTo: this.end(part.outerTo),
      map: map.content.length > 1 ? map : null,
      block: this.block(part.block),
      cell: part.cell && this.cell(part.cell),
    };
  }

  range<T extends { readonly from: number; readonly to: number }>(part: T): T {
    return { ...part, from: this.start(part.from), to: this.end(part.to) };
  }

  private block(part: BlockPart): BlockPart {
    let block = this.blocks.get(part);
    if (!block) {
      block = 'rows' in part ? this.table(part as TablePart) : this.range(part);
      this.blocks.set(part, block);
    }
    return block;
  }

  private table(part: TablePart): TablePart {
    const rows: CellPart[][] = [];
    const table: TablePart = { ...this.range(part), rows };
    for (const row of part.rows) rows.push(row.map((cell) => ({ ...this.range(cell), table })));
    return table;
  }

  private cell(part: CellPart): CellPart | null {
    const table = this.block(part.table) as TablePart;
    return table.rows[part.row]?.[part.column] ?? null;
  }

  private start(offset: number): number {
    return toSource(this.outer.map, offset + this.base);
  }

  /** After the character before the offset, so that what is stripped there stays outside. */
  private end(offset: number): number {
    if (offset + this.base === 0) return this.start(offset);
    const last = this.start(offset - 1);
    return last + this.outer.width(last);
  }
}
