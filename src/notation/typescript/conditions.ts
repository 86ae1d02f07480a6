/** Conditions, and values chosen by them. */
import { logic, piecewise, relation, type Branch, type Expr, type RelationOp } from '../../core/expr.js';
import type { Returned } from './reads.js';

const OPPOSITE: Partial<Record<RelationOp, RelationOp>> = {
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  '=': '!=',
  '!=': '=',
};

/** The condition that holds where the other does not. NaN on either side is outside all domains. */
export function negated(c: Expr): Expr {
  if (c.kind === 'relation' && c.ops.length === 1) {
    const op = OPPOSITE[c.ops[0] as RelationOp];
    if (op) return relation([op], c.sides);
  }
  if (c.kind === 'logic') {
    const [first] = c.args;
    if (c.op === 'not' && first) return first;
    if (c.op !== 'not') return logic(c.op === 'and' ? 'or' : 'and', ...c.args.map(negated));
  }
  return logic('not', c);
}

export function both(a: Expr | null, b: Expr | null): Expr | null {
  if (!a || !b) return a ?? b;
  const parts = [a, b].flatMap((c) => (c.kind === 'logic' && c.op === 'and' ? c.args : [c]));
  return logic('and', ...parts);
}

/** `c ? a : b`. A test for difference is turned round, so that the exceptional point comes first. */
export function chosen(c: Expr, a: Expr, b: Expr): Expr {
  if (c.kind === 'relation' && c.ops[0] === '!=') return chosen(negated(c), b, a);
  const first: Branch = { value: a, condition: c };
  if (b.kind === 'piecewise') return piecewise([first, ...b.branches], b.otherwise);
  return piecewise([first], b);
}

/** The value of a function from what it returns, first match first. Null where no path returns a number. */
export function valueOfReturns(returns: readonly Returned[]): Expr | null {
  const branches: Branch[] = [];
  let excluded: Expr | null = null;
  for (const { condition, value } of returns) {
    if (value === null) {
      if (condition === null) break;
      excluded = both(excluded, negated(condition));
      continue;
    }
    const holds: Expr | null = both(excluded, condition);
    if (holds === null) return branches.length === 0 ? value : joined(branches, value);
    branches.push({ value, condition: holds });
    if (condition === null) break;
  }
  return branches.length === 0 ? null : piecewise(branches);
}

function joined(branches: readonly Branch[], otherwise: Expr): Expr {
  const [only] = branches;
  if (only && branches.length === 1) return chosen(only.condition, only.value, otherwise);
  return otherwise.kind === 'piecewise'
    ? piecewise([...branches, ...otherwise.branches], otherwise.otherwise)
    : piecewise(branches, otherwise);
}
