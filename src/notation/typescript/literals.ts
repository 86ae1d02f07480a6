/** Arrays and objects that are written out. */
import type * as t from '@babel/types';
import type { Reads } from './reads.js';
import { propertyName } from './scope.js';
import { whyNot } from './refusals.js';
import { refuse } from './unreadable.js';
import type { Environment, Value } from './value.js';

export function list(r: Reads, node: t.ArrayExpression, at: Environment): Value {
  const items = node.elements.flatMap((e): readonly Value[] => {
    if (!e) return refuse(node, 'An array with holes is not read.');
    if (e.type !== 'SpreadElement') return [r.value(e, at)];
    const spread = r.value(e.argument, at);
    return spread.kind === 'list' ? spread.items : refuse(e, whyNot(e) ?? '');
  });
  return { kind: 'list', items };
}

export function record(r: Reads, node: t.ObjectExpression, at: Environment): Value {
  const fields = new Map<string, Value>();
  for (const p of node.properties) {
    if (p.type === 'SpreadElement') {
      const spread = r.value(p.argument, at);
      if (spread.kind !== 'record') return refuse(p, 'A spread object is not read.');
      spread.fields.forEach((v, k) => fields.set(k, v));
      continue;
    }
    const name = propertyName(p.key, p.computed);
    if (name === null) return refuse(p, 'A computed property is not read.');
    if (p.type === 'ObjectMethod') {
      const closure = { name: null, fn: p, scope: at.scope, frame: at.frame, shared: false };
      fields.set(name, { kind: 'function', closure });
    } else fields.set(name, r.value(p.value, at));
  }
  return { kind: 'record', fields };
}
