/** What a note's definition gives a name to is written by that name again: σ(z) as ŷ. */
import type { Binding, Step } from '../core/derivation.js';
import { mapChildren, same, type Expr } from '../core/expr.js';

export interface Folded {
  readonly result: Expr;
  readonly steps: readonly Step[];
}

/** Values of definitions without parameters, where they stand whole, as their names; one step for each name. */
export function foldDefinitions(e: Expr, definitions: ReadonlyMap<string, Binding>): Folded {
  const steps: Step[] = [];
  let result = e;
  for (const d of definitions.values()) {
    if (d.params.length > 0) continue;
    const next = replaced(result, d);
    if (next === result) continue;
    steps.push(step(d, result, next));
    result = next;
  }
  return { result, steps };
}

function replaced(e: Expr, { name, value }: Binding): Expr {
  const memo = new Map<Expr, Expr>();
  const go = (x: Expr): Expr => {
    if (x.size < value.size) return x;
    if (x.hash === value.hash && same(x, value)) return name;
    const known = memo.get(x);
    if (known) return known;
    const made = mapChildren(x, go);
    memo.set(x, made);
    return made;
  };
  return go(e);
}

const step = (d: Binding, before: Expr, after: Expr): Step => ({
  rule: 'fold-definition',
  title: 'Use the note’s own symbol',
  before,
  after,
  result: after,
  parts: [{ name: d.name, value: d.value }],
  substitution: null,
  conditions: [],
  substeps: [],
});
