/** The names in an expression, in reading order. */
import {
  children,
  same,
  someNode,
  type Apply,
  type Component,
  type Diff,
  type Expr,
  type Sym,
} from '../core/index.js';
import { isParameterLetter, type Variable } from './symbolCustoms.js';

export interface NamesFound {
  /** Symbols that stand for values; functions' names and indices are not among them. */
  readonly symbols: readonly Sym[];
  readonly components: readonly Component[];
  readonly applications: readonly Apply[];
  readonly derivatives: readonly Diff[];
}

/** Each name once. Looks at every distinct node once. */
export function namesIn(...expressions: readonly Expr[]): NamesFound {
  const symbols = new Map<string, Sym>();
  const components: Component[] = [];
  const applications: Apply[] = [];
  const derivatives: Diff[] = [];
  const seen = new Set<Expr>();
  const visit = (e: Expr): void => {
    if (seen.has(e)) return;
    seen.add(e);
    if (e.kind === 'sym') symbols.set(e.id, symbols.get(e.id) ?? e);
    else if (e.kind === 'component') {
      if (!components.some((c) => same(c, e))) components.push(e);
    } else {
      if (e.kind === 'apply') applications.push(e);
      if (e.kind === 'diff') derivatives.push(e);
      children(e).forEach(visit);
    }
  };
  expressions.forEach(visit);
  return { symbols: [...symbols.values()], components, applications, derivatives };
}

/** What the expression could be differentiated by. */
export function variablesIn(...expressions: readonly Expr[]): readonly Variable[] {
  const { symbols, components } = namesIn(...expressions);
  return [...symbols, ...components.filter((c) => c.base.kind === 'sym' && !hasBound(c))];
}

/** Ids of names whose derivatives are written as such: f′, u″, dy/dx. */
export function primedIn(...expressions: readonly Expr[]): ReadonlySet<string> {
  const { applications, derivatives } = namesIn(...expressions);
  const total = derivatives.flatMap((d) =>
    !d.partial && d.body.kind === 'sym' && !isParameterLetter(d.body) ? [d.body.id] : [],
  );
  return new Set([...applications.filter((a) => a.args.length === 0).map((a) => a.fn.id), ...total]);
}

/** Whether an index is a bound name of a sum around it. */
const hasBound = (c: Component): boolean => c.indices.some((i) => someNode(i, (e) => e.kind === 'bound'));
