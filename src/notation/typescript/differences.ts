/** Functions that take differences of another one's values. */
import type * as t from '@babel/types';
import type { FunctionTarget } from './functionTarget.js';
import { childNodes } from './scope.js';

/** Whether a function calls the other one at several places or with a step: a difference, not a derivative. */
export function isDifference(derivative: FunctionTarget, of: FunctionTarget): boolean {
  const places = new Set<string>();
  let stepped = false;
  for (const call of callsIn(derivative.fn.body)) {
    if (nameOf(call.callee) !== of.name) continue;
    const [first] = call.arguments;
    stepped ||= first?.type === 'BinaryExpression' && (first.operator === '+' || first.operator === '-');
    places.add(call.arguments.map((a) => shapeOf(a)).join());
  }
  return stepped || places.size > 1;
}

function* callsIn(root: t.Node): Generator<t.CallExpression> {
  const queue: t.Node[] = [root];
  for (let node = queue.pop(); node; node = queue.pop()) {
    if (node.type === 'CallExpression') yield node;
    for (const child of childNodes(node)) queue.push(child);
  }
}

function nameOf(callee: t.Node): string | null {
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier'
    ? callee.property.name
    : null;
}

const shapeOf = (node: t.Node): string =>
  node.type === 'Identifier' ? node.name : `${node.type}${String(node.start)}`;
