/** Values of an answer at given points. */
import type { Binding } from '../core/derivation.js';
import { compile, componentKey, evaluate, type Value } from '../core/evaluate.js';
import type { Expr } from '../core/expr.js';
import { inputsOf } from '../core/verify.js';
import { variableName, variablesIn, type Variable } from '../meaning/index.js';
import type { Solved } from './solve.js';

/** Values by plain name: { x: 1.5, alpha: 0.1, w: [1, 2] }. */
export type Point = Readonly<Record<string, Value>>;

/** The answer at each point; null where it, or the function itself, has no finite value. */
export function valuesAt(solved: Solved, points: readonly Point[]): readonly (number | null)[] {
  const { question, used } = solved.asked;
  const through = new Set(used.map((d) => d.name.id));
  const expressions = [
    solved.result,
    question.body,
    ...[...question.definitions.values()].map((d) => d.value),
  ];
  const names = variablesIn(question.target, ...expressions);
  return points.map((p) => {
    const point = byId(p, names, through);
    const given = new Set(Object.keys(point));
    const definitions = new Map(
      [...question.definitions].filter(([id]) => through.has(id) || !given.has(id)),
    );
    return finite(solved, point, definitions);
  });
}

function finite(solved: Solved, point: Point, definitions: ReadonlyMap<string, Binding>): number | null {
  const { body } = solved.asked.question;
  const isDefined = solved.point !== null || Number.isFinite(evaluate(body, point, definitions));
  const value = evaluate(solved.result, point, definitions);
  return Number.isFinite(value) && (isDefined || !isEvaluable(body, point, definitions)) ? value : null;
}

/** Whether a value is missing because the function is undefined there, and not because a name has no value. */
function isEvaluable(body: Expr, point: Point, definitions: ReadonlyMap<string, Binding>): boolean {
  return inputsOf([body], definitions).every((name) => name in point);
}

/** The values by the ids of the names that are meant; what the note defines through the variable is left out. */
function byId(p: Point, names: readonly Variable[], through: ReadonlySet<string>): Point {
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
function addEntries(p: Point, base: Variable, out: Record<string, Value>): void {
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
): (x: number) => number {
  const f = compile(e, [variable, ...others.keys()], definitions);
  const rest = [...others.values()];
  return (x) => f(x, ...rest);
}
