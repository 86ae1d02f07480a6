/** Values of an answer made of vectors and matrices. */
import { derivativeAt, isLengthName, plainName, type Budget, type Value } from '../core/index.js';
import { namesIn } from '../meaning/index.js';
import type { Solved } from './solve.js';
import { valuesWithin, type Point, type Shaped, type Values } from './values.js';

/** The answer at each point, shaped as the quantity and then the variable are; null where it has no value. */
export function arrayValuesAt({ asked, result }: Solved, points: readonly Point[], budget: Budget): Values {
  const { question, used } = asked;
  const through = new Set(used.map((d) => d.name.id));
  const all = [
    question.body,
    result,
    question.target,
    ...[...question.definitions.values()].map((d) => d.value),
  ];
  const names = namesIn(...all).symbols.filter((s) => !through.has(s.id) && !isLengthName(s.id));
  return valuesWithin(points, budget, (point, own): Shaped => {
    const given = new Map<string, Value>();
    for (const s of names) {
      const value = Object.hasOwn(point, plainName(s)) ? point[plainName(s)] : undefined;
      if (value !== undefined) given.set(s.id, value);
    }
    const value = derivativeAt(question, result, given, own);
    return value === null ? null : finite(value);
  });
}
const finite = (v: Value): Shaped =>
  typeof v === 'number' ? (Number.isFinite(v) ? v : null) : v.map(finite);
