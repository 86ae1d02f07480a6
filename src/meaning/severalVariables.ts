/** Questions by several variables at once: the gradient, the Jacobian of an explicit vector, the Hessian. */
import {
  ONE,
  plainName,
  same,
  substitute,
  tuple,
  TWO,
  type Apply,
  type Call,
  type Expr,
  type Tuple,
} from '../core/index.js';
import { refuse, unsaid, type Asked, type NotAsked } from './asked.js';
import { reachable, varying, type Definitions } from './dependence.js';
import { isFunctionLetter, isParameterLetter, variableName, type Variable } from './symbolCustoms.js';
import { namesIn, variablesIn } from './freeNames.js';
import { isImplied, operatorOf } from './operator.js';
import { unsupported } from './support.js';
import type { Wanted } from './variable.js';

/** What is known round the text. */
interface Known {
  readonly definitions: Definitions;
  readonly variable: Wanted | null;
  readonly order: Expr | null;
  /** The section speaks of Hessian matrices and not of the Laplacian, so that ∇² is one. */
  readonly hessian?: boolean;
}

/** The question by several variables that the expression or equation asks; null where it asks none. */
export function severalQuestion(e: Expr, known: Known): Asked | NotAsked | null {
  const [left, right] = e.kind === 'relation' ? e.sides : [e];
  const nabla = left && nablaOf(left);
  if (nabla) return known.variable ? null : byNabla(nabla, known);
  if (known.variable || (known.order !== null && !same(known.order, ONE))) return null;
  // γ′(t) = (−sin t, cos t) asks for γ′, and not for what is on the right to be derived again.
  if (e.kind === 'relation' && left && operatorOf(left)) return null;
  const isNaming = e.kind === 'relation' && (e.ops[0] === '=' || e.ops[0] === ':=') && e.ops.length === 1;
  const vector = vectorOf(isNaming ? right : e.kind === 'relation' ? undefined : left);
  if (!vector || vector.items.every((i) => i.kind === 'sym' || i.kind === 'num')) return null;
  const params = isNaming && isCalled(left) ? left.args.filter(isVariable) : [];
  return asked(
    vector,
    params.length > 0 ? params : usualVariables(vector, known.definitions),
    ONE,
    false,
    known,
  );
}

/** The f of ∇(fg), which is no variable of the gradient but a function of its variables. */
const isField = (v: Variable): boolean => v.kind === 'sym' && isFunctionLetter(v);

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

function byNabla(nabla: Nabla, known: Known): Asked | NotAsked {
  const { body, order, doubtful } = nabla;
  if (doubtful && known.hessian !== true) {
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
  const vector = vectorOf(value);
  const own = params.length > 0 ? params : usualVariables(value, known.definitions);
  const targets = nabla.targets.length > 0 ? nabla.targets : own;
  const field = nabla.targets.length === 0 && params.length === 0 ? own.find(isField) : undefined;
  if (field) return unsaid(`Nothing here says how ${variableName(field)} depends on its variables.`, body);
  const times = order === 2 ? TWO : ONE;
  if (known.order && !same(known.order, ONE) && !same(known.order, times))
    return refuse('ambiguous', 'The formula asks for another order of derivative than was given.', body);
  return asked(vector ?? value, targets, times, true, known);
}

/** What f or f(x, y) stands for, and its parameters; the value is null where nothing says what f is. */
function looked(e: Expr, definitions: Definitions): { value: Expr | null; params: readonly Variable[] } {
  const id = e.kind === 'sym' ? e.id : e.kind === 'apply' && e.orders.every((o) => o === 0) ? e.fn.id : null;
  if (id === null) return { value: e, params: [] };
  const d = definitions.get(id);
  if (!d) return { value: null, params: [] };
  if (e.kind !== 'apply') return { value: d.value, params: d.params };
  if (e.args.length !== d.params.length) return { value: null, params: [] };
  const at = new Map(d.params.map((p, i) => [p.id, e.args[i] ?? p]));
  return { value: substitute(d.value, at), params: e.args.filter(isVariable) };
}
const nameOf = (e: Expr): string =>
  e.kind === 'sym' ? plainName(e) : e.kind === 'apply' ? plainName(e.fn) : 'this';

/** A list of entries, or a matrix of one row or one column, as a list; null for anything else. */
function vectorOf(e: Expr | undefined): Tuple | null {
  if (e?.kind === 'tuple') return e;
  if (e?.kind !== 'matrix') return null;
  const [first] = e.rows;
  if (first && e.rows.length === 1) return tuple(first);
  return e.rows.every((r) => r.length === 1) ? tuple(e.rows.flat()) : null;
}

/** The names that are no constants by custom, or else all of them, in the order of the alphabet. */
function usualVariables(e: Expr, definitions: Definitions): readonly Variable[] {
  const through = [e, ...[...reachable(e, definitions, NONE).values()].map((d) => d.value)];
  const all = variablesIn(...through).filter((v) => v.kind !== 'sym' || !definitions.has(v.id));
  const usual = all.filter((v) => v.kind !== 'sym' || !isParameterLetter(v));
  return [...(usual.length > 0 ? usual : all)].sort((a, b) => (variableName(a) < variableName(b) ? -1 : 1));
}

function asked(
  body: Expr,
  targets: readonly Variable[],
  order: Expr,
  isDerivative: boolean,
  { definitions: all }: Known,
): Asked | NotAsked {
  const [variable] = targets;
  if (!variable) return refuse('unsupported', 'There is no variable here to differentiate by.', body);
  const definitions = reachable(body, all, new Set(targets.flatMap((t) => [...t.free])));
  const entries = body.kind === 'tuple' ? body.items : [body];
  const values = [...entries, ...[...definitions.values()].map((d) => d.value)];
  const refusal = values.flatMap((v) => targets.map((t) => unsupported(v, t))).find((r) => r !== null);
  if (refusal) return refusal;
  const unknown = namesIn(...values).applications.find((a) => !definitions.has(a.fn.id));
  if (unknown) return refuse('unsupported', `Nothing here says what ${plainName(unknown.fn)} is.`, body);
  const target = targets.length === 1 ? variable : tuple(targets);
  return {
    ok: true,
    question: { body, target, order, partial: targets.length > 1, definitions, dependent: new Set() },
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
