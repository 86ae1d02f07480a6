/** The other of the two routes for vectors and matrices: whole, or by components. */
import {
  asArray,
  evaluateArrays,
  freeIndices,
  atIndices,
  isLengthName,
  NO_ARRAYS,
  placesOf,
  ROWS,
  standing,
  usedArrays,
  filledArrays,
  type ArrayValue,
  type Expr,
  type Question,
  type Sym,
} from '../core/index.js';
import type { Asked, NotAsked } from '../meaning/index.js';
import { inComponentsAsked } from '../meaning/otherRoute.js';
import type { Solved } from './solve.js';

/** In which form an answer is wanted. */
export type Route = 'components' | 'matrix';

/** The question by the route, where that says something else than the question as it is written. */
export const askedBy = (asked: Asked, route: Route | null): Asked | NotAsked =>
  route === 'components' ? inComponentsAsked(asked) : asked;

/** Whether the answer is written at indices that are free in it. */
export function isByComponents({ asked: { question }, derivation, result }: Solved): boolean {
  if (!question.arrays || question.arrays.route === 'differentials' || result !== derivation.result)
    return false;
  return freeIndices(question.body, question.target).length > 0;
}

/** The answer by components as the vector or matrix of them; null where it has no such form, or is one already. */
export function asMatrix(solved: Solved): Expr | null {
  const { asked, result } = solved;
  const { question } = asked;
  const indices = freeIndices(question.body, question.target);
  if (!isByComponents(solved) || indices.length > 2) return null;
  const made = asArray(result, indices, question.arrays?.vectors ?? new Map());
  return made && isArrayOf(made, result, indices, question) ? made : null;
}

/** At arrays of two sizes, entry by entry. */
function isArrayOf(
  array: Expr,
  entry: Expr,
  indices: readonly Sym[],
  { arrays = NO_ARRAYS, definitions }: Question,
): boolean {
  const given = { arrays, definitions };
  const used = usedArrays([entry], given);
  if (!used) return false;
  return ROWS.arrays.sizes.every((size) => {
    const valuation = filledArrays({ ...used, indices }, size, 'positive', given);
    // I and 𝟏 are as long as the indices go.
    const lengths = [...array.free].filter(isLengthName).map((id) => [id, size] as const);
    const whole = evaluateArrays(array, { ...valuation, values: new Map([...valuation.values, ...lengths]) });
    return [...placesOf(indices, size)].every((at) => {
      const [x, y] = [evaluateArrays(entry, atIndices(valuation, at)), pickedAt(whole, indices, at)];
      return typeof x === 'number' && typeof y === 'number' && standing(x, y, ROWS.printed) === 'agree';
    });
  });
}
const pickedAt = (
  v: ArrayValue | null,
  indices: readonly Sym[],
  at: ReadonlyMap<string, number>,
): ArrayValue | null =>
  indices.reduce<ArrayValue | null>(
    (now, i) => (now === null || typeof now === 'number' ? now : (now[(at.get(i.id) ?? 0) - 1] ?? null)),
    v,
  );
