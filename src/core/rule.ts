/** Derivative rules as data. */
import type { Binding, Condition, NamedPart, Step } from './derivation.js';
import { sym, type Component, type Diff, type Expr, type Sym } from './expr.js';
import { fill } from './fold.js';
import { match, type Bindings } from './pattern.js';
import { read } from './ruleText.js';

/** What a letter of a rule must be: free of the target, varying with it, or any. */
export type Guard = 'free' | 'varies' | 'number';

/** A rule at work on one expression. */
export interface Application {
  /** The right side, with the derivatives still to be taken as pending nodes. */
  readonly after: Expr;
  readonly parts: readonly NamedPart[];
  /** Subtrees that the rule put in as they are: filling in results does not look into them. */
  readonly opaque: ReadonlySet<Expr>;
  readonly substitution?: NamedPart | null;
  readonly conditions?: readonly Condition[];
  /** Puts results in for the pending derivatives, where filling in the tree cannot (under a binder). */
  readonly rebuild?: (resultOf: (pending: Diff) => Expr) => Expr;
  /** For a chain rule: the outer derivative, shown as a step of its own. */
  readonly outer?: Outer | null;
}
/** The outer function of a chain rule in its own letter: F(u), F′(u), and the rule that says so. */
export interface Outer {
  readonly rule: string;
  readonly title: string;
  readonly body: Expr;
  readonly derivative: Expr;
  readonly letter: Sym;
  /** The steps by which it was taken, where they are shown as they are. */
  readonly step?: Step;
}

/** What a rule may ask about the question it works in. */
export interface Scope {
  readonly target: Expr;
  readonly partial: boolean;
  /** Pieces on a point alone are differentiated as well. */
  readonly atPoints: boolean;
  varies(e: Expr): boolean;
  isTarget(e: Expr): boolean;
  /** Whether the name stands for an unknown function of the target. */
  isDependent(e: Expr): boolean;
  definition(id: string): Binding | null;
  /** What a definition gives for an entry such as ŷ_i. */
  entryValue(e: Component): Expr | null;
  /** A pending derivative by the target. */
  pending(e: Expr): Diff;
  /** The derivative within an expression, taken by its own target; null where no rule fits. */
  derivativeOf(e: Diff): Expr | null;
}

export interface Rule {
  /** Stable name, by which explanations and tests know it. */
  readonly name: string;
  readonly title: string;
  /** D(…, x) and what it becomes: the formula shown, and the rule itself where there is no `apply`. */
  readonly lhs: Expr;
  readonly rhs: Expr;
  readonly where: Readonly<Record<string, Guard>>;
  /** For any number of parts, or a shape that a pattern cannot say. */
  readonly apply: ((e: Expr, scope: Scope) => Application | null) | null;
  /** A title that names the function at hand, where one rule serves a whole table. */
  readonly titleFor?: (e: Expr) => string;
}

/** A place in a derivation: an expression, the rule chosen for it, and what that rule makes of it. */
export interface RuleInstance {
  readonly e: Expr;
  readonly rule: Rule;
  readonly right: Application;
  readonly scope: Scope;
}
/** What is to stand at a place for the right rule's application; null leaves that. */
export type Replacement = (place: RuleInstance) => Application | null;

/** A rule from its text, 'D(u*v, x) => D(u, x)*v + u*D(v, x)'. The text is read on first use. */
export function rule(
  name: string,
  title: string,
  text: string,
  where: Readonly<Record<string, Guard>> = {},
  apply: Rule['apply'] = null,
): Rule {
  const [left = '', right = ''] = text.split('=>');
  return {
    name,
    title,
    where,
    apply,
    get lhs() {
      return lazily(this, 'lhs', left);
    },
    get rhs() {
      return lazily(this, 'rhs', right);
    },
  };
}

/** The side of a rule that a text gives, read when it is first asked for, and kept in place of the getter. */
export function lazily(target: object, key: string, text: string, readText = read): Expr {
  const value = readText(text);
  Object.defineProperty(target, key, { value });
  return value;
}

/** What a rule's formula makes of an expression; null where its left side or its guards do not fit. */
export function byFormula(rule: Rule, e: Expr, scope: Scope): Application | null {
  const bound = rule.lhs.kind === 'diff' ? match(rule.lhs.body, e) : null;
  if (!bound || !allowed(rule, bound, scope)) return null;
  const parts = [...bound].flatMap(([name, value]) => (name === 'x' ? [] : [{ name: sym(name), value }]));
  const opaque = new Set(parts.map((p) => p.value));
  return { after: fill(rule.rhs, letters(bound, scope)), parts, opaque };
}

/** What stands for a node of a rule's side: a letter's meaning, or a pending derivative for D(…, x). */
export function letters(bound: Bindings, scope: Scope): (node: Expr) => Expr | null {
  const meaning = (x: Expr): Expr | null => (x.kind === 'sym' ? (bound.get(x.id) ?? null) : null);
  return (x) => (x.kind === 'diff' ? scope.pending(fill(x.body, meaning)) : meaning(x));
}

function allowed(rule: Rule, bound: Bindings, scope: Scope): boolean {
  return Object.entries(rule.where).every(([name, guard]) => {
    const e = bound.get(name);
    if (!e) return false;
    return guard === 'free' ? !scope.varies(e) : guard === 'varies' ? scope.varies(e) : e.kind === 'num';
  });
}
