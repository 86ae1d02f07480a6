/** Definitions of one name near a claim, before and after it: which of them is meant is not always clear. */
import { definitionKey, type Definition } from '../../meaning/definitions.js';
import { countBegunBefore } from '../../text/ascending.js';

/** The definitions of each name, in order. */
export class Namesakes {
  private readonly byName = new Map<string, Definition[]>();

  constructor(definitions: readonly Definition[]) {
    for (const d of definitions) {
      const key = definitionKey(d);
      const list = this.byName.get(key);
      if (list) list.push(d);
      else this.byName.set(key, [d]);
    }
  }

  /** Those between two offsets of the file. */
  between(name: string, from: number, to: number): readonly Definition[] {
    const list = this.byName.get(name) ?? [];
    const first = countBegunBefore(list, from);
    let end = first;
    while (end < list.length && (list[end]?.from ?? Infinity) <= to) end++;
    return list.slice(first, end);
  }
}
