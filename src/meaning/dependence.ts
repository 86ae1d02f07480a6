/** Which names depend on the variable: through definitions, or because custom or the note takes them as functions. */
import {
  apply,
  bottomUp,
  replaceAll,
  same,
  substitute,
  type Apply,
  type Expr,
  type Sym,
} from '../core/index.js';
import { atOwnParameters, MOST_NESTED, type Definition } from './definitions.js';
import {
  functionLetters,
  isFunctionLetter,
  isParameterLetter,
  isQuantityLetter,
  isUsualVariable,
  type Variable,
} from './symbolCustoms.js';
import { namesIn } from './freeNames.js';

export type Definitions = ReadonlyMap<string, Definition>;

/** Definitions but for those of the names with these ids. */
export function without(definitions: Definitions, ids: Iterable<string>): Definitions {
  const left = new Map(definitions);
  for (const id of ids) left.delete(id);
  return left;
}

/**
 * The definitions that the expression rests on, directly and through each other. What is independent (the variable,
 * a function's own parameters) has none; a definition that leads back to itself is left out.
 */
export function reachable(body: Expr, all: Definitions, independent: ReadonlySet<string>): Definitions {
  const found = new Map<string, Definition>();
  const open = new Set<string>();
  const visit = (e: Expr, params: ReadonlySet<string>): boolean =>
    [...e.free].every((id) => params.has(id) || define(id));
  const define = (id: string): boolean => {
    const d = all.get(id);
    if (!d || found.has(id) || independent.has(id)) return true;
    if (open.has(id) || open.size > MOST_NESTED) return false;
    open.add(id);
    if (visit(d.value, new Set(d.params.map((p) => p.id)))) found.set(id, d);
    open.delete(id);
    return true;
  };
  visit(body, NONE);
  return found;
}
const NONE: ReadonlySet<string> = new Set();

/** The definitions whose value changes with the variable. */
export function varying(definitions: Definitions, variable: Variable): readonly Definition[] {
  const ids = new Set(variable.free);
  const found = new Set<Definition>();
  for (let grown = true; grown;) {
    grown = false;
    for (const d of definitions.values()) {
      if (found.has(d) || !(d.params.length > 0 || [...d.value.free].some((n) => ids.has(n)))) continue;
      found.add(d);
      ids.add(d.name.id);
      grown = true;
    }
  }
  return [...found];
}

/**
 * Names written without arguments whose definitions have parameters, at those parameters: L for L(y, ŷ), f′ for f′(x); and y(x)
 * for a y that is defined as a plain quantity, as that quantity.
 */
export function resolveNames(e: Expr, definitions: Definitions, target: Variable | null = null): Expr {
  const { symbols, applications } = namesIn(e);
  const known = new Map<string, Expr>();
  const bare = symbols.flatMap((s): [string, Expr][] => {
    const d = definitions.get(s.id);
    if (!d || d.params.length === 0) return [];
    // ∂f/∂u of f(u, v) holds v, whatever it is a function of.
    const isOwn = target !== null && d.params.some((p) => same(p, target));
    return [[s.id, isOwn ? atOwnParameters(d) : throughParameters(d, definitions, known)]];
  });
  const applied = applications.filter((a) => isValueAt(a, definitions.get(a.fn.id)));
  let out = bare.length > 0 ? substitute(e, new Map(bare)) : e;
  for (const a of applications) {
    const d = definitions.get(a.fn.id);
    if (a.args.length === 0 && d?.params.length === 1)
      out = replaceAll(out, a, apply(d.name, d.params, a.orders));
  }
  for (const a of applied) if (a.orders.every((o) => o === 0)) out = replaceAll(out, a, a.fn);
  return out;
}

/** f(u, v) where u(a, b) and v(a, b) are said, too: f(u(a, b), v(a, b)). A name that leads back to itself stands for itself. */
function throughParameters(d: Definition, definitions: Definitions, known: Map<string, Expr>): Expr {
  const found = known.get(d.name.id);
  if (found) return found;
  known.set(d.name.id, d.name);
  if (known.size > MOST_NESTED) return d.name;
  const args = d.params.map((p) => {
    const own = definitions.get(p.id);
    return own && own.params.length > 0 ? throughParameters(own, definitions, known) : p;
  });
  const made = apply(d.name, args);
  known.set(d.name.id, made);
  return made;
}

/** y(x) of a y that is given in terms of x. */
function isValueAt(a: Apply, d: Definition | undefined): boolean {
  if (d?.params.length !== 0 || a.args.length === 0) return false;
  return a.args.every((arg) => arg.kind === 'sym' && d.value.free.has(arg.id));
}

/** What decides which letters are functions of the variable. */
export interface DependenceCustom {
  /** Ids of names that the note writes with primes near by. */
  readonly primed: ReadonlySet<string>;
  /** A total derivative by a written variable: other letters depend on it too. */
  readonly total: boolean;
  /** Which letters may be taken for functions: any where an operator asks, else those of a law such as fg. */
  readonly letters: 'any' | 'law' | 'none';
}

/**
 * The names that stand for unknown functions of the variable: those written primed; and where the variable does not
 * occur, the letters that abstract rules use for functions.
 */
export function dependentNames(
  body: Expr,
  variable: Variable,
  definitions: Definitions,
  custom: DependenceCustom,
): readonly Sym[] {
  const id = idOf(variable);
  const occurs = body.free.has(id) || [...definitions.values()].some((d) => d.value.free.has(id));
  const { symbols, applications, derivatives } = namesIn(body);
  const letters = functionLetters(symbols);
  const isLaw = symbols.every((s) => letters.includes(s) || isParameterLetter(s));
  const byLetter = !occurs && (custom.letters === 'any' || (custom.letters === 'law' && isLaw));
  // f′ without an argument is a function of the variable, even where f itself does not occur.
  const primed = [
    ...applications.filter((a) => a.args.length === 0).map((a) => a.fn),
    ...derivatives.flatMap((d) =>
      d.partial && d.body.kind === 'sym' && same(d.target, variable) ? [d.body] : [],
    ),
  ];
  // ẋ = … θ̇ …, where x is said by θ.
  const through = namesIn(...[...definitions.values()].map((d) => d.value)).symbols;
  const moving = through.filter((s) => custom.primed.has(s.id));
  return distinct([...symbols, ...primed, ...moving]).filter((s) => {
    if (variable.free.has(s.id) || definitions.has(s.id)) return false;
    if (custom.primed.has(s.id) || primed.some((p) => p.id === s.id)) return true;
    return byLetter && (letters.includes(s) || (custom.total && isMoving(s)));
  });
}
/** What a total derivative by another name takes for a function of it: y, r, w, and x of d/dt x². */
const isMoving = (s: Sym): boolean => isQuantityLetter(s) || (isUsualVariable(s) && s.sub === null);
const distinct = (names: readonly Sym[]): readonly Sym[] =>
  names.filter((s, i) => names.findIndex((o) => o.id === s.id) === i);
const idOf = (v: Variable): string => (v.kind === 'sym' ? v.id : v.base.kind === 'sym' ? v.base.id : '');

/**
 * Ids of the function letters of an abstract rule, whose definitions elsewhere in the note are not meant: fg, u/v,
 * c·f, f²; and g(f(x)) where one of the two has none.
 */
export function abstractNames(body: Expr, definitions: Definitions): ReadonlySet<string> {
  const { symbols, applications } = namesIn(body);
  const letters = functionLetters(symbols);
  const isLaw =
    body.kind !== 'sym' &&
    letters.length > 0 &&
    symbols.every((s) => letters.includes(s) || isParameterLetter(s)) &&
    (letters.length > 1 || letters.every((s) => definitions.get(s.id)?.params.length !== 0));
  if (isLaw && applications.length === 0) return new Set(letters.map((s) => s.id));
  const applied = applications.map((a) => a.fn);
  const isComposition = applied.length > 1 && applied.every(isFunctionLetter);
  const isDefined = (a: Apply): boolean => definitions.get(a.fn.id)?.params.length === a.args.length;
  if (!isComposition || applications.every(isDefined)) return new Set();
  return new Set(applied.map((f) => f.id));
}

/** Calls of functions of the table that the note defines in its own way, as applications of its own. */
export function ownFunctions(e: Expr, definitions: Definitions): Expr {
  const own = [...definitions.values()].filter((d) => d.replaces !== null);
  if (own.length === 0) return e;
  return bottomUp((x) => {
    if (x.kind !== 'call') return x;
    const d = own.find((o) => o.replaces === x.fn && o.params.length === x.args.length);
    return d ? apply(d.name, x.args) : x;
  })(e);
}
