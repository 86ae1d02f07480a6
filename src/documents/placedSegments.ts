/** Segments set down at their place in a version of the document. */
import type { Block, Cell, Formula, Heading } from './formula.js';
import { toContent, toSource } from './offsetMap.js';
import type { BlockPart, CellPart, FormulaPart, Segment, TablePart } from './segment.js';

/** Where a segment lies: its offset, and its line counted from 0. */
export interface SegmentStart {
  readonly from: number;
  readonly line: number;
}

/** The formulas of a segment in the order of their places. */
export function placeFormulas(segment: Segment, place: SegmentStart): readonly Formula[] {
  const formulas: PlacedFormula[] = [];
  const blocks = new Map<BlockPart, PlacedBlock>();
  const blockOf = (part: BlockPart): PlacedBlock => {
    const known = blocks.get(part);
    if (known) return known;
    const block = new PlacedBlock(part, place.from);
    blocks.set(part, block);
    return block;
  };
  for (const [i, part] of segment.formulas.entries()) {
    const line = place.line + (segment.places[2 * i] ?? 0) + 1;
    const column = (segment.places[2 * i + 1] ?? 0) + 1;
    const block = blockOf(part.block);
    const formula = new PlacedFormula(part, place.from, line, column, block);
    block.formulas.push(formula);
    formulas.push(formula);
  }
  return formulas;
}

export function placeHeadings(segment: Segment, place: SegmentStart): Heading[] {
  const first = 2 * segment.formulas.length;
  return segment.headings.map((part, i) => ({
    level: part.level,
    text: part.text,
    from: place.from + part.from,
    to: place.from + part.to,
    line: place.line + (segment.places[first + 2 * i] ?? 0) + 1,
  }));
}

class PlacedFormula implements Formula {
  constructor(
    readonly key: FormulaPart,
    private readonly base: number,
    readonly line: number,
    readonly column: number,
    readonly block: PlacedBlock,
  ) {}
  get from(): number {
    return this.base + this.key.from;
  }
  get to(): number {
    return this.base + this.key.to;
  }
  get outerFrom(): number {
    return this.base + this.key.outerFrom;
  }
  get outerTo(): number {
    return this.base + this.key.outerTo;
  }
  get delimiter(): Formula['delimiter'] {
    return this.key.delimiter;
  }
  get display(): boolean {
    return this.key.display;
  }
  get tex(): string {
    return this.key.tex;
  }
  get cell(): Cell | null {
    return this.key.cell ? this.block.cell(this.key.cell) : null;
  }
  toFile(offset: number): number {
    const { map, tex, from } = this.key;
    const inside = Math.max(0, Math.min(offset, tex.length));
    if (inside === tex.length) return this.to;
    return this.base + (map ? toSource(map, inside) : from + inside);
  }
  toTex(fileOffset: number): number {
    const { map, tex, from } = this.key;
    const relative = fileOffset - this.base;
    const offset = map ? toContent(map, relative) : relative - from;
    return Math.max(0, Math.min(offset, tex.length));
  }
}

class PlacedBlock implements Block {
  readonly formulas: PlacedFormula[] = [];
  private cells: PlacedCell[][] | null = null;
  constructor(
    private readonly part: BlockPart,
    private readonly base: number,
  ) {}
  get kind(): Block['kind'] {
    return this.part.kind;
  }
  get from(): number {
    return this.base + this.part.from;
  }
  get to(): number {
    return this.base + this.part.to;
  }
  cell(part: CellPart): Cell | null {
    return this.rowsOf(part.table)[part.row]?.[part.column] ?? null;
  }
  private rowsOf(table: TablePart): readonly (readonly PlacedCell[])[] {
    if (this.cells) return this.cells;
    const rows: PlacedCell[][] = [];
    for (const row of table.rows) rows.push(row.map((cell) => new PlacedCell(cell, this.base, rows)));
    for (const formula of this.formulas) {
      const at = formula.key.cell;
      if (at) rows[at.row]?.[at.column]?.formulas.push(formula);
    }
    return (this.cells = rows);
  }
}

class PlacedCell implements Cell {
  readonly formulas: Formula[] = [];
  constructor(
    private readonly part: CellPart,
    private readonly base: number,
    readonly rows: readonly (readonly Cell[])[],
  ) {}
  get row(): number {
    return this.part.row;
  }
  get column(): number {
    return this.part.column;
  }
  get from(): number {
    return this.base + this.part.from;
  }
  get to(): number {
    return this.base + this.part.to;
  }
  get text(): string {
    return this.part.text;
  }
  get header(): string {
    return this.part.table.rows[0]?.[this.column]?.text ?? '';
  }
}
