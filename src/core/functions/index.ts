/** The table of functions: one row each, read by rules, readers, printers, plots and tests. */
import { ACTIVATIONS } from './activations.js';
import { ELEMENTARY } from './elementary.js';
import { POINTWISE } from './pointwise.js';
import { SPECIAL } from './specialRows.js';
import type { Family, FunctionRow } from './row.js';

export { MOST_ARGUMENTS, valueAtZero, withDefaults, type Family, type FunctionRow } from './row.js';

export const FUNCTIONS: readonly FunctionRow[] = [...ELEMENTARY, ...POINTWISE, ...ACTIVATIONS, ...SPECIAL];

const byName = new Map(FUNCTIONS.map((f) => [f.name, f]));

/** The row of a function by its canonical name, or null. */
export const functionRow = (name: string): FunctionRow | null => byName.get(name) ?? null;
/** The names of a family, in the order of the table: sin, cos, tan, cot, sec, csc, and so in the others. */
/** Functions whose formulas readers know them by. */
export const SPELLED_OUT: readonly string[] = FUNCTIONS.filter((f) => f.spelledOut).map((f) => f.name);

export const familyNames = (family: Family): readonly string[] =>
  FUNCTIONS.filter((f) => f.family === family).map((f) => f.name);
