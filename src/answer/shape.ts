/** How many entries an answer has in each direction. */
import { freeIndices, typingOf, type Lengths, type Question } from '../core/index.js';
import { entriesOf, type Shaped } from './values.js';
import type { Solved } from './solve.js';

/** A number for each direction, or null where nothing says how many; null for a number alone. */
export type Shape = readonly (number | null)[] | null;

/** The quantity's directions first, then the variable's; what values have says more than what names do. */
export function shapeOfAnswer(solved: Solved, values: readonly Shaped[]): Shape {
  const known = values.find((v) => v !== null);
  if (Array.isArray(known)) return lengthsOf(known as readonly Shaped[]);
  const result = entriesOf(solved);
  if (result.kind === 'tuple') return [result.items.length];
  if (result.kind === 'matrix') return [result.rows.length, result.rows[0]?.length ?? 0];
  const { question } = solved.asked;
  if (!question.arrays) return null;
  const found =
    question.arrays.route === 'differentials'
      ? typedShape(question)
      : freeIndices(question.body, question.target).map(() => null);
  return found.length === 0 ? null : found;
}
const lengthsOf = (v: readonly Shaped[]): readonly number[] => {
  const [first] = v;
  return [v.length, ...(Array.isArray(first) ? lengthsOf(first as readonly Shaped[]) : [])];
};

function typedShape(question: Question): readonly (number | null)[] {
  const typing = typingOf(question);
  const isTwice = question.order.kind === 'num' && !question.order.value.isOne;
  const parts = isTwice ? [question.target, question.target] : [question.body, question.target];
  return parts.flatMap((e) => {
    typing.typed(e);
    return directions(typing.lengths, typing.typeOf(e));
  });
}
function directions(lengths: Lengths, type: Parameters<Lengths['isScalar']>[0]): readonly (number | null)[] {
  if (lengths.isScalar(type)) return [];
  if (lengths.isMatrix(type)) return [lengths.size(type.rows), lengths.size(type.cols)];
  return [lengths.size(lengths.isRow(type) ? type.cols : type.rows)];
}
