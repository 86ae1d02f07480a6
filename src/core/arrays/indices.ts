/** Names of indices: which ones an expression has, and fresh ones. */
import { sym, type Expr, type Sym } from '../expr.js';
import { children, someNode } from '../walk.js';

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
