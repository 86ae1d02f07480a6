/** f_x, f_{xy} of a function f: partial derivatives, by each letter in turn. */
import { apply, diff, num, sym, type Expr, type Sym } from '../../core/index.js';
import {
  hasPartialsByName,
  isCoordinate,
  isField,
  isTime,
  isUsualDifferential,
  isUsualIndex,
} from '../../customs/usually.js';
import { readArguments } from './calls.js';
import type { Cursor, NamePiece, Piece } from './piece.js';
import { withPower } from './powers.js';
import { isRound, type Reader } from './reader.js';
import { fail } from './unreadable.js';

/** The derivative that the subscript of the name means, or null; the name has been read, its bracket has not. */
export function readSubscriptDerivative(r: Reader, c: Cursor, p: NamePiece, start: number): Expr | null {
  const letters = plainLetters(p.sub);
  const fn = sym(p.base);
  // f'_x and f''_{xy} say it twice, with as many primes as letters.
  const isTwice = letters !== null && p.primes === letters.length;
  if (!letters || p.marks.length > 0 || (p.primes > 0 && !isTwice) || !hasPartials(r, fn, letters, isTwice))
    return null;
  const bracket = c.peek();
  const fence = isRound(bracket) && p.sup === null ? bracket : null;
  let body: Expr = r.place(fn, { from: p.from, to: p.headTo });
  if (fence) {
    c.next();
    const args = readArguments(r, fence);
    const named = args.map((a) => (a.kind === 'sym' ? a.id : ''));
    if (letters.some((l) => !named.includes(l.base))) {
      fail(fence, 'By which argument the subscript derives cannot be told here.');
    }
    body = r.place(apply(fn, args), { from: p.from, to: fence.headTo });
  }
  const source = r.source({ from: p.from, to: p.sup ? p.headTo : p.to }).trim();
  r.assume('other', p, `${source} is read as a partial derivative of ${p.base}.`);
  for (const l of letters) {
    body = r.place(diff(body, r.place(sym(l.base), l), r.place(num(1), l), true), c.since(start));
  }
  return withPower(r, body, fence ?? { ...p, primes: 0 }, c.since(start));
}

function plainLetters(sub: readonly Piece[] | null): readonly NamePiece[] | null {
  if (!sub || sub.length === 0 || sub.length > 4) return null;
  const letters = sub.filter(
    (l): l is NamePiece => l.kind === 'name' && !l.sub && !l.sup && l.primes === 0 && l.marks.length === 0,
  );
  return letters.length === sub.length ? letters : null;
}

function hasPartials(r: Reader, fn: Sym, letters: readonly NamePiece[], isTwice: boolean): boolean {
  const bases = letters.map((l) => l.base);
  if (r.defines(sym(fn.base, [], bases.join('')).id)) return false;
  if (isTwice && bases.every((b) => isUsualDifferential(b))) return !bases.includes(fn.base);
  if (!mayDependOn(r, fn, bases)) return false;
  if (r.knowsFunction(fn.id)) return bases.every((b) => !isUsualIndex(b) && b.length === 1);
  // h_t is a state and u_x a velocity far more often than derivatives are.
  const isUsual = hasPartialsByName(fn.base) || (isField(fn.base) && bases.length > 1);
  return isUsual && bases.every((b) => isCoordinate(b) || (isTime(b) && bases.length > 1));
}

/** Whether no argument that this text gives the function rules its letters out: the T_s beside T(t) is a name. */
function mayDependOn(r: Reader, fn: Sym, bases: readonly string[]): boolean {
  const letters = lettersOf(r).get(fn.base);
  return letters === undefined || bases.every((b) => letters.has(b));
}

/** The letters to which the text applies each letter, gathered once a text. */
function lettersOf(r: Reader): ReadonlyMap<string, ReadonlySet<string>> {
  const known = applied.get(r);
  if (known) return known;
  const found = new Map<string, Set<string>>();
  for (const [, name = '', list = ''] of r.text.matchAll(CALL)) {
    const letters = found.get(name) ?? new Set();
    found.set(name, letters);
    for (const letter of list.split(/, ?/)) letters.add(letter);
  }
  applied.set(r, found);
  return found;
}
const applied = new WeakMap<Reader, ReadonlyMap<string, ReadonlySet<string>>>();
const CALL = /(?<![A-Za-z\\])([A-Za-z])['′]{0,4}(?:\\left)?\(([A-Za-z](?:, ?[A-Za-z])*)(?:\\right)?\)/g;
