/** Entries of array parameters as numbers of their own: a function of `p` that reads `p[0]` and `p[1]` has two. */
import { sym, topDown, type Component, type Expr, type Sym } from '../../core/index.js';
import { codeText } from './codeText.js';
import { entryTree, numberTree } from '../programs/codeTree.js';
import type { CodeVariable } from '../programs/code.js';
import type { Code } from './read.js';

interface Named {
  readonly code: Code;
  /** Does the same to another expression of the code. */
  readonly replace: (e: Expr) => Expr;
}

/**
 * The code with a symbol for each entry that is read by a whole number. An array that is read in another way too (by
 * the index of a sum) keeps its place among the arrays.
 */
export function withNamedEntries(code: Code): Named {
  if (code.arrays.length === 0) return { code, replace: (e) => e };
  const byId = new Map(code.arrays.map((a) => [a.symbol.id, a]));
  const entries = new Map<string, CodeVariable>();
  const replace = topDown((e) => {
    if (![...e.free].some((id) => byId.has(id))) return e;
    return e.kind === 'component' ? entryOf(e, byId, entries) : null;
  });
  const bindings = code.program.bindings.map((b) => ({ name: b.name, value: replace(b.value) }));
  const result = replace(code.program.result);
  const left = new Set([result, ...bindings.map((b) => b.value)].flatMap((e) => [...e.free]));
  const made = [...entries.values()].sort((a, b) => a.code.localeCompare(b.code, 'en', { numeric: true }));
  return {
    replace,
    code: {
      ...code,
      program: { ...code.program, bindings, result },
      variables: [...code.variables, ...made],
      arrays: code.arrays.filter((a) => left.has(a.symbol.id)),
      spellings: new Map([...code.spellings, ...made.map((v) => [v.symbol.id, v.path] as const)]),
    },
  };
}

/** p[1] of mathematics is `p[0]` of the code. */
function entryOf(
  { base, indices }: Component,
  arrays: ReadonlyMap<string, CodeVariable>,
  entries: Map<string, CodeVariable>,
): Sym | null {
  const array = base.kind === 'sym' ? arrays.get(base.id) : undefined;
  const [index] = indices;
  if (!array || indices.length !== 1 || index?.kind !== 'num' || !index.value.isInteger) return null;
  const path = entryTree(array.path, numberTree(String(index.value.toNumber() - 1)));
  const code = codeText(path);
  const known = entries.get(code);
  if (known) return known.symbol;
  const symbol = sym(code, ['word']);
  entries.set(code, { symbol, code, path });
  return symbol;
}
