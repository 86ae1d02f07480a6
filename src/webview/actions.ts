/** What the parts of the panel may ask for. */
import type { Copies, FromPanel } from '../protocol.js';

export interface Actions {
  post(message: FromPanel): void;
  /** Copies in the format that the reader chose; `what` names it in words. */
  copy(copies: Copies, what: string): void;
  /** Typesets formulas that were added to the page. */
  typeset(): void;
}
