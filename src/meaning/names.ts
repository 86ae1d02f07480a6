/** The names in an expression, in reading order. */
import { children, same, type Apply, type Component, type Expr, type Sym } from '../core/expr.js';
import type { Variable } from './letters.js';

export interface Names {
  /** Symbols that stand for values; functions' names and indices are not among them. */
  readonly symbols: readonly Sym[];
  readonly components: readonly Component[];
  readonly applications: readonly Apply[];
}

/** Each name once. Looks at every distinct node once. */
export function namesIn(...expressions: readonly Expr[]): Names {
  const symbols = new Map<string, Sym>();
  const components: Component[] = [];
  const applications: Apply[] = [];
  const seen = new Set<Expr>();
  const visit = (e: Expr): void => {
    if (seen.has(e)) return;
    seen.add(e);
    if (e.kind === 'sym') symbols.set(e.id, symbols.get(e.id) ?? e);
    else if (e.kind === 'component') {
      if (!components.some((c) => same(c, e))) components.push(e);
    } else {
      if (e.kind === 'apply') applications.push(e);
      children(e).forEach(visit);
    }
  };
  expressions.forEach(visit);
  return { symbols: [...symbols.values()], components, applications };
}

/** What the expression could be differentiated by. */
export function variablesIn(...expressions: readonly Expr[]): readonly Variable[] {
  const { symbols, components } = namesIn(...expressions);
  return [...symbols, ...components.filter((c) => c.base.kind === 'sym' && !hasBound(c))];
}

/** Ids of names that are written with primes and no argument: f′, u″. */
export function primedIn(...expressions: readonly Expr[]): ReadonlySet<string> {
  const { applications } = namesIn(...expressions);
  return new Set(applications.filter((a) => a.args.length === 0).map((a) => a.fn.id));
}

/** Whether an index is a bound name of a sum around it. */
const hasBound = (c: Component): boolean => c.indices.some((i) => someNode(i, (e) => e.kind === 'bound'));

/** Whether any node has the property; binders' bodies are looked into as they are. */
export function someNode(e: Expr, test: (e: Expr) => boolean): boolean {
  const seen = new Set<Expr>();
  const visit = (x: Expr): boolean => {
    if (seen.has(x)) return false;
    seen.add(x);
    return test(x) || children(x).some(visit);
  };
  return visit(e);
}
