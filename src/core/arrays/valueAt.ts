/** The value of a derivative at given arrays. */
import type { Budget, Question } from '../derivation.js';
import type { Expr } from '../expr.js';
import { valuationFor } from './check.js';
import { typingOf } from './derive.js';
import { evaluateArrays } from './evaluate.js';
import type { Type } from './lengths.js';
import type { Typing } from './typing.js';
import { shapeOfValue, type Value } from './value.js';

/**
 * The derivative where names have the values given by their ids, in the shape of the quantity and then of the variable;
 * null where a name that is needed has none, shapes do not fit, or the quantity itself has no value.
 */
export function derivativeAt(
  question: Question,
  derivative: Expr,
  given: ReadonlyMap<string, Value>,
  budget: Budget,
): Value | null {
  const typing = typingOf(question);
  const [body, result, target] = [question.body, derivative, question.target].map((e) => typing.typed(e));
  if (!body || !result || !target) return null;
  for (const [id, value] of given) if (!fits(typing, typing.nameType(id), value)) return null;
  joinShapes(typing, result.type, body.type, target.type);
  const valuation = valuationFor(question, typing, [body.e, result.e, target.e], 0, budget);
  const known = new Map([...valuation.values].filter(([id]) => given.has(id) || id.startsWith('#')));
  for (const [id, value] of given) known.set(id, value);
  const at = { ...valuation, values: known };
  if (evaluateArrays(body.e, at) === null) return null;
  const value = evaluateArrays(result.e, at);
  const by = known.get(question.target.kind === 'sym' ? question.target.id : '');
  // A derivative that is 0 is 0 in every entry.
  return value === 0 && by !== undefined && typing.lengths.isScalar(body.type) ? zeros(by) : value;
}
/** An I in the answer has as many rows as what it is the derivative of, and of. */
function joinShapes({ lengths }: Typing, result: Type, of: Type, by: Type): void {
  if (lengths.isScalar(of)) lengths.joinTypes(result, by);
  else if (lengths.isVector(of) && lengths.isVector(by)) {
    lengths.join(result.rows, of.rows);
    lengths.join(result.cols, by.rows);
  } else if (lengths.isScalar(by)) lengths.joinTypes(result, of);
}
const zeros = (v: Value): Value => (typeof v === 'number' ? 0 : v.map(zeros));

/** Takes the number of entries from a value; false where it has another shape. */
function fits(typing: Typing, type: Type, value: Value): boolean {
  const [m, n, ...more] = shapeOfValue(value);
  const { lengths } = typing;
  if (more.length > 0) return false;
  if (lengths.isScalar(type)) return m === undefined;
  if (m === undefined || !lengths.join(type.rows, lengths.fresh(m))) return false;
  return lengths.isVector(type)
    ? n === undefined
    : n !== undefined && lengths.join(type.cols, lengths.fresh(n));
}
