/** Tables: rows into cells. A bar inside a formula ends no cell, unless the row only fits its header that way. */
import type { Meter, BlockPart, CellPart, FormulaPart, TablePart } from '../segment.js';
import { ownCopy } from '../segment.js';
import type { Steps } from '../../steps.js';
import { toSource } from '../offsetMap.js';
import { contentOf, endInSource, formulaOf, trimmed, type Content, type LineRanges } from './content.js';
import { inlineSpans, type InlineSpan } from './inline.js';

/** The row of dashes under a header. */
export const isDelimiterRow = (line: string): boolean =>
  line.includes('|') && /^[ \t]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/.test(line);

/** Lines that a broken row may take up. */
const LONGEST_ROW = 4;

interface Row {
  readonly content: Content;
  readonly cells: readonly Range[];
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The formulas of a table from its lines: the header, the dashes, the rows; in steps, a row at a time. */
export function* tableFormulas(
  text: string,
  lines: LineRanges,
  base: number,
  meter: Meter,
): Steps<readonly FormulaPart[]> {
  const rows: CellPart[][] = [];
  const from = (lines[0] ?? base) - base;
  const table: TablePart = { kind: 'table', from, to: (lines.at(-1) ?? base) - base, rows };
  const formulas: FormulaPart[] = [];
  for (const [r, row] of (yield* readRows(text, lines, base, meter)).entries()) {
    rows.push(row.cells.map((range, c) => cellPart(row.content, range, r, c, table)));
    for (const [c, range] of row.cells.entries()) {
      const cell = rows[r]?.[c];
      if (cell) formulas.push(...(yield* cellFormulas(row.content, range, { block: table, cell }, meter)));
    }
    yield null;
  }
  return formulas;
}

function cellPart(content: Content, range: Range, row: number, column: number, table: TablePart): CellPart {
  const { from, to } = trimmed(content.text, range.from, range.to);
  const start = toSource(content.map, from);
  const end = from === to ? start : endInSource(content.map, to);
  return { row, column, from: start, to: end, text: ownCopy(content.text.slice(from, to)), table };
}

function* cellFormulas(
  content: Content,
  range: Range,
  holder: { block: BlockPart; cell: CellPart },
  meter: Meter,
): Steps<readonly FormulaPart[]> {
  const formulas: FormulaPart[] = [];
  for (const span of yield* inlineSpans(content.text.slice(range.from, range.to), meter)) {
    const formula = formulaOf(content, moved(span, range.from), holder);
    if (formula) formulas.push(formula);
  }
  return formulas;
}

const moved = (span: InlineSpan, by: number): InlineSpan => ({
  outerFrom: span.outerFrom + by,
  from: span.from + by,
  to: span.to + by,
  outerTo: span.outerTo + by,
  delimiter: span.delimiter,
});

function* readRows(text: string, lines: LineRanges, base: number, meter: Meter): Steps<readonly Row[]> {
  const header = yield* readRow(text, lines.slice(0, 2), base, 0, meter);
  const dashes = contentOf(text, lines.slice(2, 4), base).text;
  const columns = (dashes.match(/-+/g) ?? []).length;
  const rows = [header];
  for (let i = 4; i < lines.length;) {
    const count = yield* linesOfRow(text, lines, i, base, columns, meter);
    rows.push(yield* readRow(text, lines.slice(i, i + 2 * count), base, columns, meter));
    i += 2 * count;
    yield null;
  }
  return rows;
}

/**
 * How many lines make the row that begins at line range `i`: where rows begin with a bar, a line without one goes
 * on with the row before it if that has too few cells or breaks off inside a cell, and as long as the cells fit.
 */
function* linesOfRow(
  text: string,
  lines: LineRanges,
  i: number,
  base: number,
  columns: number,
  meter: Meter,
): Steps<number> {
  const line = (k: number): string => text.slice(lines[i + 2 * k], lines[i + 2 * k + 1]);
  const cells = function* (count: number): Steps<number> {
    return (yield* readRow(text, lines.slice(i, i + 2 * count), base, columns, meter)).cells.length;
  };
  let count = 1;
  if (!/^[ \t]*\|/.test(line(0))) return count;
  while (count < LONGEST_ROW && i + 2 * count < lines.length && !/^[ \t]*\|/.test(line(count))) {
    const complete = /\|[ \t]*$/.test(line(count - 1)) && (yield* cells(count)) >= columns;
    if (complete || (yield* cells(count + 1)) > columns) return count;
    count++;
  }
  return count;
}

function* readRow(text: string, lines: LineRanges, base: number, columns: number, meter: Meter): Steps<Row> {
  const content = contentOf(text, lines, base);
  const aware = cellsOf(content.text, yield* inlineSpans(content.text, meter));
  if (aware.length >= columns || !content.text.includes('|')) return { content, cells: aware };
  const plain = cellsOf(content.text, []);
  return { content, cells: plain.length === columns ? plain : aware };
}

/** The cells between the bars that are neither escaped nor inside a span; outer bars bound no further cell. */
function cellsOf(row: string, spans: readonly InlineSpan[]): Range[] {
  const bounds = trimmed(row, 0, row.length);
  let from = row.charAt(bounds.from) === '|' ? bounds.from + 1 : bounds.from;
  const cells: Range[] = [];
  let next = 0;
  for (let at = from; at < bounds.to; at++) {
    const char = row.charCodeAt(at);
    if (char === 0x5c) at++;
    if (char !== 0x7c) continue;
    while ((spans[next]?.outerTo ?? Infinity) <= at) next++;
    if ((spans[next]?.outerFrom ?? Infinity) < at) continue;
    cells.push({ from, to: at });
    from = at + 1;
  }
  if (from < bounds.to || cells.length === 0) cells.push({ from, to: Math.max(from, bounds.to) });
  return cells;
}
