/** f(w, x) = σ(w_1 x_1 + w_2 x_2): a function of vectors that its text writes by their numbered entries. */
import { same, someNode, topDown, type Expr } from '../core/index.js';
import type { Definitions } from './dependence.js';
import { mentionsWhole } from './support.js';
import type { Variable } from './symbolCustoms.js';

/** Such functions as what their text says they are, where one is asked by an entry and has the names of its definition. */
export function writtenByEntries(body: Expr, definitions: Definitions, variable: Variable): Expr {
  if (variable.kind !== 'component' || !someNode(body, (e) => e.kind === 'apply')) return body;
  const { base } = variable;
  return topDown((e) => {
    if (e.kind !== 'apply' || e.orders.some((o) => o !== 0)) return null;
    const d = definitions.get(e.fn.id);
    const isOwn = d?.params.length === e.args.length && d.params.every((p, i) => same(p, e.args[i] as Expr));
    if (!d || !isOwn || !d.params.some((p) => same(p, base))) return null;
    return base.kind === 'sym' && d.value.free.has(base.id) && !mentionsWhole(d.value, base) ? d.value : null;
  })(body);
}
