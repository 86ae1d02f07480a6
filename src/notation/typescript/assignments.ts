/** Assignments: a local variable stands for another value from there on, which changes nothing that was read before. */
import type * as t from '@babel/types';
import { call, div, neg, num, ONE, pow, product, sum, type Expr } from '../../core/index.js';
import { filled } from './filling.js';
import type { Reads } from './reads.js';
import { whyNot, whyNotOperator } from './refusals.js';
import type { Declaration } from './scope.js';
import { unwrapped } from './syntax.js';
import { refuse, type Placed } from './unreadable.js';
import { numeric, type Environment, type Value, type LocalVariable } from './value.js';
import { logicalOf } from './operators.js';

/** `x = e`, `x += e`, `[a, b] = [b, a]`; the value of the expression is what was assigned. */
export function assigned(r: Reads, node: t.AssignmentExpression, at: Environment): Value {
  const { operator, left, right } = node;
  const entry = filled(r, node, at);
  if (entry) return entry;
  if (operator === '=') {
    if (left.type === 'Identifier' || left.type === 'MemberExpression') {
      variableOf(r, node, left, at);
      return store(r, node, left, r.value(right, at), at);
    }
    return takeApart(r, node, r.value(right, at), at);
  }
  const { variable } = variableOf(r, node, left, at);
  const before = valueOf(r, variable, left, node);
  if (operator === '||=' || operator === '&&=' || operator === '??=') {
    const op = operator === '||=' ? '||' : operator === '&&=' ? '&&' : '??';
    return store(r, node, left, logicalOf(r, op, before, left, right, at), at);
  }
  const [a, b] = [r.asNumber(before, left), r.number(right, at)];
  return store(r, node, left, numeric(combined(operator.slice(0, -1), a, b, node)), at);
}

/** `x++` and `--x`: before the name the new value, after it the old one. */
export function updated(r: Reads, node: t.UpdateExpression, at: Environment): Value {
  const { variable } = variableOf(r, node, node.argument, at);
  const before = numeric(r.asNumber(valueOf(r, variable, node.argument, node), node.argument));
  const after = numeric(combined(node.operator === '++' ? '+' : '-', before.e, ONE, node));
  const stored = store(r, node, node.argument, after, at);
  return node.prefix ? stored : before;
}

/** `(t /= 2, t * t)`: what stands before the last comma assigns locals. */
export function inSequence(r: Reads, node: t.SequenceExpression, at: Environment): Value {
  const last = node.expressions.at(-1);
  const before = node.expressions.slice(0, -1);
  if (!last || before.some((e) => e.type !== 'AssignmentExpression' && e.type !== 'UpdateExpression'))
    return refuse(node, whyNot(node) ?? '');
  before.forEach((e) => r.value(e, at));
  return r.value(last, at);
}

function valueOf(r: Reads, variable: LocalVariable, name: Placed, node: Placed): Value {
  variable.read = true;
  return variable.value ?? refuse(node, `\`${r.textOf(name)}\` may have no value here.`);
}

/** Whole numbers are worked out: they count the turns of loops. */
function combined(operator: string, a: Expr, b: Expr, node: Placed): Expr {
  const counts = a.kind === 'num' && b.kind === 'num' && a.value.isInteger && b.value.isInteger;
  switch (operator) {
    case '+':
      return counts ? num(a.value.add(b.value)) : sum([a, b]);
    case '-':
      return counts ? num(a.value.sub(b.value)) : sum([a, neg(b)]);
    case '*':
      return counts ? num(a.value.mul(b.value)) : product([a, b]);
    case '/':
      return div(a, b);
    case '**':
      return pow(a, b);
    case '%':
      return call('rem', a, b);
    default:
      return refuse(node, whyNotOperator(operator));
  }
}

/** The local variable of this function that a name on the left of an assignment is. */
function variableOf(
  r: Reads,
  node: Placed,
  target: t.Node,
  at: Environment,
): { readonly d: Declaration; readonly variable: LocalVariable } {
  const left = unwrapped(target);
  if (left.type !== 'Identifier')
    return refuse(
      node,
      `A mutation is not differentiated: \`${shortened(r, node)}\` changes a value in place.`,
    );
  const d = at.scope.resolve(left.name);
  if (!d) return refuse(left, `A mutation is not differentiated: \`${left.name}\` is not a local variable.`);
  if (d.kind === 'const') refuse(left, `\`${d.name}\` is a constant and cannot be assigned.`);
  const variable = at.frame.variables.get(d);
  if (!variable || (d.kind !== 'let' && d.kind !== 'var' && d.kind !== 'parameter'))
    return refuse(left, `A mutation is not differentiated: \`${d.name}\` is declared outside the function.`);
  if (at.frame.isFrozen)
    refuse(
      node,
      `A mutation is not differentiated: whether or how often \`${shortened(r, node)}\` is run is not certain.`,
    );
  return { d, variable };
}

function store(r: Reads, node: Placed, left: t.Node, value: Value, at: Environment): Value {
  const { d } = variableOf(r, node, left, at);
  if (!isStorable(value))
    refuse(node, `What is assigned to \`${d.name}\` is neither a number nor made of numbers.`);
  // Another branch may assign it too: only a long value is worth a name of its own.
  const named = value.kind === 'number' && value.e.size > LONG ? r.bind(d, value) : value;
  at.frame.set(d, named);
  return named;
}
const LONG = 20;

/** Functions keep the variables that they were made with, so none is put away. */
function isStorable(value: Value): boolean {
  switch (value.kind) {
    case 'number':
    case 'truth':
    case 'given':
    case 'entries':
      return true;
    case 'list':
      return value.items.every(isStorable);
    case 'record':
      return [...value.fields.values()].every(isStorable);
    default:
      return false;
  }
}

/** `[a, b] = [b, a]`: the right side is read as a whole before anything changes. */
function takeApart(r: Reads, node: t.AssignmentExpression, value: Value, at: Environment): Value {
  const { left } = node;
  if (left.type !== 'ArrayPattern' || value.kind !== 'list')
    return refuse(
      node,
      `A mutation is not differentiated: \`${shortened(r, node)}\` changes several values.`,
    );
  left.elements.forEach((e, i) => {
    if (!e) return;
    const part = value.items[i] ?? refuse(e, 'The array has no such entry.');
    store(r, node, e, part, at);
  });
  return value;
}

/** The code's own words, as many as a message can take. */
export function shortened(r: Reads, node: Placed): string {
  const text = r.textOf(node).replace(/\s+/g, ' ');
  return text.length > 40 ? text.slice(0, 39) + '…' : text;
}
