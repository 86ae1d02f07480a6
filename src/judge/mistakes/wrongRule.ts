/**
 * What a mistake is: rules of core with wrong right sides. Wrong formulas are texts as right ones are,
 * 'D(u/v, x) => D(u, x)/D(v, x)'; of sums and products of any number of parts, what the right rule made is changed.
 */
import {
  areSame,
  compile,
  diff,
  div,
  exactValue,
  fill,
  functionRow,
  letters,
  match,
  mul,
  neg,
  ONE,
  pow,
  primed,
  product,
  rule,
  same,
  substitute,
  sum,
  sym,
  withChildren,
  type Application,
  type Bindings,
  type Expr,
  type RuleInstance,
  type Scope,
} from '../../core/index.js';

export interface WrongRule {
  readonly code: string;
  readonly explanation: string;
  /** The same of the place where it happened, with its own functions; null where the general words say it best. */
  readonly here?: (place: RuleInstance) => string | null;
  readonly forms: readonly WrongForm[];
}

/** Wrong right sides for one rule of core. */
export interface WrongForm {
  /** The name of the right rule; 'chain' is any function's of an inner one. */
  readonly replaces: string;
  /** What it makes of a place where that rule is at work, each on demand; nothing where it does not fit. */
  readonly at: (place: RuleInstance) => readonly Wrong[];
}
export type Wrong = () => Application;

/** What a wrong rule makes of a place, in the order of its forms. */
export function wrongsAt({ forms }: WrongRule, place: RuleInstance): readonly Wrong[] {
  return forms.flatMap((f) => f.at(place));
}

/** What must hold of a formula's letters besides. */
type Only = (bound: Bindings, scope: Scope) => boolean;
const ALWAYS: Only = () => true;

/**
 * A rule's formula with a wrong right side. The letter x stands for the inner function where there is one, and the
 * chain rule is then used rightly: 'D(x^n, x) => n*x^n' makes 2·(3x)²·3 of (3x)².
 */
export function wrong(replaces: string, text: string, only: Only = ALWAYS): WrongForm {
  const formula = rule(replaces, '', text);
  return form(replaces, (place) => {
    const bound = boundIn(formula.lhs, place);
    if (!bound || !only(bound, place.scope)) return [];
    return [() => written(formula.rhs, bound, place)];
  });
}

/** The chain rule's formula with a wrong right side, in which Df(…) is the outer function's derivative. */
export function wrongChain(text: string, only: Only = ALWAYS): WrongForm {
  const formula = rule('chain', '', text);
  return {
    replaces: 'chain',
    at: (place) => {
      const composed = compositionAt(place);
      if (!composed) return [];
      const bound = new Map([
        ['u', composed.inner],
        ['x', place.scope.target],
      ]);
      return only(bound, place.scope)
        ? [() => application(composite(formula.rhs, bound, composed, place.scope), bound)]
        : [];
    },
  };
}

/** Other entries of the table for functions of one argument, in the letter x; those that are right after all are left out. */
export function wrongEntries(names: readonly string[], of: (fn: string) => readonly Expr[]): WrongForm {
  const known = new Map<string, readonly Expr[]>();
  return form('table', (place) => {
    const { e } = place;
    if (e.kind !== 'call' || !names.includes(e.fn)) return [];
    const entries = known.get(e.fn) ?? of(e.fn).filter((entry) => !isSameFunction(entry, entryOf(e.fn)));
    known.set(e.fn, entries);
    const bound = new Map([['x', e.args[0] as Expr]]);
    return entries.map((entry) => () => written(entry, bound, place));
  });
}

/** Whether two entries have the same values: sech² x is 1 − tanh² x. */
export function isSameFunction(a: Expr, b: Expr | null): boolean {
  if (!b) return false;
  const [f, g] = [compile(a, [X.id]), compile(b, [X.id])];
  return areSame(f, g);
}

/** The table's derivative of a function of one argument, in the letter x; null where it has none. */
export function entryOf(fn: string): Expr | null {
  const row = functionRow(fn);
  const [entry, param] = [row?.derivatives[0], row?.params[0]];
  return entry && param ? substitute(entry, new Map([[param.id, X]])) : null;
}
export const X = sym('x');

/** Minus what the rule gives. */
export function wrongSign(replaces: string): WrongForm {
  return form(replaces, ({ right }) => [() => ({ ...right, after: neg(right.after) })]);
}

/** One term after the other with its sign changed, of what the rule makes a sum. */
export function wrongTermSign(replaces: string): WrongForm {
  return overTerms(replaces, (terms, k) => terms.map((t, i) => (i === k ? neg(t) : t)));
}

/** One term after the other left out, of what the rule makes a sum; constants may be. */
export function termLeftOut(replaces: string): WrongForm {
  return overTerms(replaces, (terms, k) => terms.filter((_, i) => i !== k));
}

/** The product of all factors' derivatives. */
export const PRODUCT_OF_PRIMES: WrongForm = form('product', ({ e, scope }) =>
  e.kind === 'mul' ? [() => application(product(e.factors.map((f) => scope.pending(f))), new Map())] : [],
);

/** Whether the derivative of what a letter stands for is this number; or none of these. */
export const slopeIs =
  (letter: string, n: number): Only =>
  (bound, scope) =>
    slopeOf(bound.get(letter), scope) === n;
export const slopeIsNot =
  (letter: string, ...these: readonly number[]): Only =>
  (bound, scope) =>
    !these.includes(slopeOf(bound.get(letter), scope) ?? NaN);

function slopeOf(u: Expr | undefined, scope: Scope): number | null {
  const slope = u ? scope.derivativeOf(diff(u, scope.target, ONE, scope.partial)) : null;
  return slope && (exactValue(slope)?.toNumber() ?? null);
}

function form(replaces: string, at: WrongForm['at']): WrongForm {
  return { replaces, at: (place) => (names(place).includes(replaces) ? at(place) : []) };
}
/** Roots are powers to whoever mistakes them. */
const names = ({ rule: { name } }: RuleInstance): readonly string[] =>
  name === 'square-root' || name === 'nth-root' ? [name, 'power'] : [name];

function overTerms(
  replaces: string,
  made: (terms: readonly Expr[], k: number) => readonly Expr[],
): WrongForm {
  return form(replaces, ({ e, right, scope }) => {
    if (right.after.kind !== 'add') return [];
    const { terms } = right.after;
    const isZero = (k: number): boolean => e.kind === 'add' && !scope.varies(e.terms[k] as Expr);
    return terms.flatMap((_, k) =>
      isZero(k) ? [] : [(): Application => ({ ...right, after: sum(made(terms, k)) })],
    );
  });
}

/** A formula's letters at a place; x is the inner function of the rule at work there. */
function boundIn(lhs: Expr, place: RuleInstance): Bindings | null {
  const bound = lhs.kind === 'diff' ? match(lhs.body, shaped(place)) : null;
  const x = bound?.get('x');
  return x && !same(x, innerOf(place) ?? place.scope.target) ? null : bound;
}

/** The expression in the shape of a formula's left side: a root as a power, a constant multiple as c·u. */
function shaped({ e, rule: { name }, right }: RuleInstance): Expr {
  if (e.kind === 'root') return pow(e.body, div(ONE, e.index));
  return e.kind === 'mul' && name === 'constant-multiple' ? mul(...right.parts.map((p) => p.value)) : e;
}

function written(side: Expr, bound: Bindings, { scope }: RuleInstance): Application {
  const after = fill(side, letters(bound, scope));
  const x = bound.get('x');
  return application(x && !scope.isTarget(x) ? mul(after, scope.pending(x)) : after, bound);
}
const application = (after: Expr, bound: Bindings): Application => ({
  after,
  parts: [],
  opaque: new Set(bound.values()),
});

/** The outer function's derivative as a function, and the inner function. */
interface Composition {
  readonly inner: Expr;
  readonly prime: (w: Expr) => Expr;
}

function compositionAt(place: RuleInstance): Composition | null {
  const inner = innerOf(place);
  const { e, right } = place;
  if (!inner || place.scope.isTarget(inner)) return null;
  const { outer } = right;
  if (outer) return { inner, prime: (w) => substitute(outer.derivative, new Map([[outer.letter.id, w]])) };
  return e.kind === 'apply' ? { inner, prime: (w) => withChildren(primed(e, 0), [w]) } : null;
}

/** An inner function and its derivative, of a chain rule at work at a place; null where there is none. */
export function innerAt(place: RuleInstance): { readonly u: Expr; readonly slope: Expr } | null {
  const inner = compositionAt(place)?.inner;
  const slope = inner && place.scope.derivativeOf(diff(inner, place.scope.target, ONE, place.scope.partial));
  return inner && slope ? { u: inner, slope } : null;
}

/** The inner function of a chain rule; null where there is none. */
function innerOf({ e, right }: RuleInstance): Expr | null {
  if (right.outer) return right.substitution?.value ?? right.outer.letter;
  return e.kind === 'apply' && e.args.length === 1 ? (e.args[0] as Expr) : null;
}

function composite(side: Expr, bound: Bindings, { prime }: Composition, scope: Scope): Expr {
  const leaf = letters(bound, scope);
  const go = (e: Expr): Expr =>
    fill(e, (x) => (x.kind === 'call' && x.fn === 'Df' ? prime(go(x.args[0] as Expr)) : leaf(x)));
  return go(side);
}
