/** Expressions that are run for what they do. */
import type * as t from '@babel/types';
import { assigned, shortened, updated } from './assignments.js';
import { isGuard } from './calls.js';
import { forEach } from './forEach.js';
import type { Reads, Run } from './reads.js';
import { refuse } from './unreadable.js';
import type { Environment } from './value.js';

/** An expression run for what it does: assignments of locals are understood. */
export function effect(r: Reads, e: t.Expression, at: Environment, run: Run): void {
  switch (e.type) {
    case 'AssignmentExpression':
      assigned(r, e, at);
      return;
    case 'UpdateExpression':
      updated(r, e, at);
      return;
    case 'SequenceExpression':
      e.expressions.forEach((part) => {
        effect(r, part, at, run);
      });
      return;
    case 'StringLiteral':
      return;
    case 'CallExpression':
      if (forEach(r, e, at, run) || isGuard(r, e, at)) return;
      break;
    case 'AwaitExpression':
      return refuse(e, 'Asynchronous code is not differentiated: it awaits a value.');
    case 'YieldExpression':
      return refuse(e, 'A generator is not differentiated: it yields values one by one.');
    default:
      break;
  }
  if (e.type === 'UnaryExpression' && e.operator === 'delete')
    refuse(e, `A mutation is not differentiated: \`${shortened(r, e)}\` changes a value in place.`);
  refuse(e, `\`${shortened(r, e)}\` is run for its side effects, which is not differentiated.`);
}
