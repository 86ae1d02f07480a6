/** Conditions, and values chosen by them. What is certain already leaves no condition behind. */
import { logic, piecewise, type Branch, type Expr, decided, negated } from '../../core/index.js';

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
