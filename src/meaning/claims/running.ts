/** The definitions in force along a document, for places asked for in order: each definition is looked at once. */
import { inForce, type Definition } from '../definitions.js';

/** The definitions of each name, in order. */
export class Namesakes {
  private readonly byName = new Map<string, Definition[]>();

  constructor(definitions: readonly Definition[]) {
    for (const d of definitions)
      this.byName.set(d.name.id, [...(this.byName.get(d.name.id) ?? []).slice(-MOST), d]);
  }

  /** Those between two offsets of the file. */
  between(name: string, from: number, to: number): readonly Definition[] {
    return (this.byName.get(name) ?? []).filter((d) => from <= d.from && d.from <= to);
  }
}
/** Of a name that is defined over and over, the last ones. */
const MOST = 200;

export class RunningDefinitions {
  private taken = 0;
  private found: ReadonlyMap<string, Definition> = new Map();
  private readonly late: readonly Definition[];

  constructor(private readonly definitions: readonly Definition[]) {
    this.late = definitions.filter((d) => d.late);
  }

  /** What is in force at an offset that is not before the one asked for last. */
  at(offset: number): ReadonlyMap<string, Definition> {
    const fresh: Definition[] = [];
    for (let d = this.definitions[this.taken]; d && d.from <= offset; d = this.definitions[++this.taken])
      fresh.push(d);
    if (fresh.length > 0) this.found = inForce([...this.found.values(), ...fresh], Infinity);
    const ahead = this.late.filter((d) => d.from > offset);
    return ahead.length === 0 ? this.found : inForce([...this.found.values(), ...ahead], offset);
  }
}
