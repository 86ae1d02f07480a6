/** Values of an answer made of vectors and matrices. */
import { derivativeAt, isLengthName, plainName, type Budget, type Value } from '../core/index.js';
import { namesIn } from '../meaning/index.js';
import type { NamedValues, Shaped } from './shaped.js';
import type { Solved } from './solve.js';

/** The answer at a point, shaped as the quantity and then the variable are; null where it has no value. */
export function arrayValue({ asked, result }: Solved): (point: NamedValues, budget: Budget) => Shaped {
  const { question, used } = asked;
  const through = new Set(used.map((d) => d.name.id));
  const definitions = [...question.definitions.values()].map((d) => d.value);
  const names = namesIn(question.body, result, question.target, ...definitions).symbols.filter(
    (s) => !through.has(s.id) && !isLengthName(s.id),
  );
  return (point, budget) => {
    const given = new Map<string, Value>();
    for (const s of names) {
      const value = Object.hasOwn(point, plainName(s)) ? point[plainName(s)] : undefined;
      if (value !== undefined) given.set(s.id, value);
    }
    const value = derivativeAt(question, result, given, budget);
    return value === null ? null : finite(value);
  };
}
const finite = (v: Value): Shaped =>
  typeof v === 'number' ? (Number.isFinite(v) ? v : null) : v.map(finite);
