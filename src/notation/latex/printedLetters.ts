/** Functions that are printed as a bare letter, which a reader without their definition takes for an unknown one. */
import { bottomUp, call, functionRow, someNode, type Expr } from '../../core/index.js';
import { functionBeforeBracket } from '../../customs/usually.js';
import { SPELLINGS } from './spellings.js';

/** By symbol id, as the printer has it: φ and Φ of the normal distribution, H, ψ, W; σ and Γ are read as they are. */
export const PRINTED_LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries(SPELLINGS).flatMap(([fn, spelling]): [string, string][] => {
    const letter = spelling.form === 'call' ? (spelling.symbol ?? spelling.letter) : undefined;
    return letter === undefined || functionBeforeBracket(letter) === fn ? [] : [[letter, fn]];
  }),
);

/** Whether one of those letters may be written in it, without reading it. */
export const mentionsPrintedLetter = (tex: string): boolean =>
  WRITTEN.some((name) => tex.includes(name)) || BEYOND_TEX.test(tex);
const WRITTEN: readonly string[] = [...PRINTED_LETTERS.keys()].map(
  (id) => id.replace('roman:', '').split('_')[0] ?? id,
);
/** A letter of Greek may stand there as it is. */
const BEYOND_TEX = /[^ -~\s]/;

/** The letters of the functions in an expression, which who reads it printed knows for functions: ψ₁ of ψ₁(x²). */
export function printedLettersIn(e: Expr): readonly string[] {
  const letters = [...PRINTED_LETTERS];
  return letters.flatMap(([id, fn]) => (someNode(e, (x) => x.kind === 'call' && x.fn === fn) ? [id] : []));
}

/** A printed answer that was read back, with those letters as the functions they were printed for. */
export function recallLetters(e: Expr): Expr {
  return bottomUp(recalled)(e);
}
function recalled(e: Expr): Expr {
  const fn = e.kind === 'apply' && e.orders.every((o) => o === 0) ? PRINTED_LETTERS.get(e.fn.id) : undefined;
  const isCall = e.kind === 'apply' && fn !== undefined && functionRow(fn)?.params.length === e.args.length;
  return isCall ? call(fn, ...e.args) : e;
}
