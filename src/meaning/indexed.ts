/** Questions about entries of arrays: which names are arrays, what gives their entries, and what the note says of sums. */
import {
  arrayWord,
  binder,
  bottomUp,
  call,
  component,
  div,
  exp,
  familyKey,
  freeIndices,
  freshIndex,
  NO_ARRAYS,
  num,
  plainName,
  same,
  someNode,
  sub,
  sym,
  type Apply,
  type Arrays,
  type Binder,
  type Component,
  type Expr,
  type Family,
  type Sym,
  type Total,
} from '../core/index.js';
import { definitionKey, entriesKey, type Definition } from './definitions.js';
import type { Definitions } from './dependence.js';
import { variableName, type Variable } from './symbolCustoms.js';
import { namesIn } from './freeNames.js';
import { quantityName } from './quantities.js';
import { stylesOf, unstyled } from './styles.js';
import { isTime } from '../customs/usually.js';
import { unsaid, type NotAsked } from './asked.js';

/** A question with indices, and all that it rests on. */
export interface Indexed {
  readonly body: Expr;
  readonly variable: Variable;
  /** Plain definitions that it rests on. */
  readonly definitions: Definitions;
  readonly arrays: Arrays;
  /** Those that give entries. */
  readonly entries: readonly Definition[];
  /** The formulas in which all that matters stands. */
  readonly values: readonly Expr[];
}

/** The question as one of entries, or null where no array is summed over and no index is a letter. */
export function indexedQuestion(body: Expr, variable: Variable, all: Definitions): Indexed | null {
  const written = inEntries(body);
  const plain = inEntries(variable) as Variable;
  const { found, rests } = reached([written, plain], all);
  const expressions = [written, ...[...found.values()].map((d) => d.value)];
  if (!isOfEntries(plain, expressions)) return null;
  const own = plain.kind === 'sym' ? plain : plain.base;
  const whole = plain.kind === 'sym' && expressions.some((e) => someNode(e, isEntryOf(plain))) ? plain : null;
  const target = whole ? component(whole, [freshIndex(sym('k'), expressions)]) : plain;
  const others = [...found.values()].filter((d) => !same(d.name, own));
  const { families, definitions } = givenBy(others, expressions);
  const totals = [...all.values()].flatMap((d) =>
    d.ofSum ? [{ name: unstyled(d.name), value: d.value }] : [],
  );
  const known = [...totals, ...[...families.values()].flatMap(normalised)];
  const isFirst = (t: Total, at: number): boolean => known.findIndex((o) => same(o.name, t.name)) === at;
  return {
    body: written,
    variable: target,
    definitions,
    arrays: {
      ...NO_ARRAYS,
      families,
      totals: known.filter(isFirst),
      lengths: lengthsIn(expressions),
      ...(whole
        ? { vectors: vectorNames([body, variable, ...[...all.values()].map((d) => d.name)], expressions) }
        : {}),
    },
    entries: rests.filter((d) => d.indices),
    values: [written, ...rests.map((d) => d.value)],
  };
}
/** What an expression beside such a question rests on: entries that formulas give, and plain definitions. */
export function restsOfEntries(
  e: Expr,
  variable: Variable,
  all: Definitions,
): Pick<Arrays, 'families'> & Pick<Indexed, 'definitions'> {
  const { found } = reached([e, inEntries(variable) as Variable], all);
  return givenBy(found.values(), [e]);
}

/** What definitions give: entries of arrays, those of softmax(z) in the expressions among them, and plain names. */
function givenBy(
  list: Iterable<Definition>,
  expressions: readonly Expr[],
): { readonly families: ReadonlyMap<string, Family>; readonly definitions: Definitions } {
  const families = new Map<string, Family>();
  const definitions = new Map<string, Definition>();
  const add = (f: Family): unknown => families.set(familyKey(f.name) ?? '', writtenOut(f));
  for (const d of list) {
    const family = familyOf(d, expressions);
    if (family) add(family);
    else definitions.set(d.name.id, d);
  }
  unnamed(expressions).forEach(add);
  return { families, definitions };
}

/** n of Σ_{i=1}^{n−1}: what sums go to, where that is no index of another sum. */
function lengthsIn(expressions: readonly Expr[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const e of expressions)
    someNode(e, (x) => {
      for (const id of (isSeries(x) && x.upper?.free) || []) found.add(id);
      return false;
    });
  return found;
}

const isEntryOf =
  (base: Expr) =>
  (e: Expr): boolean =>
    e.kind === 'component' && same(e.base, base);

/** How vectors are written whose entries are written without a style: **y** by the id of y. */
function vectorNames(list: readonly Expr[], entries: readonly Expr[]): ReadonlyMap<string, Sym> {
  const found = new Map<string, Sym>();
  for (const e of list)
    someNode(e, (x) => {
      if (x.kind === 'sym' && unstyled(x) !== x) found.set(unstyled(x).id, x);
      return false;
    });
  // The others are written as the first one is.
  const style = stylesOf([...found.values()][0]);
  for (const e of entries)
    someNode(e, (x) => {
      if (x.kind === 'component' && x.base.kind === 'sym' && !found.has(x.base.id))
        found.set(x.base.id, sym(x.base.base, [...style, ...x.base.marks], x.base.sub));
      return false;
    });
  return found;
}

/** Whether it is worth looking closer: an entry is asked for, or something is summed up. */
export const mayBeIndexed = (variable: Variable, values: readonly Expr[]): boolean =>
  variable.kind === 'component' ||
  values.some((v) => someNode(v, (e) => isSeries(e) || (e.kind === 'component' && !isNumbered(e))));
const isNumbered = (e: Component): boolean => e.indices.every((i) => i.kind === 'num');

/** What nothing says: how a name that is only named, a prediction, or an unknown function depends on the entry. */
export function unsaidOfEntries({
  body,
  variable,
  definitions,
  arrays: { families },
  values,
}: Indexed): NotAsked | null {
  if (mayFollow(body, variable))
    return unsaid(
      `Nothing here says how ${variableName(body)} depends on ${variableName(variable)}: give the formula by which one follows from the other.`,
      body,
    );
  const base = variable.kind === 'sym' ? variable : variable.base;
  const isKnown = (name: Expr): boolean =>
    same(name, base) || definitions.has(nameId(name)) || families.has(familyKey(name) ?? '');
  const { symbols, components, applications } = namesIn(...values);
  const names = [...symbols, ...components.map((c) => c.base)];
  const doubtful =
    names.find((s) => s.kind === 'sym' && isPrediction(s) && !isKnown(s)) ??
    applications.find(
      (a) =>
        !isKnown(a.fn) && !a.args.some((x) => names.some((n) => same(n, base) && x.free.has(nameId(base)))),
    )?.fn;
  const isUnsaid = doubtful !== undefined || !values.some((v) => v.free.has(nameId(base)));
  if (!isUnsaid) return null;
  const name = doubtful?.kind === 'sym' ? plainName(doubtful) : (quantityName(body) ?? 'this');
  return unsaid(`Nothing here says how ${name} depends on ${variableName(variable)}.`, body);
}
/** h_t by h_s, and x_k by x_{k−1}: later ones are made of earlier ones more often than they are entries side by side. */
function mayFollow(body: Expr, variable: Variable): body is Component {
  if (body.kind !== 'component' || variable.kind !== 'component') return false;
  if (!same(body.base, variable.base) || same(body, variable)) return false;
  return [...body.indices, ...variable.indices].some(
    (i) => i.kind === 'add' || (i.kind === 'sym' && isTime(i.base)),
  );
}

const nameId = (e: Expr): string => (e.kind === 'sym' ? e.id : '');
/** ŷ is what a model makes of the variable. */
const isPrediction = (s: Sym): boolean => s.marks.includes('hat');

/** Names without the style of vectors, so that **y** and the y of y_i are one, and softmax(z_i) as the entry of softmax(z). */
export const inEntries = (formula: Expr): Expr => bottomUp(inEntry)(formula);
function inEntry(e: Expr): Expr {
  if (e.kind === 'sym') return unstyled(e);
  if (e.kind === 'apply') return ofArray(e);
  if (e.kind !== 'call' || !OF_ARRAYS.has(e.fn)) return e;
  const [arg] = e.args;
  return arg?.kind === 'component' ? component(call(e.fn, arg.base), arg.indices) : e;
}
/** softmax(z), which readers leave a name that they do not know. */
function ofArray(e: Apply): Expr {
  const fn = e.orders.every((o) => o === 0) ? arrayWord(e.fn.base) : null;
  const [arg, more] = e.args;
  if (fn === null || !OF_ARRAYS.has(fn) || !arg || more) return e;
  return arg.kind === 'component' ? component(call(fn, arg.base), arg.indices) : call(fn, arg);
}
const OF_ARRAYS: ReadonlySet<string> = new Set(['softmax', 'logsoftmax']);

interface Reached {
  readonly found: ReadonlyMap<string, Definition>;
  /** Those of them that the expression rests on, and that are not there for writing the answer alone. */
  readonly rests: readonly Definition[];
}
/** What the expression rests on, directly and through each other, under the names that entries have. */
function reached([body, variable]: readonly [Expr, Variable], all: Definitions): Reached {
  const byName = new Map<string, Definition>();
  for (const d of all.values()) {
    if (d.ofSum || d.ofPoint) continue;
    const plain = withoutStyle(d);
    const key = definitionKey(plain);
    // What is said of y itself counts before what is said of **y**.
    if (!byName.has(key) || same(plain.name, d.name)) byName.set(key, plain);
  }
  const found = new Map<string, Definition>();
  const visit = (e: Expr): void => {
    const wanted = new Set<string>();
    someNode(e, (x) => {
      if (x.kind === 'component' && x.base.kind === 'sym')
        wanted.add(entriesKey(x.base.id, x.indices.length)).add(x.base.id);
      if (x.kind === 'sym') wanted.add(x.id);
      if (x.kind === 'apply') wanted.add(x.fn.id);
      return false;
    });
    for (const key of wanted) {
      const d = byName.get(key);
      if (!d || found.has(key)) continue;
      found.set(key, d);
      visit(d.value);
    }
  };
  visit(body);
  const rests = [...found.values()];
  // By what is made of the same entries the answer may be written: ŷ_k for e^{z_k}/Σ_j e^{z_j}.
  const base = variable.kind === 'sym' ? variable : variable.base;
  for (const [key, d] of byName)
    if (d.indices && !found.has(key) && someNode(d.value, isEntryOf(base))) found.set(key, d);
  // i = k says when something holds, and not what i is.
  for (const i of freeIndices(body, variable, ...[...found.values()].map((d) => d.value))) found.delete(i.id);
  return { found, rests: rests.filter((d) => found.has(definitionKey(d))) };
}
function withoutStyle(d: Definition): Definition {
  return { ...d, name: unstyled(d.name), params: d.params.map(unstyled), value: inEntries(d.value) };
}

/** Whether an index of the variable is a letter, or something is summed up of which it is an entry, or which it is. */
function isOfEntries(variable: Variable, expressions: readonly Expr[]): boolean {
  if (variable.kind === 'component' && variable.indices.some((i) => i.kind !== 'num')) return true;
  // θ_1 is a name like any other where no θ_j stands.
  const isCounted = (base: Expr): boolean =>
    expressions.some((e) => someNode(e, (x) => isEntryOf(base)(x) && !isNumbered(x as Component)));
  const base = variable.kind === 'component' && isCounted(variable.base) ? variable.base : null;
  return expressions.some((e) =>
    someNode(
      e,
      (x) =>
        isSeries(x) &&
        someNode(
          x.body,
          (y) => y.kind === 'component' && y.indices.some(hasBound) && (base === null || same(y.base, base)),
        ),
    ),
  );
}
/** Σ or ∏. */
const isSeries = (e: Expr): e is Binder => e.kind === 'binder' && (e.op === 'sum' || e.op === 'product');
const hasBound = (e: Expr): boolean => someNode(e, (x) => x.kind === 'bound');

/** The entries that a definition gives: ŷ_i = …, or ŷ = softmax(z) where ŷ_i is asked. */
function familyOf(d: Definition, expressions: readonly Expr[]): Family | null {
  if (d.indices) return { name: d.name, indices: d.indices, value: d.value };
  const isArray = d.params.length === 0 && d.value.kind === 'call' && OF_ARRAYS.has(d.value.fn);
  if (!isArray) return null;
  const index = freshIndex(sym('i'), [d.value, ...expressions]);
  return { name: d.name, indices: [index], value: component(d.value, [index]) };
}

/** softmax(z)_i, wherever it is written without a name of its own. */
function unnamed(expressions: readonly Expr[]): readonly Family[] {
  const found: Family[] = [];
  for (const e of expressions)
    someNode(e, (x) => {
      if (x.kind !== 'component' || x.base.kind !== 'call' || !OF_ARRAYS.has(x.base.fn)) return false;
      const { base } = x;
      if (!found.some((f) => same(f.name, base)))
        found.push({ name: base, indices: [I], value: component(base, [I]) });
      return false;
    });
  return found;
}
const I = sym('i');

/** e^{z_i}/Σ_j e^{z_j} for softmax(z)_i, where z is a name. */
function writtenOut(f: Family): Family {
  const { value } = f;
  const [index] = f.indices;
  if (value.kind !== 'component' || value.base.kind !== 'call' || !index) return f;
  const [array] = value.base.args;
  if (array?.kind !== 'sym') return f;
  const summed = freshIndex(sym('j'), [value]);
  const power = (k: Sym): Expr => exp(component(array, [k]));
  const all = binder('sum', summed, {}, power(summed));
  const quotient = div(power(index), all);
  return {
    ...f,
    value: value.base.fn === 'softmax' ? quotient : sub(component(array, [index]), call('ln', all)),
  };
}

/** Σ_i f_i/Σ_j f_j is 1. */
function normalised({ name, indices, value }: Family): readonly Total[] {
  const [index, more] = indices;
  if (!index || more || value.kind !== 'div' || value.denom.kind !== 'binder') return [];
  const { lower, upper, op } = value.denom;
  const isAll = op === 'sum' && same(value.denom, binder('sum', index, { lower, upper }, value.numer));
  return isAll ? [{ name, value: num(1) }] : [];
}
