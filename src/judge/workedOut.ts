/**
 * One way to give every name of a claim a meaning: definitions in force, stand-ins for unknown functions, numbers for
 * names that count. In a world each side of a claim is an expression without derivatives.
 */
import {
  isPrimed,
  apply,
  children,
  compile,
  deriveOnceInSteps,
  mapChildren,
  neg,
  ONE,
  same,
  someNode,
  substitute,
  tidyInSteps,
  topDown,
  withRealPowers,
  type Apply,
  type Binding,
  type Budget,
  type BindingsById,
  type Diff,
  type Expr,
  type Order,
  type Question,
} from '../core/index.js';
import { ownFunctions, type Definitions as Noted } from '../meaning/dependence.js';
import { done, type Steps } from '../steps.js';
import type { Variable } from '../meaning/symbolCustoms.js';
import { isImplied } from '../meaning/operator.js';
import { inlined } from './inline.js';

export interface World {
  readonly variable: Variable;
  /** What every name stands for: the note's definitions, and stand-ins for unknown functions. */
  readonly definitions: BindingsById;
  /** The note's own definitions, for functions of the table that it gives another meaning. */
  readonly noted: Noted;
  /** Names of unknown functions that may stand without an argument: f for f(x). */
  readonly bare: ReadonlySet<string>;
  /** Numbers for names that count: the n of an n-th derivative. */
  readonly counts: ReadonlyMap<string, Expr>;
  /** Which of both signs ± stands for. */
  readonly plus: boolean;
}

const MOST_ORDER = 12;
/** Position, velocity, acceleration, jerk. */
const MOST_NESTED = 4;

/**
 * A side of a claim without derivatives and defined names, in steps of one derivative; null where something in it has
 * no meaning in this world.
 */
export function* meaningInSteps(world: World, e: Expr, budget: Budget): Steps<Expr | null> {
  const found = yield* new Meaning(world, budget).of(e);
  return found && withRealPowers(found);
}

class Meaning {
  /** Derivatives taken, by body and variable: the first, the second, … */
  private readonly taken = new Map<Expr, Map<Variable, Expr[]>>();
  private readonly short = new Map<Expr, Expr>();
  /** How many definitions deep it stands that say their name by a derivative. */
  private depth = 0;

  constructor(
    private readonly world: World,
    private readonly budget: Budget,
  ) {}

  *of(e: Expr): Steps<Expr | null> {
    const counted = this.world.counts.size > 0 ? substitute(e, this.world.counts) : e;
    const derived = yield* this.derived(ownFunctions(counted, this.world.noted));
    return derived && this.inline(derived, this.world.variable.free);
  }

  /** Without derivatives; the names that stand for functions applied to the variable. */
  private *derived(e: Expr): Steps<Expr | null> {
    const failed: Expr[] = [];
    const memo = new Map<Expr, Expr | null>();
    const go = (x: Expr): Expr => {
      const known = memo.get(x);
      const made = known === undefined ? this.node(x, go) : known;
      memo.set(x, made);
      if (!made) failed.push(x);
      return made ?? x;
    };
    // The inner ones first, in steps: what stands around them finds them taken.
    for (const x of derivativesIn(e)) {
      memo.set(x, yield* this.taking(x, go));
      yield null;
    }
    const found = go(e);
    return failed.length > 0 || someNode(found, (x) => x.kind === 'diff') ? null : found;
  }

  private node(x: Expr, go: (x: Expr) => Expr): Expr | null {
    if (isImplied(x)) return this.world.variable;
    if (x.kind === 'sym' && this.world.bare.has(x.id)) return apply(x, [this.world.variable]);
    if (x.kind === 'plusminus' && x.args.length === 1) {
      const term = go(x.args[0] as Expr);
      return this.world.plus ? term : neg(term);
    }
    if (x.kind === 'diff' || isPending(x)) return done(this.taking(x, go));
    return mapChildren(x, go);
  }

  private taking(x: Diff | Apply, go: (x: Expr) => Expr): Steps<Expr | null> {
    return x.kind === 'diff' ? this.difference(x, go) : this.primed(x, go);
  }

  private *difference(x: Diff, go: (x: Expr) => Expr): Steps<Expr | null> {
    // ∇f has an entry for each variable, and is none of them.
    if (x.partial && isImplied(x.target)) return null;
    const target = isImplied(x.target) ? this.world.variable : x.target;
    if (target.kind !== 'sym' && target.kind !== 'component') return null;
    const held = x.partial && x.body.kind === 'sym' ? this.world.definitions.get(x.body.id) : undefined;
    const at = held && held.params.length > 1 ? held.params.findIndex((p) => same(p, target)) : -1;
    // ∂f/∂x of f(x, y) holds y, though y = 1 − x is said, too.
    if (held && at >= 0)
      return yield* this.ofFunction(
        held,
        held.params.map((_, i) => (i === at ? countOf(x.order) : 0)),
        held.params,
      );
    const body = this.inline(go(x.body), target.free);
    return body && (yield* this.derivative(body, target, countOf(x.order), x.partial));
  }

  /** f′, f′(u), f″(x): the derivative of what f stands for, at its argument. */
  private *primed(x: Apply, go: (x: Expr) => Expr): Steps<Expr | null> {
    const args = x.args.map(go);
    const d = this.world.definitions.get(x.fn.id);
    if (!d) return null;
    const orders = x.orders.map((o) => countOf(this.counted(o)));
    if (d.params.length === 0) {
      const order = orders[0] ?? null;
      const at = args[0];
      const value = this.inline(d.value, this.world.variable.free);
      const derivative = value && (yield* this.derivative(value, this.world.variable, order, false));
      if (!derivative || at === undefined || same(at, this.world.variable)) return derivative;
      const { variable } = this.world;
      return variable.kind === 'sym' ? substitute(derivative, new Map([[variable.id, at]])) : null;
    }
    return yield* this.ofFunction(d, orders, args.length > 0 ? args : this.ownArguments(d));
  }

  private ownArguments(d: Binding): readonly Expr[] {
    return this.world.bare.has(d.name.id) && d.params.length === 1 ? [this.world.variable] : d.params;
  }

  private *ofFunction(
    d: Binding,
    orders: readonly (number | null)[],
    args: readonly Expr[],
  ): Steps<Expr | null> {
    if (d.params.length !== args.length) return null;
    let value = this.inline(d.value, new Set(d.params.map((p) => p.id)));
    for (const [i, p] of d.params.entries()) {
      const order = i < orders.length ? (orders[i] ?? null) : 0;
      value = value && (yield* this.derivative(value, p, order, d.params.length > 1));
    }
    return value && substitute(value, new Map(d.params.map((p, i) => [p.id, args[i] as Expr])));
  }

  private counted(o: Order): Order {
    return typeof o === 'number' ? o : substitute(o, this.world.counts);
  }

  private *derivative(
    body: Expr,
    target: Variable,
    order: number | null,
    partial: boolean,
  ): Steps<Expr | null> {
    if (order === null || order > MOST_ORDER) return null;
    const known = this.takenOf(body, target);
    for (let k = known.length; k < order; k++) {
      const before = known[k - 1] ?? body;
      // What is derived again is tidied first, lest it grow with every order.
      const of = k === 0 ? body : yield* this.tidied(before, body, target);
      const question: Question = {
        body: of,
        target,
        order: ONE,
        partial,
        definitions: new Map(),
        dependent: new Set(),
      };
      const step = yield* deriveOnceInSteps(question, this.budget);
      if (!step) return null;
      known.push(step.result);
    }
    const found = order === 0 ? body : (known[order - 1] ?? null);
    return found && order > 1 ? yield* this.tidied(found, body, target) : found;
  }

  private *tidied(e: Expr, question: Expr, target: Variable): Steps<Expr> {
    const known = this.short.get(e) ?? (yield* tidyInSteps(e, this.budget, { question, target })).result;
    this.short.set(e, known);
    return known;
  }

  private takenOf(body: Expr, target: Variable): Expr[] {
    const byTarget = this.taken.get(body) ?? new Map<Variable, Expr[]>();
    const known = byTarget.get(target) ?? [];
    byTarget.set(target, known);
    this.taken.set(body, byTarget);
    return known;
  }

  /**
   * Definitions put in, but for the names that are taken as they are. What they say by derivatives, as v(t) = s′(t)
   * does, is worked out; a definition in a circle leaves a derivative and has no meaning.
   */
  private inline(e: Expr, kept: ReadonlySet<string>): Expr | null {
    const found = inlined(e, new Map([...this.world.definitions].filter(([id]) => !kept.has(id))));
    if (!found || this.depth >= MOST_NESTED || !someNode(found, isPending)) return found;
    this.depth++;
    const derived = topDown((x, go) => this.node(x, go))(found);
    const again = someNode(derived, isPending) ? derived : this.inline(derived, kept);
    this.depth--;
    return again;
  }
}

/** The derivatives in an expression, inner ones before those that they stand in. */
function derivativesIn(e: Expr): readonly (Diff | Apply)[] {
  const found: (Diff | Apply)[] = [];
  const seen = new Set<Expr>();
  const visit = (x: Expr): void => {
    if (seen.has(x)) return;
    seen.add(x);
    children(x).forEach(visit);
    if (x.kind === 'diff' || isPending(x)) found.push(x);
  };
  visit(e);
  return found;
}

/** A derivative of a named function that is not worked out. */
const isPending = (e: Expr): e is Apply => e.kind === 'apply' && isPrimed(e);

/** How many times: of a number, and of n + 1 once n has one; null where that is no count. */
function countOf(order: Order): number | null {
  const count = typeof order === 'number' ? order : compile(order, [])();
  return Number.isInteger(count) && count >= 0 ? count : null;
}
