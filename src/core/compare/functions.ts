/** Two functions of one argument, such as a text's own and that of the table. */
import { compareValues } from './agree.js';
import { ROWS } from './table.js';

/** Whether they have the same values, and these at the same points. */
export function areSame(f: (x: number) => number, g: (x: number) => number): boolean {
  return compareValues(pairs(f, g), ROWS.entry) === 'agrees';
}

function* pairs(f: (x: number) => number, g: (x: number) => number): Generator<readonly [number, number]> {
  for (const x of ROWS.entry.line) yield [f(x), g(x)];
}
