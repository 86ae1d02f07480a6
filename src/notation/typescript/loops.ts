/** Loops that are sums or products over an index. */
import type * as t from '@babel/types';
import {
  add,
  binder,
  div,
  mul,
  neg,
  num,
  ONE,
  product,
  substitute,
  sum,
  type Expr,
  type Sym,
} from '../../core/expr.js';
import { plus } from '../../core/fold.js';
import { boundIndex, increment, indexed } from './arrays.js';
import type { Reads } from './reads.js';
import { whyNotStatement } from './refusals.js';
import { scopeOf, type Declaration } from './scope.js';
import { refuse } from './unreadable.js';
import { numeric, type Place, type Value } from './value.js';

/** Up to so many terms are written out; longer sums stay sums. */
const MOST_TERMS = 16;
const MOST_TURNS = 10_000;

type Loop = t.ForStatement | t.ForOfStatement;

/** The index of a loop: whole numbers, or the entries of an array of unknown length, counted from 1. */
type Range =
  | { readonly kind: 'numbers'; readonly values: readonly number[] }
  /** Entries of an array that is written out. */
  | { readonly kind: 'items'; readonly values: readonly Expr[] }
  | { readonly kind: 'entries'; readonly length: Sym; readonly lower: number };

/** Reads a loop; the sums and products that it makes are the values of its locals afterwards. */
export function loop(r: Reads, s: Loop, at: Place): void {
  const scope = scopeOf(s, at.scope);
  const inside: Place = { ...at, scope };
  if (s.type === 'ForOfStatement') overEntries(r, s, inside);
  else overNumbers(r, s, inside);
}

function overEntries(r: Reads, s: t.ForOfStatement, at: Place): void {
  if (s.await) refuse(s, 'Asynchronous code is not differentiated: the loop awaits values.');
  const name = indexDeclaration(s.left, at) ?? refuse(s, whyNotStatement(s));
  const array = r.value(s.right, at);
  const index = boundIndex(r.symbols.fresh('i'));
  if (array.kind === 'list') {
    at.frame.set(name, numeric(index));
    const values = array.items.map((v) => r.asNumber(v, s.right));
    accumulate(r, s, at, index, { kind: 'items', values });
    return;
  }
  const length = lengthOf(array, s);
  at.frame.set(name, indexed(r, array, numeric(plus([index, num(-1)])), s.right));
  accumulate(r, s, at, index, { kind: 'entries', length, lower: 1 });
}

function lengthOf(array: Value, s: Loop): Sym {
  if (array.kind === 'entries') return array.of.length();
  if (array.kind !== 'given') return refuse(s, whyNotStatement(s));
  array.given.use.as ??= 'array';
  return array.given.length();
}

function overNumbers(r: Reads, s: t.ForStatement, at: Place): void {
  const index = boundIndex(r.symbols.fresh('i'));
  const { name, range } = headerOf(r, s, at);
  // Bound indices of arrays count from 1 where the code counts from 0.
  const counted = range.kind === 'entries' ? plus([index, num(-1)]) : index;
  at.frame.set(name, numeric(counted));
  accumulate(r, s, at, index, range);
}

function indexDeclaration(left: t.Node, at: Place): Declaration | null {
  if (left.type !== 'VariableDeclaration') return null;
  const id = left.declarations[0]?.id;
  return id?.type === 'Identifier' ? at.scope.resolve(id.name) : null;
}

/** for (let i = a; i < b; i += c), all constants, or b the length of an array. */
function headerOf(r: Reads, s: t.ForStatement, at: Place): { name: Declaration; range: Range } {
  const no = (): never => refuse(s, whyNotStatement(s));
  const { init, test, update } = s;
  if (init?.type !== 'VariableDeclaration' || init.declarations.length !== 1 || !test || !update) return no();
  const name = indexDeclaration(init, at) ?? no();
  const start = init.declarations[0]?.init;
  const from = start ? r.constantOf(r.number(start, at)) : null;
  const step = stepOf(r, update, name.name, at);
  if (from === null || step === null || test.type !== 'BinaryExpression') return no();
  if (test.left.type !== 'Identifier' || test.left.name !== name.name) return no();
  const bound = r.number(test.right, at);
  const until = r.constantOf(bound);
  if (until !== null)
    return { name, range: { kind: 'numbers', values: turns(from, test.operator, until, step) ?? no() } };
  const isCounted = test.operator === '<' && step === 1 && Number.isInteger(from) && from >= 0;
  return isCounted && bound.kind === 'sym' && r.isLength(bound)
    ? { name, range: { kind: 'entries', length: bound, lower: from + 1 } }
    : refuse(test, 'The loop is no sum or product with constant bounds: how often it runs is not fixed.');
}

function stepOf(r: Reads, update: t.Expression, name: string, at: Place): number | null {
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

/** Each assigned local grows by a term or a factor that depends on the index alone. */
function accumulate(r: Reads, s: Loop, at: Place, index: Sym, range: Range): void {
  const body = s.body.type === 'BlockStatement' ? s.body.body : [s.body];
  const scope = s.body.type === 'BlockStatement' ? scopeOf(s.body, at.scope) : at.scope;
  const inside: Place = { ...at, scope };
  const totals = new Map<Declaration, { op: 'sum' | 'product'; terms: Expr[] }>();
  for (const statement of body) {
    const grown = growing(r, statement, inside);
    if (!grown) {
      if (statement.type !== 'VariableDeclaration' || statement.kind !== 'const')
        refuse(statement, whyLoop(statement));
      r.unnamed(() => r.statements([statement], inside));
      continue;
    }
    const { d, op, term } = grown;
    const known = totals.get(d);
    if (known && known.op !== op) refuse(statement, whyNotStatement(s));
    const entry = known ?? { op, terms: [] };
    totals.set(d, entry);
    entry.terms.push(term);
  }
  for (const [d, { op, terms }] of totals) {
    const variable = at.frame.find(d);
    if (!variable?.value) refuse(s, `\`${d.name}\` has no value before the loop.`);
    // Read within the loop, or before it: each turn would depend on the one before.
    if (variable.read)
      refuse(s, `A mutation is not differentiated: \`${d.name}\` is changed after it has been used.`);
    const start = r.asNumber(variable.value, s);
    const body = op === 'sum' ? sum(terms) : product(terms);
    at.frame.set(d, r.bind(d, numeric(total(op, start, body, index, range))));
  }
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
  at: Place,
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
  if (variable.read) return null;
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

function reassigned(r: Reads, d: Declaration, right: t.Node, at: Place): ReturnType<typeof growing> {
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

function total(op: 'sum' | 'product', start: Expr, body: Expr, index: Sym, range: Range): Expr {
  const written = writtenOut(range);
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
function writtenOut(range: Range): readonly Expr[] | null {
  if (range.kind === 'items') return range.values;
  if (range.kind === 'entries') return null;
  const { values } = range;
  return values.length <= MOST_TERMS || !isConsecutive(values) ? values.map((k) => num(k)) : null;
}
function endsOf(range: Range): readonly [Expr, Expr] {
  if (range.kind === 'entries') return [num(range.lower), range.length];
  const values = range.kind === 'numbers' ? range.values : [];
  return [num(values[0] ?? 0), num(values.at(-1) ?? -1)];
}
const isConsecutive = (values: readonly number[]): boolean => (values[1] ?? 0) - (values[0] ?? 0) === 1;
const isUnit = (op: 'sum' | 'product', e: Expr): boolean =>
  e.kind === 'num' && (op === 'sum' ? e.value.isZero : e.value.isOne);
