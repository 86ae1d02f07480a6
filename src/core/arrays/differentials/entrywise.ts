/** The slope of a function of each entry: tanh(u) has the slopes 1 − tanh(u) ⊙ tanh(u). */
import { add, call, pow, type Expr, type Pow } from '../../expr.js';
import { functionRow } from '../../functions/index.js';
import { children, mapChildren } from '../../walk.js';
import type { DifferentialScope } from './rule.js';

/** What of each entry of u the differential of f(u) is multiplied by, as a product with du; null where that has no form here. */
export function entrywise(fn: string, u: Expr, scope: DifferentialScope): Expr | null {
  const { algebra } = scope;
  const own = BY_NAME[fn];
  if (own) return own(u, scope);
  const row = functionRow(fn);
  const [slope] = row?.derivatives ?? [];
  const [param, ...more] = row?.params ?? [];
  if (!slope || !param || more.length > 0) return null;
  const made = inEntries(slope, param.id, u, scope);
  return made && algebra.hadamard([made, scope.d(u)]);
}

/** Where the slope has a common form of its own. */
const BY_NAME: Readonly<Partial<Record<string, (u: Expr, scope: DifferentialScope) => Expr>>> = {
  // 1/u of each entry divides by it: diag(u)⁻¹.
  ln: (u, { algebra, d }) => algebra.product([call('inverse', call('diag', u)), d(u)]),
  relu: (u, { algebra, d }) => algebra.hadamard([call('heaviside', u), d(u)]),
  abs: (u, { algebra, d }) => algebra.hadamard([call('sign', u), d(u)]),
};

/** The slope with the array in place of its letter: products and squares go entry by entry. */
function inEntries(
  slope: Expr,
  letter: string,
  u: Expr,
  { algebra, typing, named }: DifferentialScope,
): Expr | null {
  const holds = (e: Expr): boolean => e.free.has(letter);
  const go = (e: Expr): Expr => {
    if (e.kind === 'sym') return e.id === letter ? u : e;
    if (!holds(e)) return e;
    if (e.kind === 'add') return add(...e.terms.map(go));
    if (e.kind === 'call') return mapChildren(e, go);
    if (e.kind === 'mul') {
      const arrays = e.factors.filter(holds).map(go);
      return algebra.product([...e.factors.filter((f) => !holds(f)), algebra.hadamard(arrays)]);
    }
    if (isSquare(e)) {
      const base = named(go(e.base));
      const isCall = base.kind === 'call' && typing.lengths.isVector(typing.typeOf(base));
      return isCall ? pow(base, e.exponent) : algebra.hadamard([base, base]);
    }
    return e;
  };
  const isPlain = (e: Expr): boolean =>
    !holds(e) || e.kind === 'sym' || ((PLAIN.has(e.kind) || isSquare(e)) && children(e).every(isPlain));
  return isPlain(slope) ? go(slope) : null;
}
/** Kinds that go entry by entry without more ado; of powers the square. */
const PLAIN: ReadonlySet<Expr['kind']> = new Set<Expr['kind']>(['add', 'call', 'mul']);
const isSquare = (e: Expr): e is Pow =>
  e.kind === 'pow' && e.exponent.kind === 'num' && e.exponent.value.n === 2 && e.exponent.value.d === 1;
