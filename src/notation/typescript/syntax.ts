/** Small questions about nodes of the syntax tree. */
import type * as t from '@babel/types';
import type { FunctionNode, Scope } from './scope.js';
import { spanOf, type Placed } from './unreadable.js';

/** The expression without the marks of TypeScript and the brackets around it. */
export function unwrapped(node: t.Node): t.Node {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
    case 'ParenthesizedExpression':
      return unwrapped(node.expression);
    default:
      return node;
  }
}

export const contains = (outer: Placed, inner: Placed): boolean => {
  const [a, b] = [spanOf(outer), spanOf(inner)];
  return a.from <= b.from && b.to <= a.to;
};

/** The words that make a function special stand at its beginning. */
export function headOf(fn: FunctionNode): Placed {
  const { from } = spanOf(fn);
  const body = spanOf(fn.body).from;
  return { start: from, end: Math.max(from + 1, body) };
}

/** NaN, null and undefined: a function that gives one of them has no value there to differentiate. */
export function isNoValue(whole: t.Node, scope: Scope): boolean {
  const node = unwrapped(whole);
  switch (node.type) {
    case 'NullLiteral':
      return true;
    case 'Identifier':
      return NO_VALUES.has(node.name) && !scope.resolve(node.name);
    case 'UnaryExpression':
      return node.operator === 'void';
    case 'MemberExpression':
      return (
        node.object.type === 'Identifier' &&
        node.object.name === 'Number' &&
        node.property.type === 'Identifier' &&
        !node.computed &&
        node.property.name === 'NaN'
      );
    default:
      return false;
  }
}
const NO_VALUES: ReadonlySet<string> = new Set(['NaN', 'undefined']);

/** `undefined`, `null` and `void 0`: what stands for something left out. */
export function isNothing(whole: t.Node, scope: Scope): boolean {
  const node = unwrapped(whole);
  if (node.type === 'NullLiteral') return true;
  if (node.type === 'Identifier') return node.name === 'undefined' && !scope.resolve('undefined');
  return node.type === 'UnaryExpression' && node.operator === 'void';
}

/** Whether all that a statement does is to end without a value: a throw, or a return of none. */
export function endsWithoutValue(s: t.Statement, scope: Scope): boolean {
  switch (s.type) {
    case 'ThrowStatement':
      return true;
    case 'ReturnStatement':
      return !s.argument || isNoValue(s.argument, scope);
    case 'BlockStatement': {
      const [only] = s.body;
      return s.body.length === 1 && only !== undefined && endsWithoutValue(only, scope);
    }
    default:
      return false;
  }
}

const CALLS = new WeakMap<FunctionNode, t.CallExpression>();
/** Notes a call of a function expression where it stands. */
export function noteCall(node: t.Node): void {
  if (node.type !== 'CallExpression') return;
  const callee = unwrapped(node.callee);
  if (callee.type === 'FunctionExpression' || callee.type === 'ArrowFunctionExpression')
    CALLS.set(callee, node);
}
/** The call of a function where it stands, once it has been come across. */
export const calledAtOnce = (fn: FunctionNode): t.CallExpression | null => CALLS.get(fn) ?? null;
