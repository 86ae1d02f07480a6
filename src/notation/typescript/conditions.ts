/** Conditions, and values chosen by them. What is certain already leaves no condition behind. */
import {
  FALSE,
  logic,
  piecewise,
  relation,
  TRUE,
  type Branch,
  type Expr,
  type RelationOp,
} from '../../core/index.js';

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

/** Both conditions, null standing for none. */
export function both(a: Expr | null, b: Expr | null): Expr | null {
  return !a || !b ? (a ?? b) : joined('and', a, b);
}
export const either = (a: Expr, b: Expr): Expr => joined('or', a, b);

function joined(op: 'and' | 'or', a: Expr, b: Expr): Expr {
  const [x, y] = [decided(a), decided(b)];
  if (x !== null) return x === (op === 'and') ? b : a;
  if (y !== null) return y === (op === 'and') ? a : b;
  return logic(op, ...[a, b].flatMap((c) => (c.kind === 'logic' && c.op === op ? c.args : [c])));
}

/** `c ? a : b`. A test for difference is turned round, so that the exceptional point comes first. */
export function chosen(c: Expr, a: Expr, b: Expr): Expr {
  const certain = decided(c);
  if (certain !== null) return certain ? a : b;
  if (a === b) return a;
  if (c.kind === 'relation' && c.ops[0] === '!=') return chosen(negated(c), b, a);
  const first: Branch = { value: a, condition: c };
  if (b.kind === 'piecewise') return piecewise([first, ...b.branches], b.otherwise);
  return piecewise([first], b);
}

/** c ? a : b of conditions: a where c holds, b where it does not. */
export const chosenTruth = (c: Expr, a: Expr, b: Expr): Expr =>
  either(both(c, a) ?? a, both(negated(c), b) ?? b);

/** The value where the condition holds, and none elsewhere. */
export function onlyWhere(c: Expr, value: Expr): Expr {
  if (decided(c) === true) return value;
  if (value.kind !== 'piecewise') return piecewise([{ value, condition: c }]);
  const branches = value.branches.map((b) => ({ value: b.value, condition: both(c, b.condition) ?? c }));
  return piecewise(value.otherwise ? [...branches, { value: value.otherwise, condition: c }] : branches);
}
