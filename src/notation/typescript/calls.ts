/** Calls: members of Math, functions of the file, methods of arrays. */
import type * as t from '@babel/types';
import { call, relation, type Expr, truthValue } from '../../core/index.js';
import { numberTest } from './absence.js';
import { member, methodOf } from './arrays.js';
import { mathFunction, whyNotMath } from './math.js';
import { converted } from './operators.js';
import type { Reads } from './reads.js';
import { whyNot, whyNotGlobal } from './refusals.js';
import { refuse, type Placed } from './unreadable.js';
import { numeric, type Environment, type Value } from './value.js';

export function callOf(r: Reads, node: t.CallExpression, at: Environment): Value {
  const { callee } = node;
  if (callee.type === 'Import')
    return refuse(node, 'A dynamic import is asynchronous, which is not differentiated.');
  if (callee.type === 'Super') return refuse(node, 'The call of a parent class is not looked into.');
  const called = callee.type === 'MemberExpression' ? method(r, node, callee, at) : plain(r, node, at);
  if (isValue(called)) return called;
  const args = argumentsOf(r, node, at);
  if (called.kind === 'math-call') return { kind: 'number', e: mathCall(r, called.name, args, node) };
  return r.invoke(called.closure, args, node);
}

type Called =
  | Value
  | { readonly kind: 'math-call'; readonly name: string }
  | { readonly kind: 'call'; readonly closure: Extract<Value, { kind: 'function' }>['closure'] };
const isValue = (c: Called): c is Value => c.kind !== 'math-call' && c.kind !== 'call';

function plain(r: Reads, node: t.CallExpression, at: Environment): Called {
  const callee = node.callee;
  if (callee.type === 'Identifier' && callee.name !== 'Math' && !at.scope.resolve(callee.name))
    return builtIn(r, callee.name, node, at) ?? refuse(node, unknownCall(callee.name));
  return callable(r.value(callee, at), r.textOf(callee), node);
}

/** `Number(x)`, `isNaN(x)`, `Object.freeze(x)`: functions of the language that say something of numbers. */
function builtIn(r: Reads, name: string, node: t.CallExpression, at: Environment): Value | null {
  const [only] = node.arguments;
  if (!only || only.type === 'SpreadElement') return null;
  switch (name) {
    case 'Number':
      return numeric(converted(r, r.value(only, at), only));
    case 'Object.freeze':
      return r.value(only, at);
    case 'isNaN':
    case 'isFinite':
    case 'Number.isNaN':
    case 'Number.isFinite':
      return numberTest(name.replace('Number.', ''), r.value(only, at), node);
    case 'Number.isInteger':
    case 'Number.isSafeInteger': {
      const e = r.number(only, at);
      const known = r.constantOf(e);
      return {
        kind: 'truth',
        e: known === null ? relation(['='], [e, call('floor', e)]) : truthValue(Number.isInteger(known)),
      };
    }
    default:
      return null;
  }
}

function unknownCall(name: string): string {
  const why = whyNotGlobal(name);
  return why.startsWith('Nothing in this file')
    ? `\`${name}\` is called, but nothing in this file says what it does.`
    : why;
}

function callable(value: Value, text: string, node: t.CallExpression): Called {
  switch (value.kind) {
    case 'function':
      return { kind: 'call', closure: value.closure };
    case 'math-function':
      return { kind: 'math-call', name: value.name };
    case 'given':
      return refuse(node, `\`${text}\` is called, but nothing in this file says what it does.`);
    default:
      return refuse(node, `\`${text}\` is called, but is no function.`);
  }
}

function method(r: Reads, node: t.CallExpression, callee: t.MemberExpression, at: Environment): Called {
  const name = propertyOf(callee);
  if (callee.object.type === 'Super') return refuse(node, whyNot(callee.object) ?? '');
  if (callee.object.type === 'ThisExpression') {
    const own = name === null ? null : r.ownMember(name, at);
    return own?.kind === 'function'
      ? { kind: 'call', closure: own.closure }
      : refuse(node, `\`${r.textOf(callee)}\` is called, but nothing in this class says what it does.`);
  }
  if (
    callee.object.type === 'Identifier' &&
    callee.object.name !== 'Math' &&
    !at.scope.resolve(callee.object.name)
  )
    return (
      builtIn(r, `${callee.object.name}.${name ?? ''}`, node, at) ??
      refuse(node, whyNotGlobal(callee.object.name))
    );
  const object = r.value(callee.object, at);
  if (name === null) return refuse(node, 'A method with a computed name is not looked into.');
  if (object.kind === 'math') return { kind: 'math-call', name };
  const found = methodOf(r, object, name, node, at);
  if (found) return found;
  if (object.kind === 'record' || object.kind === 'holder')
    return callable(member(object, name, node), r.textOf(callee), node);
  return refuse(node, `\`${r.textOf(callee).slice(0, 60)}\` is called, but what it does is not known here.`);
}

function propertyOf(callee: t.MemberExpression): string | null {
  const { property, computed } = callee;
  if (!computed && property.type === 'Identifier') return property.name;
  if (property.type === 'PrivateName') return '#' + property.id.name;
  return property.type === 'StringLiteral' ? property.value : null;
}

/** Texts are passed on: a helper may need them for its messages. */
export function argumentsOf(r: Reads, node: t.CallExpression, at: Environment): Value[] {
  return node.arguments.flatMap((a): readonly Value[] => {
    if (a.type === 'StringLiteral' || a.type === 'TemplateLiteral')
      return [{ kind: 'other', what: 'A string' }];
    if (a.type !== 'SpreadElement') return [r.value(a, at)];
    const spread = r.value(a.argument, at);
    return spread.kind === 'list' ? spread.items : refuse(a, whyNot(a) ?? '');
  });
}

/** Whether a call that is run for what it does runs a function of the file that throws or does nothing. */
export function isGuard(r: Reads, node: t.CallExpression, at: Environment): boolean {
  if (node.callee.type !== 'Identifier' || !at.scope.resolve(node.callee.name)) return false;
  const called = r.value(node.callee, at);
  if (called.kind !== 'function') return false;
  r.passThrough(called.closure, argumentsOf(r, node, at), node);
  return true;
}

function mathCall(r: Reads, name: string, args: readonly Value[], node: Placed): Expr {
  const f = mathFunction(name) ?? refuse(node, whyNotMath(name));
  if (args.length < f.least) refuse(node, `Math.${name} is called with too few arguments.`);
  if (args.length > f.most && f.most > 2)
    refuse(node, `Math.${name} is called with too many arguments.`, 'limit');
  // JavaScript ignores arguments beyond those that a function takes.
  return f.make(args.slice(0, f.most).map((a) => r.asNumber(a, node)));
}
