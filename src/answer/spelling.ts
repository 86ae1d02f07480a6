/** Printing that is paid for. */
import { COST, type Budget } from '../core/index.js';
import type { Spell } from '../explain/index.js';
import { TOO_LONG } from '../notation/latex/print.js';

/** The printer within a budget: once that is spent, what is left is said to be too long. */
export function within(spell: Spell, budget: Budget): Spell {
  return (e) => {
    if (budget.shouldStop(0)) return TOO_LONG;
    const text = spell(e);
    budget.shouldStop(1 + text.length * COST.printed);
    return text;
  };
}
