/** Values of an answer with indices: one for each place that its free indices have. */
import {
  children,
  evaluateArrays,
  freeIndices,
  indexLength,
  plainName,
  usedArrays,
  type ArrayValue,
  type Budget,
  type Expr,
  type Question,
  type Sym,
  type Valuation,
} from '../core/index.js';
import type { Solved } from './solve.js';
import type { NamedValues, Shaped } from './shaped.js';

/** Lists within lists, those of the quantity's indices outside of the target's; an index that the point gives is fixed. */
export function entryValues(
  { derivation: { result } }: Solved,
  question: Question,
  point: NamedValues,
  budget: Budget,
): Shaped {
  const { body, target, arrays } = question;
  if (!arrays) return null;
  const expressions = [body, target, result];
  const valuation = valuationAt(question, expressions, point, budget);
  const open = freeIndices(body, target).filter((s) => !(plainName(s) in point));
  return over(open, result, expressions, valuation);
}

function over(
  [index, ...rest]: readonly Sym[],
  e: Expr,
  expressions: readonly Expr[],
  valuation: Valuation,
): Shaped {
  if (!index) {
    const value = evaluateArrays(e, valuation);
    return typeof value === 'number' && Number.isFinite(value) ? value : null;
  }
  const lengths = expressions.map((x) => indexLength(x, index.id, valuation));
  const length = lengths.find((n) => n !== null) ?? null;
  if (length === null) return null;
  return Array.from({ length }, (_, i) =>
    over(rest, e, expressions, { ...valuation, values: new Map(valuation.values).set(index.id, i + 1) }),
  );
}

/** What the point gives, by the ids of the names; what the note gives by formulas is worked out from them. */
function valuationAt(
  question: Question,
  expressions: readonly Expr[],
  point: NamedValues,
  budget: Budget,
): Valuation {
  const { definitions, arrays } = question;
  const families = arrays?.families ?? new Map<string, never>();
  const values = new Map<string, ArrayValue>();
  const through = [...definitions.values(), ...families.values()].map((d) => d.value);
  for (const s of symbolsIn([...expressions, ...through])) {
    const given = point[plainName(s)];
    if (given !== undefined && !families.has(s.id) && !definitions.has(s.id)) values.set(s.id, given);
    addSingles(s, point, values);
  }
  const fromZero = arrays && usedArrays(expressions, { arrays, definitions })?.fromZero;
  return { values, definitions, families, budget, ...(fromZero ? { fromZero } : {}) };
}

/** x_1, which the point gives by itself. */
function addSingles(s: Sym, point: NamedValues, values: Map<string, ArrayValue>): void {
  const name = `${plainName(s)}_`;
  for (const [key, value] of Object.entries(point)) {
    const index = key.startsWith(name) ? key.slice(name.length) : '';
    if (typeof value === 'number' && index !== '' && Number.isInteger(Number(index)))
      values.set(`${s.id}[${index}]`, value);
  }
}

function symbolsIn(list: readonly Expr[]): readonly Sym[] {
  const found = new Map<string, Sym>();
  const seen = new Set<Expr>();
  const visit = (e: Expr): void => {
    if (seen.has(e)) return;
    seen.add(e);
    if (e.kind === 'sym') found.set(e.id, e);
    children(e).forEach(visit);
  };
  list.forEach(visit);
  return [...found.values()];
}
