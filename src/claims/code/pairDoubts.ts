/** Signs in the code that a function with the name of a derivative is meant as something else. */
import { countsInCode } from '../../customs/usually.js';
import { isCountInCode } from '../../customs/words.js';
import type * as t from '@babel/types';
import type { FunctionTarget } from '../../notation/typescript/find.js';
import { parameterNames } from '../../notation/typescript/parameters.js';
import type { Pair } from './pairs.js';
import { childNodes } from '../../notation/typescript/scope.js';

/** Whether the claimed derivative calls the function at several places or with a step: a difference, not a derivative. */
export function isDifference({ of, derivative }: Pick<Pair, 'of' | 'derivative'>): boolean {
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

/** Whether a parameter is called as counts and indices are: of those there are differences, but no derivatives. */
export const takesCounts = (f: FunctionTarget): boolean =>
  parameterNames(f).some((p) => countsInCode(p) || isCountInCode(p) || COUNTS.test(p));
/** n1, df2, rowCount. */
const COUNTS = /^(?:n|df)\d$|(?:Count|Index|Size)$/;
