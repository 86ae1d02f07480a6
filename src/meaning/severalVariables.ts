/** Questions by several variables at once: the gradient, the Jacobian of an explicit vector, the Hessian. */
import {
  apply,
  component,
  num,
  ONE,
  plainName,
  same,
  substitute,
  sym,
  tuple,
  TWO,
  type Apply,
  type Call,
  type Component,
  type Expr,
  type Field,
  type Sym,
  type Tuple,
} from '../core/index.js';
import { refuse, unsaid, type Asked, type NotAsked } from './asked.js';
import { reachable, varying, type Definitions } from './dependence.js';
import {
  isFunctionLetter,
  isParameterLetter,
  isUsualVariable,
  variableName,
  type Variable,
} from './symbolCustoms.js';
import { namesIn, variablesIn } from './freeNames.js';
import type { NablaSquared } from './nablaSquared.js';
import { isImplied, operatorOf } from './operator.js';
import { isStyled } from './styles.js';
import { subjectOf } from './subject.js';
import { unsupported } from './support.js';
import { dotWrittenOut, writtenOut } from './writtenOut.js';
import type { Wanted } from './variable.js';

/** What is known round the text. */
export interface Known {
  readonly definitions: Definitions;
  readonly variable: Wanted | null;
  readonly order: Expr | null;
  /** What the section says that ∇² is. */
  readonly nablaSquared?: NablaSquared | null;
}

/** The question by several variables that the expression or equation asks; null where it asks none. */
export function severalQuestion(e: Expr, known: Known): Asked | NotAsked | null {
  const [left, right] = e.kind === 'relation' ? e.sides : [e];
  const nabla = left && (nablaOf(left) ?? namedMatrix(left, known.definitions));
  const byEntries = left && byNumberedEntries(left, known);
  if (byEntries) return byEntries;
  const given = known.variable?.read?.kind === 'tuple' ? known.variable.read.items.filter(isVariable) : null;
  if (nabla)
    return known.variable && !given ? null : byNabla(given ? { ...nabla, targets: given } : nabla, known);
  if (given) return bySeveral(e, given, known);
  const entries = left && entrywise(e, left, known);
  if (entries) return entries;
  if (known.variable || (known.order !== null && !same(known.order, ONE))) return null;
  // γ′(t) = (−sin t, cos t) asks for γ′, and not for what is on the right to be derived again.
  if (e.kind === 'relation' && left && operatorOf(left)) return null;
  const isNaming = e.kind === 'relation' && (e.ops[0] === '=' || e.ops[0] === ':=') && e.ops.length === 1;
  const vector = vectorOf(isNaming ? right : e.kind === 'relation' ? undefined : left);
  if (!vector || vector.items.every((i) => i.kind === 'sym' || i.kind === 'num')) return null;
  const params = isNaming && isCalled(left) ? left.args.filter(isVariable) : [];
  return severalAsked(
    vector,
    params.length > 0 ? params : usualVariables(vector, known.definitions),
    ONE,
    false,
    known,
  );
}

/** The f of ∇(fg) and the p of ∇ ln p, which are no variables of the gradient but functions of its variables. */
const isField = (v: Variable, { length }: readonly Variable[]): boolean =>
  v.kind === 'sym' && (isFunctionLetter(v) || (length === 1 && !isUsualVariable(v)));

interface Nabla {
  readonly body: Expr;
  /** The variables that the text names; none where they are understood. */
  readonly targets: readonly Variable[];
  readonly order: 1 | 2;
  /** Written as ∇², which may mean the Laplacian too. */
  readonly doubtful: boolean;
}

/** ∇f, ∇∇f and ∇²f, with or without variables below. */
function nablaOf(e: Expr): Nabla | null {
  if (e.kind !== 'diff' || !e.partial) return null;
  const targets = e.target.kind === 'tuple' ? e.target.items.filter(isVariable) : [];
  if (targets.length === 0 && !isImplied(e.target)) return null;
  const twice = e.order.kind === 'num' && e.order.value.equals(TWO.value);
  if (twice) return { body: e.body, targets, order: 2, doubtful: true };
  const inner = nablaOf(e.body);
  if (inner) return inner.order === 1 ? { ...inner, order: 2, doubtful: false } : null;
  return { body: e.body, targets, order: 1, doubtful: false };
}

/** J_f and H_f of a function that the note gives. */
function namedMatrix(e: Expr, definitions: Definitions): Nabla | null {
  const [name, args] = e.kind === 'apply' ? [e.fn, e.args] : [e, []];
  const order = name.kind === 'sym' && name.sub !== null ? MATRICES[name.base] : undefined;
  if (name.kind !== 'sym' || name.sub === null || order === undefined || definitions.has(name.id))
    return null;
  const of = [sym(name.sub), sym(name.sub, ['bold']), sym(name.sub, ['vec'])].find((s) =>
    definitions.has(s.id),
  );
  return of ? { body: args.length > 0 ? apply(of, args) : of, targets: [], order, doubtful: false } : null;
}
const MATRICES: Readonly<Partial<Record<string, 1 | 2>>> = { J: 1, H: 2 };

/** The Jacobian matrix that the expression names: ∂(x, y)/∂(u, v), J_f; null for anything else. */
export function jacobianOf(e: Expr, definitions: Definitions): Pick<Nabla, 'body' | 'targets'> | null {
  const named = namedMatrix(e, definitions);
  if (named?.order === 1) return named;
  return e.kind === 'diff' && e.partial && e.target.kind === 'tuple' && e.body.kind === 'tuple'
    ? nablaOf(e)
    : null;
}

/** ∂/∂**x** of what is written by x_1, x_2: by each of them up to the last. */
function byNumberedEntries(left: Expr, known: Known): Asked | NotAsked | null {
  if (left.kind !== 'diff' || left.target.kind !== 'sym' || !isStyled(left.target) || !same(left.order, ONE))
    return null;
  const { value } = looked(left.body, known.definitions);
  const name = left.target;
  const isOwn = (c: Expr): c is Component =>
    c.kind === 'component' && c.base.kind === 'sym' && c.base.base === name.base;
  const own = value === null ? [] : namesIn(value).components.filter(isOwn);
  const places = own.map(({ indices: [i, more] }) =>
    i?.kind === 'num' && i.value.isInteger && !more ? i.value.toNumber() : NaN,
  );
  const last = Math.max(...places);
  const [first] = own;
  // A sum over x_i, or the whole of **x**, is asked by components or by differentials.
  if (!value || !first || !(last <= MOST_ENTRIES) || Math.min(...places) < 1 || value.free.has(name.id))
    return null;
  const targets = Array.from({ length: last }, (_, k) => component(first.base, [num(k + 1)]));
  return severalAsked(vectorOf(value) ?? value, targets, ONE, true, known);
}
const MOST_ENTRIES = 12;

/** d/dt of a vector or matrix that is written out, R(θ) = (…) and a matrix by a variable asked for: entry by entry. */
function entrywise(e: Expr, left: Expr, known: Known): Asked | NotAsked | null {
  const operator = operatorOf(left);
  const wanted = known.variable?.read;
  if (operator) {
    const { target, order } = operator;
    const given = (name: Expr): Expr | null => looked(name, known.definitions).value;
    const body =
      listed(writtenOut(operator.body, given)) ??
      dotWrittenOut(operator.body, given) ??
      listed(given(operator.body));
    if (!body || !target || isImplied(target)) return null;
    if (known.order && !same(known.order, order)) return null;
    return severalAsked(body, [target], order, true, known);
  }
  const right = e.kind === 'relation' ? (e.ops[0] === '=' || e.ops[0] === ':=' ? e.sides[1] : undefined) : e;
  const body = listed(right ?? null);
  const params = isCalled(left) ? left.args.filter(isVariable) : [];
  const target = wanted && isVariable(wanted) ? wanted : params.length === 1 ? params[0] : undefined;
  const isNamed = e.kind !== 'relation' || isCalled(left) || left.kind === 'sym';
  return body && target && isNamed ? severalAsked(body, [target], known.order ?? ONE, false, known) : null;
}
/** A vector as a list, a matrix as it is. */
const listed = (e: Expr | null): Expr | null =>
  e === null ? null : (vectorOf(e) ?? (e.kind === 'matrix' ? e : null));

/** What is written, by several variables that were asked for from outside. */
function bySeveral(e: Expr, targets: readonly Variable[], known: Known): Asked | NotAsked | null {
  const subject = subjectOf(e);
  if (!subject.ok || subject.operator) return null;
  return byNabla(
    { body: subject.body, targets, order: isTwice(known.order) ? 2 : 1, doubtful: false },
    known,
  );
}
const isTwice = (order: Expr | null): boolean => order !== null && same(order, TWO);

function byNabla(nabla: Nabla, known: Known): Asked | NotAsked {
  const { body, order, doubtful } = nabla;
  if (doubtful && known.nablaSquared !== 'hessian') {
    const message =
      '∇² may mean the Laplacian or the Hessian matrix, and nothing here says which: write the Hessian as ∇∇.';
    return refuse('ambiguous', message, body);
  }
  if (isImplied(body))
    return refuse('no-formula', 'What is differentiated is missing after the operator.', body);
  const { value, params } = looked(body, known.definitions);
  if (value === null) {
    return unsaid(`Nothing here says how ${nameOf(body)} depends on its variables.`, body);
  }
  const free = undefinedName(value, nabla.targets, known.definitions);
  if (free) return unsaid(`Nothing here says how ${variableName(free)} depends on its variables.`, body);
  const vector = vectorOf(value);
  const own = params.length > 0 ? params : usualVariables(value, known.definitions);
  const targets = nabla.targets.length > 0 ? nabla.targets : own;
  const field =
    nabla.targets.length === 0 && params.length === 0 ? own.find((v) => isField(v, own)) : undefined;
  if (field) return unsaid(`Nothing here says how ${variableName(field)} depends on its variables.`, body);
  const times = order === 2 ? TWO : ONE;
  if (known.order && !same(known.order, ONE) && !same(known.order, times))
    return refuse('ambiguous', 'The formula asks for another order of derivative than was given.', body);
  return severalAsked(vector ?? value, targets, times, true, known);
}

/** What f or f(x, y) stands for, and its parameters; the value is null where nothing says what f is. */
export function looked(
  e: Expr,
  definitions: Definitions,
): { value: Expr | null; params: readonly Variable[] } {
  const id = e.kind === 'sym' ? e.id : e.kind === 'apply' && e.orders.every((o) => o === 0) ? e.fn.id : null;
  if (id === null) return { value: e, params: [] };
  const d = definitions.get(id);
  if (!d) return { value: null, params: [] };
  if (e.kind !== 'apply') return { value: d.value, params: d.params };
  if (e.args.length !== d.params.length) return { value: null, params: [] };
  const at = new Map(d.params.map((p, i) => [p.id, e.args[i] ?? p]));
  return { value: substitute(d.value, at), params: e.args.filter(isVariable) };
}
/** The x of ∂(x, y)/∂(r, θ) that nothing gives by r and θ; null where each is given. */
export function undefinedName(
  value: Expr,
  targets: readonly Variable[],
  definitions: Definitions,
): Variable | null {
  if (value.kind !== 'tuple' || targets.length === 0) return null;
  const isFree = (e: Expr): e is Sym =>
    e.kind === 'sym' && !definitions.has(e.id) && !targets.some((t) => same(t, e));
  return value.items.find(isFree) ?? null;
}
export const nameOf = (e: Expr): string =>
  e.kind === 'sym' ? plainName(e) : e.kind === 'apply' ? plainName(e.fn) : 'this';

/** A list of entries, or a matrix of one row or one column, as a list; null for anything else. */
export function vectorOf(e: Expr | undefined): Tuple | null {
  if (e?.kind === 'tuple') return e;
  if (e?.kind !== 'matrix') return null;
  const [first] = e.rows;
  if (first && e.rows.length === 1) return tuple(first);
  return e.rows.every((r) => r.length === 1) ? tuple(e.rows.flat()) : null;
}

/** The names that are no constants by custom, or else all of them, in the order of the alphabet. */
export function usualVariables(e: Expr, definitions: Definitions): readonly Variable[] {
  const through = [e, ...[...reachable(e, definitions, NONE).values()].map((d) => d.value)];
  const all = variablesIn(...through).filter((v) => v.kind !== 'sym' || !definitions.has(v.id));
  const usual = all.filter((v) => v.kind !== 'sym' || !isParameterLetter(v));
  return [...(usual.length > 0 ? usual : all)].sort((a, b) => (variableName(a) < variableName(b) ? -1 : 1));
}

/** The question by several variables, or what is made of its partial derivatives. */
export function severalAsked(
  body: Expr,
  targets: readonly Variable[],
  order: Expr,
  isDerivative: boolean,
  { definitions: all }: Pick<Known, 'definitions'>,
  field?: Field,
): Asked | NotAsked {
  const [variable] = targets;
  if (!variable) return refuse('unsupported', 'There is no variable here to differentiate by.', body);
  const definitions = reachable(body, all, new Set(targets.flatMap((t) => [...t.free])));
  const entries = body.kind === 'tuple' ? body.items : body.kind === 'matrix' ? body.rows.flat() : [body];
  const values = [...entries, ...[...definitions.values()].map((d) => d.value)];
  const refusal = values.flatMap((v) => targets.map((t) => unsupported(v, t))).find((r) => r !== null);
  if (refusal) return refusal;
  const unknown = namesIn(...values).applications.find((a) => !definitions.has(a.fn.id));
  if (unknown) return refuse('unsupported', `Nothing here says what ${plainName(unknown.fn)} is.`, body);
  const target = targets.length === 1 && !field ? variable : tuple(targets);
  return {
    ok: true,
    question: {
      body,
      target,
      order,
      partial: targets.length > 1,
      definitions,
      dependent: new Set(),
      ...(field ? { field } : {}),
    },
    input: body,
    head: null,
    isDerivative,
    variable,
    source: isDerivative ? 'operator' : 'parameter',
    variables: [variable],
    point: null,
    used: [...new Set(targets.flatMap((t) => varying(definitions, t)))],
    notes: targets.length > 1 ? [layout(body, targets, order)] : [],
  };
}
const NONE: ReadonlySet<string> = new Set();

/** How the entries are laid out, in words. */
function layout(body: Expr, targets: readonly Variable[], order: Expr): string {
  const names = targets.map(variableName).join(', ');
  if (body.kind === 'tuple') return `one row for each component, one column for each of ${names}`;
  return same(order, ONE)
    ? `one entry for each of ${names}, in this order`
    : `row and column by ${names}, in this order`;
}

const isVariable = (e: Expr): e is Variable => e.kind === 'sym' || e.kind === 'component';
const isCalled = (e: Expr | undefined): e is Apply | Call => e?.kind === 'apply' || e?.kind === 'call';

/** The variables of a question in a word: x, or "x, y" of a gradient. */
export function targetName({ question, variable }: Asked): string {
  const { target } = question;
  return target.kind === 'tuple'
    ? target.items.map((t) => (isVariable(t) ? variableName(t) : '?')).join(', ')
    : variableName(variable);
}
