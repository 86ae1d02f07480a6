/** Going through expression trees: children, rebuilding, names put in, names bound. */
import { at, bound, rawBinder, sym, type At, type Binder, type Expr, type Sym } from './expr.js';
import { described } from './kinds/index.js';

/** Range and condition of a binder, written with the bound name itself. */
export interface BinderRange {
  readonly lower?: Expr | null;
  readonly upper?: Expr | null;
  readonly condition?: Expr | null;
}

/** ∑/∏/∫/lim of a body written with `index`: the name becomes bound, and is kept as the hint for printing. */
export function binder(op: Binder['op'], index: Sym, range: BinderRange, body: Expr): Binder {
  const close = (e: Expr | null | undefined): Expr | null => (e ? closeOver(e, index.id, 0) : null);
  return rawBinder(
    op,
    index,
    range.lower ?? null,
    range.upper ?? null,
    close(range.condition),
    closeOver(body, index.id, 0),
  );
}

/** The body and condition of a binder with the bound name replaced by `name`; choose one not free in the binder. */
export function openBody(b: Binder, name: Expr): { body: Expr; condition: Expr | null } {
  return { body: openOver(b.body, name, 0), condition: b.condition && openOver(b.condition, name, 0) };
}

/** The direct subexpressions, in reading order. */
export const children = (e: Expr): readonly Expr[] => described(e).children(e);

/** The same node over mapped children; the node itself when no child changed. */
export function mapChildren(e: Expr, f: (child: Expr) => Expr): Expr {
  const old = children(e);
  const next = old.map(f);
  return next.every((c, i) => c === old[i]) ? e : withChildren(e, next);
}

/** The same kind of node over other children, as many as `children` gives. */
export const withChildren = (e: Expr, parts: readonly Expr[]): Expr => described(e).over(e, parts);

/** The tree with every occurrence of free symbols replaced, each once, at the same time. Capture cannot happen. */
export function substitute(e: Expr, values: ReadonlyMap<string, Expr>): Expr {
  const memo = new Map<Expr, Expr>();
  const go = (x: Expr): Expr => {
    if (!mentionsAny(x, values)) return x;
    const known = memo.get(x);
    if (known) return known;
    const made =
      x.kind === 'sym' ? (values.get(x.id) ?? x) : x.kind === 'at' ? substituteAt(x, go) : mapChildren(x, go);
    memo.set(x, made);
    return made;
  };
  return go(e);
}

// The bar's own variable is bound in its body: only the value is open to substitution.
const substituteAt = (e: At, go: (x: Expr) => Expr): Expr => at(e.body, e.variable, go(e.value));

function mentionsAny(e: Expr, values: ReadonlyMap<string, Expr>): boolean {
  for (const name of values.keys()) if (e.free.has(name)) return true;
  return false;
}

/** A symbol that is not free in any of the expressions: the hint itself, or the hint with a letter after it. */
export function freshSymbol(hint: Sym, among: readonly Expr[]): Sym {
  const taken = (s: Sym): boolean => among.some((e) => e.free.has(s.id));
  if (!taken(hint)) return hint;
  for (const base of FRESH_NAMES) {
    const candidate = sym(base);
    if (!taken(candidate)) return candidate;
  }
  for (let i = 1; ; i++) {
    const candidate = sym(hint.base, hint.marks, String(i));
    if (!taken(candidate)) return candidate;
  }
}

const FRESH_NAMES = ['u', 'v', 'w', 's', 't', 'p', 'q', 'r', 'y', 'z'];

const dependsOn = (e: Expr, id: string): boolean => e.free.has(id);

function closeOver(e: Expr, id: string, level: number): Expr {
  if (!dependsOn(e, id)) return e;
  if (e.kind === 'sym') return bound(level);
  return mapBinding(e, level, (c, l) => closeOver(c, id, l));
}

function openOver(e: Expr, name: Expr, level: number): Expr {
  if (e.kind === 'bound') return e.level === level ? name : e;
  return mapBinding(e, level, (c, l) => openOver(c, name, l));
}

/** Children mapped with the level raised by one under a binder's own name. */
function mapBinding(e: Expr, level: number, f: (c: Expr, level: number) => Expr): Expr {
  if (e.kind !== 'binder') return mapChildren(e, (c) => f(c, level));
  const part = (x: Expr | null, l: number): Expr | null => (x ? f(x, l) : null);
  return rawBinder(
    e.op,
    e.hint,
    part(e.lower, level),
    part(e.upper, level),
    part(e.condition, level + 1),
    f(e.body, level + 1),
  );
}

/** A sum or an integral over something, in front of which factors stand. */
export const isSeries = (e: Expr): boolean => e.kind === 'binder' && (e.op === 'sum' || e.op === 'integral');

/** Whether any node has the property; binders' bodies are looked into as they are. */
export function someNode(e: Expr, test: (e: Expr) => boolean): boolean {
  const seen = new Set<Expr>();
  const visit = (x: Expr): boolean => {
    if (seen.has(x)) return false;
    seen.add(x);
    return test(x) || children(x).some(visit);
  };
  return visit(e);
}
