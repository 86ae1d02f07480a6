/** Tables that stand in a formula: an array whose head says f and f′, or "function" and "derivative". */
import { diff, num, sym } from '../../core/expr.js';
import { IMPLIED } from '../../meaning/operator.js';
import { sidesIn, type Chain } from './chain.js';
import { isDerivative } from '../../meaning/operator.js';
import type { Item } from './item.js';
import { functionIn, holdsFormula } from './tables.js';
import { isDerivativeHeader, isFunctionHeader, orderOfHeader, variableOfHeader } from './words.js';

/** The claims of an array, one a row and derivative; none where its head names no function and derivative. */
export function chainsInArray(items: readonly Item[]): readonly Chain[] {
  const [first] = items;
  const found = first && headOf(first.formula.tex);
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

const ARRAY = /\\begin\{(?:array|tabular)\}\s*(?:\[[^[\]]*\]\s*)?\{[^{}]*\}/;
/** The cells of its first row, as text, and where it ends; null where it is no array. */
function headOf(tex: string): { readonly head: readonly string[]; readonly end: number } | null {
  const begin = ARRAY.exec(tex);
  if (!begin) return null;
  const start = begin.index + begin[0].length;
  const [row = ''] = tex.slice(start).split('\\\\', 1);
  const cells = row.replace(/\\(?:hline|toprule)/g, '').split('&');
  const head = cells.map((c) => c.replace(/\\(?:text|textbf|mathrm|mathbf)\{([^{}]*)\}/g, '$1').trim());
  return head.length < 2 ? null : { head, end: start + row.length };
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
