/** What a function returns, from the returns on its ways. */
import { FALSE, piecewise, type Branch, type Expr, decided, negated } from '../../core/index.js';
import { both, chosen, chosenTruth } from './conditions.js';
import type { Reads, Returned as ReturnedValue } from './reads.js';
import type { Placed } from './unreadable.js';
import { numeric, type Value } from './value.js';

interface Returned<T> {
  readonly condition: Expr | null;
  /** Null for a way that ends without a value. */
  readonly value: T | null;
}

/** The value, first match first: a number, a truth value, or an array or object made of them. Null without any. */
export function valueOfReturns(r: Reads, returns: readonly ReturnedValue[], node: Placed): Value | null {
  const values = returns.flatMap((x) => x.value ?? []);
  const [first] = values;
  if (!first) return null;
  if (values.length === 1 && returns.length === 1 && returns[0]?.condition === null) return first;
  const part = (of: (v: Value) => Value | undefined): Value | null =>
    valueOfReturns(r, returns.map((x) => ({ ...x, value: (x.value && of(x.value)) ?? null })), node); // prettier-ignore
  if (values.every((v) => v.kind === 'truth')) return truthOf(returns);
  if (
    first.kind === 'list' &&
    values.every((v) => v.kind === 'list' && v.items.length === first.items.length)
  ) {
    const items = first.items.map((_, i) => part((v) => (v.kind === 'list' ? v.items[i] : undefined)));
    return { kind: 'list', items: items.flatMap((v) => v ?? []) };
  }
  if (first.kind === 'record' && values.every((v) => v.kind === 'record')) {
    const fields = [...first.fields.keys()].flatMap((k) => {
      const value = part((v) => (v.kind === 'record' ? v.fields.get(k) : undefined));
      return value ? [[k, value] as const] : [];
    });
    return { kind: 'record', fields: new Map(fields) };
  }
  const e = numberOf(returns.map((x) => ({ ...x, value: x.value && r.asNumber(x.value, node) })));
  return e && numeric(e);
}

function truthOf(returns: readonly ReturnedValue[]): Value {
  const e = [...returns].reverse().reduce<Expr>((rest, { condition, value }) => {
    if (value?.kind !== 'truth') return rest;
    if (condition === null) return value.e;
    return chosenTruth(condition, value.e, rest);
  }, FALSE);
  return { kind: 'truth', e };
}

/** The value of a function from what it returns, first match first. Null where no path returns a number. */
function numberOf(returns: readonly Returned<Expr>[]): Expr | null {
  const branches: Branch[] = [];
  let excluded: Expr | null = null;
  for (const { condition, value } of returns) {
    if (condition && decided(condition) === false) continue;
    const always = condition === null || decided(condition) === true;
    if (value === null) {
      if (always) break;
      excluded = both(excluded, negated(condition));
      continue;
    }
    const holds: Expr | null = both(excluded, always ? null : condition);
    if (holds === null) return branches.length === 0 ? value : otherwise(branches, value);
    branches.push({ value, condition: holds });
    if (always) break;
  }
  return branches.length === 0 ? null : piecewise(branches);
}

function otherwise(branches: readonly Branch[], last: Expr): Expr {
  const [only] = branches;
  if (only && branches.length === 1) return chosen(only.condition, only.value, last);
  return last.kind === 'piecewise'
    ? piecewise([...branches, ...last.branches], last.otherwise)
    : piecewise(branches, last);
}
