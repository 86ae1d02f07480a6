/** Readings that a note bears out itself: σ is the sigmoid where it says σ(x) = 1/(1 + e^{−x}), and need not be announced. */
import type { Assumption } from '../notation/notation.js';
import { saidAsInTable } from './definitions.js';
import type { Note } from './note.js';

/** The assumptions but for those that an equation of the note before the offset bears out. Reads the note only if there is one to look for. */
export function stillAssumed(
  assumptions: readonly Assumption[],
  note: Pick<Note, 'index' | 'reading'>,
  offset: number,
): readonly Assumption[] {
  if (!assumptions.some(isSigmoid) || !saysSigmoid(note, offset)) return assumptions;
  return assumptions.filter((a) => !isSigmoid(a));
}

const isSigmoid = (a: Assumption): boolean => a.kind === 'sigma-sigmoid';

const saysSigmoid = (note: Pick<Note, 'index' | 'reading'>, offset: number): boolean =>
  note.index.formulas.some(
    (f) => f.from <= offset && note.reading(f).statements.some((s) => saidAsInTable(s).includes('sigmoid')),
  );
