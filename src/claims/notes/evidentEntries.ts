/** Whether it is known of an entry what it is: by the formula that gives it, or as what is held beside the variable. */
import { children, freeIndices, someNode, type Component, type Expr } from '../../core/index.js';
import { entriesKey, type Definition } from '../../meaning/definitions.js';
import type { Definitions } from '../../meaning/dependence.js';
import type { Operator } from '../../meaning/operator.js';

/** What a claim's derivative says of entries. */
export class EntriesSaid {
  /** Free indices of what is differentiated and of the variable: those that the right side may have. */
  private readonly indices: ReadonlySet<string>;

  constructor(
    { body, target }: Operator,
    private readonly inForce: Definitions,
  ) {
    this.indices = new Set(freeIndices(body, ...(target ? [target] : [])).map((s) => s.id));
  }

  /** The formula that gives the entry, or its whole array; undefined where nothing does. */
  definitionOf({ base, indices }: Component): Definition | undefined {
    if (base.kind !== 'sym') return undefined;
    return this.inForce.get(entriesKey(base.id, indices.length)) ?? this.inForce.get(base.id);
  }

  /** Whether its indices are numbers, bound by a sum, or those of the derivative, perhaps with a number added; `own` are bound otherwise. */
  knowsIndices(c: Component, own: ReadonlySet<string>): boolean {
    const isKnown = (e: Expr): boolean =>
      e.kind === 'num' ||
      e.kind === 'bound' ||
      (e.kind === 'sym' ? this.indices.has(e.id) || own.has(e.id) : children(e).every(isKnown));
    return c.indices.every(isKnown);
  }

  /** The names of the derivative's indices, as they stand in δ_ik. */
  isIndex(id: string): boolean {
    return this.indices.has(id);
  }
}

/** Ids of names that say how far a sum goes: counts. */
export function lengthsIn(e: Expr): ReadonlySet<string> {
  const found = new Set<string>();
  someNode(e, (x) => {
    if (x.kind === 'binder' && (x.op === 'sum' || x.op === 'product'))
      for (const bound of [x.lower, x.upper]) bound?.free.forEach((id) => found.add(id));
    return false;
  });
  return found;
}

/** A_ij x_j: an index that stands twice in what is differentiated and is no index of the variable may be summed over. */
export function mayBeSummed({ body, target }: Operator): boolean {
  const own = target ? target.free : new Set<string>();
  const isTwice = (factors: readonly Expr[]): boolean => {
    const all = factors.flatMap((f) => [...new Set(freeIndices(f).map((s) => s.id))]);
    return all.some((id, at) => !own.has(id) && all.indexOf(id) !== at);
  };
  return someNode(body, (e) => e.kind === 'mul' && isTwice(e.factors));
}
