/** Names of indices: which ones an expression has, and fresh ones. */
import { same } from '../equality.js';
import { delta, ONE, ZERO, sum, sym, type Binder, type Expr, type Num, type Sym } from '../expr.js';
import { children, openBody, someNode } from '../walk.js';

const USUAL = ['j', 'l', 'm', 'n', 'p', 'q', 'r', 's', 'i', 'k'];

/** An index name that is free in none of the expressions: the hint itself, or another letter that indices usually have. */
export function freshIndex(hint: Sym, among: readonly Expr[]): Sym {
  const isTaken = (s: Sym): boolean => among.some((e) => e.free.has(s.id));
  if (!isTaken(hint)) return hint;
  for (const base of USUAL) {
    const candidate = sym(base);
    if (!isTaken(candidate)) return candidate;
  }
  for (let i = 1; ; i++) {
    const candidate = sym(hint.base, hint.marks, String(i));
    if (!isTaken(candidate)) return candidate;
  }
}

/** The free names that stand as an index of something, in reading order, each once. */
export function freeIndices(...list: readonly Expr[]): readonly Sym[] {
  const found = new Map<string, Sym>();
  const note = (e: Expr): void => {
    if (e.kind === 'sym') found.set(e.id, e);
    else children(e).forEach(note);
  };
  for (const e of list)
    someNode(e, (x) => {
      if (x.kind === 'component') x.indices.forEach(note);
      if (x.kind === 'delta') [x.left, x.right].forEach(note);
      return false;
    });
  return [...found.values()];
}

/** k + 1 as the letter and the number that is added to it; no letter where it is anything else. */
export function shiftedIndex(at: Expr): { readonly letter: Sym | null; readonly shift: Num } {
  if (at.kind === 'sym') return { letter: at, shift: ZERO };
  const letter = at.kind === 'add' ? at.terms.find((t): t is Sym => t.kind === 'sym') : undefined;
  const shift = letter && at.kind === 'add' ? sum(at.terms.filter((t) => t !== letter)) : ZERO;
  return letter && shift.kind === 'num' ? { letter, shift } : { letter: null, shift: ZERO };
}

/** How far beyond its own range a sum or product reaches for entries: 1 for x_{i+1}, 0 for x_i and x_{i−1}. */
export function greatestShift(b: Binder): number {
  const index = freshIndex(b.hint, [b]);
  let greatest = 0;
  someNode(openBody(b, index).body, (e) => {
    for (const i of e.kind === 'component' ? e.indices : []) {
      const { letter, shift } = shiftedIndex(i);
      if (letter?.id === index.id) greatest = Math.max(greatest, shift.value.toNumber());
    }
    return false;
  });
  return greatest;
}

/** δ_ij, which is 1 for the same index and 0 for two numbers that differ. */
export function indicator(a: Expr, b: Expr): Expr {
  if (same(a, b)) return ONE;
  return a.kind === 'num' && b.kind === 'num' ? ZERO : delta(a, b);
}
