/** What the layout of one node may ask for: its children's pieces, in the size that they are set in. */
import type { Binder, Expr, Names, Sym } from '../../core/index.js';
import type { Style } from '../notation.js';
import type { PrintedPiece, Signed } from './printPieces.js';

export interface Printing {
  readonly style: Style;
  /** Whether this node stands in a sub- or superscript, where simple fractions take a slash. */
  readonly small: boolean;
  /** The names that occur: a function is not spelled by a letter that the author uses otherwise. */
  readonly taken: Names;
  /** A child in the node's own size. */
  signed(e: Expr): Signed;
  piece(e: Expr): PrintedPiece;
  /** A child in a sub- or superscript. */
  inScript(e: Expr): PrintedPiece;
  opened(b: Binder): Opened;
}

/** A binder with a visible name for its bound one, which nothing in it uses otherwise. */
export interface Opened {
  readonly name: Sym;
  readonly body: Expr;
  readonly condition: Expr | null;
}

/** The author's own spelling of a function or symbol, by its name or id. */
export function ownSpelling(style: Style, name: string): string | undefined {
  return Object.hasOwn(style.names, name) ? style.names[name] : undefined;
}
