/** Conditions made of conditions: what holds where another does not, and several of them as one. */
import { FALSE, logic, relation, TRUE, type Expr, type RelationOp } from './expr.js';

const OPPOSITE: Partial<Record<RelationOp, RelationOp>> = {
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  '=': '!=',
  '!=': '=',
};

/** What a condition that is certain says; null for any other. */
export function decided(c: Expr): boolean | null {
  if (c.kind !== 'const') return null;
  return c.name === TRUE.name ? true : c.name === FALSE.name ? false : null;
}
export const truthValue = (is: boolean): Expr => (is ? TRUE : FALSE);

/** The condition that holds where the other does not. NaN on either side is outside all domains. */
export function negated(c: Expr): Expr {
  const certain = decided(c);
  if (certain !== null) return truthValue(!certain);
  if (c.kind === 'relation' && c.ops.every((op) => OPPOSITE[op])) {
    const opposites = c.ops.map((op, i) => relation([OPPOSITE[op] ?? op], c.sides.slice(i, i + 2)));
    return connected('or', opposites);
  }
  if (c.kind === 'logic') {
    const [first] = c.args;
    if (c.op === 'not' && first) return first;
    if (c.op !== 'not') return logic(c.op === 'and' ? 'or' : 'and', ...c.args.map(negated));
  }
  return logic('not', c);
}

/** All of several conditions, or one of them at least; a single one as it is. */
export function connected(op: 'and' | 'or', [first, ...others]: readonly Expr[]): Expr {
  if (!first) return truthValue(op === 'and');
  return others.length === 0 ? first : logic(op, first, ...others);
}
