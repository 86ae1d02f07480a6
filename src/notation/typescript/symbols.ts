/** Identifiers as symbols: one symbol a declaration, two declarations never one symbol. */
import { sym, type Expr, type Sym } from '../../core/expr.js';
import { symbolOf } from '../plain/names.js';

/** What a symbol stands for in the code. */
export interface Spelled {
  readonly symbol: Sym;
  /** How the code says it where the function stands: `x`, `point.x`, `this.rate`. */
  readonly code: string;
}

export class Symbols {
  private readonly byKey = new Map<unknown, Spelled>();
  private readonly codes = new Map<string, string>();
  private readonly taken = new Set<string>();
  /** The next number to try for a name that many things have. */
  private readonly counts = new Map<string, number>();

  /** The symbol of a declaration (or another key) that the code calls by `name`. */
  of(key: unknown, name: string, code: string = name): Sym {
    const known = this.byKey.get(key);
    if (known) return known.symbol;
    const symbol = this.unused(name);
    this.taken.add(symbol.id);
    this.byKey.set(key, { symbol, code });
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
  respell(symbol: Sym, code: string): void {
    for (const [key, s] of this.byKey) if (s.symbol === symbol) this.byKey.set(key, { symbol, code });
    this.codes.set(symbol.id, code);
  }

  codeOf(symbol: Sym): string | null {
    return this.codes.get(symbol.id) ?? null;
  }

  /** How the code spells each symbol, by symbol id. */
  spellings(): ReadonlyMap<string, string> {
    return new Map([...this.byKey.values()].map((s) => [s.symbol.id, s.code]));
  }

  private unused(name: string): Sym {
    const last = name.slice(name.lastIndexOf('.') + 1).replace(/^#/, '');
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

/** The one symbol that an expression is, or null. */
export const symbolIn = (e: Expr): Sym | null => (e.kind === 'sym' ? e : null);
