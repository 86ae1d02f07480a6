/** Which numbers below a letter are part of its name in a document, and which count the entries of something. */
import { sym } from '../core/index.js';
import { isUsualIndex } from '../customs/usually.js';
import type { Formula } from '../documents/formula.js';
import { subscriptsIn } from '../notation/latex/glance.js';
import { indexLettersOf } from '../notation/latex/indexLetters.js';
import type { Definition } from './definitions.js';

/** What stands below the letters of a document. */
export class Subscripts {
  private readonly numbers = new Map<string, Set<string>>();
  /** Letters below which an index stands, somewhere: their numbers are indices, too. */
  private readonly indexed = new Set<string>();
  /** Letters that it counts with, besides the usual indices. */
  readonly counting: ReadonlySet<string>;

  constructor(formulas: readonly Formula[]) {
    this.counting = indexLettersOf(formulas.map((f) => f.tex));
    for (const { tex } of formulas) {
      for (const [base, below] of subscriptsIn(tex)) {
        if (/^\d+$/.test(below)) this.numbersOf(base).add(below);
        else if (isUsualIndex(below[0] ?? '') || this.counting.has(below)) this.indexed.add(base);
      }
    }
  }

  private numbersOf(base: string): Set<string> {
    const known = this.numbers.get(base) ?? new Set<string>();
    this.numbers.set(base, known);
    return known;
  }

  /** z_1 of z_1 = wx + b is a name; beside z_i it is an entry. */
  mayName({ name }: Definition): boolean {
    return name.sub === null || !/^\d+$/.test(name.sub) || !this.indexed.has(name.base);
  }

  /** v_0 beside a v(t): ids of names that are told from one by a number. */
  besides({ name, value }: Definition): readonly string[] {
    if (name.sub !== null || this.indexed.has(name.base) || value.kind === 'tuple' || value.kind === 'matrix')
      return [];
    return [...(this.numbers.get(name.base) ?? [])].map((n) => sym(name.base, name.marks, n).id);
  }
}
