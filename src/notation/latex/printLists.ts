/** Layout of arguments in a row, and of marks behind what they belong to. */
import type { Expr } from '../../core/index.js';
import { atLeast, type PrintedPiece, piece, Rank } from './printPieces.js';
import type { Printing } from './printing.js';

export function argumentList(args: readonly Expr[], p: Printing): PrintedPiece {
  const pieces = args.map((a) => p.piece(a));
  return piece(pieces.map((a) => a.tex).join(', '), Rank.Statement, { tall: pieces.some((a) => a.tall) });
}

/** A! and A^\top. */
export function postfix(mark: string, a: Expr, p: Printing): PrintedPiece {
  const base = atLeast(p.piece(a), Rank.Atom);
  return piece(base.tex + mark, Rank.Power, { head: base.head, tall: base.tall });
}
