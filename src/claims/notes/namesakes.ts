/** Definitions of one name near a claim, before and after it: which of them is meant is not always clear. */
import { definitionKey, type Definition } from '../../meaning/definitions.js';

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
    const first = firstFrom(list, from);
    let end = first;
    while (end < list.length && (list[end]?.from ?? Infinity) <= to) end++;
    return list.slice(first, end);
  }
}

/** The index of the first of the definitions, which are in order, that stands at the offset or after it. */
function firstFrom(list: readonly Definition[], from: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.from ?? Infinity) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
