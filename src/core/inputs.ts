/** The names of a formula that need values. */
import type { Binding } from './derivation.js';
import type { Expr } from './expr.js';
import { componentKey } from './kinds/indexed.js';
import { children } from './walk.js';

/** Names that need a value: symbols and components that no definition gives. Definitions may lead back to themselves. */
export function inputsOf(list: readonly Expr[], definitions: ReadonlyMap<string, Binding>): string[] {
  return new Inputs(definitions).of(list, NO_PARAMETERS);
}

/** Under what a symbol or a component gets its value; null for all else. */
export function keyOf(e: Expr): string | null {
  return e.kind === 'sym' ? e.id : e.kind === 'component' ? componentKey(e) : null;
}

const NO_PARAMETERS: ReadonlySet<string> = new Set();

class Inputs {
  /** Of functions, by name; none yet of one that is being looked into, so that what leads back to it ends there. */
  private readonly known = new Map<string, readonly string[]>();

  constructor(private readonly definitions: ReadonlyMap<string, Binding>) {}

  /** A parameter has its value from the call, whatever else the same name stands for. */
  of(list: readonly Expr[], parameters: ReadonlySet<string>): string[] {
    const found = new Set<string>();
    const seen = new Set<Expr>();
    const visit = (e: Expr): void => {
      if (seen.has(e)) return;
      seen.add(e);
      const key = keyOf(e);
      if (key !== null) {
        const d = parameters.has(key) ? undefined : this.definitions.get(key);
        if (d?.params.length === 0) visit(d.value);
        else if (!parameters.has(key)) found.add(key);
        return;
      }
      if (e.kind === 'apply') this.ofFunction(e.fn.id).forEach((n) => parameters.has(n) || found.add(n));
      children(e).forEach(visit);
    };
    list.forEach(visit);
    return [...found];
  }

  private ofFunction(id: string): readonly string[] {
    const known = this.known.get(id);
    if (known) return known;
    this.known.set(id, []);
    const d = this.definitions.get(id);
    const made = d ? this.of([d.value], new Set(d.params.map((p) => p.id))) : [];
    this.known.set(id, made);
    return made;
  }
}
