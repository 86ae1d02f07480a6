/** Chains of equalities that begin with a derivative, over lines and formulas. */
import { substitute, type Expr, type RelationOp } from '../../core/index.js';
import type { Variable } from '../../meaning/symbolCustoms.js';
import { IMPLIED } from '../../meaning/operator.js';
import type { Item } from './item.js';

/** One side of a chain and where it stands. */
export interface Side {
  readonly expr: Expr;
  readonly op: RelationOp | null;
  readonly item: Item;
  readonly from: number;
  readonly to: number;
}

export interface Chain {
  readonly sides: Side[];
  readonly variable: Variable | null;
  /** Joined by words alone. */
  tentative: boolean;
}

/** The sides of an item with their places; the first one carries a leading relation. */
export function sidesIn(item: Item): readonly Side[] {
  const { expr, leading } = item.statement;
  const parts = expr.kind === 'relation' ? expr.sides : [expr];
  const ops = expr.kind === 'relation' ? expr.ops : [];
  return parts.map((e, i) => {
    const span = item.reading.spans.get(e);
    return {
      expr: e,
      op: i === 0 ? leading : (ops[i - 1] ?? null),
      item,
      from: span ? item.formula.toFile(span.from) : item.from,
      to: span ? item.formula.toFile(span.to) : item.to,
    };
  });
}

export const withOperand = (e: Expr, operand: Expr): Expr => substitute(e, new Map([[IMPLIED.id, operand]]));

/** Names a derivative and says nothing of it: v in v = dx/dt. */
export const isName = (e: Expr): boolean =>
  e.kind === 'sym' ||
  e.kind === 'component' ||
  (e.kind === 'mul' && e.factors.every((f) => f.kind === 'sym')) ||
  ((e.kind === 'apply' || e.kind === 'call') &&
    e.args.every((a) => a.kind === 'sym' || a.kind === 'component'));
