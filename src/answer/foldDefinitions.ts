/** What a note's definition gives a name to is written by that name again: σ(z) as ŷ. */
import { replaceAll, type Binding, type Expr, type Step } from '../core/index.js';

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
    const next = replaceAll(result, d.value, d.name);
    if (next === result) continue;
    steps.push(step(d, result, next));
    result = next;
  }
  return { result, steps };
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
