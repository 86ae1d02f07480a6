/** Which numbers of a hand-written derivative are which of the function's. */
import type { Program, Sym } from '../../core/index.js';
import {
  rootOf,
  withNames,
  type Code,
  type CodeTree,
  type CodeVariable,
  type FunctionTarget,
} from '../../notation/programs/index.js';

export interface Alignment {
  /** The function's variable by the id of the derivative's symbol. */
  readonly to: ReadonlyMap<string, CodeVariable>;
  /** Numbers that the derivative takes and the function does not. */
  readonly extra: readonly CodeVariable[];
  /** All have the same names on both sides; otherwise some go by their place. */
  readonly byName: boolean;
}

/** Names go before places: df(b, a) may take what f(a, b) takes in another order. */
export function aligned(
  { params: slots }: FunctionTarget,
  f: Code,
  { params: own }: FunctionTarget,
  d: Code,
  textOf: (tree: CodeTree) => string,
): Alignment {
  const used = d.variables.filter((v) => mentions(d.program, v.symbol));
  const to = new Map<string, CodeVariable>();
  const extra: CodeVariable[] = [];
  let byName = true;
  const taken = new Set<CodeVariable>();
  const unnamed = used.filter((v) => {
    const same = f.variables.find((w) => w.code === v.code);
    if (!same) return true;
    to.set(v.symbol.id, same);
    taken.add(same);
    return false;
  });
  for (const v of unnamed) {
    const root = rootOf(v.path);
    const slot = root === null ? undefined : slots[own.indexOf(root)];
    const there = slot === null || slot === undefined || own.length < slots.length ? undefined : slot;
    const same =
      there === undefined ? undefined : f.variables.find((w) => isAt(w, there, v, textOf) && !taken.has(w));
    byName = false;
    if (same) {
      to.set(v.symbol.id, same);
      taken.add(same);
    } else extra.push(v);
  }
  return { to, extra, byName };
}

/** Whether a variable is reached from a parameter as another one is from its own. */
const isAt = (
  w: CodeVariable,
  root: string,
  v: CodeVariable,
  textOf: (tree: CodeTree) => string,
): boolean => {
  const path = withNames(v.path, () => root);
  return path !== null && textOf(path) === w.code;
};

/** The numbers that the function's parameters are or hold, in order; what no parameter holds is left out. */
export function parameterVariables(of: FunctionTarget, { variables }: Code): readonly CodeVariable[] {
  const slots = new Set(of.params);
  return variables.filter((v) => {
    const root = rootOf(v.path);
    return slots.has(root ?? '') || (slots.has(null) && root === v.code);
  });
}

export const mentions = ({ bindings, result }: Program, { id }: Sym): boolean =>
  result.free.has(id) || bindings.some((b) => b.value.free.has(id));

/** Whether all that the program mentions is known: its variables, locals and definitions. */
export function isClosed({ program, variables, arrays }: Code): boolean {
  const known = new Set([
    ...variables.map((v) => v.symbol.id),
    ...program.bindings.map((b) => b.name.id),
    ...program.definitions.keys(),
  ]);
  const free = [program.result, ...program.bindings.map((b) => b.value)].flatMap((e) => [...e.free]);
  return arrays.length === 0 && free.every((id) => known.has(id));
}
