/** `xs.forEach(…)`: a loop whose body is that of the function. */
import type * as t from '@babel/types';
import type { Reads, Run } from './reads.js';
import { partOf } from './patterns.js';
import { scopeOf, isFunction } from './scope.js';
import { numeric, type Environment, type Value } from './value.js';
import { num } from '../../core/index.js';
import { asTotalsOf } from './totals.js';
import { refuse } from './unreadable.js';

/** Whether the call is such a loop, and was read as one. */
export function forEach(r: Reads, node: t.CallExpression, at: Environment, run: Run): boolean {
  const { callee } = node;
  const [fn] = node.arguments;
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier' || callee.computed)
    return false;
  if (callee.property.name !== 'forEach' || !fn || !isFunction(fn) || fn.async) return false;
  const array = r.value(callee.object, at);
  const inside: Environment = { ...at, scope: scopeOf(fn, at.scope) };
  if (array.kind === 'list')
    array.items.forEach((x, i) => { turn(r, fn, [x, numeric(num(i))], inside, run); }); // prettier-ignore
  else asTotalsOf(r, array, node, fn, inside);
  return true;
}

type Callback = Parameters<typeof asTotalsOf>[3];

function turn(r: Reads, fn: Callback, values: readonly Value[], at: Environment, run: Run): void {
  fn.params.forEach((p, i) => {
    const value = values[i];
    for (const d of at.scope.names.values())
      if (d.kind === 'parameter' && value && (d.id === p || d.path.length > 0) && within(p, d.id))
        at.frame.set(d, partOf(r, value, d, at));
  });
  const body = fn.body.type === 'BlockStatement' ? fn.body : expressionStatement(fn.body);
  const outcome = run(r, [body], at);
  if (outcome.returns.length > 0 || outcome.leaves.length > 0)
    refuse(fn, 'A `forEach` whose function returns on the way is not read.');
}
const within = (p: t.Node, id: t.Node): boolean =>
  (p.start ?? 0) <= (id.start ?? 0) && (id.end ?? 0) <= (p.end ?? 0);

function expressionStatement(e: t.Expression): t.Statement {
  return { type: 'ExpressionStatement', expression: e, start: e.start, end: e.end } as t.Statement;
}
