/** Names replaced by what defines them, so that two sides can be compared whatever names they use. */
import {
  apply,
  mapChildren,
  substitute,
  type Apply,
  type Binding,
  type BindingsById,
  type Expr,
} from '../core/index.js';
import { MOST_NESTED } from '../meaning/definitions.js';

/** Answers larger than this are given up. */
const MOST_NODES = 20_000;

/** The expression with definitions put in; null where they lead back to themselves, nest too deep or grow too large. */
export function inlined(e: Expr, definitions: BindingsById): Expr | null {
  if (definitions.size === 0) return e;
  try {
    const found = new Inlining(definitions, new Set()).of(e);
    return found.size > MOST_NODES ? null : found;
  } catch (error) {
    if (error instanceof GivenUp) return null;
    throw error;
  }
}

class GivenUp extends Error {}

class Inlining {
  private readonly memo = new Map<Expr, Expr>();

  constructor(
    private readonly definitions: BindingsById,
    /** Ids of the names whose definitions are being put in: one that is met again leads back to itself. */
    private readonly open: ReadonlySet<string>,
  ) {
    if (open.size > MOST_NESTED) throw new GivenUp();
  }

  of(e: Expr): Expr {
    const known = this.memo.get(e);
    if (known) return known;
    const made = this.made(e);
    if (made.size > MOST_NODES) throw new GivenUp();
    this.memo.set(e, made);
    return made;
  }

  private made(e: Expr): Expr {
    if (e.kind === 'at') return this.without(e.variable.id).ofChildren(e);
    if (e.kind === 'sym') {
      const d = this.definitions.get(e.id);
      if (!d) return e;
      const inside = this.entering(e.id);
      const own = d.params.map((p) => inside.of(p));
      return inside.valueAt(d, own);
    }
    if (e.kind === 'apply' && e.orders.every((o) => o === 0)) return this.applied(e);
    return this.ofChildren(e);
  }

  private ofChildren(e: Expr): Expr {
    return mapChildren(e, (c) => this.of(c));
  }

  private applied(e: Apply): Expr {
    // What stands in the brackets is outside: f(f(x)) leads nowhere back.
    const args = e.args.map((a) => this.of(a));
    const d = this.definitions.get(e.fn.id);
    if (d?.params.length === args.length) return this.entering(e.fn.id).valueAt(d, args);
    // y(x) where y is given as a quantity.
    if (d?.params.length === 0) return this.entering(e.fn.id).valueAt(d, []);
    return apply(e.fn, args, e.orders);
  }

  private valueAt(d: Binding, args: readonly Expr[]): Expr {
    const params = d.params.map((p) => p.id);
    const value = this.without(...params).of(d.value);
    return params.length === 0
      ? value
      : substitute(value, new Map(params.map((p, i) => [p, args[i] as Expr])));
  }

  private entering(id: string): Inlining {
    if (this.open.has(id)) throw new GivenUp();
    return new Inlining(this.definitions, new Set([...this.open, id]));
  }

  private without(...ids: readonly string[]): Inlining {
    if (!ids.some((id) => this.definitions.has(id))) return this;
    const rest = new Map([...this.definitions].filter(([id]) => !ids.includes(id)));
    return new Inlining(rest, this.open);
  }
}
