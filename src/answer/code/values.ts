/** The derivative of code at points given by the names of the code. */
import { compileProgram, plainName, type Budget, type Value } from '../../core/index.js';
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
import { valuesWithin, type Values } from '../values.js';

/** Values of the derivative at points given by the names of the code; null where it, or the function, has none. */
export function codeValues(
  { source, code, derivative }: CodeAnswer,
  points: readonly Readonly<Record<string, Value>>[],
  budget: Budget,
): Values {
  return valuesWithin(points, budget, (p, own) => {
    const values = valuesById(readerOf(source.language), code, p);
    const keys = [...values.keys()].filter((k) => k.includes('['));
    const f = compileProgram(code.program, keys, own)(values);
    const value = compileProgram(derivative, keys, own)(values);
    return Number.isFinite(f) && Number.isFinite(value) ? value : null;
  });
}

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
