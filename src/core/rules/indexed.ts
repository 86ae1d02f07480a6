/** Entries of indexed quantities, and products over an index. */
import { freshIndex, indicator } from '../arrays/indices.js';
import { div, mul, type Component, type Expr } from '../expr.js';
import { times } from '../fold.js';
import { rule, type Application, type Rule } from '../rule.js';
import { binder, openBody } from '../walk.js';
import { same } from '../equality.js';

/** ∂z_i/∂z_k = δ_ik: 1 for the same entry and 0 for any other one. */
export const ENTRY = rule('entry', 'Same entry or another', 'D(f, x) => D(f, x)', {}, (e, scope) => {
  const { target } = scope;
  if (e.kind !== 'component' || target.kind !== 'component' || !isOfSameArray(e, target)) return null;
  return {
    after: times(e.indices.map((i, at) => indicator(i, target.indices[at] as Expr))),
    parts: [],
    opaque: NONE,
  };
});
const isOfSameArray = (e: Component, target: Component): boolean =>
  same(e.base, target.base) && e.indices.length === target.indices.length;

/** An entry that a formula gives: ŷ_i = e^{z_i}/Σ_j e^{z_j}. */
export const ENTRY_DEFINITION = rule(
  'definition',
  'Use the definition',
  'D(f, x) => D(u, x)',
  {},
  (e, scope) => {
    const value = e.kind === 'component' ? scope.entryValue(e) : null;
    return value && { after: scope.pending(value), parts: [], opaque: NONE };
  },
);

/** (∏ f_i)′ = ∏ f_j · Σ f_i′/f_i, where no factor is 0. */
export const PRODUCT_OVER_INDEX = rule(
  'product-over-index',
  'Product over an index',
  'D(u, x) => D(u, x)',
  {},
  (e, scope): Application | null => {
    if (e.kind !== 'binder' || e.op !== 'product') return null;
    if ([e.lower, e.upper, e.condition].some((x) => x !== null && scope.varies(x))) return null;
    const index = freshIndex(e.hint, [e, scope.target]);
    const { body, condition } = openBody(e, index);
    const pending = scope.pending(body);
    const range = { lower: e.lower, upper: e.upper, condition };
    const put = (d: Expr): Expr => mul(e, binder('sum', index, range, div(d, body)));
    return {
      after: put(pending),
      rebuild: (r) => put(r(pending)),
      parts: [],
      opaque: new Set([e]),
      conditions: [],
    };
  },
);

const NONE: ReadonlySet<Expr> = new Set();

export const INDEXED: Readonly<Partial<Record<Expr['kind'], readonly Rule[]>>> = {
  component: [ENTRY_DEFINITION, ENTRY],
  binder: [PRODUCT_OVER_INDEX],
};
