/** 1,5x on a formula's top level: a decimal with a comma, which TeX sets and reads as two things in a list. */
import { hasScripts, type Piece } from './piece.js';
import { isComma, type Reader } from './reader.js';
import { fail } from './unreadable.js';

/**
 * The line with its decimals as numbers where the formula itself sets others with `{,}`, which is said; a Problem
 * where nothing tells a decimal from a list. Lists of more than two and commas with a space are lists.
 */
export function withDecimalCommas(r: Reader, line: readonly Piece[]): readonly Piece[] {
  const at = line.findIndex((_, i) => isDecimal(line, i));
  if (at < 0) return line;
  const [whole, part] = [line[at - 1], line[at + 1]];
  if (whole?.kind !== 'number' || part?.kind !== 'number') return line;
  const span = { from: whole.from, to: part.headTo };
  const [written, point] = [r.source(span), `${whole.text}.${part.text}`];
  if (part.text.length === 3 && whole.text !== '0')
    fail(
      span,
      `${written} may be a thousand, a decimal or two numbers: write ${whole.text}${part.text} or ${point}.`,
      'syntax',
    );
  if (!BRACED.test(r.text))
    fail(
      span,
      `${written} may be a decimal or two numbers: write ${whole.text}{,}${part.text} or ${point}.`,
      'syntax',
    );
  r.assume('other', span, `${written} is read as the decimal ${point}.`);
  const merged: Piece = { ...part, text: point, from: whole.from };
  return withDecimalCommas(r, [...line.slice(0, at - 1), merged, ...line.slice(at + 2)]);
}
/** A decimal with its comma in braces. */
const BRACED = /\d\{,\}\d/;

/** A comma close between two numbers of which more is made on either side: by a factor or a sign. */
function isDecimal(line: readonly Piece[], i: number): boolean {
  const [before, comma, after] = [line[i - 1], line[i], line[i + 1]];
  if (!comma || !isComma(comma) || before?.kind !== 'number' || after?.kind !== 'number') return false;
  if (comma.to - comma.from !== 1 || before.to !== comma.from || comma.to !== after.from) return false;
  if (hasScripts(before) || before.text.includes('.') || after.text.includes('.')) return false;
  const [left, right] = [line[i - 2], line[i + 2]];
  if (isListed(left) || isListed(right)) return false;
  return isOperand(left) || isOperand(right);
}
const isListed = (p: Piece | undefined): boolean => p !== undefined && isComma(p);
const isOperand = (p: Piece | undefined): boolean =>
  p !== undefined && !['relation', 'separator', 'prose', 'symbol'].includes(p.kind);
