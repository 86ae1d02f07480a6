/** Taking one derivative: each distinct subtree by the first rule that fits, the result put together from the steps. */
import { done, type Steps } from '../steps.js';
import type { Arrays } from './arrays/arrays.js';
import { entryOf, familyKey } from './arrays/families.js';
import { tidySums } from './arrays/sums.js';
import type { Binding, Budget, Question, Step } from './derivation.js';
import { same } from './equality.js';
import { diff, mul, num, ONE, type Component, type Diff, type Expr, type Sym } from './expr.js';
import { replaceAll } from './rewrite.js';
import { children } from './walk.js';
import { fill, times } from './fold.js';
import { CHAIN, CONSTANT, IDENTITY, RULES_BY_KIND } from './rules/index.js';
import { tidy } from './tidy/index.js';
import { byFormula, type Application, type Replacement, type Rule, type Scope } from './rule.js';
import { COST } from './work.js';

/** A rule chosen for an expression, and the derivatives it leaves to be taken. */
interface Frame {
  readonly e: Expr;
  readonly rule: Rule;
  readonly application: Application;
  readonly pendings: readonly Diff[];
  /** How many of the first pendings have been taken. */
  taken: number;
}

const NO_PARTS: ReadonlySet<Expr> = new Set();

const RULES_A_STEP = 64;

/**
 * Takes derivatives by one target, each distinct subtree once; an explicit stack, since chains may be a thousand deep.
 * With a replacement it makes the mistakes that this says: no answer is made so, a claim's mistake is recognised by it.
 */
export class Deriver implements Scope {
  readonly target: Expr;
  readonly partial: boolean;
  readonly atPoints: boolean;
  private readonly steps = new Map<Expr, Step>();
  private readonly varying = new Set<string>();
  private readonly dependence = new Map<Expr, boolean>();
  private pendings: Diff[] = [];

  constructor(
    private readonly question: Question,
    private readonly budget: Budget,
    private readonly replacement: Replacement | null = null,
  ) {
    this.target = question.target;
    this.partial = question.partial;
    this.atPoints = question.atPoints ?? false;
    if (this.target.kind === 'sym') this.varying.add(this.target.id);
    question.dependent.forEach((id) => this.varying.add(id));
    // With letters for indices any entry may be the one that is meant.
    if (this.target.kind === 'component' && question.arrays && this.target.base.kind === 'sym')
      this.varying.add(this.target.base.id);
    this.addVaryingDefinitions();
    if (question.arrays) this.addVaryingFamilies(question.arrays);
  }

  derive(body: Expr): Step | null {
    return done(this.deriveInSteps(body));
  }

  /** The same in steps: a few rules at a time. */
  *deriveInSteps(body: Expr): Steps<Step | null> {
    const stack: Frame[] = [this.open(body)];
    let rules = 0;
    for (let top = stack[stack.length - 1]; top; top = stack[stack.length - 1]) {
      if (++rules % RULES_A_STEP === 0) yield null;
      const fresh = top.taken === 0 ? top.pendings.length : 0;
      if (this.budget.shouldStop(COST.rule + fresh * COST.pending)) return null;
      while (top.taken < top.pendings.length && this.steps.has((top.pendings[top.taken] as Diff).body))
        top.taken++;
      const next = top.pendings[top.taken];
      if (next) stack.push(this.open(next.body));
      else {
        this.steps.set(top.e, this.close(top));
        stack.pop();
      }
    }
    return this.steps.get(body) ?? null;
  }

  varies(e: Expr): boolean {
    for (const name of this.varying) if (e.free.has(name) && this.mentions(e, name)) return true;
    return this.target.kind === 'component' && this.mentionsTarget(e, this.target);
  }
  isTarget(e: Expr): boolean {
    return same(e, this.target);
  }
  isDependent(e: Expr): boolean {
    return e.kind === 'sym' && this.question.dependent.has(e.id);
  }
  definition(id: string): Binding | null {
    return this.question.definitions.get(id) ?? null;
  }
  entryValue(e: Component): Expr | null {
    const key = this.question.arrays ? familyKey(e.base) : null;
    const family = key === null ? undefined : this.question.arrays?.families.get(key);
    return family ? entryOf(family, e.indices) : null;
  }
  pending(e: Expr): Diff {
    const d = diff(e, this.target, ONE, this.partial);
    this.pendings.push(d);
    return d;
  }
  derivativeOf(e: Diff): Expr | null {
    const inner = new Deriver(
      { ...this.question, body: e.body, target: e.target, order: num(1), partial: e.partial },
      this.budget,
    );
    const result = inner.derive(e.body)?.result;
    return result && !(result.kind === 'diff' && same(result, e)) ? result : null;
  }

  private open(e: Expr): Frame {
    const right = this.chosen(e);
    if (!this.replacement) return right;
    // A wrong right side may keep derivatives of the right one.
    this.pendings = [...right.pendings];
    const application = this.replacement({ e, rule: right.rule, right: right.application, scope: this });
    return application ? { ...right, application, pendings: this.pendings } : right;
  }

  /** Chooses the rule: the first that fits. */
  private chosen(e: Expr): Frame {
    const layer = this.layer(e);
    if (layer) return layer;
    const simple = this.isTarget(e) ? IDENTITY : this.varies(e) ? null : CONSTANT;
    if (simple)
      return {
        e,
        rule: simple,
        application: { after: simple.rhs, parts: [], opaque: NO_PARTS },
        pendings: [],
        taken: 0,
      };
    for (const rule of RULES_BY_KIND.get(e.kind) ?? []) {
      this.pendings = [];
      const application = rule.apply ? rule.apply(e, this) : byFormula(rule, e, this);
      if (application) return { e, rule, application, pendings: this.pendings, taken: 0 };
    }
    // What no rule fits stays an honest derivative.
    const after = diff(e, this.target, ONE, this.partial);
    return {
      e,
      rule: NO_RULE,
      application: { after, parts: [], opaque: new Set([e]) },
      pendings: [],
      taken: 0,
    };
  }

  /**
   * What depends on the target through one defined name alone, at several places: ∂L/∂z = ∂L/∂ŷ · ∂ŷ/∂z, each factor put in order by
   * itself before they are multiplied.
   */
  private layer(e: Expr): Frame | null {
    const g = this.replacement || this.question.arrays || !this.isWhole(e) ? null : this.onlyLink(e);
    if (!g) return null;
    const taken = new Deriver({ ...this.question, body: e, target: g, order: ONE }, this.budget).derive(e);
    if (!taken) return null;
    const { result, steps } = tidy(taken.result, this.budget, { question: e, target: g });
    const outer = { ...taken, result, substeps: [...taken.substeps, ...steps] };
    this.pendings = [];
    const rest = this.pending(g);
    const after = mul(result, rest);
    return {
      e,
      rule: CHAIN,
      application: {
        after,
        parts: [],
        opaque: new Set([result]),
        // The factors stay as they are, for what cancels to be seen.
        rebuild: (resultOf) => withoutUnit(result, resultOf(rest)),
        outer: { rule: outer.rule, title: outer.title, body: e, derivative: result, letter: g, step: outer },
      },
      pendings: this.pendings,
      taken: 0,
    };
  }
  /** Whether the question is about it, or a definition says it. */
  private isWhole(e: Expr): boolean {
    const { body, definitions } = this.question;
    return e === body || [...definitions.values()].some((d) => d.params.length === 0 && d.value === e);
  }
  /** The one defined name through which an expression varies, standing in it more than once. */
  private onlyLink(e: Expr): Sym | null {
    if (this.target.kind !== 'sym' || e.size > MOST_IN_LAYER) return null;
    const names = [...e.free].filter((id) => this.varying.has(id));
    const [only] = names;
    const d =
      names.length === 1 && only !== this.target.id ? this.question.definitions.get(only ?? '') : undefined;
    return d?.params.length === 0 && timesIn(e, d.name) > 1 ? d.name : null;
  }

  /** Puts the results of the pending derivatives in. */
  private close({ e, rule, application, pendings }: Frame): Step {
    const stepOf = (d: Diff): Step => this.steps.get(d.body) as Step;
    const resultOf = (d: Diff): Expr => stepOf(d).result;
    const isPending = membership(pendings);
    const leaf = (x: Expr): Expr | null => {
      if (x.kind === 'diff' && isPending(x)) return resultOf(x);
      return application.opaque.has(x) ? x : null;
    };
    const { outer = null, substitution = null } = application;
    const shown = outer ? CHAIN : rule;
    const substeps = distinct(pendings.map(stepOf));
    const result = application.rebuild ? application.rebuild(resultOf) : fill(application.after, leaf);
    const tidied = this.tidied(e, result) ?? this.inName(e, rule, result);
    return {
      rule: shown.name,
      title: outer ? CHAIN.title : this.titleOf(rule, e),
      before: diff(e, this.target, ONE, this.partial),
      after: application.after,
      result: tidied?.result ?? result,
      parts: application.parts,
      substitution,
      conditions: application.conditions ?? [],
      substeps: [...(outer ? [outer.step ?? outerStep(outer)] : []), ...substeps, ...(tidied?.steps ?? [])],
    };
  }

  /** Sums are put in order where they arise, and so is what a definition gives: a line further up they would be in the way. */
  private tidied(e: Expr, result: Expr): ReturnType<typeof tidySums> | null {
    const { arrays, definitions } = this.question;
    const isPlace = e.kind === 'binder' || e.kind === 'component' || e.kind === 'div';
    return arrays && isPlace ? tidySums(result, arrays, definitions) : null;
  }

  /** dŷ/dz = σ(z)(1 − σ(z)) is ŷ(1 − ŷ), where ŷ is σ(z). */
  private inName(
    e: Expr,
    rule: Rule,
    result: Expr,
  ): (Pick<Step, 'result'> & { readonly steps: readonly Step[] }) | null {
    const d =
      rule.name === 'definition' && e.kind === 'sym' ? this.question.definitions.get(e.id) : undefined;
    if (!d || d.value.kind === 'sym' || this.replacement) return null;
    const folded = replaceAll(result, d.value, d.name);
    return folded === result || folded.kind === 'sym' ? null : { result: folded, steps: [] };
  }

  private titleOf(rule: Rule, e: Expr): string {
    return rule.titleFor ? rule.titleFor(e) : rule.title;
  }

  /** Names defined through the target vary with it, directly or through each other. */
  private addVaryingDefinitions(): void {
    for (let grown = true; grown;) {
      grown = false;
      for (const [id, d] of this.question.definitions) {
        if (this.varying.has(id) || d.params.some((p) => this.varying.has(p.id) && d.value.free.has(p.id)))
          continue;
        if ([...d.value.free].some((n) => this.varying.has(n))) grown = this.varying.add(id).has(id);
      }
    }
  }

  private addVaryingFamilies({ families }: Arrays): void {
    for (let grown = true; grown;) {
      grown = false;
      for (const [id, f] of families)
        if (!this.varying.has(id) && [...f.value.free].some((n) => this.varying.has(n)))
          grown = this.varying.add(id).has(id);
      if (grown) this.addVaryingDefinitions();
    }
  }

  /** Whether the name stands in the expression itself, and not only in x_0, a value of x. */
  private mentions(e: Expr, name: string): boolean {
    if (this.target.kind !== 'sym' || name !== this.target.id || e.kind === 'sym') return true;
    const known = this.dependence.get(e);
    if (known !== undefined) return known;
    const isEntry = e.kind === 'component' && same(e.base, this.target);
    const inside = isEntry ? [] : children(e).filter((c) => c.free.has(name));
    // What none of its parts mentions, the node itself does: the f of f(x).
    const found = !isEntry && (inside.length === 0 || inside.some((c) => this.mentions(c, name)));
    this.dependence.set(e, found);
    return found;
  }

  private mentionsTarget(e: Expr, target: Component): boolean {
    if (![...target.free].every((n) => e.free.has(n))) return false;
    const known = this.dependence.get(e);
    if (known !== undefined) return known;
    const found = same(e, target) || children(e).some((c) => this.mentionsTarget(c, target));
    this.dependence.set(e, found);
    return found;
  }
}

const withoutUnit = (a: Expr, b: Expr): Expr =>
  a.kind === 'num' || b.kind === 'num' ? times([a, b]) : mul(a, b);

/** Longer expressions are differentiated in one go. */
const MOST_IN_LAYER = 200;
const timesIn = (e: Expr, name: Sym): number =>
  e.kind === 'sym' ? (e.id === name.id ? 1 : 0) : children(e).reduce((n, c) => n + timesIn(c, name), 0);

/** The rule under which a derivative that no rule fits is left standing. */
export const NO_RULE: Rule = {
  ...CONSTANT,
  name: 'none',
  title: 'No rule applies',
  lhs: CONSTANT.lhs,
  rhs: CONSTANT.lhs,
};

function outerStep(outer: NonNullable<Application['outer']>): Step {
  return {
    rule: outer.rule,
    title: outer.title,
    before: diff(outer.body, outer.letter),
    after: outer.derivative,
    result: outer.derivative,
    parts: [],
    substitution: null,
    conditions: [],
    substeps: [],
  };
}

/** Whether a value is one of the list's; of a short list, by looking at each. */
function membership<T>(list: readonly T[]): (x: T) => boolean {
  if (list.length <= MOST_LOOKED_AT) return (x) => list.includes(x);
  const set = new Set(list);
  return (x) => set.has(x);
}
const MOST_LOOKED_AT = 8;

const distinct = (steps: readonly Step[]): readonly Step[] =>
  steps.length < 2 ? steps : [...new Set(steps)];
