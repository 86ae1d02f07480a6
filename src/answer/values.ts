/** Values of an answer at given points. */
import {
  isOne,
  compile,
  componentKey,
  evaluate,
  evaluateWide,
  hasValueWide,
  inputsOf,
  isWithin,
  share,
  someNode,
  sum,
  validityOf,
  type Binding,
  type Budget,
  type Expr,
  type Question,
  type Value,
} from '../core/index.js';
import { variableName, variablesIn, type Variable } from '../meaning/index.js';
import { arrayValue } from './arrayValues.js';
import { entryValues } from './entryValues.js';
import type { NamedValues, Shaped } from './shaped.js';
import { slopeInDoubt } from './slope.js';
import type { Solved } from './solve.js';

export type { NamedValues, Shaped } from './shaped.js';

/** A value that was not computed, and why. */
export interface Withheld {
  /** The index of the point. */
  readonly at: number;
  readonly reason: string;
}
export interface Values {
  readonly values: readonly Shaped[];
  /** There where some were not computed. */
  readonly withheld?: readonly Withheld[];
}

/** Each point may cost half of what is left: a dear one harms those after it, but does not rob them. */
const A_POINT = 0.5;

/** Values point by point within the budget; what would cost more than that is null, and is said. */
export function valuesWithin<P>(
  points: readonly P[],
  budget: Budget,
  valueAt: (point: P, budget: Budget) => Shaped,
): Values {
  const withheld: Withheld[] = [];
  const values = points.map((p, at) => {
    const own = share(budget, A_POINT);
    const value = valueAt(p, own);
    if (own.shouldStop(0)) withheld.push({ at, reason: 'The value takes more work than is allowed.' });
    return value;
  });
  return withheld.length === 0 ? { values } : { values, withheld };
}

/** The answer at each point; null where it, or the function itself, has no finite value. */
export function valuesAt(solved: Solved, points: readonly NamedValues[], budget: Budget): Values {
  const { question, used } = solved.asked;
  if (question.arrays?.route === 'differentials') return valuesWithin(points, budget, arrayValue(solved));
  if (question.arrays) return valuesWithin(points, budget, (p, own) => entryValues(solved, question, p, own));
  const through = new Set(used.map((d) => d.name.id));
  const result = entriesOf(solved);
  const expressions = [result, question.body, ...[...question.definitions.values()].map((d) => d.value)];
  const names = variablesIn(question.target, ...expressions);
  return valuesWithin(points, budget, (p, own) => {
    const point = byId(p, names, through);
    const given = new Set(Object.keys(point));
    const definitions = new Map(
      [...question.definitions].filter(([id]) => through.has(id) || !given.has(id)),
    );
    const inDoubt = isExcluded(solved, point, own);
    return shaped(result, definedBody(question), (e, body) => {
      const value = finite(e, solved.point === null ? body : null, point, definitions, own);
      return inDoubt ? bySlope({ ...question, body }, value, point, definitions, own) : value;
    });
  });
}

/** Whether the formula may not give the derivative at the point: a kink, or where it fails and the limit may exist. */
function isExcluded({ derivation, point: asked }: Solved, point: NamedValues, budget: Budget): boolean {
  const { target, order } = derivation.question;
  if (asked !== null || target.kind !== 'sym' || !isOne(order)) return false;
  const { where } = validityOf(derivation);
  return where !== null && evaluate(where, point, new Map(), budget) === 0;
}

/** The formula's value if it is the function's slope there; else the slope itself, if there is one. */
function bySlope(
  { body, target }: Question,
  value: number | null,
  point: NamedValues,
  definitions: ReadonlyMap<string, Binding>,
  budget: Budget,
): number | null {
  const x = target.kind === 'sym' ? point[target.id] : undefined;
  if (target.kind !== 'sym' || typeof x !== 'number') return value;
  const others = Object.entries(point).flatMap(([name, v]) =>
    name !== target.id && typeof v === 'number' ? [[name, v] as const] : [],
  );
  const f = asFunction(body, target.id, new Map(others), definitions, budget);
  return slopeInDoubt(f, x, value);
}
/** What has to have a value: of a field every component. */
const definedBody = ({ body, field }: Question): Expr =>
  field && body.kind === 'tuple' ? sum(body.items) : body;

/** The answer as a list of its entries, where it is written in unit vectors. */
export const entriesOf = ({ asked, derivation, result }: Solved): Expr =>
  asked.basis ? derivation.result : result;

/** A vector's or matrix's values stand as its entries do; the rows of a Jacobian belong to the body's components. */
function shaped(e: Expr, body: Expr, value: (e: Expr, body: Expr) => number | null): Shaped {
  const part = (i: number): Expr => (body.kind === 'tuple' ? (body.items[i] ?? body) : body);
  if (e.kind === 'tuple') return e.items.map((x, i) => shaped(x, part(i), value));
  if (e.kind === 'matrix')
    return e.rows.map((r, i) => r.map((x, j) => shaped(x, entryIn(body, i, j) ?? part(i), value)));
  return value(e, body);
}

const entryIn = (e: Expr, i: number, j: number): Expr | undefined =>
  e.kind === 'matrix' ? e.rows[i]?.[j] : undefined;

function finite(
  e: Expr,
  body: Expr | null,
  point: NamedValues,
  definitions: ReadonlyMap<string, Binding>,
  budget: Budget,
): number | null {
  const value = valueBeyondRange(e, point, definitions, budget);
  if (body === null) return Number.isFinite(value) ? value : null;
  const isDefined =
    Number.isFinite(evaluate(body, point, definitions, budget)) ||
    hasValueWide(body, point, definitions, budget);
  return Number.isFinite(value) && (isDefined || !isEvaluable(body, point, definitions)) ? value : null;
}

/** The value in doubles; where they over- or underflow on the way, and wider numbers know it, theirs. */
function valueBeyondRange(
  e: Expr,
  point: NamedValues,
  definitions: ReadonlyMap<string, Binding>,
  budget: Budget,
): number {
  const value = evaluate(e, point, definitions, budget);
  const wider = evaluateWide(e, point, definitions, budget);
  return Number.isNaN(wider) || isWithin(value, wider, SAME_VALUE) ? value : wider;
}
const SAME_VALUE = { relative: 1e-9, floor: 0, noise: 0 };

/** Whether a value is missing because the function is undefined there, and not because a name has no value. */
function isEvaluable(body: Expr, point: NamedValues, definitions: ReadonlyMap<string, Binding>): boolean {
  // A derivative within, as in ∂²f/∂x∂y, has no value of its own.
  if (someNode(body, (e) => e.kind === 'diff')) return false;
  return inputsOf([body], definitions).every((name) => name in point);
}

/** The values by the ids of the names that are meant; what the note defines through the variable is left out. */
function byId(p: NamedValues, names: readonly Variable[], through: ReadonlySet<string>): NamedValues {
  const out: Record<string, Value> = {};
  for (const v of names) {
    const id = v.kind === 'sym' ? v.id : componentKey(v);
    const value = p[variableName(v)];
    if (id !== null && value !== undefined && !through.has(id)) out[id] = value;
    if (v.kind === 'component' && v.base.kind === 'sym') addEntries(p, v.base, out);
  }
  return out;
}

/** Entries of an array under its base name, unless they were given one by one. */
function addEntries(p: NamedValues, base: Variable, out: Record<string, Value>): void {
  const array = p[variableName(base)];
  if (base.kind !== 'sym' || !Array.isArray(array)) return;
  array.forEach((x: Value, i) => {
    const key = `${base.id}[${String(i + 1)}]`;
    if (typeof x === 'number' && !(key in out)) out[key] = x;
  });
}

/** A function of the variable alone, every other name at the value given for it. */
export function asFunction(
  e: Expr,
  variable: string,
  others: ReadonlyMap<string, number>,
  definitions: ReadonlyMap<string, Binding>,
  budget?: Budget,
): (x: number) => number {
  const f = compile(e, [variable, ...others.keys()], definitions, budget);
  const rest = [...others.values()];
  return (x) => f(x, ...rest);
}
