/** Equations that give the value of a function at a point, and not the function: f(x_*) = x_*, h(a) = … = h(b). */
import { isPrimed, same, type Apply, type Expr, type Relation } from '../core/index.js';
import { isParameterLetter } from './symbolCustoms.js';

/** Whether it says no more of the function on its left than its value somewhere. */
export function saysValue({ ops, sides }: Relation): boolean {
  const [left, ...rights] = sides;
  if (left?.kind !== 'apply' || isPrimed(left) || left.args.length === 0) return false;
  if (left.args.every(isPoint)) return true;
  if (rights.some((r) => isTakenElsewhere(r, left))) return true;
  return left.args.every((a) => a.kind === 'sym' && isParameterLetter(a)) && ops.some(isInequality);
}

/** x_*, x_M, x_0: a special one among the values of x. An index is none. */
const isPoint = (e: Expr): boolean =>
  (e.kind === 'sym' && (e.sub !== null || e.marks.includes('star'))) ||
  (e.kind === 'component' && e.indices.every((i) => i.kind === 'num' && i.value.isZero));

/** h(b) beside h(a), between which nothing is said to vary. */
const isTakenElsewhere = (e: Expr, head: Apply): boolean =>
  e.kind === 'apply' && !isPrimed(e) && e.fn.id === head.fn.id && e.args.every(isLetter) && !same(e, head);
const isLetter = (e: Expr): boolean => e.kind === 'num' || (e.kind === 'sym' && isParameterLetter(e));

/** F(a) = −3S(a) < 0. */
const isInequality = (op: Relation['ops'][number]): boolean => op === '<' || op === '>' || op === '!=';
