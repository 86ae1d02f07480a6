/** Numbers that are written with fewer digits than they have. */
import { ROWS, someNode, type Expr } from '../core/index.js';

/** Whether a value is right to the digits that are written; whole numbers and fractions are meant exactly. */
export const isRoundedTo = (actual: number, claimed: number, written: Expr): boolean =>
  Math.abs(actual - claimed) <= ROWS.said.units * 10 ** -decimalsIn(written);

/** The fewest decimals that a number in it is written with; infinite where none has any. */
export function decimalsIn(e: Expr): number {
  let places = Infinity;
  someNode(e, (x) => {
    const digits = x.kind === 'num' ? /[.](\d+)$/.exec(x.written ?? '')?.[1]?.length : undefined;
    if (digits !== undefined) places = Math.min(places, digits);
    return false;
  });
  return places;
}
