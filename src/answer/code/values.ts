/** The derivative of code at points given by the names of the code. */
import {
  compileProgram,
  evaluateWide,
  hasValueWide,
  inlined,
  isWithin,
  plainName,
  type Budget,
  type Program,
  type Value,
} from '../../core/index.js';
import {
  keysOf,
  lastKeyOf,
  readerOf,
  rootOf,
  type Code,
  type CodeTree,
  type CodeVariable,
  type ProgramReader,
} from '../../notation/programs/index.js';
import type { CodeAnswer } from './answer.js';
import { slopeInDoubt } from '../slope.js';
import { valuesWithin, type NamedValues, type Values } from '../values.js';

/**
 * Values of the derivative at points given by the names of the code; null where it, or the function, has none. What the
 * written code gives by custom at a kink or a jump is no derivative.
 */
export function codeValues(
  { source, code, variable, derivative, times }: CodeAnswer,
  points: readonly Readonly<Record<string, Value>>[],
  budget: Budget,
): Values {
  return valuesWithin(points, budget, (p, own) => {
    const values = valuesById(readerOf(source.language), code, p);
    const keys = [...values.keys()].filter((k) => k.includes('['));
    const id = variable.symbol.id;
    const [f, slope] = [code.program, derivative].map((program) =>
      along(compileProgram(program, keys, own), id, values),
    ) as [Along, Along];
    const x = values.get(id) ?? NaN;
    if (!Number.isFinite(f(x)) || !Number.isFinite(slope(x))) {
      const wider = inWiderNumbers(code.program, derivative, id, values, own);
      if (wider?.hasValue(x) === true && goesOn(wider.slope, x)) return wider.slope(x);
    }
    const value = Number.isFinite(f(x)) && Number.isFinite(slope(x)) ? slope(x) : null;
    return times !== 1 || isOrdinary(f, slope, x) ? value : slopeInDoubt(f, x, value);
  });
}

type Along = (x: number) => number;

/** A function of one of its variables, the others at their values. */
const along =
  (
    run: (values: ReadonlyMap<string, number>) => number,
    id: string,
    values: ReadonlyMap<string, number>,
  ): Along =>
  (x) =>
    run(new Map([...values, [id, x]]));

/** The function and its slope in wider numbers, for where doubles over- or underflow; null for what is too long. */
function inWiderNumbers(
  f: Program,
  derivative: Program,
  id: string,
  values: ReadonlyMap<string, number>,
  budget: Budget,
): { readonly hasValue: (x: number) => boolean; readonly slope: Along } | null {
  const [whole, formula] = [inlined(f, MOST_INLINED), inlined(derivative, MOST_INLINED)];
  if (!whole || !formula) return null;
  const at = (x: number): NamedValues => ({ ...Object.fromEntries(values), [id]: x });
  return {
    hasValue: (x) => hasValueWide(whole, at(x), f.definitions, budget),
    slope: (x) => evaluateWide(formula, at(x), derivative.definitions, budget),
  };
}
const MOST_INLINED = 1_000;

/** Whether the function and its formula for the slope go on smoothly on both sides: neither kink, jump nor gap is seen. */
const isOrdinary = (f: Along, slope: Along, x: number): boolean => goesOn(f, x) && goesOn(slope, x);
function goesOn(f: Along, x: number): boolean {
  const step = NEXT * (Math.abs(x) || 1);
  return [x - step, x + step].every((next) => isWithin(f(next), f(x), GOES_ON));
}
/** So near that what is smooth hardly changes, and far enough for the smallest kink in floating point. */
const NEXT = 1e-10;
const GOES_ON = { relative: 1e-6, floor: 1, noise: 0 };

function valuesById(
  reader: ProgramReader,
  { variables, arrays, spellings }: Code,
  point: Readonly<Record<string, Value>>,
): ReadonlyMap<string, number> {
  const given = new Map(Object.entries(point));
  const values = new Map<string, number>();
  const of = (v: CodeVariable): Value | undefined =>
    given.get(v.code) ??
    given.get(plainName(v.symbol)) ??
    given.get(lastKeyOf(v.path)) ??
    nested(point, v.path);
  for (const v of variables) {
    const value = of(v);
    if (typeof value === 'number') values.set(v.symbol.id, value);
  }
  for (const a of arrays) {
    const value = of(a);
    if (typeof value === 'number' || value === undefined) continue;
    value.forEach((x, i) => {
      if (typeof x === 'number') values.set(`${a.symbol.id}[${String(i + 1)}]`, x);
    });
    for (const [id, tree] of spellings) if (isLengthOf(reader, tree, a)) values.set(id, value.length);
  }
  for (const [id, tree] of spellings) {
    const flag = given.get(reader.textOf(tree));
    if (!values.has(id) && typeof flag === 'number') values.set(id, flag);
  }
  return values;
}

const isLengthOf = (reader: ProgramReader, tree: CodeTree, { code }: CodeVariable): boolean =>
  tree.kind === 'member' && tree.key === 'length' && reader.textOf(tree.object) === code;

/** p.x where the point has { p: { x: 1 } }. */
function nested(point: Readonly<Record<string, unknown>>, path: CodeTree): Value | undefined {
  const [root, keys] = [rootOf(path), keysOf(path)];
  if (root === null || keys === null) return undefined;
  let at: unknown = point;
  for (const part of [root, ...keys]) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return undefined;
    at = (at as Readonly<Record<string, unknown>>)[part];
  }
  return typeof at === 'number' ? at : undefined;
}
