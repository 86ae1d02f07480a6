/** Claims in tables: a column of functions beside a column of their derivatives. */
import { diff, num, sym, type Expr } from '../../core/index.js';
import type { Cell } from '../../documents/formula.js';
import { isUsualVariable } from '../../meaning/symbolCustoms.js';
import { IMPLIED } from '../../meaning/operator.js';
import { isName, sidesIn, withOperand, type Chain, type Side } from './chain.js';
import { isDerivative, isOpenOperator } from '../../meaning/operator.js';
import type { Item } from './item.js';
import {
  isDerivativeHeader,
  isFunctionHeader,
  isIntegralHeader,
  orderOfHeader,
  variableOfHeader,
} from './headers.js';

/** The items of each cell. */
export type CellItems = ReadonlyMap<Cell, readonly Item[]>;

interface Columns {
  readonly of: number;
  readonly derivative: number;
  readonly order: number;
  readonly variable: string | null;
}

/** The chains that a table's rows say, each with the item where it ends. */
export function chainsInTable(rows: readonly (readonly Cell[])[], items: CellItems): readonly Chain[] {
  const [header, ...body] = rows;
  if (!header) return [];
  const hasFormulas = (i: number): boolean => body.some((row) => itemsIn(row[i], items).length > 0);
  const pairs = columnsOf(header, hasFormulas);
  const across = pairs.length === 0 ? chainsAcross(rows, items) : [];
  if (across.length > 0) return across;
  const ofFormulas = pairs.filter((p) => body.some((row) => holdsFormula(itemsIn(row[p.of], items))));
  return body.flatMap((row) => [
    ...ofFormulas.flatMap((p) => chainOf(row, p, items) ?? []),
    ...row.flatMap((cell, i) => withNeighbour(row, i, cell, items) ?? []),
  ]);
}

function columnsOf(header: readonly Cell[], hasFormulas: (i: number) => boolean): readonly Columns[] {
  const found: Columns[] = [];
  header.forEach((cell, derivative) => {
    if (!isDerivativeHeader(cell.text)) return;
    const of = functionColumn(header, derivative, hasFormulas);
    if (of === null) return;
    const variable = variableOfHeader(cell.text) ?? variableOfHeader(header[of]?.text ?? '');
    found.push({ of, derivative, order: orderOfHeader(cell.text), variable });
  });
  return found;
}

/** The nearest column of functions to the left, else the nearest to the right; without any, the one beside it. */
function functionColumn(
  header: readonly Cell[],
  derivative: number,
  hasFormulas: (i: number) => boolean,
): number | null {
  const fits = (i: number): boolean => isFunctionHeader(header[i]?.text ?? '') && hasFormulas(i);
  for (let i = derivative - 1; i >= 0; i--) if (fits(i)) return i;
  for (let i = derivative + 1; i < header.length; i++) if (fits(i)) return i;
  const beside = header[derivative - 1];
  if (!beside || isDerivativeHeader(beside.text) || isIntegralHeader(beside.text)) return null;
  return derivative - 1;
}

/** A table on its side: a row that begins with f(x) and one that begins with f′(x), entry by entry. */
function chainsAcross(rows: readonly (readonly Cell[])[], items: CellItems): readonly Chain[] {
  const of = rows.find((row) => isFunctionHeader(row[0]?.text ?? ''));
  if (!of?.slice(1).some((cell) => holdsFormula(itemsIn(cell, items)))) return [];
  return rows.flatMap((row) => {
    const title = row[0]?.text ?? '';
    if (row === of || !isDerivativeHeader(title)) return [];
    const variable = variableOfHeader(title) ?? variableOfHeader(of[0]?.text ?? '');
    const columns = { of: 0, derivative: 1, order: orderOfHeader(title), variable };
    return row.slice(1).flatMap((cell, i) => {
      const operand = of[i + 1];
      return operand ? (chainOf([operand, cell], columns, items) ?? []) : [];
    });
  });
}

function chainOf(row: readonly Cell[], c: Columns, items: CellItems): Chain | null {
  const [of, derivative] = [itemsIn(row[c.of], items), itemsIn(row[c.derivative], items)];
  const [first] = of;
  const [answer, ...more] = derivative;
  if (!first || !answer || more.some((m) => m.formula !== answer.formula)) return null;
  const body = functionIn(first);
  const [said, ...rest] = sidesIn(answer);
  if (!body || !said || rest.some((r) => r.op !== '=')) return null;
  const head = headSide(body, c, first);
  // g(h(t)) below f(x): a row with a variable of its own.
  const own = c.variable !== null && !body.free.has(c.variable) ? { ...c, variable: null } : c;
  if (isOpenOperator(said.expr)) {
    return chain([{ ...said, expr: withOperand(said.expr, body), from: head.from }, ...rest], own);
  }
  // f′(x) = 2x in the cell: the derivative of the row's function, by the name of it.
  if (isDerivative(said.expr)) return rest.length > 0 ? chain([head, ...rest], own) : null;
  return chain([head, { ...said, op: '=' }, ...rest], own);
}

const chain = (sides: Side[], { variable }: Columns): Chain => ({
  sides,
  variable: variable === null ? null : sym(variable),
  tentative: false,
});

function headSide(body: Expr, { order }: Columns, item: Item): Side {
  const expr = diff(body, IMPLIED, num(order));
  return { expr, op: null, item, from: item.from, to: item.to };
}

const itemsIn = (cell: Cell | undefined, items: CellItems): readonly Item[] =>
  (cell && items.get(cell)) ?? [];

/** Some cell says a function, and not the value of one: a table of values claims nothing. */
export const holdsFormula = ([item]: readonly Item[]): boolean => {
  const body = item && functionIn(item);
  return body !== null && body !== undefined && body.free.size > 0;
};

/** The function of a cell: x², f(x) = x², σ(x) = 1/(1 + e^{−x}), y = x². */
export function functionIn(item: Item): Expr | null {
  const { expr, leading } = item.statement;
  if (leading !== null) return null;
  if (expr.kind !== 'relation') return isDerivative(expr) ? null : expr;
  const [left] = expr.sides;
  if (!left || !expr.ops.every((op) => op === '=' || op === ':=')) return null;
  if (isDerivative(left)) return null;
  const right = expr.sides.at(-1);
  // x = −1 is a point, and f(2) = 3 a value.
  if (!right || (right.free.size === 0 && isPoint(left))) return null;
  return isName(left) ? right : left;
}
const isPoint = (left: Expr): boolean =>
  (left.kind === 'sym' && isUsualVariable(left)) ||
  (left.kind === 'apply' && left.args.every((a) => a.free.size === 0));

/** d/dw = 2w beside ‖w‖²: the operand stands in the cell to the left. */
function withNeighbour(row: readonly Cell[], i: number, cell: Cell, items: CellItems): Chain | null {
  const [item] = itemsIn(cell, items);
  if (!item || isDerivativeHeader(cell.header)) return null;
  const [said, ...rest] = sidesIn(item);
  if (!said || rest.length === 0 || !isOpenOperator(said.expr)) return null;
  for (let k = i - 1; k >= 0; k--) {
    const [of] = itemsIn(row[k], items);
    const body = of && functionIn(of);
    if (!body) continue;
    return {
      sides: [{ ...said, expr: withOperand(said.expr, body), from: of.from }, ...rest],
      variable: null,
      tentative: false,
    };
  }
  return null;
}
