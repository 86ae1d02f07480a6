/** Cases, conditions, matrices. */
import { call, logic, matrix, piecewise, relation, type Branch, type Expr } from '../../core/index.js';
import type { Span } from '../notation.js';
import { readAll, unexpected } from './expression.js';
import { spanOf, type FencePiece, type Piece, type RowsPiece } from './piece.js';
import { isComma, isGap, splitAt, type Reader } from './reader.js';
import { fail } from './unreadable.js';
import { conjunction, isConditionWord, isOtherwise } from './prose.js';

/** Cases where a brace stands to the left, a matrix otherwise. */
export function readRows(r: Reader, p: RowsPiece): Expr {
  if (p.layout === 'cases') return readCases(r, p.rows, p);
  if (p.layout === 'lines') return fail(p, 'Lines of their own cannot stand inside an expression.');
  return readMatrix(r, p, p);
}
export function readMatrix(r: Reader, p: RowsPiece, span: Span): Expr {
  const rows = p.rows.filter((row) => row.some((cell) => cell.length > 0));
  const width = rows[0]?.length ?? 0;
  if (width === 0 || rows.some((row) => row.length !== width))
    fail(p, 'The rows of this matrix differ in length.', 'syntax');
  return r.place(matrix(rows.map((row) => row.map((cell) => readAll(r, cell, spanOf(cell, p))))), span);
}
/** |…| around an array is its determinant. */
export function readDeterminant(r: Reader, rows: RowsPiece, fence: FencePiece): Expr {
  return r.place(call('det', readMatrix(r, rows, rows)), fence);
}

/** Value and condition by row, between the cells or the words "if" and "for". */
export function readCases(r: Reader, rows: readonly (readonly (readonly Piece[])[])[], span: Span): Expr {
  const branches: Branch[] = [];
  let otherwise: Expr | null = null;
  const filled = rows.filter((row) => row.some((cell) => cell.length > 0));
  filled.forEach((row, i) => {
    const { value, condition } = splitRow(row);
    const place = spanOf([...value, ...condition], span);
    const isLast = i === filled.length - 1;
    if (otherwise) fail(place, 'A case follows the one for all others.', 'syntax');
    const e = readAll(r, unpunctuated(value), place);
    const said = unpunctuated(condition).filter((p) => !(p.kind === 'prose' && isConditionWord(p.text)));
    if (said.length === 0 && !(isLast && condition.length === 0))
      fail(place, 'The condition of this case is missing.', 'syntax');
    if (said.length === 0 || said.every((p) => p.kind === 'prose' && isOtherwise(p.text))) otherwise = e;
    else branches.push({ value: e, condition: r.grammar.condition(r, said, place) });
  });
  if (branches.length === 0) fail(span, 'The cases have no conditions.', 'syntax');
  return r.place(piecewise(branches, otherwise), span);
}
function splitRow(row: readonly (readonly Piece[])[]): {
  value: readonly Piece[];
  condition: readonly Piece[];
} {
  const [value = [], ...more] = row;
  const condition = more.flat();
  const word = value.findIndex((p) => p.kind === 'prose' && (isConditionWord(p.text) || isOtherwise(p.text)));
  if (condition.length > 0 || word < 0) {
    const comma = value.findIndex(
      (p, i) => i > 0 && isComma(p) && value.slice(i + 1).some((q) => q.kind === 'relation'),
    );
    if (condition.length > 0 || comma < 0) return { value, condition };
    return { value: value.slice(0, comma), condition: value.slice(comma + 1) };
  }
  return { value: value.slice(0, word), condition: value.slice(word) };
}
function unpunctuated(pieces: readonly Piece[]): readonly Piece[] {
  let [from, to] = [0, pieces.length];
  const idle = (p: Piece | undefined): boolean => p?.kind === 'separator';
  while (from < to && idle(pieces[from])) from++;
  while (to > from && idle(pieces[to - 1])) to--;
  return pieces.slice(from, to);
}

/** Relations joined by and, or, commas. */
export function readCondition(r: Reader, pieces: readonly Piece[], span: Span): Expr {
  const list = unpunctuated(pieces).filter((p) => !isGap(p));
  const or = splitAt(list, (p) => isJoint(p, 'or'));
  if (or.length > 1)
    return r.place(logic('or', ...or.map((part) => readConjunction(r, part, span))), spanOf(list, span));
  return readConjunction(r, list, span);
}
function readConjunction(r: Reader, pieces: readonly Piece[], span: Span): Expr {
  const and = splitAt(pieces, (p) => isJoint(p, 'and') || isComma(p)).filter((part) => part.length > 0);
  if (and.length > 1)
    return r.place(logic('and', ...and.map((part) => readRelation(r, part, span))), spanOf(pieces, span));
  return readRelation(r, pieces, span);
}
const isJoint = (p: Piece, op: 'and' | 'or'): boolean =>
  (p.kind === 'logic' && p.op === op) || (p.kind === 'prose' && conjunction(p.text) === op);

/** One relation or a chain such as 0 ≤ x < 1. */
function readRelation(r: Reader, pieces: readonly Piece[], span: Span): Expr {
  const [first] = pieces;
  const place = spanOf(pieces, span);
  if (first?.kind === 'logic' && first.op === 'not')
    return r.place(logic('not', readRelation(r, pieces.slice(1), span)), place);
  const only =
    pieces.length === 1 && first?.kind === 'fence' && first.left === '(' && !first.sup ? first : null;
  if (only) return readCondition(r, only.body, only);
  const ops = pieces.flatMap((p) => (p.kind === 'relation' ? [p] : []));
  const words = pieces.find((p) => p.kind === 'prose');
  if (words) unexpected(words, r);
  if (ops.length === 0) return fail(place, 'A condition such as x > 0 is expected here.', 'syntax');
  const names = ops.map((p) => p.op ?? unexpected(p, r));
  const sides = splitAt(pieces, (p) => p.kind === 'relation');
  return r.place(
    relation(
      names,
      sides.map((side) => readAll(r, side, spanOf(side, place))),
    ),
    place,
  );
}
