/** The differential of an expression with vectors and matrices, rule by rule, each distinct part once. */
import type { Binding, Budget, Question, Step } from '../../derivation.js';
import { same } from '../../equality.js';
import { div, ONE, ZERO, type Binder, type Expr, type Sym } from '../../expr.js';
import { isZero } from '../../fold.js';
import { binder, mapChildren, openBody, someNode } from '../../walk.js';
import { COST } from '../../work.js';
import { Algebra } from '../algebra.js';
import { NO_ARRAYS } from '../arrays.js';
import type { Typing } from '../typing.js';
import { byFormula, differential, type DifferentialRule, type DifferentialScope } from './rule.js';
import { DIFFERENTIAL_RULES } from './rules.js';

/** Parts nested deeper are not taken further: the rules call each other. */
const DEEPEST = 400;

/** Takes differentials by one variable; what no rule fits leaves none. */
export class Differentiator implements DifferentialScope {
  readonly algebra: Algebra;
  private readonly steps = new Map<Expr, Step | null>();
  private readonly varying = new Set<string>();
  private readonly definitions: readonly Binding[];
  private pendings: Expr[] = [];
  private depth = 0;
  /** What no rule fits, where there is something. */
  stuck: Expr | null = null;

  constructor(
    readonly typing: Typing,
    { arrays = NO_ARRAYS, definitions }: Question,
    private readonly target: Sym,
    private readonly budget: Budget,
    private readonly rules: readonly DifferentialRule[] = DIFFERENTIAL_RULES,
  ) {
    this.algebra = new Algebra(typing, arrays.symmetric);
    this.definitions = [...definitions.values()];
    this.varying.add(target.id);
    for (let grown = true; grown;) {
      grown = false;
      for (const [id, d] of definitions)
        if (!this.varying.has(id) && [...d.value.free].some((n) => this.varying.has(n)))
          grown = this.varying.add(id).has(id);
    }
  }

  readonly varies = (e: Expr): boolean => {
    for (const name of this.varying) if (e.free.has(name)) return true;
    return false;
  };

  readonly named = (e: Expr): Expr => {
    for (const d of this.definitions) {
      const value = d.params.length === 0 ? this.typing.definition(d.name.id)?.e : undefined;
      if (value && same(value, e)) return d.name;
    }
    return e;
  };

  /** 0 of a constant, dX of the variable, P dX Q of a product of it with constants; else still to be taken. */
  readonly d = (e: Expr): Expr => {
    if (!this.varies(e)) return ZERO;
    if (same(e, this.target)) return differential(e);
    if (e.kind === 'matmul' || e.kind === 'mul') {
      const [only, ...more] = e.factors.filter((f) => this.varies(f));
      if (only && more.length === 0)
        return this.algebra.product(e.factors.map((f) => (f === only ? this.d(f) : f)));
    }
    if (e.kind === 'call' && e.fn === 'transpose' && e.args[0])
      return this.algebra.transposed(this.d(e.args[0]));
    const pending = differential(e);
    this.pendings.push(e);
    return pending;
  };

  /** The step that takes the differential; null where no rule fits a part, or the budget ran out. */
  step(e: Expr): Step | null {
    const known = this.steps.get(e);
    if (known !== undefined) return known;
    if (this.depth > DEEPEST || this.budget.shouldStop(COST.rule)) return null;
    this.depth++;
    const made = this.made(e);
    this.depth--;
    this.steps.set(e, made);
    return made;
  }

  private made(e: Expr): Step | null {
    const value = e.kind === 'sym' && !same(e, this.target) ? this.typing.definition(e.id)?.e : undefined;
    if (value) return this.lookedThrough(e as Sym, value);
    const chosen = this.chosen(e);
    if (!chosen) {
      this.stuck ??= e;
      return null;
    }
    const { rule, after, pendings } = chosen;
    const substeps: Step[] = [];
    for (const p of pendings) {
      const step = this.step(p);
      if (!step) return null;
      if (!substeps.includes(step)) substeps.push(step);
    }
    const resultOf = (p: Expr): Expr | null => {
      const pending = pendings.find((q) => same(p, q));
      const step = pending && this.steps.get(pending);
      return step ? step.result : null;
    };
    const result = this.filled(after, resultOf);
    if (someNode(result, (x) => this.isToBeTaken(x))) {
      this.stuck ??= e;
      return null;
    }
    return {
      rule: rule.name,
      title: rule.title,
      before: differential(e),
      after,
      result,
      parts: [],
      substitution: null,
      conditions: [],
      substeps,
    };
  }
  private isToBeTaken(e: Expr): boolean {
    return isDifferential(e) && e.kind === 'call' && !e.args.some((a) => same(a, this.target));
  }
  /** The differential of a name: that of what it stands for, which is said beside it. */
  private lookedThrough(name: Sym, value: Expr): Step | null {
    const inner = this.step(value);
    return inner && { ...inner, before: differential(name), substitution: { name, value } };
  }

  private chosen(
    e: Expr,
  ): { rule: Pick<DifferentialRule, 'name' | 'title'>; after: Expr; pendings: readonly Expr[] } | null {
    this.pendings = [];
    const simple = this.simple(e);
    if (simple) return { ...simple, pendings: this.pendings };
    for (const rule of this.rules) {
      this.pendings = [];
      const after = rule.apply ? rule.apply(e, this) : byFormula(rule, e, this);
      if (after) return { rule, after, pendings: this.pendings };
    }
    return null;
  }
  /** What is taken at sight. */
  private simple(e: Expr): { rule: Pick<DifferentialRule, 'name' | 'title'>; after: Expr } | null {
    const count = this.pendings.length;
    const after = this.d(e);
    if (same(after, differential(e)) && !same(e, this.target)) {
      this.pendings.length = count;
      return null;
    }
    return { rule: LINEAR, after };
  }

  /** The results in place of what was still to be taken. */
  private filled(after: Expr, resultOf: (pending: Expr) => Expr | null): Expr {
    const { algebra } = this;
    const go = (x: Expr): Expr => {
      if (!someNode(x, isDifferential)) return x;
      if (x.kind === 'call' && x.fn === 'differential') return (x.args[0] && resultOf(x.args[0])) ?? x;
      if (x.kind === 'add') return algebra.sum(x.terms.map(go));
      if (x.kind === 'mul' || x.kind === 'matmul') return algebra.product(x.factors.map(go));
      if (x.kind === 'binder') return underBinder(x, go);
      const made = mapChildren(x, go);
      if (made.kind === 'div') return algebra.product([made.numer, div(ONE, made.denom)]);
      if (made.kind !== 'call' || !made.args[0]) return made;
      if (made.args.some(isZero)) return ZERO;
      if (made.fn === 'transpose') return algebra.transposed(made.args[0]);
      if (made.fn === 'trace') return algebra.trace(made.args[0]);
      if (made.fn === 'hadamard') return algebra.hadamard(made.args);
      return made;
    };
    return go(after);
  }
}
/** Its rule chose the hint as a name that is free nowhere in it: what is still to be taken in the body has that name. */
function underBinder(e: Binder, go: (body: Expr) => Expr): Expr {
  const { body, condition } = openBody(e, e.hint);
  return binder(e.op, e.hint, { lower: e.lower, upper: e.upper, condition }, go(body));
}

const isDifferential = (e: Expr): boolean => e.kind === 'call' && e.fn === 'differential';
const LINEAR = { name: 'd-linear', title: 'Linear in the variable' };
