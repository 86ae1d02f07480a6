/** The derivative of any order of a function in code, and what it is the slope of. */
import { derivedProgram, type Budget, type Program, type Sym } from '../../core/index.js';

export interface Slope {
  readonly program: Program;
  /** The derivative of the order below; the function itself where the order is 1. */
  readonly below: Program;
}

/** Null where it could not be worked out. `order`: 1 or more. */
export function slopeOf(f: Program, by: Sym, order: number, budget: Budget): Slope | null {
  const below = order > 1 ? derivedProgram(f, by, order - 1, budget) : f;
  if ('code' in below) return null;
  const program = derivedProgram(below, by, 1, budget);
  return 'code' in program ? null : { program, below };
}
