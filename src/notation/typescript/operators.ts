/** Operators and choices. */
import type * as t from '@babel/types';
import {
  call,
  div,
  neg,
  num,
  ONE,
  pow,
  product,
  relation,
  same,
  sum,
  ZERO,
  type Expr,
  type RelationOp,
  decided,
  negated,
  truthValue,
} from '../../core/index.js';
import { absenceTest, chosenByAbsence, orElse } from './absence.js';
import { both, chosen, chosenTruth, either, onlyWhere } from './conditions.js';
import { fork } from './fork.js';
import type { Reads } from './reads.js';
import { whyNot, whyNotOperator, whyNotUnary } from './refusals.js';
import { isNoValue } from './syntax.js';
import { isTotal, isTotalButForPoints } from './totality.js';
import { refuse } from './unreadable.js';
import { numeric, type Environment, type Value } from './value.js';

export function unary(r: Reads, node: t.UnaryExpression, at: Environment): Value {
  const { operator, argument } = node;
  if (operator === '-') return numeric(neg(r.number(argument, at)));
  if (operator === '+') return numeric(converted(r, r.value(argument, at), argument));
  if (operator !== '!') return refuse(node, whyNotUnary(operator));
  const value = r.value(argument, at);
  const e = negated(r.asTruth(value, argument));
  return value.kind === 'truth' ? { ...value, e } : { kind: 'truth', e };
}

/** `+x` and `Number(x)`: a truth value is 1 or 0. */
export function converted(r: Reads, value: Value, node: t.Node): Expr {
  return value.kind === 'truth' ? chosen(value.e, ONE, ZERO) : r.asNumber(value, node);
}

export function binary(r: Reads, node: t.BinaryExpression, at: Environment): Value {
  const op = node.operator;
  if (op === '+' || op === '-') return numeric(sum(spine(r, node, at)));
  if (op === '*') return numeric(product(factors(r, node, at)));
  if (Object.hasOwn(COMPARISONS, op)) return absenceTest(r, node, at) ?? comparison(r, node, at);
  if (op !== '/' && op !== '**' && op !== '%') return ofBits(r, node, at) ?? refuse(node, whyNotOperator(op));
  const [left, right] = [r.number(node.left, at), r.number(node.right, at)];
  if (op === '/') return numeric(div(left, right));
  return numeric(op === '**' ? pow(left, right) : call('rem', left, right));
}

/** `i & 1` of whole numbers that are known, as in the turns of a loop; null for any other. */
function ofBits(r: Reads, { operator, left, right }: t.BinaryExpression, at: Environment): Value | null {
  const work = BITS.get(operator);
  if (!work || left.type === 'PrivateName') return null;
  const [a, b] = [r.constantOf(r.number(left, at)), r.constantOf(r.number(right, at))];
  return a !== null && b !== null && Number.isInteger(a) && Number.isInteger(b)
    ? numeric(num(work(a, b)))
    : null;
}
const BITS: ReadonlyMap<string, (a: number, b: number) => number> = new Map([
  ['&', (a, b) => a & b],
  ['|', (a, b) => a | b],
  ['<<', (a, b) => a << b],
  ['>>', (a, b) => a >> b],
]);

/** The terms of a chain of + and −, read without recursion along it. */
function spine(r: Reads, node: t.BinaryExpression, at: Environment): Expr[] {
  const parts: { node: t.Node; minus: boolean }[] = [];
  let left: t.Node = node;
  while (left.type === 'BinaryExpression' && (left.operator === '+' || left.operator === '-')) {
    parts.push({ node: left.right, minus: left.operator === '-' });
    left = left.left;
  }
  parts.push({ node: left, minus: false });
  return parts.reverse().map((p) => (p.minus ? neg(r.number(p.node, at)) : r.number(p.node, at)));
}

function factors(r: Reads, node: t.BinaryExpression, at: Environment): Expr[] {
  const parts: t.Node[] = [];
  let left: t.Node = node;
  while (left.type === 'BinaryExpression' && left.operator === '*') {
    parts.push(left.right);
    left = left.left;
  }
  return [left, ...parts.reverse()].map((p) => r.number(p, at));
}

function comparison(r: Reads, node: t.BinaryExpression, at: Environment): Value {
  const op = COMPARISONS[node.operator] as RelationOp;
  for (const side of [node.left, node.right])
    if (side.type === 'StringLiteral' || side.type === 'TemplateLiteral') refuse(side, whyNot(side) ?? '');
  const [left, right] = [r.number(node.left, at), r.number(node.right, at)];
  const [a, b] = [r.constantOf(left), r.constantOf(right)];
  if (a !== null && b !== null) return { kind: 'truth', e: truthValue(HOLDS[op]?.(a, b) === true) };
  if (!same(left, right)) return { kind: 'truth', e: relation([op], [left, right]) };
  if (!isTotal(left))
    refuse(node, 'A value compared with itself asks for NaN, which no derivative is taken through.');
  return { kind: 'truth', e: truthValue(op === '=' || op === '<=' || op === '>=') };
}
const HOLDS: Partial<Record<RelationOp, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
};

export const logical = (r: Reads, { operator, left, right }: t.LogicalExpression, at: Environment): Value =>
  logicalOf(r, operator, r.value(left, at), left, right, at);

/** `a && b`, `a || b`, `a ?? b`, a having been read. */
export function logicalOf(
  r: Reads,
  op: t.LogicalExpression['operator'],
  left: Value,
  name: t.Node,
  right: t.Node,
  at: Environment,
): Value {
  if (op === '??') return orElse(r, left, right, at);
  if (left.kind === 'truth' && decided(left.e) === (op === '||')) return left;
  const other = at.frame.frozen(() => r.value(right, at));
  if (left.kind === 'truth') {
    // `c && x` is a number or false.
    if (other.kind === 'number')
      refuse(right, `\`${op}\` between a condition and a number gives either of them.`);
    const [a, b] = [left.e, r.asTruth(other, right)];
    return { kind: 'truth', e: op === '&&' ? (both(a, b) ?? a) : either(a, b) };
  }
  if (left.kind === 'given' && !isNumeric(left, other)) {
    const [a, b] = [r.asTruth(left, name), r.asTruth(other, right)];
    return { kind: 'truth', e: op === '&&' ? (both(a, b) ?? a) : either(a, b) };
  }
  return numbersInTurn(r, op, left, name, other, right, at);
}

/** Whether `a || b` is a number: then a is one too. */
const isNumeric = (left: Extract<Value, { kind: 'given' }>, other: Value): boolean =>
  other.kind === 'number' ||
  (other.kind === 'given' &&
    (other.given.use.as === 'number' ||
      left.given.use.as === 'number' ||
      left.given.use.declared === 'number'));

/** `a || b` is b where a is 0 (or no number); `a && b` is 0 there. */
function numbersInTurn(
  r: Reads,
  op: '&&' | '||',
  left: Value,
  name: t.Node,
  other: Value,
  right: t.Node,
  at: Environment,
): Value {
  const [a, b] = [r.asNumber(left, name), r.asNumber(other, right)];
  const certain = r.constantOf(a);
  if (certain !== null) return numeric((certain !== 0) === (op === '||') ? a : b);
  if (!isTotalButForPoints(a))
    refuse(
      name,
      `\`${op}\` asks where this is 0 or no number, which is not certain here: write a condition.`,
    );
  if (op === '||' && left.kind === 'given') orElse(r, left, right, at);
  const isZero = relation(['='], [a, ZERO]);
  return numeric(op === '||' ? chosen(isZero, b, a) : chosen(isZero, ZERO, b));
}

export function conditional(r: Reads, node: t.ConditionalExpression, at: Environment): Value {
  const { consequent, alternate } = node;
  const asked = r.value(node.test, at);
  if (asked.kind === 'truth' && asked.absent) return chosenByAbsence(r, asked, consequent, alternate, at);
  const test = r.asTruth(asked, node.test);
  const certain = decided(test);
  if (certain !== null) return r.value(certain ? consequent : alternate, at);
  if (isNoValue(consequent, at.scope) || isNoValue(alternate, at.scope)) return oneSided(r, node, test, at);
  const [yes, no] = fork(r, test, at, node, () => r.value(consequent, at), () => r.value(alternate, at)); // prettier-ignore
  if (yes.kind === 'truth' && no.kind === 'truth')
    return { kind: 'truth', e: chosenTruth(test, yes.e, no.e) };
  if (yes.kind === 'list' && no.kind === 'list' && yes.items.length === no.items.length)
    return {
      kind: 'list',
      items: yes.items.map((a, i) =>
        numeric(chosen(test, r.asNumber(a, consequent), r.asNumber(no.items[i] as Value, alternate))),
      ),
    };
  return numeric(chosen(test, r.asNumber(yes, consequent), r.asNumber(no, alternate)));
}

/** `c ? NaN : b` has no value where c holds. */
function oneSided(
  r: Reads,
  { consequent, alternate }: t.ConditionalExpression,
  test: Expr,
  at: Environment,
): Value {
  const [first, second] = [isNoValue(consequent, at.scope), isNoValue(alternate, at.scope)];
  if (first && second) refuse(consequent, 'Neither value of this condition is a number.');
  const value = at.frame.frozen(() => r.number(first ? alternate : consequent, at));
  return numeric(onlyWhere(first ? negated(test) : test, value));
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
