/** Loops that are sums or products over an index: ∑ and ∏ of terms that depend on nothing but the index. */
import type * as t from '@babel/types';
import {
  add,
  binder,
  children,
  div,
  mul,
  neg,
  num,
  ONE,
  plus,
  product,
  substitute,
  sum,
  type Expr,
  type Sym,
} from '../../core/index.js';
import { boundIndex, increment, indexed } from './arrays.js';
import type { Reads } from './reads.js';
import { whyNotStatement } from './refusals.js';
import { declare, namesOf } from './declarations.js';
import { scopeOf, type Declaration, type FunctionNode } from './scope.js';
import { refuse, unreadable } from './unreadable.js';
import { numeric, type Environment, type Value } from './value.js';

/** Up to so many terms are written out; longer sums stay sums. */
const MOST_TERMS = 16;
const MOST_TURNS = 10_000;

export type Loop = t.ForStatement | t.ForOfStatement;

/** The index of a loop: whole numbers, or the entries of an array of unknown length, counted from 1. */
type IndexRange =
  | { readonly kind: 'numbers'; readonly values: readonly number[]; readonly end: number }
  /** Entries of an array that is written out. */
  | { readonly kind: 'items'; readonly values: readonly Expr[] }
  | { readonly kind: 'entries'; readonly lower: number; readonly upper: Expr };

/** Reads a loop as sums and products, which are the values of its locals afterwards. */
export function asTotals(r: Reads, s: Loop, at: Environment): typeof READ {
  if (s.type === 'ForOfStatement') overEntries(r, s, at);
  else overNumbers(r, s, at);
  return READ;
}
const READ = { isRead: true } as const;

/** `xs.forEach((x, i) => …)` as a loop whose body is that of the function. */
export function asTotalsOf(
  r: Reads,
  array: Value,
  node: t.CallExpression,
  fn: FunctionNode,
  at: Environment,
): typeof READ {
  const index = boundIndex(r.symbols.fresh('i'));
  const [x, i] = fn.params.map((p) =>
    p.type === 'Identifier' ? (at.scope.names.get(p.name) ?? null) : null,
  );
  const counted = numeric(plus([index, num(-1)]));
  if (x) at.frame.set(x, indexed(r, array, counted, node));
  if (i) at.frame.set(i, counted);
  const length = lengthOf(array, node);
  accumulate(r, { node, body: bodyOf(fn.body), at }, index, { kind: 'entries', lower: 1, upper: length });
  return READ;
}

function overEntries(r: Reads, s: t.ForOfStatement, at: Environment): void {
  if (s.await) refuse(s, 'Asynchronous code is not differentiated: the loop awaits values.');
  const name = indexDeclaration(s.left, at) ?? refuse(s, whyNotStatement(s));
  const array = r.value(s.right, at);
  const index = boundIndex(r.symbols.fresh('i'));
  if (array.kind === 'list') {
    at.frame.set(name, numeric(index));
    const values = array.items.map((v) => r.asNumber(v, s.right));
    accumulate(r, { node: s, body: bodyOf(s.body), at }, index, { kind: 'items', values });
    return;
  }
  const length = lengthOf(array, s);
  at.frame.set(name, indexed(r, array, numeric(plus([index, num(-1)])), s.right));
  accumulate(r, { node: s, body: bodyOf(s.body), at }, index, { kind: 'entries', lower: 1, upper: length });
}

function lengthOf(array: Value, s: t.Node): Sym {
  if (array.kind === 'entries') return array.of.length();
  if (array.kind !== 'given') return refuse(s, whyNotStatement(s));
  array.given.use.as ??= 'array';
  return array.given.length();
}

function overNumbers(r: Reads, s: t.ForStatement, at: Environment): void {
  const index = boundIndex(r.symbols.fresh('i'));
  const { name, range } = headerOf(r, s, at);
  // Bound indices of arrays count from 1 where the code counts from 0.
  const counted = range.kind === 'entries' ? plus([index, num(-1)]) : index;
  at.frame.set(name, numeric(counted));
  accumulate(r, { node: s, body: bodyOf(s.body), at }, index, range);
  // An index that was declared before the loop is past its end now.
  at.frame.set(name, range.kind === 'numbers' ? numeric(num(range.end)) : null);
}

function indexDeclaration(left: t.Node, at: Environment): Declaration | null {
  if (left.type !== 'VariableDeclaration') return null;
  const id = left.declarations[0]?.id;
  return id?.type === 'Identifier' ? at.scope.resolve(id.name) : null;
}

/** for (let i = a; i < b; i += c), all constants, or b the length of an array. */
function headerOf(r: Reads, s: t.ForStatement, at: Environment): { name: Declaration; range: IndexRange } {
  const no = (): never => refuse(s, whyNotStatement(s));
  const { test, update } = s;
  if (!test || !update) return no();
  const { name, start } = startOf(r, s, at) ?? no();
  const step = stepOf(r, update, name.name, at);
  if (!start || step === null || test.type !== 'BinaryExpression') return no();
  if (test.left.type !== 'Identifier' || test.left.name !== name.name) return no();
  const [first, bound] = [r.number(start, at), r.number(test.right, at)];
  const [from, until] = [r.constantOf(first), r.constantOf(bound)];
  if (from !== null && until !== null) {
    const values = turns(from, test.operator, until, step) ?? no();
    return { name, range: { kind: 'numbers', values, end: from + step * values.length } };
  }
  const range = alongArray(r, { operator: test.operator, step, first, from, bound, until });
  if (range) return { name, range };
  return refuse(test, 'The loop is no sum or product with constant bounds: how often it runs is not fixed.');
}

interface Header {
  readonly operator: string;
  readonly step: number;
  readonly first: Expr;
  readonly from: number | null;
  readonly bound: Expr;
  readonly until: number | null;
}

/** Up to the length of an array, or down from it; both ends may be some entries short of it. */
function alongArray(r: Reads, { operator, step, first, from, bound, until }: Header): IndexRange | null {
  const isWhole = (n: number | null): n is number => n !== null && Number.isInteger(n) && n >= 0;
  if (step === 1 && isWhole(from) && (operator === '<' || operator === '<=') && isByLength(r, bound))
    return { kind: 'entries', lower: from + 1, upper: operator === '<' ? bound : plus([bound, ONE]) };
  const isDown = step === -1 && (operator === '>=' || operator === '>');
  const last = until !== null && operator === '>' ? until + 1 : until;
  return isDown && isWhole(last) && isByLength(r, first)
    ? { kind: 'entries', lower: last + 1, upper: plus([first, ONE]) }
    : null;
}

/** n, n − 1, … where n is the length of an array. */
function isByLength(r: Reads, e: Expr): boolean {
  const terms = e.kind === 'add' ? e.terms : [e];
  const names = terms.filter((t) => t.kind === 'sym' && r.isLength(t));
  return (
    names.length === 1 && terms.every((t) => names.includes(t) || (t.kind === 'num' && t.value.isInteger))
  );
}

/** The index and its first value; what else the header declares is declared. */
function startOf(
  r: Reads,
  { init }: t.ForStatement,
  at: Environment,
): { name: Declaration; start: t.Node | null } | null {
  if (init?.type === 'AssignmentExpression' && init.operator === '=' && init.left.type === 'Identifier') {
    const name = at.scope.resolve(init.left.name);
    return name && at.frame.variables.has(name) ? { name, start: init.right } : null;
  }
  if (init?.type !== 'VariableDeclaration') return null;
  const name = indexDeclaration(init, at);
  const [first, ...others] = init.declarations;
  if (others.length > 0) declare(r, { ...init, declarations: others }, at);
  return name && { name, start: first?.init ?? null };
}

function stepOf(r: Reads, update: t.Expression, name: string, at: Environment): number | null {
  if (update.type === 'UpdateExpression')
    return update.argument.type === 'Identifier' && update.argument.name === name
      ? update.operator === '++'
        ? 1
        : -1
      : null;
  if (
    update.type !== 'AssignmentExpression' ||
    update.left.type !== 'Identifier' ||
    update.left.name !== name
  )
    return null;
  const by =
    update.operator === '+=' || update.operator === '-=' ? r.constantOf(r.number(update.right, at)) : null;
  return by === null || by === 0 ? null : update.operator === '+=' ? by : -by;
}

/** The values that the index takes; null where there are too many, or no end. */
function turns(from: number, operator: string, until: number, step: number): readonly number[] | null {
  const goesOn = TESTS.get(operator);
  if (!goesOn || !Number.isInteger(from) || !Number.isInteger(step)) return null;
  const values: number[] = [];
  for (let i = from; goesOn(i, until); i += step) {
    if (values.push(i) > MOST_TURNS) return null;
  }
  return values;
}
const TESTS: ReadonlyMap<string, (i: number, until: number) => boolean> = new Map([
  ['<', (i, until) => i < until],
  ['<=', (i, until) => i <= until],
  ['>', (i, until) => i > until],
  ['>=', (i, until) => i >= until],
]);

/** What stands in a loop, and where. */
interface Body {
  readonly node: t.Node;
  readonly body: t.BlockStatement | readonly t.Statement[];
  readonly at: Environment;
}
const bodyOf = (s: t.Statement | t.Expression): Body['body'] => {
  if (s.type === 'BlockStatement') return s;
  return [
    s.type.endsWith('Statement')
      ? (s as t.Statement)
      : ({ ...s, type: 'ExpressionStatement', expression: s } as t.Statement),
  ];
};

/** Each assigned local grows by a term or a factor that depends on the index alone. */
function accumulate(r: Reads, { node, body, at }: Body, index: Sym, range: IndexRange): void {
  const isBlock = 'type' in body;
  const inside: Environment = { ...at, scope: isBlock ? scopeOf(body, at.scope) : at.scope };
  for (const v of at.frame.variables.values()) v.read = false;
  const totals = at.frame.frozen(() => growths(r, isBlock ? body.body : body, inside));
  for (const [d, { op, terms }] of totals) {
    const variable = at.frame.find(d);
    if (!variable?.value) refuse(node, `\`${d.name}\` has no value before the loop.`);
    // Read within the loop, each turn would depend on the one before.
    if (variable.read) refuse(node, dependsOnTurns(d.name));
    const start = r.asNumber(variable.value, node);
    const step = op === 'sum' ? sum(terms) : product(terms);
    at.frame.set(d, r.bind(d, numeric(total(op, start, step, index, range))));
  }
}

const dependsOnTurns = (name: string): string =>
  `What \`${name}\` is in one turn of the loop depends on the turn before, and how many there are is not fixed.`;

type Growth = { readonly op: 'sum' | 'product'; readonly terms: Expr[] };

function growths(r: Reads, statements: readonly t.Statement[], at: Environment): Map<Declaration, Growth> {
  const totals = new Map<Declaration, Growth>();
  const own = new Set<Declaration>();
  for (const statement of statements) {
    const grown = growing(r, statement, at);
    if (grown) {
      const { d, op, term } = grown;
      const known = totals.get(d);
      if (own.has(d) || (known && known.op !== op)) refuse(statement, whyLoop(statement));
      totals.set(d, known ?? { op, terms: [] });
      totals.get(d)?.terms.push(term);
      continue;
    }
    if (statement.type !== 'VariableDeclaration') refuse(statement, whyLoop(statement));
    r.unnamed(() => {
      declare(r, statement, at);
    });
    statement.declarations.forEach((x) => {
      namesOf(x.id, at).forEach((d) => own.add(d));
    });
  }
  // A `var` of the loop outlives it, and is what the last turn made it.
  own.forEach((d) => {
    at.frame.set(d, null);
  });
  return totals;
}

const whyLoop = (s: t.Statement): string =>
  s.type === 'BreakStatement' ||
  s.type === 'ContinueStatement' ||
  s.type === 'WhileStatement' ||
  s.type === 'TryStatement'
    ? whyNotStatement(s)
    : 'The loop does more than add to a sum or multiply a product, which is not differentiated.';

/** s += e, s -= e, s *= e, s = s + e, s = s * e. */
function growing(
  r: Reads,
  statement: t.Statement,
  at: Environment,
): { d: Declaration; op: 'sum' | 'product'; term: Expr } | null {
  if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'AssignmentExpression')
    return null;
  const { left, right, operator } = statement.expression;
  if (left.type !== 'Identifier') return null;
  const d = at.scope.resolve(left.name);
  const variable = d && at.frame.variables.get(d);
  if (!d || !variable || (d.kind !== 'let' && d.kind !== 'var')) return null;
  if (operator === '=') return reassigned(r, d, right, at);
  const term = r.unnamed(() => r.number(right, at));
  if (variable.read) refuse(statement, dependsOnTurns(d.name));
  switch (operator) {
    case '+=':
      return { d, op: 'sum', term };
    case '-=':
      return { d, op: 'sum', term: neg(term) };
    case '*=':
      return { d, op: 'product', term };
    case '/=':
      return { d, op: 'product', term: div(ONE, term) };
    default:
      return null;
  }
}

function reassigned(r: Reads, d: Declaration, right: t.Node, at: Environment): ReturnType<typeof growing> {
  const variable = at.frame.variables.get(d);
  if (!variable) return null;
  const so = r.symbols.fresh(d.name);
  const before = { ...variable };
  at.frame.set(d, numeric(so));
  const step = r.unnamed(() => r.number(right, at));
  at.frame.variables.set(d, before);
  const found = increment(step, so);
  return found && { d, op: found[0], term: found[1] };
}

const ASKS = 'What a turn of the loop does depends on which turn it is.';
/** Whether a condition asks for the index: then turns are read one by one, and the condition is decided in each. */
function asks(e: Expr, index: Sym): boolean {
  if (!e.free.has(index.id)) return false;
  return e.kind === 'relation' || children(e).some((c) => asks(c, index));
}

function total(op: 'sum' | 'product', start: Expr, body: Expr, index: Sym, range: IndexRange): Expr {
  const written = writtenOut(range);
  if (written && asks(body, index)) throw unreadable({ code: 'unsupported', message: ASKS, from: 0, to: 0 });
  if (written) {
    const parts = written.map((k) => substitute(body, new Map([[index.id, k]])));
    const all = isUnit(op, start) ? parts : [start, ...parts];
    return op === 'sum' ? sum(all) : product(all);
  }
  const [lower, upper] = endsOf(range);
  const whole = binder(op, index, { lower, upper }, body);
  if (isUnit(op, start)) return whole;
  return op === 'sum' ? add(start, whole) : mul(start, whole);
}
/** The values of a short range, or of one that is no row of whole numbers; null for others. */
function writtenOut(range: IndexRange): readonly Expr[] | null {
  if (range.kind === 'items') return range.values;
  if (range.kind === 'entries') return null;
  const { values } = range;
  return values.length <= MOST_TERMS || !isConsecutive(values) ? values.map((k) => num(k)) : null;
}
function endsOf(range: IndexRange): readonly [Expr, Expr] {
  if (range.kind === 'entries') return [num(range.lower), range.upper];
  const values = range.kind === 'numbers' ? range.values : [];
  return [num(values[0] ?? 0), num(values.at(-1) ?? -1)];
}
const isConsecutive = (values: readonly number[]): boolean => (values[1] ?? 0) - (values[0] ?? 0) === 1;
const isUnit = (op: 'sum' | 'product', e: Expr): boolean =>
  e.kind === 'num' && (op === 'sum' ? e.value.isZero : e.value.isOne);
