/** A program as lines of code: its locals, sums as loops, and what is used more than once under a name. */
import {
  children,
  mapChildren,
  num,
  ONE,
  openBody,
  plus,
  same,
  topDown,
  type Binder,
  type Expr,
  type Local,
  type Sym,
} from '../core/index.js';

export type CodeLine =
  | { readonly kind: 'const'; readonly name: Sym; readonly value: Expr }
  /** let name = unit; for (index = from; index < or <= until) name += or *= term. */
  | {
      readonly kind: 'loop';
      readonly name: Sym;
      readonly op: 'sum' | 'product';
      readonly index: Sym;
      readonly from: Expr;
      readonly until: Expr;
      /** Whether `until` is the last value, or the one after it. */
      readonly inclusive: boolean;
      readonly term: Expr;
    };

export interface Lines {
  readonly lines: readonly CodeLine[];
  readonly results: readonly Expr[];
}

/** Names for lines that the program does not name itself. */
export type Namer = (wanted: string) => Sym;

/** The bindings and results with loops made of sums and shared parts made lines; all values in code form. */
export function linesOf(bindings: readonly Local[], results: readonly Expr[], name: Namer): Lines {
  const looped = withLoops(bindings, results, name);
  return withShared(looped, name);
}

function withLoops(bindings: readonly Local[], results: readonly Expr[], name: Namer): Lines {
  const lines: CodeLine[] = [];
  const made: { binder: Binder; name: Sym }[] = [];
  const loopFor = (e: Binder): Expr => {
    const before = made.find((m) => same(m.binder, e));
    if (before) return before.name;
    const loop = loopOf(e, name);
    lines.push(loop);
    made.push({ binder: e, name: loop.name });
    return loop.name;
  };
  const go = topDown((e) => {
    if (!hasBinder(e)) return e;
    return e.kind === 'binder' && isFinite(e) ? loopFor(e) : null;
  });
  for (const b of bindings) {
    const value = go(b.value);
    lines.push({ kind: 'const', name: b.name, value });
  }
  return { results: results.map(go), lines };
}

const isFinite = (e: Binder): boolean =>
  (e.op === 'sum' || e.op === 'product') && e.lower !== null && e.upper !== null && e.condition === null;
function hasBinder(e: Expr): boolean {
  return e.kind === 'binder' || children(e).some(hasBinder);
}

/** Loops over an array count from 0, as code does; others over their own range. */
function loopOf(e: Binder, name: Namer): Extract<CodeLine, { kind: 'loop' }> {
  const index = name('i');
  const overArray = e.upper?.kind === 'sym' && e.lower?.kind === 'num';
  const { body } = openBody(e, overArray ? plus([index, ONE]) : index);
  return {
    kind: 'loop',
    name: name(e.op === 'product' ? 'product' : 'sum'),
    op: e.op === 'product' ? 'product' : 'sum',
    index,
    from: overArray ? plus([e.lower, num(-1)]) : (e.lower ?? ONE),
    until: e.upper ?? ONE,
    inclusive: !overArray,
    term: body,
  };
}

/** Parts that stand more than once and cost something become lines of their own, before the first line that uses them. */
function withShared({ lines, results }: Lines, name: Namer): Lines {
  const counts = new Counts();
  lines.forEach((l) => {
    if (l.kind === 'const') counts.add(l.value);
  });
  results.forEach((e) => {
    counts.add(e);
  });
  const given = new Map<Expr, Sym>();
  const out: CodeLine[] = [];
  // A value that is a line already is used by that line's name.
  const go = (e: Expr): Expr => {
    const key = counts.representative(e);
    const known = given.get(key);
    if (known) return known;
    const value = mapChildren(e, go);
    if (counts.of(key) < 2 || !isCostly(e)) return value;
    const made = name(hintFor(e));
    out.push({ kind: 'const', name: made, value });
    given.set(key, made);
    return made;
  };
  for (const l of lines) {
    if (l.kind === 'loop') {
      out.push(l);
      continue;
    }
    const key = counts.representative(l.value);
    const known = given.get(key);
    const value = known ?? mapChildren(l.value, go);
    out.push({ ...l, value });
    if (!known && isCostly(l.value)) given.set(key, l.name);
  }
  const finished = results.map((e) => go(e));
  return { lines: out, results: finished };
}

/** Calls, powers and quotients, and longer sums and products; not conditions, and nothing under a bound index. */
function isCostly(e: Expr): boolean {
  switch (e.kind) {
    case 'call':
    case 'apply':
    case 'root':
      return true;
    case 'pow':
      return !(e.base.kind === 'sym' && e.exponent.kind === 'num');
    case 'div':
      return e.size > 3;
    case 'add':
      return e.size > 4;
    case 'mul':
      return e.size > 4 && !(e.factors.length === 2 && e.factors[0]?.kind === 'num');
    case 'piecewise':
      return true;
    case 'num':
    case 'const':
    case 'sym':
    case 'relation':
    case 'logic':
    case 'diff':
    case 'at':
    case 'bound':
    case 'binder':
    case 'plusminus':
    case 'component':
    case 'delta':
    case 'tuple':
    case 'matrix':
    case 'matmul':
      return false;
  }
}

function hintFor(e: Expr): string {
  if (e.kind === 'call') return HINTS[e.fn] ?? 't';
  if (e.kind === 'root') return 'r';
  return 't';
}
const HINTS: Readonly<Record<string, string>> = { exp: 'e', sin: 's', cos: 'c', ln: 'l', hypot: 'r' };

/** How often each distinct part stands, equal parts counted together. */
class Counts {
  private readonly byHash = new Map<number, Expr[]>();
  private readonly known = new Map<Expr, Expr>();
  private readonly counts = new Map<Expr, number>();

  add(e: Expr): void {
    const key = this.representative(e);
    const n = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, n);
    // A part that is shared as a whole shares its parts with it.
    if (n === 1 && e.kind !== 'binder')
      children(e).forEach((c) => {
        this.add(c);
      });
  }

  of(key: Expr): number {
    return this.counts.get(key) ?? 0;
  }

  representative(e: Expr): Expr {
    const done = this.known.get(e);
    if (done) return done;
    const bucket = this.byHash.get(e.hash) ?? [];
    const found = bucket.find((x) => same(x, e)) ?? e;
    if (found === e) {
      bucket.push(e);
      this.byHash.set(e.hash, bucket);
    }
    this.known.set(e, found);
    return found;
  }
}
