/** Macros that cannot blow a formula up: each expansion is paid for from a budget before KaTeX makes it. */
import { LayoutError } from './layoutError.js';

/** What KaTeX hands to a macro that is a function: tokens waiting to be read again are on its stack. */
interface Expander {
  readonly stack: readonly unknown[];
}
export type GuardedMacros = Record<string, (expander: Expander) => string>;

/** Characters of definitions, and of arguments that a definition repeats, which one formula may expand. */
const BUDGET = 60_000;
const MAX_DEFINITION = 2_000;

/** Macros in KaTeX's form, guarded for use in one formula. */
export function guarded(macros: Readonly<Record<string, string>>, tex: string): GuardedMacros {
  let left = BUDGET;
  const guard = (definition: string): GuardedMacros[string] => {
    const repeats = repeatedArguments(definition);
    return ({ stack }) => {
      left -= definition.length + repeats * (stack.length + tex.length);
      if (left < 0 || definition.length > MAX_DEFINITION)
        throw new LayoutError('limit', 'The macros of the formula grow too large.');
      return definition;
    };
  };
  const named = Object.entries(macros).filter(([, definition]) => typeof definition === 'string');
  return Object.fromEntries(named.map(([name, definition]) => [name, guard(definition)]));
}

/** How often a definition uses arguments beyond each one's first use. */
function repeatedArguments(definition: string): number {
  const uses = definition.match(/#[1-9]/g) ?? [];
  return uses.length - new Set(uses).size;
}
