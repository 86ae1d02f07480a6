/** A claim with the values put in that the text gives to its letters: x_k = 2 and d_k = −1 beside f(x_k + αd_k). */
import { same, topDown, type Expr } from '../core/index.js';
import type { Link } from '../claims/notes/link.js';
import { operatorOf } from '../meaning/operator.js';

interface PutInValue {
  readonly name: Expr;
  readonly value: Expr;
}

/** The rewriting that puts the values in; null where the text gives none. What is derived by keeps its name. */
export function valuesPutIn({ said, head }: Link): ((e: Expr) => Expr) | null {
  const target = operatorOf(head)?.target;
  if (!target) return null;
  const values = said.flatMap((e) => valueOf(e) ?? []).filter(({ name }) => !same(name, target));
  if (values.length === 0) return null;
  // Of several values the last one said counts.
  const latest = [...values].reverse();
  return topDown((e) =>
    e.kind === 'sym' || e.kind === 'component'
      ? (latest.find(({ name }) => same(name, e))?.value ?? null)
      : null,
  );
}

function valueOf(e: Expr): PutInValue | null {
  if (e.kind !== 'relation' || !e.ops.every((op) => op === '=')) return null;
  const [name, value] = [e.sides[0], e.sides.at(-1)];
  if (!name || value?.free.size !== 0) return null;
  return name.kind === 'sym' || name.kind === 'component' ? { name, value } : null;
}
