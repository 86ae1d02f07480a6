/** Tables that no Markdown reader sees as such, because they follow a list or a line of text without a gap. */
import type { Cell, Formula, FormulaIndex } from '../../documents/formula.js';

const DELIMITERS = /^[ \t>]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/;

interface Line {
  readonly from: number;
  readonly to: number;
  readonly formulas: readonly Formula[];
}

/** The cells of such tables, by the formula that stands in them. */
export function pipeCells(index: FormulaIndex): ReadonlyMap<Formula, Cell> {
  const found = new Map<Formula, Cell>();
  const lines = linesWithPipes(index);
  let table: Line[] = [];
  const end = (): void => {
    if (table.length > 1) addTable(index.text, table, found);
    table = [];
  };
  for (const line of lines) {
    const last = table.at(-1);
    const next = last && nextLine(index.text, last);
    const isHeader = DELIMITERS.test(textAfter(index.text, line));
    if (isHeader || next !== line.from) end();
    if (isHeader || table.length > 0) table.push(line);
  }
  end();
  return found;
}

/** Lines that begin with a pipe and hold formulas outside the tables that are known. */
function linesWithPipes(index: FormulaIndex): readonly Line[] {
  const { text } = index;
  const lines: Line[] = [];
  // The line of the formula before, looked for once: a line may hold thousands of them.
  let [to, formulas] = [-1, new Array<Formula>()];
  for (const f of index.formulas) {
    if (f.cell !== null || f.display) continue;
    if (f.outerFrom > to) {
      const end = text.indexOf('\n', f.outerTo);
      const from = text.lastIndexOf('\n', f.outerFrom - 1) + 1;
      to = end < 0 ? text.length : end;
      formulas = NONE;
      if (PIPE.test(text.slice(from, Math.min(to, from + 40)))) {
        formulas = [];
        lines.push({ from, to, formulas });
      }
    }
    if (formulas !== NONE) formulas.push(f);
  }
  return lines;
}

const PIPE = /^[ \t>]*\|/;
/** Of a line that begins with something else. */
const NONE: Formula[] = [];

function textAfter(text: string, { to }: Line): string {
  const end = text.indexOf('\n', to + 1);
  return text.slice(to + 1, end < 0 ? text.length : Math.min(end, to + 400));
}

/** Where the row after this one begins; the line of dashes is passed over. */
function nextLine(text: string, line: Line): number {
  const after = textAfter(text, line);
  return DELIMITERS.test(after) ? line.to + 1 + after.length + 1 : line.to + 1;
}

function addTable(text: string, table: readonly Line[], into: Map<Formula, Cell>): void {
  const rows: Cell[][] = [];
  table.forEach((line, row) => {
    rows.push(cellsOf(text, line, row, rows));
  });
  for (const cell of rows.flat()) for (const f of cell.formulas) into.set(f, cell);
}

function cellsOf(text: string, line: Line, row: number, rows: readonly (readonly Cell[])[]): Cell[] {
  const inside = (at: number): boolean => line.formulas.some((f) => f.outerFrom <= at && at < f.outerTo);
  const cuts: number[] = [];
  for (let at = text.indexOf('|', line.from); at >= 0 && at < line.to; at = text.indexOf('|', at + 1))
    if (!inside(at)) cuts.push(at);
  return cuts.slice(0, -1).map((cut, column): Cell => {
    const [from, to] = [cut + 1, cuts[column + 1] ?? line.to];
    const own = text.slice(from, to).trim();
    return {
      row,
      column,
      from,
      to,
      header: row === 0 ? own : (rows[0]?.[column]?.text ?? ''),
      text: own,
      formulas: line.formulas.filter((f) => from <= f.outerFrom && f.outerTo <= to),
      rows,
    };
  });
}
