/** The values of defined names while one expression is evaluated: a mean that stands in every entry is added up once. */
import type { Binding } from '../derivation.js';
import type { Family } from './arrays.js';
import type { Value } from './value.js';

interface Known {
  readonly value: Value | null;
  /** All names that it is made of, through definitions. */
  readonly names: ReadonlySet<string>;
}

export class KnownValues {
  private readonly known = new Map<string, Known>();
  /** Indices and parameters that were given a value on the way: what is made of one has another value each time. */
  private readonly passing = new Set<string>();

  constructor(
    private readonly definitions: ReadonlyMap<string, Binding>,
    private readonly families: ReadonlyMap<string, Family>,
  ) {}

  pass(names: Iterable<string>): void {
    for (const n of names) this.passing.add(n);
  }

  /** The value of the name with the id, worked out once where it is the same throughout. */
  of(id: string, value: () => Value | null): Value | null {
    const before = this.known.get(id);
    if (before && this.isSteady(before.names)) return before.value;
    const made = value();
    const names = before?.names ?? this.namesIn(id);
    if (this.isSteady(names)) this.known.set(id, { value: made, names });
    return made;
  }

  private isSteady(names: ReadonlySet<string>): boolean {
    for (const n of this.passing) if (names.has(n)) return false;
    return true;
  }
  private namesIn(id: string): ReadonlySet<string> {
    const found = new Set([id]);
    for (const name of found) {
      const given = [this.definitions.get(name), this.families.get(name)];
      for (const g of given) g?.value.free.forEach((n) => found.add(n));
    }
    return found;
  }
}
