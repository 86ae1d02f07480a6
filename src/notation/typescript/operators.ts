/** Operators, choices, and lists and records that are written out. */
import type * as t from '@babel/types';
import {
  call,
  div,
  logic,
  neg,
  pow,
  product,
  relation,
  sum,
  type Expr,
  type RelationOp,
} from '../../core/expr.js';
import { chosen, negated } from './conditions.js';
import type { Reads } from './reads.js';
import { whyNotOperator, whyNotUnary } from './refusals.js';
import { refuse } from './unreadable.js';
import { numeric, type Place, type Value } from './value.js';

export function unary(r: Reads, node: t.UnaryExpression, at: Place): Value {
  const { operator, argument } = node;
  if (operator === '-') return numeric(neg(r.number(argument, at)));
  if (operator === '+') return numeric(r.number(argument, at));
  if (operator === '!') return { kind: 'truth', e: negated(r.truth(argument, at)) };
  return refuse(node, whyNotUnary(operator));
}

export function binary(r: Reads, node: t.BinaryExpression, at: Place): Value {
  const op = node.operator;
  if (op === '+' || op === '-') return numeric(sum(spine(r, node, at)));
  if (op === '*') return numeric(product(factors(r, node, at)));
  if (Object.hasOwn(COMPARISONS, op)) return comparison(r, node, at);
  if (op !== '/' && op !== '**' && op !== '%') return refuse(node, whyNotOperator(op));
  const [left, right] = [r.number(node.left, at), r.number(node.right, at)];
  if (op === '/') return numeric(div(left, right));
  return numeric(op === '**' ? pow(left, right) : call('rem', left, right));
}

/** The terms of a chain of + and −, read without recursion along it. */
function spine(r: Reads, node: t.BinaryExpression, at: Place): Expr[] {
  const parts: { node: t.Node; minus: boolean }[] = [];
  let left: t.Node = node;
  while (left.type === 'BinaryExpression' && (left.operator === '+' || left.operator === '-')) {
    parts.push({ node: left.right, minus: left.operator === '-' });
    left = left.left;
  }
  parts.push({ node: left, minus: false });
  return parts.reverse().map((p) => (p.minus ? neg(r.number(p.node, at)) : r.number(p.node, at)));
}

function factors(r: Reads, node: t.BinaryExpression, at: Place): Expr[] {
  const parts: t.Node[] = [];
  let left: t.Node = node;
  while (left.type === 'BinaryExpression' && left.operator === '*') {
    parts.push(left.right);
    left = left.left;
  }
  return [left, ...parts.reverse()].map((p) => r.number(p, at));
}

function comparison(r: Reads, node: t.BinaryExpression, at: Place): Value {
  const op = COMPARISONS[node.operator] as RelationOp;
  const [left, right] = [r.number(node.left, at), r.number(node.right, at)];
  if (left === right)
    refuse(node, 'A value compared with itself asks for NaN, which no derivative is taken through.');
  return { kind: 'truth', e: relation([op], [left, right]) };
}

export function logical(r: Reads, node: t.LogicalExpression, at: Place): Value {
  if (node.operator === '??') return refuse(node, '`??` asks for undefined, which is no number.');
  const left = r.value(node.left, at);
  if (left.kind === 'number')
    return refuse(node, `\`${node.operator}\` between numbers is not read: write a condition.`);
  const [a, b] = [r.truth(node.left, at), r.truth(node.right, at)];
  return { kind: 'truth', e: logic(node.operator === '&&' ? 'and' : 'or', a, b) };
}

export function conditional(r: Reads, node: t.ConditionalExpression, at: Place): Value {
  const test = r.truth(node.test, at);
  const [yes, no] = [r.value(node.consequent, at), r.value(node.alternate, at)];
  if (yes.kind === 'truth' && no.kind === 'truth')
    return { kind: 'truth', e: logic('or', logic('and', test, yes.e), logic('and', negated(test), no.e)) };
  return numeric(chosen(test, r.asNumber(yes, node.consequent), r.asNumber(no, node.alternate)));
}

export function list(r: Reads, node: t.ArrayExpression, at: Place): Value {
  const items = node.elements.map((e) =>
    e ? r.value(e, at) : refuse(node, 'An array with holes is not read.'),
  );
  return { kind: 'list', items };
}

export function record(r: Reads, node: t.ObjectExpression, at: Place): Value {
  const fields = new Map<string, Value>();
  for (const p of node.properties) {
    if (p.type === 'SpreadElement') return refuse(p, 'A spread object is not read.');
    const name =
      p.key.type === 'Identifier' && !p.computed
        ? p.key.name
        : p.key.type === 'StringLiteral'
          ? p.key.value
          : null;
    if (name === null) return refuse(p, 'A computed property is not read.');
    if (p.type === 'ObjectMethod')
      fields.set(name, {
        kind: 'function',
        closure: { name: null, fn: p, scope: at.scope, frame: at.frame, shared: false },
      });
    else fields.set(name, r.value(p.value, at));
  }
  return { kind: 'record', fields };
}

const COMPARISONS: Readonly<Record<string, RelationOp>> = {
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  '===': '=',
  '==': '=',
  '!==': '!=',
  '!=': '!=',
};
