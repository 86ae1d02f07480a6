/** Statements of a body: locals, returns, branches, and loops that are sums or products. */
import type * as t from '@babel/types';
import type { Expr } from '../../core/expr.js';
import { both, chosen, negated } from './conditions.js';
import { loop } from './loops.js';
import type { Outcome, Reads, Returned } from './reads.js';
import { whyNotStatement } from './refusals.js';
import { scopeOf, type Declaration } from './scope.js';
import { refuse, spanOf, type Placed } from './unreadable.js';
import type { Frame, Place, Value, Variable } from './value.js';

/** Runs statements in order; the locals they leave are in the frame. */
export function run(r: Reads, statements: readonly t.Statement[], at: Place): Outcome {
  const returns: Returned[] = [];
  for (const s of statements) {
    const outcome = one(r, s, at);
    returns.push(...outcome.returns);
    // What stands after a return is never run.
    if (!outcome.falls) return { returns, falls: false };
  }
  return { returns, falls: true };
}

const ON: Outcome = { returns: [], falls: true };

function one(r: Reads, s: t.Statement, at: Place): Outcome {
  switch (s.type) {
    case 'EmptyStatement':
    case 'FunctionDeclaration':
    case 'TSTypeAliasDeclaration':
    case 'TSInterfaceDeclaration':
    case 'TSDeclareFunction':
      return ON;
    case 'BlockStatement':
      return run(r, s.body, { ...at, scope: scopeOf(s, at.scope) });
    case 'VariableDeclaration':
      declare(r, s, at);
      return ON;
    case 'ExpressionStatement':
      effect(r, s.expression, at);
      return ON;
    case 'ReturnStatement':
      return { returns: [returned(r, s, at)], falls: false };
    case 'ThrowStatement':
      return { returns: [{ condition: null, value: null }], falls: false };
    case 'IfStatement':
      return branch(r, s, at);
    case 'ForStatement':
    case 'ForOfStatement':
      loop(r, s, at);
      return ON;
    default:
      return refuse(s, whyNotStatement(s));
  }
}

/** `return NaN` says that there is no value. */
function returned(r: Reads, s: t.ReturnStatement, at: Place): Returned {
  if (!s.argument) return refuse(s, 'The function returns nothing.');
  if (isNaNLiteral(s.argument, at)) return { condition: null, value: null };
  return { condition: null, value: r.number(s.argument, at) };
}
function isNaNLiteral(node: t.Expression, at: Place): boolean {
  if (node.type === 'Identifier') return node.name === 'NaN' && !at.scope.resolve('NaN');
  return (
    node.type === 'MemberExpression' &&
    node.object.type === 'Identifier' &&
    node.object.name === 'Number' &&
    node.property.type === 'Identifier' &&
    node.property.name === 'NaN'
  );
}

function declare(r: Reads, s: t.VariableDeclaration, at: Place): void {
  for (const d of s.declarations) {
    const names = namesOf(d.id, at);
    if (!d.init) {
      names.forEach((n) => {
        at.frame.set(n, at.frame.find(n)?.value ?? null);
      });
      continue;
    }
    const value = r.value(d.init, at);
    for (const n of names) at.frame.set(n, named(r, n, value));
  }
}

/** A function takes the name it is given; a number becomes a named local. */
function named(r: Reads, n: Declaration, value: Value): Value {
  const part = n.path.length === 0 ? value : r.reached(value, n.path, n.id);
  if (part.kind === 'function') return { ...part, closure: { ...part.closure, name: n.name } };
  // A variable that starts with a number is about to get its value.
  return n.kind !== 'const' && part.kind === 'number' && part.e.kind === 'num' ? part : r.bind(n, part);
}

/** The declarations that a pattern makes, in the scope where they stand. */
function namesOf(pattern: t.Node, at: Place): Declaration[] {
  const { from, to } = spanOf(pattern);
  const inside = (d: Declaration): boolean => {
    const place = spanOf(d.id);
    return from <= place.from && place.to <= to && d.kind !== 'function';
  };
  if (pattern.type === 'Identifier') {
    const d = at.scope.resolve(pattern.name);
    return d ? [d] : [];
  }
  for (let scope: Place['scope'] | null = at.scope; scope; scope = scope.parent) {
    const found = [...scope.names.values()].filter(inside);
    if (found.length > 0) return found;
  }
  return [];
}

/** An expression run for what it does: only the assignment of a local that has not been read is understood. */
function effect(r: Reads, e: t.Expression, at: Place): void {
  if (e.type === 'AssignmentExpression' && e.operator === '=' && e.left.type === 'Identifier') {
    assign(r, e.left, r.value(e.right, at), at);
    return;
  }
  if (
    e.type === 'AssignmentExpression' ||
    e.type === 'UpdateExpression' ||
    (e.type === 'UnaryExpression' && e.operator === 'delete')
  )
    refuse(e, `A mutation is not differentiated: \`${shortened(r, e)}\` changes a value in place.`);
  if (e.type === 'AwaitExpression') refuse(e, 'Asynchronous code is not differentiated: it awaits a value.');
  if (e.type === 'YieldExpression')
    refuse(e, 'A generator is not differentiated: it yields values one by one.');
  if (e.type === 'StringLiteral') return;
  refuse(e, `\`${shortened(r, e)}\` is run for its side effects, which is not differentiated.`);
}

function shortened(r: Reads, node: Placed): string {
  const text = r.textOf(node).replace(/\s+/g, ' ');
  return text.length > 40 ? text.slice(0, 39) + '…' : text;
}

function assign(r: Reads, left: t.Identifier, value: Value, at: Place): void {
  const d = at.scope.resolve(left.name);
  if (!d) return refuse(left, `A mutation is not differentiated: \`${left.name}\` is not a local variable.`);
  const variable = at.frame.variables.get(d);
  if (d.kind === 'parameter')
    refuse(left, `A mutation is not differentiated: the parameter \`${d.name}\` is changed.`);
  if (d.kind === 'const') refuse(left, `\`${d.name}\` is a constant and cannot be assigned.`);
  if (!variable)
    refuse(left, `A mutation is not differentiated: \`${d.name}\` is declared outside the function.`);
  if (variable.read && variable.value !== null)
    refuse(left, `A mutation is not differentiated: \`${d.name}\` is changed after it has been used.`);
  // Another branch may assign it too: only a long value is worth a name of its own.
  at.frame.set(d, value.kind === 'number' && value.e.size > 20 ? r.bind(d, value) : value);
}

/** Both branches are read; a local that they leave different is chosen by the condition. */
function branch(r: Reads, s: t.IfStatement, at: Place): Outcome {
  const test = r.truth(s.test, at);
  const before = snapshot(at.frame);
  const yes = one(r, s.consequent, at);
  const afterYes = snapshot(at.frame);
  restore(at.frame, before);
  const no = s.alternate ? one(r, s.alternate, at) : ON;
  const returns = [
    ...yes.returns.map((x) => ({ ...x, condition: both(test, x.condition) })),
    ...no.returns.map((x) => ({
      ...x,
      condition: yes.falls ? both(negated(test), x.condition) : x.condition,
    })),
  ];
  if (yes.falls && no.falls) merge(r, test, afterYes, at.frame, s);
  else if (yes.falls) restore(at.frame, afterYes);
  return { returns: closed(returns, yes, no, test), falls: yes.falls || no.falls };
}

/** A branch that always returns ends the chain for its condition: what follows needs no condition for that. */
function closed(returns: readonly Returned[], yes: Outcome, no: Outcome, test: Expr): readonly Returned[] {
  if (yes.falls === no.falls || !yes.falls) return returns;
  // Only the else branch returns: its returns hold where the test does not.
  return returns.map((x) => (x.condition === null ? { ...x, condition: negated(test) } : x));
}

type Snapshot = ReadonlyMap<Declaration, Variable>;
const snapshot = (frame: Frame): Snapshot => new Map([...frame.variables].map(([d, v]) => [d, { ...v }]));
function restore(frame: Frame, old: Snapshot): void {
  frame.variables.clear();
  old.forEach((v, d) => frame.variables.set(d, { ...v }));
}

function merge(r: Reads, test: Expr, yes: Snapshot, frame: Frame, node: Placed): void {
  for (const [d, other] of [...frame.variables]) {
    const mine = yes.get(d);
    if (!mine || mine.value === other.value) {
      if (mine) other.read ||= mine.read;
      continue;
    }
    frame.set(d, joint(r, d, test, mine.value, other.value, node));
  }
}

function joint(
  r: Reads,
  d: Declaration,
  test: Expr,
  yes: Value | null,
  no: Value | null,
  node: Placed,
): Value | null {
  if (!yes || !no) return null;
  return r.bind(d, { kind: 'number', e: chosen(test, r.asNumber(yes, node), r.asNumber(no, node)) });
}
