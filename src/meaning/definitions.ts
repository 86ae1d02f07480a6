/** Definitions in a document: which equations define a name, and which of them are in force at a place. */
import {
  isPrimed,
  apply,
  areSame,
  compile,
  functionRow,
  num,
  opaqueIn,
  someNode,
  sym,
  type Apply,
  type Binding,
  type Call,
  type Component,
  type Const,
  type Expr,
  type Relation,
  type Sym,
} from '../core/index.js';
import { done, type Steps } from '../steps.js';
import { lastWords } from '../notation/latex/plainWords.js';
import type { Reading, Statement, Style } from '../notation/notation.js';
import { totalSaid } from '../customs/phrases.js';
import { functionBeforeBracket } from '../customs/usually.js';
import { isExample } from './introductions.js';
import { isParameterLetter } from './symbolCustoms.js';
import { namesIn } from './freeNames.js';
import { asSquare } from './squares.js';
import { isStyled, speaksOf } from './styles.js';
import { writtenOut } from './writtenOut.js';
import { saysValue } from './valueAtPoint.js';
import { namedComponents } from './vectorComponents.js';

/** Definitions that lead through more others than this are not looked through: each costs a part of the stack. */
export const MOST_NESTED = 100;

export interface Definition extends Binding {
  /** The function of the table that the note gives a meaning of its own; null for any other name. */
  readonly replaces: string | null;
  /** 1-based line of the document. */
  readonly line: number;
  /** Offset in the file of the formula that it stands in. */
  readonly from: number;
  /** Said after "where": it holds for what stands before it, too. */
  readonly late: boolean;
  /** What shows it: an equation by itself, in a sentence or after "where", or words alone. */
  readonly evidence?: 'equation' | 'sentence' | 'late' | 'words';
  /** Said "for example": it holds for the piece of text that it stands in. */
  readonly example?: boolean;
  /** The indices of ŷ_i = …, which gives each entry of an array; the name is the array's. */
  readonly indices?: readonly Sym[];
  /** Says what all entries of the array come to: Σ_i y_i = 1. */
  readonly ofSum?: boolean;
  /** **z** = (2, 1, 0.1): a direction, or one point of many, by which **z** is not replaced everywhere. */
  readonly ofPoint?: boolean;
}
/** It gives a name by itself its value, as most definitions do, and neither its entries, their sum nor a point. */
export const isOfName = (d: Pick<Definition, 'indices' | 'ofSum' | 'ofPoint'>): boolean =>
  !d.indices && !d.ofSum && !d.ofPoint;

/** What tells a definition's name from another one: ŷ and the entries ŷ_i of an array are two. */
export const definitionKey = ({
  name,
  indices = [],
  ofSum = false,
  ofPoint = false,
}: Pick<Definition, 'name' | 'indices' | 'ofSum' | 'ofPoint'>): string =>
  ofSum
    ? sumKey(name.id)
    : ofPoint
      ? pointKey(name.id)
      : indices.length === 0
        ? name.id
        : entriesKey(name.id, indices.length);
/** The key of the numbers that a vector has at one point. */
export const pointKey = (id: string): string => `${id}[]`;
const sumKey = (id: string): string => `${id}[Σ]`;
export const entriesKey = (id: string, indices: number): string => `${id}[${String(indices)}]`;

/** A formula of a document as it was read. */
export interface FormulaAsRead {
  readonly reading: Reading;
  readonly line: number;
  readonly from: number;
  /** The words before it in its paragraph. */
  readonly wordsBefore: string;
  /** Those after it. */
  readonly wordsAfter: string;
  /** Told of what broke on this formula, which then defines nothing. */
  failed(error: unknown): void;
}

/** The definitions in these formulas, in order. What only says what the table of functions knows is none. */
export function definitionsIn(formulas: readonly FormulaAsRead[]): readonly Definition[] {
  return done(definitionsInSteps(formulas));
}

/** The same in steps; null stands for formulas that define nothing. */
export function* definitionsInSteps(formulas: Iterable<FormulaAsRead | null>): Steps<readonly Definition[]> {
  const known = new Map<string, Definition>();
  const all: Definition[] = [];
  for (const f of formulas) {
    if (f === null) {
      yield null;
      continue;
    }
    try {
      for (const d of definedInFormula(f, known)) {
        if (isOfName(d)) known.set(d.name.id, d);
        all.push(d);
      }
    } catch (error) {
      f.failed(error);
    }
    yield null;
  }
  return all;
}

function* definedInFormula(f: FormulaAsRead, known: ReadonlyMap<string, Definition>): Generator<Definition> {
  for (const d of totalBeside(f)) yield { ...d, line: f.line, from: f.from, late: false };
  for (const [i, s] of f.reading.statements.entries()) {
    const found = definedOnce(s, f.reading.style.names).filter(
      (b) => !isOfName(b) || !isTableFunction(b, known),
    );
    const late = found.length > 0 && LATE.test(lastSentence(i === 0 ? f.wordsBefore : s.joint));
    const example = found.length > 0 && isExample(f.wordsBefore, f.wordsAfter);
    const evidence = late
      ? 'late'
      : i === 0 && lastSentence(f.wordsBefore).trim() !== ''
        ? 'sentence'
        : 'equation';
    for (const b of found) yield { ...b, line: f.line, from: f.from, late, example, evidence };
  }
}
/** "the true class $y$ (one-hot)", "a one-hot vector $y$". */
function totalBeside({ reading, wordsBefore, wordsAfter }: FormulaAsRead): readonly Defined[] {
  const [only, more] = reading.statements;
  const name = only?.expr;
  if (!name || more || (name.kind !== 'sym' && name.kind !== 'component')) return [];
  const array = name.kind === 'sym' ? name : name.base;
  if (array.kind !== 'sym') return [];
  const [behind = ''] = wordsAfter.split('.', 1);
  const total = totalSaid(lastSentence(wordsBefore), behind);
  return total === null ? [] : [sumIs(array, num(total))];
}

/** Words after which a definition explains what was already used. A sentence that begins "For f(x) = …" is another example. */
const LATE = /\b(?:[wW]here(?:by)?|[wW]ith|[hH]ere|for|if|when|given)\b/;
const lastSentence = (words: string): string => words.slice(words.lastIndexOf('.') + 1);

/** The functions of the table that a statement defines as the table has them: σ(x) = 1/(1 + e^{−x}). */
export const saidAsInTable = (s: Statement): readonly string[] =>
  definedOnce(s, {})
    .filter((d) => isOfName(d) && isTableFunction(d, NOTHING_KNOWN))
    .flatMap((d) => d.replaces ?? functionBeforeBracket(d.name.id) ?? []);
const NOTHING_KNOWN: ReadonlyMap<string, Binding> = new Map();

type Defined = Pick<Definition, 'name' | 'params' | 'value' | 'replaces' | 'indices' | 'ofSum' | 'ofPoint'>;

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
  if (!left || (e.ops[0] !== '=' && e.ops[0] !== ':=') || saysValue(e)) return [];
  const total = totalOf(left, e);
  if (total)
    return [total, ...(rights[0] && rights.length === 1 ? [vectorOfName(left, rights[0])] : [])].filter(
      (d) => d !== null,
    );
  if (left.kind === 'component' && numbered(left) === null) return entriesOf(left, e) ?? [];
  const heads: Expr[] = [left];
  for (const [i, right] of rights.entries()) {
    if (e.ops[i] !== '=' && e.ops[i] !== ':=') return [];
    // y = f(x) = x² defines both y and f.
    const head = right.kind === 'apply' && isHead(right) && i + 1 < rights.length;
    if (!head) return heads.flatMap((h) => withComponents(bindingOf(h, right, spellings)));
    heads.push(right);
  }
  return [];
}

function withComponents(d: Defined | null): readonly Defined[] {
  if (!d) return [];
  const components = namedComponents(d.name, d.params, d.value);
  return [d, ...components.map((c) => ({ ...c, params: [], replaces: null }))];
}

/** Σ_i y_i = 1, or y = [1, 0, 0]: what the entries come to. */
function totalOf(left: Expr, { ops, sides }: Relation): Defined | null {
  const right = sides[1];
  if (ops[0] !== '=' || !right) return null;
  if (left.kind === 'binder' && left.op === 'sum' && left.condition === null && right.kind === 'num')
    return isEntryAtBound(left.body) ? sumIs(left.body.base as Sym, right) : null;
  if (left.kind !== 'sym' || (right.kind !== 'tuple' && right.kind !== 'matrix')) return null;
  const entries = right.kind === 'tuple' ? right.items : right.rows.flat();
  const numbers = entries.flatMap((x) => (x.kind === 'num' ? [x.value] : []));
  return numbers.length === entries.length && numbers.length > 1
    ? sumIs(left, num(numbers.reduce((a, b) => a.add(b))))
    : null;
}
const isEntryAtBound = (e: Expr): e is Component =>
  e.kind === 'component' && e.base.kind === 'sym' && e.indices.length === 1 && e.indices[0]?.kind === 'bound';
const sumIs = (name: Sym, value: Expr): Defined => ({ name, params: [], value, replaces: null, ofSum: true });

/**
 * ŷ_i = softmax(z)_i = e^{z_i}/Σ_j e^{z_j}: the side that is written out says most. An entry that is given by others of
 * its own array, as h_t is by h_{t−1}, is not given by what stands there alone.
 */
function entriesOf({ base, indices }: Component, { ops, sides }: Relation): readonly Defined[] | null {
  if (base.kind !== 'sym') return null;
  const names = indices.flatMap((i) => (i.kind === 'sym' ? [i] : []));
  if (names.length < indices.length || new Set(names.map((n) => n.id)).size < names.length) return null;
  // What is concluded from it, or is nearly so, says nothing more.
  const end = ops.findIndex((op) => op !== '=' && op !== ':=');
  const values = sides
    .slice(1, end < 0 ? undefined : end + 1)
    .filter((v) => isValue(v) && v.free.size > 0 && !v.free.has(base.id));
  const value = values.find((v) => !someNode(v, isNamedOnly)) ?? values[0];
  return value ? [{ name: base, params: [], value, replaces: null, indices: names }] : null;
}
const isNamedOnly = (e: Expr): boolean =>
  e.kind === 'apply' || (e.kind === 'call' && functionRow(e.fn) === null);

/** x of f(x), and the σ² of ℓ(μ, σ²). */
function parameterOf(e: Expr): Sym | null {
  const name = e.kind === 'sym' ? e : asSquare(e);
  return name?.kind === 'sym' ? name : null;
}

/** f(x), with names as arguments, each once. */
function isHead(e: Expr): e is Apply | Call {
  if (e.kind !== 'call' && (e.kind !== 'apply' || isPrimed(e))) return false;
  const names = e.args.map((a) => parameterOf(a)?.id ?? null);
  return names.length > 0 && !names.includes(null) && new Set(names).size === names.length;
}

function bindingOf(written: Expr, value: Expr, spellings: Style['names']): Defined | null {
  const head =
    written.kind === 'const' ? letterOf(written, value) : (numbered(written) ?? asSquare(written) ?? written);
  if (head === null || opaqueIn(head)) return null;
  const vector = vectorOfName(head, value);
  if (vector) return vector;
  if (!isValue(value) && !(isHead(head) && isVector(value))) return null;
  if (head.kind === 'sym') {
    // A setting such as α = 0.01 gives a parameter its value; x = x + 1 is none.
    const says = value.free.size > 0 && !value.free.has(head.id);
    return says ? { name: head, params: [], value, replaces: null } : null;
  }
  if (!isHead(head)) return null;
  const params = head.args.flatMap((a) => parameterOf(a) ?? []).map((p) => inCaseOf(value, p));
  if (head.kind === 'call') {
    // ln ω = 0 and sin y = x are equations, and leave ln and sin what they are.
    if (isElementary(head.fn) || isSign(head.fn)) return null;
    return calls(value, head.fn) || !params.every((p) => value.free.has(p.id))
      ? null
      : { name: wordName(head.fn, spellings), params, value, replaces: head.fn };
  }
  if (mentionsName(value, head.fn.id) || isCondition(params, value)) return null;
  return { name: head.fn, params, value, replaces: null };
}
/**
 * **v** = (1, 2), **F** = (x²y, z, x): a name in the style of vectors; **x** = (x_1, x_2) names its own entries. Of a name
 * in any style u = (1, 1)/√2 says what it is as a direction, or at a point.
 */
function vectorOfName(name: Expr, written: Expr): Defined | null {
  const value = writtenOut(written);
  if (name.kind !== 'sym' || value === null || !isVector(value)) return null;
  if (!isStyled(name) && value.free.size > 0) return null;
  const isOwn = (x: Expr): boolean =>
    (x.kind === 'component' && x.base.kind === 'sym' && x.base.base === name.base) ||
    (x.kind === 'sym' && x.base === name.base);
  if (someNode(value, isOwn)) return null;
  return { name, params: [], value, replaces: null, ...(value.free.size === 0 ? { ofPoint: true } : {}) };
}
/** z_1 as a name, for who says what it is. */
function numbered(e: Expr): Sym | null {
  const [only, more] = e.kind === 'component' ? e.indices : [];
  if (e.kind !== 'component' || e.base.kind !== 'sym' || only?.kind !== 'num' || more) return null;
  const { base, marks, sub } = e.base;
  return sub === null && only.value.isInteger ? sym(base, marks, only.value.toString()) : null;
}

/** The name itself; the h_0 of h(t) = h_0 + vt is another one. */
function mentionsName(value: Expr, id: string): boolean {
  const { symbols, applications } = namesIn(value);
  return symbols.some((s) => s.id === id) || applications.some((a) => a.fn.id === id);
}

/** The error of e = y − ŷ and the profit of π = pq − cq are quantities, whatever numbers the letters are elsewhere. */
const letterOf = ({ name }: Const, value: Expr): Sym | null =>
  name !== 'infinity' && value.free.size > 0 ? sym(name) : null;

/**
 * f(x) = 0 is an equation to solve; g(x, y) = 0 and g(x, y) = c are a curve, or a constraint; f(a) = b is a value at a
 * point, or a hypothesis, as f(x₀) = y₀ is.
 */
function isCondition(params: readonly Sym[], value: Expr): boolean {
  if (value.kind === 'num' && value.value.isZero) return true;
  const used = params.filter((p) => speaksOf(value, p));
  // a(u, v) = l(v), for all v.
  if (used.length > 0) return used.length < params.length && value.kind === 'apply' && !isPrimed(value);
  return params.length > 1 || params.every(isParameterLetter);
}

const calls = (e: Expr, fn: string): boolean => someNode(e, (x) => x.kind === 'call' && x.fn === fn);

/** cos x = −sin x is an equation, and gives the cosine no other meaning. */
const isElementary = (fn: string): boolean => functionRow(fn)?.universal ?? false;

/** Aᵀ = A and A^{−1} = B say something of A, and leave the sign its meaning. */
const isSign = (fn: string): boolean => fn === 'transpose' || fn === 'inverse';

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

/** σ(X) = 1/(1 + e^{−x}): the parameter is the letter of the right side, in another case. */
function inCaseOf(value: Expr, p: Sym): Sym {
  if (value.free.has(p.id) || p.base.length !== 1) return p;
  const [small, capital] = [p.base.toLowerCase(), p.base.toUpperCase()];
  const other = sym(p.base === small ? capital : small, p.marks, p.sub);
  return value.free.has(other.id) ? other : p;
}

/** f(x, y) = (xy, x + y): a function with several components. */
const isVector = (e: Expr): boolean =>
  (e.kind === 'tuple' && e.items.every(isValue)) || (e.kind === 'matrix' && e.rows.flat().every(isValue));

/** σ(x) = 1/(1 + e^{−x}) only says what the table knows: there σ stays the function of the table. */
function isTableFunction(
  { name, params, value, replaces }: Defined,
  known: ReadonlyMap<string, Binding>,
): boolean {
  const row = functionRow(replaces ?? functionBeforeBracket(name.id) ?? '');
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
