/** The macros in force inside of a text: what it defines itself, within braces and environments and outside. */
import type { Macro, Macros } from './macro.js';

export class MacroScopes {
  private readonly own = new Map<string, Macro>();
  /** For each scope entered, what the names meant before that it defines; null as long as it defines none. */
  private readonly outside: (Map<string, Macro | undefined> | null)[] = [];

  constructor(private readonly before: Macros) {}

  get(name: string): Macro | undefined {
    return this.own.get(name) ?? this.before.get(name);
  }

  set(name: string, macro: Macro, global: boolean): void {
    const last = this.outside.length - 1;
    if (global) for (const names of this.outside) names?.delete(name);
    else if (last >= 0) {
      const names = (this.outside[last] ??= new Map());
      if (!names.has(name)) names.set(name, this.own.get(name));
    }
    this.own.set(name, macro);
  }

  /** How many scopes have been entered and not left. */
  get depth(): number {
    return this.outside.length;
  }

  enter(): void {
    this.outside.push(null);
  }

  leave(): void {
    for (const [name, macro] of this.outside.pop() ?? []) {
      if (macro) this.own.set(name, macro);
      else this.own.delete(name);
    }
  }
}
