/** Definitions in a document: which equations define a name, and which of them are in force at a place. */
import {
  apply,
  areSame,
  compile,
  functionRow,
  opaqueIn,
  someNode,
  sym,
  type Apply,
  type Binding,
  type Call,
  type Const,
  type Expr,
  type Sym,
} from '../core/index.js';
import { done, type Steps } from '../steps.js';
import { lastWords } from '../notation/latex/plainWords.js';
import type { Reading, Statement, Style } from '../notation/notation.js';
import { ASSUMED_FUNCTIONS } from '../customs/usually.js';

export interface Definition extends Binding {
  /** The function of the table that the note gives a meaning of its own; null for any other name. */
  readonly replaces: string | null;
  /** 1-based line of the document. */
  readonly line: number;
  /** Offset in the file of the formula that it stands in. */
  readonly from: number;
  /** Said after "where": it holds for what stands before it, too. */
  readonly late: boolean;
}

/** A formula of a document as it was read. */
export interface Written {
  readonly reading: Reading;
  readonly line: number;
  readonly from: number;
  /** The words before it in its paragraph. */
  readonly wordsBefore: string;
  /** Told of what broke on this formula, which then defines nothing. */
  failed(error: unknown): void;
}

/** The definitions in these formulas, in order. What only says what the table of functions knows is none. */
export function definitionsIn(formulas: readonly Written[]): readonly Definition[] {
  return done(definitionsInSteps(formulas));
}

/** The same in steps. */
export function* definitionsInSteps(formulas: Iterable<Written>): Steps<readonly Definition[]> {
  const known = new Map<string, Definition>();
  const all: Definition[] = [];
  for (const f of formulas) {
    try {
      for (const d of definedInFormula(f, known)) {
        known.set(d.name.id, d);
        all.push(d);
      }
    } catch (error) {
      f.failed(error);
    }
    yield null;
  }
  return all;
}

function* definedInFormula(f: Written, known: ReadonlyMap<string, Definition>): Generator<Definition> {
  for (const [i, s] of f.reading.statements.entries()) {
    const found = definedOnce(s, f.reading.style.names).filter((b) => !isTableFunction(b, known));
    const late = found.length > 0 && LATE.test(lastSentence(i === 0 ? f.wordsBefore : s.joint));
    for (const b of found) yield { ...b, line: f.line, from: f.from, late };
  }
}
/** Words after which a definition explains what was already used. A sentence that begins "For f(x) = …" is another example. */
const LATE = /\b(?:[wW]here(?:by)?|[wW]ith|[hH]ere|for|if|when|given)\b/;
const lastSentence = (words: string): string => words.slice(words.lastIndexOf('.') + 1);
/** A definition so close behind a formula is said in the same breath, and meant rather than one before. */
const SAME_BREATH = 120;

/** All definitions of a document, to be asked which ones hold at a place. */
export class Definitions {
  private readonly byName = new Map<string, Definition[]>();
  /** Names that stand for functions of the table. */
  private readonly replacing = new Set<string>();

  constructor(readonly all: readonly Definition[]) {
    for (const d of all) {
      const list = this.byName.get(d.name.id);
      if (list) list.push(d);
      else this.byName.set(d.name.id, [d]);
      if (d.replaces !== null) this.replacing.add(d.name.id);
    }
  }

  /**
   * The definitions in force at a file offset, by name: the last one before it, else the first one after it that a
   * "where" introduces. An equation whose right side only names unknown functions does not shadow one that says more.
   */
  inForce(offset: number): ReadonlyMap<string, Definition> {
    const found = new Map<string, Definition>();
    for (const [id, list] of this.byName) {
      const d = this.heldAt(list, offset);
      if (d) found.set(id, d);
    }
    return found;
  }

  /**
   * Those in force that the expressions mention, directly or through each other, and those that give a function of the
   * table another meaning: all that can matter for them.
   */
  inForceFor(expressions: readonly Expr[], offset: number): ReadonlyMap<string, Definition> {
    const found = new Map<string, Definition>();
    const add = (id: string): void => {
      const list = found.has(id) ? undefined : this.byName.get(id);
      const d = list && this.heldAt(list, offset);
      if (!d) return;
      found.set(id, d);
    };
    this.replacing.forEach(add);
    for (const e of expressions) e.free.forEach(add);
    // What is found while this runs is visited as well: no chain of definitions is too long for the stack.
    for (const { value } of found.values()) value.free.forEach(add);
    return found;
  }

  private heldAt(list: readonly Definition[], offset: number): Definition | undefined {
    const before = countUpTo(list, offset);
    const next = list[before];
    if (next?.late && next.from - offset < SAME_BREATH) return next;
    for (let i = before - 1; i >= 0; i--) {
      const d = list[i];
      if (d && !this.isVague(d)) return d;
    }
    return list[before - 1] ?? list.slice(before).find((d) => d.late);
  }

  /** Says its name by functions that nothing defines. */
  private isVague(d: Definition): boolean {
    // f(x) = 0 is an equation to solve where f is something else.
    if (d.params.length > 0 && d.value.free.size === 0) return true;
    return someNode(d.value, (e) => e.kind === 'apply' && !this.byName.has(e.fn.id));
  }
}

/** How many of the definitions, which are in order, stand at the offset or before it. */
function countUpTo(list: readonly Definition[], offset: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.from ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Defined = Pick<Definition, 'name' | 'params' | 'value' | 'replaces'>;

/** A statement's definitions, worked out once: statements outlive the versions of their document. */
function definedOnce(s: Statement, spellings: Style['names']): readonly Defined[] {
  const known = definedIn.get(s);
  if (known) return known;
  const made = definedBy(s, spellings);
  definedIn.set(s, made);
  return made;
}
const definedIn = new WeakMap<Statement, readonly Defined[]>();

/** What a statement defines; nothing where it is no definition. A claim (its left side a derivative) never is one. */
export function definedBy(s: Statement, spellings: Style['names'] = {}): readonly Defined[] {
  const e = s.expr;
  if (e.kind !== 'relation' || s.leading !== null) return [];
  const [left, ...rights] = e.sides;
  if (!left || (e.ops[0] !== '=' && e.ops[0] !== ':=')) return [];
  const heads: Expr[] = [left];
  for (const [i, right] of rights.entries()) {
    if (e.ops[i] !== '=' && e.ops[i] !== ':=') return [];
    // y = f(x) = x² defines both y and f.
    const head = right.kind === 'apply' && isHead(right) && i + 1 < rights.length;
    if (!head) return heads.flatMap((h) => bindingOf(h, right, spellings) ?? []);
    heads.push(right);
  }
  return [];
}

/** f(x), with names as arguments, each once. */
function isHead(e: Expr): e is Apply | Call {
  if (e.kind !== 'call' && (e.kind !== 'apply' || e.orders.some((o) => o !== 0))) return false;
  const names = e.args.map((a) => (a.kind === 'sym' ? a.id : null));
  return names.length > 0 && !names.includes(null) && new Set(names).size === names.length;
}

function bindingOf(written: Expr, value: Expr, spellings: Style['names']): Defined | null {
  const head = written.kind === 'const' ? letterOf(written, value) : written;
  if (head === null || opaqueIn(head)) return null;
  if (!isValue(value) && !(isHead(head) && isVector(value))) return null;
  if (head.kind === 'sym') {
    // A setting such as α = 0.01 gives a parameter its value; x = x + 1 is none.
    const says = value.free.size > 0 && !value.free.has(head.id);
    return says ? { name: head, params: [], value, replaces: null } : null;
  }
  if (!isHead(head)) return null;
  const params = head.args.filter((a): a is Sym => a.kind === 'sym');
  if (head.kind === 'call') {
    // ln ω = 0 and sin y = x are equations, and leave ln and sin what they are.
    if (isElementary(head.fn)) return null;
    return calls(value, head.fn) || !params.every((p) => value.free.has(p.id))
      ? null
      : { name: wordName(head.fn, spellings), params, value, replaces: head.fn };
  }
  if (value.free.has(head.fn.id) || isCurve(params, value)) return null;
  return { name: head.fn, params, value, replaces: null };
}
/** The error of e = y − ŷ and the profit of π = pq − cq are quantities, whatever numbers the letters are elsewhere. */
const letterOf = ({ name }: Const, value: Expr): Sym | null =>
  name !== 'infinity' && value.free.size > 0 ? sym(name) : null;

/** f(x) = 0 is an equation to solve; g(x, y) = 0 and g(x, y) = c are a curve, or a constraint. */
const isCurve = (params: readonly Sym[], value: Expr): boolean =>
  (value.kind === 'num' && value.value.isZero) ||
  (params.length > 1 && !params.some((p) => value.free.has(p.id)));

const calls = (e: Expr, fn: string): boolean => someNode(e, (x) => x.kind === 'call' && x.fn === fn);

/** cos x = −sin x is an equation, and gives the cosine no other meaning. */
const isElementary = (fn: string): boolean => functionRow(fn)?.universal ?? false;

/** The name in words that the note writes for a function of the table: LeakyReLU. */
function wordName(fn: string, spellings: Style['names']): Sym {
  const word = lastWords(spellings[fn] ?? '');
  return sym(word === '' ? fn : word, ['word']);
}

/** A value and not a statement, a list, or a derivative that is only named. */
function isValue(e: Expr): boolean {
  if (e.kind === 'relation' || e.kind === 'logic' || e.kind === 'tuple' || e.kind === 'matrix') return false;
  return opaqueIn(e) === null && !someNode(e, (x) => x.kind === 'diff' || x.kind === 'plusminus');
}

/** f(x, y) = (xy, x + y): a function with several components. */
const isVector = (e: Expr): boolean =>
  (e.kind === 'tuple' && e.items.every(isValue)) || (e.kind === 'matrix' && e.rows.flat().every(isValue));

/** σ(x) = 1/(1 + e^{−x}) only says what the table knows: there σ stays the function of the table. */
function isTableFunction(
  { name, params, value, replaces }: Defined,
  known: ReadonlyMap<string, Binding>,
): boolean {
  const row = functionRow(replaces ?? ASSUMED_FUNCTIONS.get(name.id) ?? '');
  const param = params[0];
  if (!row || !param || params.length !== 1) return false;
  // σ(z) = 0.5 speaks of some z.
  if (value.kind === 'num') return true;
  // GELU(x) = xΦ(x) with a Φ that nothing defines says nothing against the table.
  if (replaces !== null && someNode(value, (e) => e.kind === 'apply' && !known.has(e.fn.id))) return true;
  const f = compile(value, [param.id], known);
  return areSame(f, row.evaluate);
}

/** A name used with no arguments where its definition has some stands for its value at its own parameters. */
export function atOwnParameters(d: Binding): Expr {
  return d.params.length === 0 ? d.name : apply(d.name, d.params);
}
