/** Names replaced by what defines them, so that two sides can be compared whatever names they use. */
import { apply, mapChildren, substitute, type Apply, type Definitions, type Expr } from '../core/index.js';
import { atOwnParameters } from '../meaning/definitions.js';

/** Definitions nested deeper, or answers larger than these, are given up. */
const MOST_NESTED = 40;
const MOST_NODES = 20_000;

/** The expression with definitions put in; null where they lead back to themselves or grow too large. */
export function inlined(e: Expr, definitions: Definitions): Expr | null {
  if (definitions.size === 0) return e;
  try {
    const found = new Inlining(definitions, 0).of(e);
    return found.size > MOST_NODES ? null : found;
  } catch (error) {
    if (error instanceof TooDeep) return null;
    throw error;
  }
}

class TooDeep extends Error {}

class Inlining {
  private readonly memo = new Map<Expr, Expr>();

  constructor(
    private readonly definitions: Definitions,
    private readonly depth: number,
  ) {
    if (depth > MOST_NESTED) throw new TooDeep();
  }

  of(e: Expr): Expr {
    const known = this.memo.get(e);
    if (known) return known;
    const made = this.made(e);
    if (made.size > MOST_NODES) throw new TooDeep();
    this.memo.set(e, made);
    return made;
  }

  private made(e: Expr): Expr {
    if (e.kind === 'at') return this.without(e.variable.id).ofChildren(e);
    if (e.kind === 'sym') {
      const d = this.definitions.get(e.id);
      if (!d) return e;
      return d.params.length === 0 ? this.deeper(d.value) : this.deeper(atOwnParameters(d));
    }
    if (e.kind === 'apply' && e.orders.every((o) => o === 0)) return this.applied(e);
    return this.ofChildren(e);
  }

  private ofChildren(e: Expr): Expr {
    return mapChildren(e, (c) => this.of(c));
  }

  private applied(e: Apply): Expr {
    const args = e.args.map((a) => this.of(a));
    const d = this.definitions.get(e.fn.id);
    if (d?.params.length === args.length) {
      const params = d.params.map((p) => p.id);
      const value = this.without(...params).deeper(d.value);
      return substitute(value, new Map(params.map((p, i) => [p, args[i] as Expr])));
    }
    // y(x) where y is given as a quantity.
    if (d?.params.length === 0) return this.deeper(d.value);
    return apply(e.fn, args, e.orders);
  }

  private deeper(e: Expr): Expr {
    return new Inlining(this.definitions, this.depth + 1).of(e);
  }

  private without(...ids: readonly string[]): Inlining {
    if (!ids.some((id) => this.definitions.has(id))) return this;
    const rest = new Map([...this.definitions].filter(([id]) => !ids.includes(id)));
    return new Inlining(rest, this.depth + 1);
  }
}
