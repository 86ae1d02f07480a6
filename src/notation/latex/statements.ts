/** A formula as statements: lines, the parts between commas and words, and chains of relations. */
import { relation, sym, type Expr, type RelationOp } from '../../core/index.js';
import type { Statement } from '../notation.js';
import { isBalanced, pairBrackets } from './brackets.js';
import { namesBeforeBrackets } from './calls.js';
import { withDecimalCommas } from './decimalCommas.js';
import { readDifferentials } from './differentials.js';
import { readAll, unexpected } from './expression.js';
import { readAsWritten, readOrKept } from './opaque.js';
import { fail } from './unreadable.js';
import {
  bare as barePlace,
  hasScripts,
  isDifferential,
  listsIn,
  type NamePiece,
  type Piece,
  type RelationPiece,
  spanOf,
} from './piece.js';
import { isComma, isGap, isRound, splitAt, type Reader } from './reader.js';
import { isConditionWord, isOtherwise } from './prose.js';

interface Segment {
  readonly joint: string;
  readonly pieces: readonly Piece[];
}

export function readStatements(r: Reader, pieces: readonly Piece[]): Statement[] {
  const segments: Segment[] = [];
  for (const [i, line] of linesOf(pieces).entries()) {
    const paired = r.attempt(() => withoutNumber(withDecimalCommas(r, pairBrackets(line))));
    if (paired) segments.push(...segmentsOf(withInlineCases(paired), i === 0 ? '' : '\n'));
  }
  for (const s of segments) {
    noteDefined(r, s.pieces);
    noteValues(r, s.pieces);
  }
  const { likely, bare } = namesBeforeBrackets(segments.map((s) => s.pieces));
  [r.likelyFunctions, r.bareNames] = [likely, bare];
  r.imaginary = usesImaginary(segments);
  return segments.flatMap((s) => r.attempt(() => readStatement(r, s)) ?? []);
}

/** (2) f′ = 2x, (b)\ y = x: the number of an item in front of an equation, which is no factor. */
function withoutNumber(line: readonly Piece[]): readonly Piece[] {
  const [label, next] = line.filter((p, i) => i < 1 || !isGap(p));
  const only = isRound(label) && !hasScripts(label) && label.body.length === 1 ? label.body[0] : undefined;
  if (!next || !only || !line.some((p) => p.kind === 'relation')) return line;
  if (['sign', 'times', 'slash', 'relation', 'separator'].includes(next.kind)) return line;
  const isNumber = only.kind === 'number' && /^\d{1,3}$/.test(only.text);
  const isLetter = only.kind === 'name' && isBareLetter(only) && isGap(line[1] ?? next);
  return isNumber || isLetter ? line.slice(1) : line;
}
const isBareLetter = (p: NamePiece): boolean =>
  /^[a-h]$/.test(p.base) && p.marks.length === 0 && !hasScripts(p);

/** Lines, those joined that go on: after an open bracket or an operator, or with a plus in front. */
function linesOf(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [];
  for (const line of rawLines(pieces)) {
    if (line.every(isGap)) continue;
    const before = lines.at(-1);
    if (before && goesOn(before, line)) before.push(...line);
    else lines.push([...line]);
  }
  return lines;
}
function rawLines(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [[]];
  const add = (list: readonly Piece[]): void => {
    for (const p of list) lines.at(-1)?.push(p);
  };
  for (const p of pieces) {
    if (p.kind === 'separator' && p.text === 'line') lines.push([]);
    else if (p.kind !== 'rows' || !isBlock(p)) add([p]);
    else {
      p.rows.forEach((row, i) => {
        if (i > 0) lines.push([]);
        row.forEach((cell, j) => {
          if (j > 0 && startsCell(row, j, p.layout))
            add([
              { kind: 'separator', text: ',', ...barePlace(cell[0]?.from ?? p.to, cell[0]?.from ?? p.to) },
            ]);
          // Lines within a cell, in braces or an environment of their own, are lines too.
          rawLines(cell).forEach((part, k) => {
            if (k > 0) lines.push([]);
            add(part);
          });
        });
      });
      lines.push([]);
    }
  }
  return lines;
}
/** Lines, an array that is no matrix, or a brace around equations: all of them statements. */
function isBlock(p: Piece & { kind: 'rows' }): boolean {
  if (p.sup || p.sub || p.primes > 0) return false;
  if (p.layout === 'lines' || p.layout === 'array') return true;
  return p.rows.every((row) => {
    const [cell = [], more] = row;
    const parts = splitAt(cell, isComma).filter((part) => part.some((q) => !isGap(q)));
    return (
      !more &&
      parts.every((part) => part.some((q) => q.kind === 'relation') && !part.some((q) => q.kind === 'prose'))
    );
  });
}
// aligned has pairs of columns; in a plain array a column goes on only around a relation.
function startsCell(row: readonly (readonly Piece[])[], j: number, layout: string): boolean {
  const [before, cell] = [row[j - 1] ?? [], row[j] ?? []];
  if (cell.length === 0) return false;
  if (layout === 'lines') return j % 2 === 0 && before.at(-1)?.kind !== 'relation';
  return cell[0]?.kind !== 'relation' && before.at(-1)?.kind !== 'relation';
}

function goesOn(before: readonly Piece[], line: readonly Piece[]): boolean {
  if (!isBalanced(before)) return true;
  const last = before.filter((p) => !isGap(p)).at(-1);
  const first = line.find((p) => !isGap(p));
  if (!last || !first) return false;
  if (['sign', 'times', 'slash', 'relation'].includes(last.kind)) return first.kind !== 'relation';
  if (first.kind === 'times' || first.kind === 'slash') return true;
  return (
    first.kind === 'sign' &&
    before.some((p) => p.kind === 'relation') &&
    !line.some((p) => p.kind === 'relation')
  );
}

/** The parts of a line between commas, wide gaps, words and implications, each with what joins it on. */
function segmentsOf(line: readonly Piece[], joint: string): Segment[] {
  const segments: Segment[] = [];
  let current: Piece[] = [];
  let words: string[] = [];
  let sign = joint;
  const end = (next: string, word?: string): void => {
    if (current.length > 0) {
      segments.push({ joint: words.length > 0 ? words.join(' ') : sign, pieces: current });
      [current, words, sign] = [[], [], next];
    }
    if (word !== undefined) words.push(word);
  };
  line.forEach((p, i) => {
    if (p.kind === 'prose') end(p.text, p.text);
    else if (isRemark(p)) end(',');
    else if (isAside(p, line[i - 1]) && i === line.length - 1) {
      end(',');
      current.push(p);
    } else if (p.kind === 'relation' && (p.op === 'implies' || p.op === 'iff')) end(p.op, p.op);
    else if (p.kind === 'relation' && p.op === '->' && partsEquations(line, i)) end('implies', 'implies');
    else if (multiplies(line, i)) current.push({ ...p, kind: 'times', op: '·' });
    else if (p.kind === 'separator') {
      if (p.text !== 'gap') end(p.text);
      else if (divides(line, i)) end(',');
    } else current.push(p);
  });
  end('');
  return segments;
}
/** The full stop of f′(g(x)).g′(x): between two factors that touch it. */
function multiplies(line: readonly Piece[], i: number): boolean {
  const [before, p, after] = [line[i - 1], line[i], line[i + 1]];
  if (p?.kind !== 'separator' || p.text !== '.' || !before || !after) return false;
  const isFactor = (q: Piece): boolean => q.kind === 'fence' || q.kind === 'name';
  return isFactor(before) && isFactor(after) && before.to === p.from && p.to === after.from;
}
/** The arrow of f = x² → f′ = 2x, between two equations. */
function partsEquations(line: readonly Piece[], i: number): boolean {
  const isEquals = (p: Piece): boolean => p.kind === 'relation' && p.op === '=';
  return line.slice(0, i).some(isEquals) && line.slice(i).some(isEquals);
}
// (chain rule): words alone in brackets.
const isRemark = (p: Piece): boolean =>
  p.kind === 'fence' && p.body.length > 0 && p.body.every((q) => q.kind === 'prose');

/** The (x > 0) after y = ln x: an inequality in brackets, apart from what stands before it. */
function isAside(p: Piece, before: Piece | undefined): boolean {
  if (!isRound(p) || hasScripts(p) || !before || before.to >= p.from || before.kind === 'word') return false;
  if (before.kind === 'name' && /^[A-Z]$/.test(before.base)) return false;
  return p.body.some((q) => q.kind === 'relation' && q.op !== '=') && !p.body.some(isComma);
}

/** Whether a wide gap parts two statements: none beside an operator or a relation. */
function divides(line: readonly Piece[], i: number): boolean {
  const open = (p: Piece | undefined): boolean =>
    !p || ['sign', 'times', 'slash', 'relation'].includes(p.kind);
  const before = line
    .slice(0, i)
    .filter((p) => !isGap(p))
    .at(-1);
  const after = line.slice(i).find((p) => !isGap(p));
  return !open(before) && !(open(after) && after?.kind !== 'sign') && !(after?.kind === 'sign');
}

/** "1 if x > 0, 0 otherwise" as cases; a line without such words as it is. */
function withInlineCases(line: readonly Piece[]): readonly Piece[] {
  const marks = line.flatMap((p, i) =>
    p.kind === 'prose' && (isBranchWord(p.text) || isOtherwise(p.text)) ? [i] : [],
  );
  const first = marks[0];
  const said = marks.map((i) => line[i]).filter((p) => p?.kind === 'prose');
  if (first === undefined || marks.length < 2 || (said[0]?.kind === 'prose' && isOtherwise(said[0].text)))
    return line;
  const begin = line.slice(0, first).reduce((at, p, i) => (p.kind === 'relation' ? i + 1 : at), 0);
  const rows = inlineRows(line.slice(begin));
  if (!rows) return line;
  const cases: Piece = {
    kind: 'rows',
    layout: 'cases',
    rows,
    ...barePlace(line[begin]?.from ?? 0, line.at(-1)?.to ?? 0),
  };
  return [...line.slice(0, begin), cases];
}
const isBranchWord = (text: string): boolean => isConditionWord(text) && !/^where/i.test(text.trim());

/** Value, word, condition by row; null unless each part between commas has its word. */
function inlineRows(pieces: readonly Piece[]): (readonly Piece[])[][] | null {
  const parts = splitAt(
    pieces.filter((p) => !isGap(p)),
    (p) => isComma(p) || (p.kind === 'prose' && /^and$|^or$/i.test(p.text.trim())),
  );
  const rows = parts
    .filter((part) => part.length > 0)
    .map((part) => {
      const word = part.findIndex((p) => p.kind === 'prose');
      return word > 0 ? [part.slice(0, word), part.slice(word)] : null;
    });
  return rows.every((row) => row !== null) ? rows : null;
}

function readStatement(r: Reader, given: Segment): readonly Statement[] {
  const s = withoutBrackets(given);
  const span = r.balanced(spanOf(s.pieces, { from: 0, to: 0 }));
  if (s.pieces.some((p) => p.kind === 'logic')) {
    // p ∧ q, of sentences and not of conditions.
    const isOfSentences = !s.pieces.some((p) => p.kind === 'relation' || p.kind === 'fence');
    const condition = (): Expr => r.grammar.condition(r, s.pieces, span);
    const expr = isOfSentences ? readAsWritten(r, s.pieces, span) : readOrKept(r, s.pieces, span, condition);
    return [{ expr, leading: null, joint: s.joint, ...span }];
  }
  if (isFragment(s.pieces))
    return [{ expr: readAsWritten(r, s.pieces, span), leading: null, joint: s.joint, ...span }];
  const ops = s.pieces.flatMap((p) => (p.kind === 'relation' ? [p] : []));
  const sides = splitAt(s.pieces, (p) => p.kind === 'relation').map((side) => side.filter((p) => !isGap(p)));
  const leading = sides[0]?.length === 0 && ops[0] ? opOf(r, ops[0]) : null;
  const chain = openEnded(leading === null ? sides : sides.slice(1));
  if (chain.length === 0) return [];
  // A ⊂ B, of which neither side is said to be the other.
  if (ops.some((p) => p.op === null)) {
    const expr = readOrKept(r, s.pieces, span, () => readAll(r, s.pieces, span));
    return [{ expr, leading: null, joint: s.joint, ...span }];
  }
  const names = (leading === null ? ops : ops.slice(1)).slice(0, chain.length - 1).map((p) => opOf(r, p));
  const differential = chain.find(isDifferentialOfName);
  const derivative = differential && leading === null ? readDifferentials(r, names, chain, span) : null;
  if (derivative) return [{ expr: derivative, leading, joint: s.joint, ...span }];
  if (differential && chain.length > 1)
    fail(spanOf(differential, span), 'Differentials are not supported; write a derivative.');
  return readChain(r, names, chain, { leading, joint: s.joint, ...span });
}
/** “the sign +”, “10×”: a sign that a sentence speaks of, or a number of times. */
function isFragment(pieces: readonly Piece[]): boolean {
  const shown = pieces.filter((p) => !isGap(p));
  const [sign, ...before] = [...shown].reverse();
  if (sign?.kind !== 'sign' && sign?.kind !== 'times' && sign?.kind !== 'slash') return false;
  const isTimes = sign.kind === 'times' && sign.op === '×';
  return before.length === 0 || (isTimes && before.length === 1 && before[0]?.kind === 'number');
}
/** (k > 1): a statement in brackets. */
function withoutBrackets(s: Segment): Segment {
  const only = s.pieces[0];
  if (s.pieces.length !== 1 || !isRound(only) || hasScripts(only)) return s;
  return only.body.some((p) => p.kind === 'relation') && !only.body.some(isComma)
    ? { ...s, pieces: only.body }
    : s;
}
// dy = 2x dx
const isDifferentialOfName = (side: readonly Piece[]): boolean =>
  side.length === 2 && isDifferential(side[0]) && side[1]?.kind === 'name';
const opOf = (r: Reader, p: RelationPiece): RelationOp => p.op ?? unexpected(p, r);

// "A = ?", "… → …" and "A =" leave the last side open.
function openEnded(sides: readonly (readonly Piece[])[]): readonly (readonly Piece[])[] {
  const last = sides.at(-1);
  const open = last?.every((p) => p.kind === 'symbol' && (p.name === 'question' || p.name === 'dots'));
  return open ? sides.slice(0, -1) : sides;
}

/** m \times n, d \times (d + 1), alone: the size of an array, and no product. */
function isSizeOfArray(side: readonly Piece[]): boolean {
  const lengths = splitAt(side, (p) => p.kind === 'times' && p.op === '×');
  return lengths.length > 1 && lengths.every(([p, more]) => p && !more && isLength(p));
}
const isLength = (p: Piece): boolean =>
  (p.kind === 'name' && !p.sup && p.primes === 0 && p.marks.length === 0) ||
  p.kind === 'number' ||
  (isRound(p) && !hasScripts(p) && p.body.every((q) => q.kind === 'sign' || isLength(q)));

/** One statement; of an equation with a side that cannot be read, each of the others by itself. */
function readChain(
  r: Reader,
  names: readonly RelationOp[],
  sides: readonly (readonly Piece[])[],
  whole: Omit<Statement, 'expr'>,
): readonly Statement[] {
  const [only, more] = sides;
  if (only && !more) {
    const isSize = whole.leading === null && isSizeOfArray(only);
    return [{ ...whole, expr: isSize ? readAsWritten(r, only, whole) : readSide(r, only, whole) }];
  }
  const places = sides.map((side) => spanOf(side, whole));
  const isEquation = names.every((op) => op === '=' || op === ':=');
  const read = sides.map((side, i) => {
    const one = (): Expr => readSide(r, side, places[i] ?? whole);
    return isEquation ? r.attempt(one) : one();
  });
  const exprs = read.filter((e) => e !== null);
  if (exprs.length === sides.length) return [{ ...whole, expr: r.place(relation(names, exprs), whole) }];
  const sideOf = { from: whole.from, to: whole.to };
  return read.flatMap((expr, i) =>
    expr
      ? [{ expr, leading: null, joint: i === 0 ? whole.joint : ',', ...(places[i] ?? whole), sideOf }]
      : [],
  );
}

const readSide = (r: Reader, side: readonly Piece[], span: Pick<Statement, 'from' | 'to'>): Expr =>
  readOrKept(r, side, span, () => readAll(r, side, span));

/** Names that the text itself writes as name(a, b) = … are functions throughout. */
function noteDefined(r: Reader, pieces: readonly Piece[]): void {
  const [name, fence, op] = pieces;
  if (
    name?.kind !== 'name' ||
    !isRound(fence) ||
    op?.kind !== 'relation' ||
    (op.op !== '=' && op.op !== ':=')
  )
    return;
  if (name.sup || name.primes > 0 || fence.sup || fence.primes > 0) return;
  const params = fence.body.filter((p) => !isComma(p));
  if (
    params.length === 0 ||
    !params.every((p): p is NamePiece => p.kind === 'name' && !p.sup && p.primes === 0)
  )
    return;
  if (params.some((p) => p.base === name.base && p.marks.join() === name.marks.join())) return;
  const letters = (name.sub ?? []).map((s) =>
    s.kind === 'name' ? s.base : s.kind === 'word' || s.kind === 'number' ? s.text : '',
  );
  r.localFunctions.add(sym(name.base, name.marks, name.sub ? letters.join('') : null).id);
}

/** y(0) = 1: a name with a number in brackets on a side by itself is its value there. */
function noteValues(r: Reader, pieces: readonly Piece[]): void {
  const sides = splitAt(pieces, (p) => p.kind === 'relation');
  for (const [name, fence, more] of sides) {
    if (sides.length < 2 || more || name?.kind !== 'name' || !isRound(fence) || hasScripts(fence)) continue;
    const isNumber = fence.body.length === 1 && fence.body[0]?.kind === 'number';
    if (isNumber && !name.sup && !name.sub) r.localFunctions.add(sym(name.base, name.marks).id);
  }
}

/** i is √−1 where no index i is about and it stands in an exponent of e or beside a number: 1 + i. */
function usesImaginary(segments: readonly Segment[]): boolean {
  const seen = { index: false, unit: false };
  const look = (pieces: readonly Piece[]): void => {
    pieces.forEach((p, k) => {
      if (p.sub?.some(hasI)) seen.index = true;
      if (p.kind === 'name' && p.base === 'e' && p.sup?.some(hasI)) seen.unit = true;
      const next = pieces[k + 2];
      if (
        p.kind === 'number' &&
        pieces[k + 1]?.kind === 'sign' &&
        isI(next?.kind === 'number' ? pieces[k + 3] : next)
      )
        seen.unit = true;
      for (const list of listsIn(p)) look(list);
    });
  };
  for (const s of segments) look(s.pieces);
  return seen.unit && !seen.index;
}
const isI = (p: Piece | undefined): boolean => p?.kind === 'name' && p.base === 'i' && p.sub === null;
const hasI = (p: Piece): boolean => isI(p) || listsIn(p).some((list) => list.some(hasI));
