/** The macros of a document: where each is defined, and which are in force at a place. */
import type { Formula, FormulaIndex } from '../documents/formula.js';
import type { Steps } from '../steps.js';
import {
  expand,
  macrosUsed,
  mayDefine,
  type DefinedMacro,
  type Macro,
  type Macros,
} from '../notation/latex/macros/index.js';
import { countBelow, countUpTo } from '../text/ascending.js';

/**
 * As the preview treats them: a definition is in force from its own place on, in all formulas after it, until a later
 * one of that name. Those of the settings are in force everywhere.
 */
export class NoteMacros {
  private constructor(
    private readonly table: Table,
    /** The file offsets at which the definitions are over, ascending. */
    private readonly ends: readonly number[],
  ) {}

  /** What is in force at a file offset: the same object wherever it is the same, in later versions too. */
  at(offset: number): Macros {
    return this.table.after(countUpTo(this.ends, offset));
  }

  /** The macros that a document defines; `before` are those of an earlier version over the same settings. */
  static *inSteps(index: FormulaIndex, settings: Macros, before: NoteMacros | null): Steps<NoteMacros> {
    const table = new Table(settings);
    const ends: number[] = [];
    if (mayDefine(index.text) || index.preambles.length > 0) {
      for (const place of definingPlaces(index)) {
        for (const { macro, to } of definedIn(place, table.after(table.size))) {
          table.add(macro);
          ends.push(place.toFile(to));
        }
        yield null;
      }
    }
    return new NoteMacros(before?.table.saysTheSame(table) ? before.table : table, ends);
  }
}

type DefiningPlace = Pick<Formula, 'from' | 'tex' | 'toFile' | 'key'>;

/** What each place was found to define, with the macros that it used for that. */
const known = new WeakMap<object, { readonly used: string; readonly defined: readonly DefinedMacro[] }>();

function definedIn({ tex, key }: DefiningPlace, macros: Macros): readonly DefinedMacro[] {
  const used = macrosUsed(tex, macros)
    .map((m) => m.digest)
    .sort()
    .join();
  const found = known.get(key);
  if (found?.used === used) return found.defined;
  const { defined } = expand(tex, macros);
  known.set(key, { used, defined });
  return defined;
}

/** The formulas and the stretches between them that may define macros, in order. */
function definingPlaces({ formulas, preambles }: FormulaIndex): readonly DefiningPlace[] {
  const between = preambles.map(({ to, ...rest }): DefiningPlace => ({ ...rest, toFile: () => to }));
  const within = formulas.filter(({ tex }) => mayDefine(tex));
  return [...between, ...within].sort((a, b) => a.from - b.from);
}

/** All definitions in their order, and what is in force after so many of them. */
class Table {
  private readonly macros: Macro[] = [];
  /** For each name the numbers of its definitions, ascending. */
  private readonly byName = new Map<string, number[]>();
  private readonly views: Macros[] = [];

  constructor(private readonly settings: Macros) {}

  get size(): number {
    return this.macros.length;
  }

  add(macro: Macro): void {
    const known = this.byName.get(macro.name);
    if (known) known.push(this.macros.length);
    else this.byName.set(macro.name, [this.macros.length]);
    this.macros.push(macro);
  }

  after(count: number): Macros {
    if (count === 0) return this.settings;
    return (this.views[count] ??= {
      names: this.settings.names === 'any' ? 'any' : 'commands',
      get: (name) => this.last(name, count) ?? this.settings.get(name),
    });
  }

  saysTheSame({ macros }: Table): boolean {
    return (
      macros.length === this.macros.length && macros.every((m, i) => m.digest === this.macros[i]?.digest)
    );
  }

  /** The last definition of a name among the first so many. */
  private last(name: string, count: number): Macro | undefined {
    const numbers = this.byName.get(name);
    if (!numbers) return undefined;
    const number = numbers[countBelow(numbers, count) - 1];
    return number === undefined ? undefined : this.macros[number];
  }
}
