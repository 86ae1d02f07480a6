/** A note under survey, and the settings that all are read with. */
import type { FormulaIndex } from '../../src/documents/formula.js';
import type { LineColumns } from '../../src/files/lineColumns.js';
import type { CheckedClaim, DocumentText, Options, Service } from '../../src/service/index.js';

export const optionsWith = (takenIn: string): Options => ({
  logBase: 'e',
  macros: {},
  takenIn,
  numbers: 'asWritten',
});

export interface Subject {
  readonly service: Service;
  readonly document: DocumentText;
  readonly options: Options;
  readonly index: FormulaIndex;
  readonly places: LineColumns;
  /** Whether its time is up. */
  readonly isOver: () => boolean;
  readonly onDefect: (from: number, text: string, error: unknown) => void;
}

/** An editor underlines it. */
export const isUnderlined = ({ verdict, quoted, evident }: CheckedClaim): boolean =>
  verdict === 'false' && !quoted && evident;
