/** Definitions of one name near a claim, before and after it: which of them is meant is not always clear. */
import type { Definition } from '../definitions.js';

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
