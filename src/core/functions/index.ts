/** The table of functions: one row each, read by rules, readers, printers, plots and tests. */
import { ACTIVATIONS } from './activations.js';
import { ELEMENTARY } from './elementary.js';
import { POINTWISE } from './pointwise.js';
import { SPECIAL } from './specialRows.js';
import type { FunctionRow } from './row.js';

export { MOST_ARGUMENTS, withDefaults, type FunctionRow } from './row.js';

export const FUNCTIONS: readonly FunctionRow[] = [...ELEMENTARY, ...POINTWISE, ...ACTIVATIONS, ...SPECIAL];

const byName = new Map(FUNCTIONS.map((f) => [f.name, f]));

/** The row of a function by its canonical name, or null. */
export const functionRow = (name: string): FunctionRow | null => byName.get(name) ?? null;
