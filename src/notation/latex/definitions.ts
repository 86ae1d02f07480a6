/** What a reading says about names: which ones it defines, and which ones it writes primed. */
import { isPrimed, children, type Expr, type Sym } from '../../core/index.js';
import type { Reading, Span } from '../notation.js';

/** name = value, name(params) = value, name_i = value, with = or :=. */
export interface DefinedName extends Span {
  readonly name: Sym;
  readonly params: readonly Sym[];
  /** The index letters of name_i = …, which defines a whole family. */
  readonly indices: readonly Sym[];
  /** The side next to the name; a chain a = b = c defines a as b. */
  readonly value: Expr;
  readonly op: '=' | ':=';
}

/**
 * Equations whose left side is a name, with or without parameters, in reading order. Whether such an equation is
 * a definition, a condition (x = 0) or a claim is for the caller to judge; a derivative on the left is never one.
 */
export function definedNames(reading: Reading): DefinedName[] {
  return reading.statements.flatMap((s) => {
    if (s.expr.kind !== 'relation' || s.leading !== null) return [];
    const [op] = s.expr.ops;
    const [left, value] = s.expr.sides;
    const head = left && headOf(left);
    if (!head || !value || (op !== '=' && op !== ':=')) return [];
    return [{ ...head, value, op, from: s.from, to: s.to }];
  });
}

function headOf(left: Expr): Pick<DefinedName, 'name' | 'params' | 'indices'> | null {
  if (left.kind === 'sym') return { name: left, params: [], indices: [] };
  if (left.kind === 'component' && left.base.kind === 'sym' && left.indices.every(isSym)) {
    return { name: left.base, params: [], indices: left.indices };
  }
  if (left.kind !== 'apply' || isPrimed(left) || left.args.length === 0) return null;
  return left.args.every(isSym) ? { name: left.fn, params: left.args, indices: [] } : null;
}
const isSym = (e: Expr): e is Sym => e.kind === 'sym';

/** Ids of the names that carry primes anywhere in the reading: the author takes them for functions. */
export function primedNames(reading: Reading): ReadonlySet<string> {
  const ids = new Set<string>();
  const seen = new Set<Expr>();
  const walk = (e: Expr): void => {
    if (seen.has(e)) return;
    seen.add(e);
    if (e.kind === 'apply' && isPrimed(e)) ids.add(e.fn.id);
    children(e).forEach(walk);
  };
  for (const s of reading.statements) walk(s.expr);
  return ids;
}
