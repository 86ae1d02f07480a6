/** Tables that stand in a formula: an array whose head says f and f′, or "function" and "derivative". */
import { diff, num, sym } from '../../core/index.js';
import { IMPLIED } from '../../meaning/operator.js';
import { arrayHead } from '../../notation/latex/plainWords.js';
import { sidesIn, type Chain } from './chain.js';
import { isDerivative } from '../../meaning/operator.js';
import type { Item } from './item.js';
import { functionIn, holdsFormula } from './tables.js';
import { isDerivativeHeader, isFunctionHeader, orderOfHeader, variableOfHeader } from './headers.js';

/** The claims of an array, one a row and derivative; none where its head names no function and derivative. */
export function chainsInArray(items: readonly Item[]): readonly Chain[] {
  const [first] = items;
  const found = first && arrayHead(first.formula.tex);
  if (!found) return [];
  const { head, end } = found;
  const of = head.findIndex(isFunctionHeader);
  const derivatives = head.flatMap((cell, i) => (i !== of && isDerivativeHeader(cell) ? [i] : []));
  if (of < 0 || derivatives.length === 0) return [];
  const variable = head.map(variableOfHeader).find((v) => v !== null) ?? null;
  const below = items.filter((i) => i.statement.from >= end);
  const rows = rowsOf(below).filter((row) => row.length === head.length);
  if (!rows.some((row) => holdsFormula(row.slice(of, of + 1)))) return [];
  return rows.flatMap((row) =>
    derivatives.flatMap((k) => chainOf(row[of], row[k], orderOfHeader(head[k] ?? ''), variable) ?? []),
  );
}

/** Its statements line by line. */
function rowsOf(items: readonly Item[]): readonly (readonly Item[])[] {
  const rows: Item[][] = [];
  for (const item of items) {
    if (item.statement.joint === '\n' || rows.length === 0) rows.push([item]);
    else rows.at(-1)?.push(item);
  }
  return rows;
}

function chainOf(
  of: Item | undefined,
  said: Item | undefined,
  order: number,
  variable: string | null,
): Chain | null {
  const body = of && functionIn(of);
  const [operand] = of ? sidesIn(of) : [];
  const [answer, ...rest] = said ? sidesIn(said) : [];
  if (!body || !operand || !answer || isDerivative(answer.expr)) return null;
  const head = { ...operand, expr: diff(body, IMPLIED, num(order)), op: null };
  return {
    sides: [head, { ...answer, op: '=' }, ...rest],
    variable: variable === null ? null : sym(variable),
    tentative: false,
  };
}
