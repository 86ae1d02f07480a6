/** Classes, enumerations, namespaces and objects: what they have by name. */
import type * as t from '@babel/types';
import { num, type Expr } from '../../core/index.js';
import type { Reads } from './reads.js';
import {
  isFunction,
  outermost,
  propertyName,
  scopeOf,
  type FunctionNode,
  type Holder,
  type Scope,
} from './scope.js';
import { unwrapped } from './syntax.js';
import { refuse, type Placed } from './unreadable.js';
import { numeric, type Environment, type Value } from './value.js';

/** What a function belongs to: `this` in it. */
export type Owner = t.Class | t.ObjectExpression;

/** `A.b`: a static member, a member of an enumeration, a name that a namespace exports. */
export function holderOf(r: Reads, holder: Holder, at: Environment, text: string): Value {
  switch (holder.type) {
    case 'TSEnumDeclaration':
      return { kind: 'record', fields: members(r, holder, at) };
    case 'TSModuleDeclaration':
      return { kind: 'holder', member: (name, node) => exported(r, holder, name, at, node) };
    default:
      return { kind: 'holder', member: (name, node) => staticMember(r, holder, name, at, { text, node }) };
  }
}

/** Numbers go on from the one before, from 0. */
function members(
  r: Reads,
  { members: list }: t.TSEnumDeclaration,
  at: Environment,
): ReadonlyMap<string, Value> {
  const fields = new Map<string, Value>();
  let next: Expr | null = num(0);
  for (const m of list) {
    const name = m.id.type === 'Identifier' ? m.id.name : m.id.value;
    if (m.initializer?.type === 'StringLiteral') next = null;
    else if (m.initializer) next = r.number(m.initializer, at);
    fields.set(name, next ? numeric(next) : { kind: 'other', what: 'A string' });
    const value: number | null = next && r.constantOf(next);
    next = value === null ? null : num(value + 1);
  }
  return fields;
}

function exported(
  r: Reads,
  { body }: t.TSModuleDeclaration,
  name: string,
  at: Environment,
  node: Placed,
): Value | null {
  if (body.type !== 'TSModuleBlock') return null;
  const d = scopeOf(body, at.scope).names.get(name);
  return d ? r.declared(d, node, at) : null;
}

function staticMember(
  r: Reads,
  owner: t.Class,
  name: string,
  at: Environment,
  { text, node }: { readonly text: string; readonly node: Placed },
): Value | null {
  for (const m of owner.body.body) {
    if (!('static' in m) || !m.static || !('key' in m) || keyOf(m) !== name) continue;
    if (m.type === 'ClassMethod' || m.type === 'ClassPrivateMethod')
      return m.kind === 'method' ? methodValue(m, name, at) : null;
    if (m.type !== 'ClassProperty' && m.type !== 'ClassPrivateProperty') continue;
    if (!m.value) return null;
    const inner = unwrapped(m.value);
    if (isFunction(inner)) return methodValue(inner, name, at);
    if (isWritten(text, name, at.scope)) refuse(node, `\`${name}\` is a static field that the file changes.`);
    return r.value(m.value, at);
  }
  return null;
}

/** Whether a property of that name is assigned anywhere in the file. */
const isWritten = (text: string, name: string, scope: Scope): boolean => writtenIn(text, scope).has(name);

/** The properties that the file assigns, gathered once. */
function writtenIn(text: string, scope: Scope): ReadonlySet<string> {
  const file = outermost(scope).node;
  const found = properties.get(file) ?? new Set(Array.from(text.matchAll(WRITTEN), ([, name = '']) => name));
  properties.set(file, found);
  return found;
}
const properties = new WeakMap<t.Node, ReadonlySet<string>>();
const WRITTEN = /\.\s*([\p{L}\p{N}_$#]+)\s*(?:=(?![=>])|[-+*/%]=|\+\+|--)/gu;

/** A method or getter of the class or object itself, `this` being the same in it. */
export function memberOf(owner: Owner, name: string): FunctionNode | null {
  const parts = owner.type === 'ObjectExpression' ? owner.properties : owner.body.body;
  for (const m of parts) {
    if (!('key' in m) || ('static' in m && m.static) || keyOf(m) !== name) continue;
    if (m.type === 'ObjectMethod' || m.type === 'ClassMethod' || m.type === 'ClassPrivateMethod')
      return m.kind === 'set' || m.kind === 'constructor' ? null : m;
    const value = 'value' in m && m.value ? unwrapped(m.value) : null;
    return isFunction(value) ? value : null;
  }
  return null;
}

export const methodValue = (fn: FunctionNode, name: string, at: Environment): Value => ({
  kind: 'function',
  closure: { name, fn, scope: at.scope, frame: at.frame, shared: false },
});

const keyOf = (m: { key: t.Node }): string | null =>
  propertyName(m.key, 'computed' in m && m.computed === true);
