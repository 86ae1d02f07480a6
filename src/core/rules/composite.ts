/** Powers, roots, exponentials, and functions of the table; of an inner function, by the chain rule. */
import {
  call,
  div,
  exp,
  mul,
  num,
  ONE,
  pow,
  root,
  sub,
  sum,
  sym,
  ZERO,
  type Expr,
  type Sym,
} from '../expr.js';
import { freshSymbol } from '../walk.js';
import { fill, isOne, times } from '../fold.js';
import { functionRow, withDefaults, type FunctionRow } from '../functions/index.js';
import { rule, type Application, type Outer, type Rule, type Scope } from '../rule.js';
import { named } from './basic.js';

export const CHAIN = rule('chain', 'Chain rule', 'D(f(u), x) => Df(u)*D(u, x)');

/** A function of one inner expression and its derivative, both as functions of that expression. */
interface OuterFunction {
  readonly inner: Expr;
  readonly value: (u: Expr) => Expr;
  readonly derivative: (u: Expr) => Expr;
  readonly conditions?: readonly Expr[];
  readonly opaque?: readonly Expr[];
  /** A name for F where it depends on nothing else: F(u) and F′(u) are then made once. */
  readonly name?: string | null;
}

const U = sym('u');
const OUTER = new Map<string, Pick<Outer, 'body' | 'derivative'>>();

/** F(u) and F′(u) in their own letter. */
function inLetter(
  { name, value, derivative }: OuterFunction,
  letter: Sym,
): Pick<Outer, 'body' | 'derivative'> {
  const known = letter === U && name ? OUTER.get(name) : undefined;
  if (known) return known;
  const made = { body: value(letter), derivative: derivative(letter) };
  if (letter === U && name) OUTER.set(name, made);
  return made;
}

/** F(x) by its table entry; F(u) by the chain rule with its substitution. */
function compose(
  which: Pick<Rule, 'name' | 'title'>,
  e: Expr,
  outer: OuterFunction,
  scope: Scope,
): Application {
  const { inner, derivative } = outer;
  const opaque = new Set([inner, ...(outer.opaque ?? [])]);
  const conditions = outer.conditions ?? [];
  const at = derivative(inner);
  if (scope.isTarget(inner)) return { after: at, parts: [], opaque, conditions };
  // A name for a function of the variable is its own letter: dz/dx = dz/dg · dg/dx.
  const isLink = inner.kind === 'sym' && (scope.definition(inner.id) !== null || scope.isDependent(inner));
  const link = isLink ? inner : null;
  const letter = link ?? freshSymbol(U, [e, scope.target]);
  const pending = scope.pending(inner);
  return {
    after: isOne(at) ? pending : mul(at, pending),
    parts: [],
    opaque,
    conditions,
    substitution: link ? null : { name: letter, value: inner },
    outer: {
      rule: which.name,
      title: which.title,
      letter,
      ...inLetter(outer, letter),
    },
  };
}

const POWER_NAME = { name: 'power', title: 'Power rule' };
export const POWER = rule(
  'power',
  POWER_NAME.title,
  'D(x^n, x) => n*x^(n - 1)',
  { n: 'free' },
  (e, scope) => {
    if (e.kind !== 'pow' || scope.varies(e.exponent)) return null;
    const n = e.exponent;
    const lowered = (u: Expr): Expr => fill(pow(u, sub(n, ONE)), (x) => (x === u ? x : null));
    const derivative = (u: Expr): Expr => (isZeroPower(n) ? ZERO : times([n, lowered(u)]));
    return compose(POWER_NAME, e, { inner: e.base, value: (u) => pow(u, n), derivative, opaque: [n] }, scope);
  },
);
const isZeroPower = (n: Expr): boolean => n.kind === 'num' && n.value.isZero;

const EXPONENTIAL_NAME = { name: 'exponential', title: 'Exponential rule' };
export const EXPONENTIAL = rule(
  EXPONENTIAL_NAME.name,
  EXPONENTIAL_NAME.title,
  'D(a^x, x) => a^x*ln(a)',
  { a: 'free' },
  (e, scope) => {
    if (e.kind !== 'pow' || scope.varies(e.base)) return null;
    const a = e.base;
    const derivative = (u: Expr): Expr =>
      a.kind === 'const' && a.name === 'e' ? exp(u) : mul(pow(a, u), call('ln', a));
    return compose(
      EXPONENTIAL_NAME,
      e,
      { inner: e.exponent, value: (u) => pow(a, u), derivative, opaque: [a] },
      scope,
    );
  },
);

/** u^v = e^{v ln u} where u > 0, so (u^v)′ = u^v (v ln u)′. */
export const GENERAL_POWER = rule(
  'general-power',
  'Logarithmic differentiation',
  'D(u^v, x) => u^v*D(v*ln(u), x)',
  { u: 'varies', v: 'varies' },
  (e, scope) => {
    if (e.kind !== 'pow') return null;
    const exponent = mul(e.exponent, call('ln', e.base));
    return {
      after: mul(e, scope.pending(exponent)),
      parts: named({ u: e.base, v: e.exponent }),
      opaque: new Set([e]),
    };
  },
);

const SQUARE_ROOT_NAME = { name: 'square-root', title: 'Square root rule' };
export const SQUARE_ROOT = rule(
  SQUARE_ROOT_NAME.name,
  SQUARE_ROOT_NAME.title,
  'D(sqrt(x), x) => 1/(2*sqrt(x))',
  {},
  (e, scope) => {
    if (e.kind !== 'root' || !isTwo(e.index)) return null;
    const derivative = (u: Expr): Expr => div(ONE, mul(num(2), root(u)));
    return compose(
      SQUARE_ROOT_NAME,
      e,
      { inner: e.body, value: (u) => root(u), derivative, name: 'sqrt' },
      scope,
    );
  },
);
const isTwo = (e: Expr): boolean => e.kind === 'num' && e.value.equals(num(2).value);

const NTH_ROOT_NAME = { name: 'nth-root', title: 'Root rule' };
/** For a whole n the root stays a root: for odd n it has a derivative at negative x too, which x^{1/n} hides. */
export const NTH_ROOT = rule(
  NTH_ROOT_NAME.name,
  NTH_ROOT_NAME.title,
  'D(root(x, n), x) => 1/(n*root(x, n)^(n - 1))',
  { n: 'number' },
  (e, scope) => {
    if (e.kind !== 'root' || e.index.kind !== 'num') return null;
    const n = e.index;
    const derivative = (u: Expr): Expr => div(ONE, mul(n, pow(root(u, n), num(n.value.sub(ONE.value)))));
    return compose(NTH_ROOT_NAME, e, { inner: e.body, value: (u) => root(u, n), derivative }, scope);
  },
);

export const ROOT_AS_POWER = rule(
  'root-as-power',
  'Write the root as a power',
  'D(root(u, n), x) => D(u^(1/n), x)',
);

/** log u to a base that varies: a quotient of natural logarithms. */
export const LOG_BASE = rule('change-of-base', 'Change of base', 'D(log(u, v), x) => D(ln(u)/ln(v), x)', {
  v: 'varies',
});

/** A function of the table with one argument that varies: the others are parameters. */
export const TABLE: Rule = Object.assign(
  rule('table', 'Table of derivatives', 'D(f(x), x) => Df(x)', {}, (e, scope) => {
    if (e.kind !== 'call') return null;
    const row = functionRow(e.fn);
    const args = row && withDefaults(row, e.args);
    if (!row || !args) return null;
    const varying = args.flatMap((a, i) => (scope.varies(a) ? [i] : []));
    const k = varying[0];
    if (k === undefined || varying.length > 1 || !row.derivatives[k]) return null;
    const place = (u: Expr): readonly Expr[] => args.map((a, i) => (i === k ? u : a));
    return compose(
      tableName(row),
      e,
      {
        inner: args[k] as Expr,
        value: (u) => call(e.fn, ...(e.args.length > k ? place(u).slice(0, e.args.length) : place(u))),
        derivative: (u) => partial(row, k, place(u)),
        opaque: args,
        conditions: conditionsOf(row, args),
        name: args.length === 1 ? e.fn : null,
      },
      scope,
    );
  }),
  { titleFor: (e: Expr) => (e.kind === 'call' ? tableTitle(e.fn) : 'Table of derivatives') },
);

function tableTitle(fn: string): string {
  return `Derivative of the ${functionRow(fn)?.title ?? fn}`;
}

/** Several arguments that vary: one term each. */
export const SEVERAL_ARGUMENTS = rule(
  'several-arguments',
  'Chain rule in several arguments',
  'D(f(u, v), x) => D1f(u, v)*D(u, x) + D2f(u, v)*D(v, x)',
  {},
  (e, scope) => {
    if (e.kind !== 'call') return null;
    const row = functionRow(e.fn);
    const args = row && withDefaults(row, e.args);
    if (!row || !args || args.some((a, i) => scope.varies(a) && !row.derivatives[i])) return null;
    const terms = args.flatMap((a, i) =>
      scope.varies(a) ? [times([partial(row, i, args), scope.pending(a)])] : [],
    );
    return {
      after: sum(terms),
      parts: named(Object.fromEntries(args.slice(0, 3).map((a, i) => [['u', 'v', 'w'][i] as string, a]))),
      opaque: new Set(args),
      conditions: conditionsOf(row, args),
    };
  },
);

/** The partial derivative of a row by its k-th parameter, at the given arguments. */
function partial(row: FunctionRow, k: number, args: readonly Expr[]): Expr {
  const names = new Map(row.params.map((p, i) => [p.id, args[i] as Expr]));
  return fill(row.derivatives[k] as Expr, (x) => (x.kind === 'sym' ? (names.get(x.id) ?? null) : null));
}

/** Where the function has a derivative at all, and where it has a value if the derivative's formula hides that. */
function conditionsOf(row: FunctionRow, args: readonly Expr[]): readonly Expr[] {
  const conditions = [row.smooth, row.wider ? row.domain : null].filter((c) => c !== null);
  const names = new Map(row.params.map((p, i) => [p.id, args[i] as Expr]));
  return conditions.map((c) => fill(c, (x) => (x.kind === 'sym' ? (names.get(x.id) ?? null) : null)));
}

function tableName(row: FunctionRow): Pick<Rule, 'name' | 'title'> {
  return { name: 'table', title: tableTitle(row.name) };
}

export const COMPOSITE: Readonly<Partial<Record<Expr['kind'], readonly Rule[]>>> = {
  pow: [POWER, EXPONENTIAL, GENERAL_POWER],
  root: [SQUARE_ROOT, NTH_ROOT, ROOT_AS_POWER],
  call: [TABLE, LOG_BASE, SEVERAL_ARGUMENTS],
};
