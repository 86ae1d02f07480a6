/** What names stand for by the definitions in force. */
import type { Binding } from './derivation.js';
import type { Expr } from './expr.js';
import { topDown } from './rewrite.js';
import { substitute } from './walk.js';

/** What a defined name stands for, and f(x) for an f(x) = …; anything else as it is. */
export function valueOf(body: Expr, definitions: ReadonlyMap<string, Binding>): Expr {
  const name = body.kind === 'sym' ? body.id : body.kind === 'apply' ? body.fn.id : null;
  const d = name === null ? undefined : definitions.get(name);
  if (!d) return body;
  if (body.kind !== 'apply') return d.params.length === 0 ? d.value : body;
  const isPlain = body.orders.every((o) => o === 0) && body.args.length === d.params.length;
  return isPlain ? substitute(d.value, new Map(d.params.map((p, i) => [p.id, body.args[i] as Expr]))) : body;
}

/** The expression with what all its names stand for; null where that is too long, or leads back to itself. */
export function expanded(e: Expr, definitions: ReadonlyMap<string, Binding>, depth = 0): Expr | null {
  if (definitions.size === 0) return e;
  if (depth > MOST_DEPTH || e.size > MOST_SIZE) return null;
  const next = topDown((x, go) => {
    if (x.kind !== 'sym' && x.kind !== 'apply') return null;
    const d = definitions.get(x.kind === 'sym' ? x.id : x.fn.id);
    const args = x.kind === 'apply' && x.orders.every((o) => o === 0) ? x.args : [];
    if (!d || d.params.length !== args.length || (x.kind === 'apply' && args.length === 0)) return null;
    return substitute(d.value, new Map(d.params.map((p, i) => [p.id, go(args[i] as Expr)])));
  })(e);
  return next === e ? e : expanded(next, definitions, depth + 1);
}
const MOST_DEPTH = 12;
const MOST_SIZE = 2_000;
