/** Identifiers as symbols: one symbol a declaration, two declarations never one symbol. */
import { sym, type Sym } from '../../core/index.js';
import { symbolOf } from '../plain/names.js';
import { nameTree, type CodeTree } from '../programs/codeTree.js';
import type { Declaration, FunctionNode } from './scope.js';

/** What a symbol stands for in the code. */
export interface Spelled {
  readonly symbol: Sym;
  /** How the code says it where the function stands: `x`, `point.x`, `this.rate`. */
  readonly code: CodeTree;
  /** What the name that it begins with is declared by; null for what no declaration is behind. */
  readonly origin: Origin | null;
}
/** A declaration, or the function that one declares. */
export type Origin = Declaration | FunctionNode;

export class Symbols {
  private readonly byKey = new Map<unknown, Spelled>();
  private readonly codes = new Map<string, CodeTree>();
  private readonly taken = new Set<string>();
  /** The next number to try for a name that many things have. */
  private readonly counts = new Map<string, number>();

  /** The symbol of a declaration (or another key), named after `name`, which the code spells `code`. */
  of(key: unknown, name: string, code: CodeTree = nameTree(name), origin: Origin | null = null): Sym {
    const known = this.byKey.get(key);
    if (known) return known.symbol;
    const symbol = this.unused(name);
    this.taken.add(symbol.id);
    this.byKey.set(key, { symbol, code, origin });
    this.codes.set(symbol.id, code);
    return symbol;
  }

  /** A symbol of nothing in the code, named after `name`. */
  fresh(name: string): Sym {
    const symbol = this.unused(name);
    this.taken.add(symbol.id);
    return symbol;
  }

  /** From now on the code spells the symbol so. */
  respell(symbol: Sym, code: CodeTree): void {
    for (const [key, s] of this.byKey) if (s.symbol === symbol) this.byKey.set(key, { ...s, code });
    this.codes.set(symbol.id, code);
  }

  /** How the code spells the symbol of an id; null where it has none. */
  codeOf(id: string): CodeTree | null {
    return this.codes.get(id) ?? null;
  }

  /** How the code spells each symbol, by symbol id. */
  spellings(): ReadonlyMap<string, CodeTree> {
    return new Map([...this.byKey.values()].map((s) => [s.symbol.id, s.code]));
  }

  /** What the names of the code are declared by, by symbol id. */
  origins(): ReadonlyMap<string, Origin> {
    return new Map(
      [...this.byKey.values()].flatMap((s) => (s.origin ? [[s.symbol.id, s.origin] as const] : [])),
    );
  }

  private unused(name: string): Sym {
    // Square brackets in an id say which entry of an array is meant.
    const last = name.replaceAll('[', '(').replaceAll(']', ')');
    const wanted = symbolOf(last);
    if (!this.taken.has(wanted.id)) return wanted;
    const whole = sym(last, ['word']);
    if (!this.taken.has(whole.id)) return whole;
    for (let i = this.counts.get(last) ?? 2; ; i++) {
      const numbered = sym(last, ['word'], String(i));
      if (this.taken.has(numbered.id)) continue;
      this.counts.set(last, i + 1);
      return numbered;
    }
  }
}
