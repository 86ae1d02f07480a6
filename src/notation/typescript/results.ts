/** What a function returns, be it one number or several: a gradient as an array, an object, or a value beside it. */
import type * as t from '@babel/types';
import { ONE, sum, type Expr } from '../../core/index.js';
import type { Results as AnyResults, ResultShape, Unread } from '../programs/code.js';
import { withNamedEntries } from './entries.js';
import type { FunctionTarget } from './find.js';
import { codeOf, openFunction, type Code } from './read.js';
import type { Reader } from './reader.js';
import { propertyName, scopeOf } from './scope.js';
import type { Source } from './source.js';
import { run } from './statements.js';
import { unwrapped } from './syntax.js';
import { attempt, isProblem, refuse, spanOf } from './unreadable.js';
import type { Environment, Value } from './value.js';

export interface Results extends AnyResults {
  readonly code: Code;
}

/** What a function gives back; entries of array parameters are numbers of their own, `p[0]`. Never throws. */
export function readResults(source: Source, target: FunctionTarget): Results | Unread {
  const { fn } = target;
  const single = attempt(fn, () => readSingle(source, target));
  if (!isProblem(single)) return single;
  const several = attempt(fn, () => readSeveral(source, target));
  if (!isProblem(several)) return several;
  return { ok: false, ...(returnsLiteral(fn) ? several : single) };
}

function readSingle(source: Source, target: FunctionTarget): Results {
  const { reader, params, at } = openFunction(source, target);
  const e = reader.body(target.fn, at);
  const { body } = target.fn;
  const returned = body.type === 'BlockStatement' ? null : spanOf(body);
  return named(codeOf(reader, target, params, reader.locals, e), {
    kind: 'number',
    e,
    span: returned,
  });
}

/** The last statement returns the whole, and nothing returns before it. */
function readSeveral(source: Source, target: FunctionTarget): Results {
  const { fn } = target;
  if (fn.async === true || fn.generator === true) refuse(fn, 'The function gives no plain value.');
  const { reader, params, at } = openFunction(source, target);
  const shape = reader.asking(fn, () => shapeOf(reader, fn, at));
  const numbers = numbersIn(shape);
  const carrier = numbers.length === 0 ? ONE : sum(numbers);
  return named(codeOf(reader, target, params, reader.locals, carrier), shape);
}

function shapeOf(reader: Reader, fn: FunctionTarget['fn'], at: Environment): ResultShape {
  if (fn.body.type !== 'BlockStatement') return ofNode(reader, fn.body, at);
  const inner = { ...at, scope: scopeOf(fn.body, at.scope) };
  const before = fn.body.body.slice(0, -1);
  const last = fn.body.body.at(-1);
  const outcome = run(reader, before, inner);
  if (
    last?.type !== 'ReturnStatement' ||
    !last.argument ||
    outcome.returns.some((r) => r.value !== null) ||
    !outcome.falls
  )
    return refuse(fn, 'The function does not return one array or object at its end.');
  return ofNode(reader, last.argument, inner);
}

function ofNode(reader: Reader, node: t.Node, at: Environment): ResultShape {
  const inner = unwrapped(node);
  if (inner.type === 'ArrayExpression')
    return {
      kind: 'list',
      items: inner.elements.map((e) =>
        e ? ofNode(reader, e, at) : refuse(inner, 'An array with holes is not read.'),
      ),
    };
  if (inner.type === 'ObjectExpression') return ofObject(reader, inner, at);
  return ofValue(reader, reader.value(inner, at), inner);
}

function ofObject(reader: Reader, node: t.ObjectExpression, at: Environment): ResultShape {
  const fields = new Map<string, ResultShape>();
  for (const p of node.properties) {
    if (p.type !== 'ObjectProperty') return refuse(p, 'Only plain properties are read.');
    const name = propertyName(p.key, p.computed);
    if (name === null) return refuse(p, 'A computed property is not read.');
    const value = ofNode(reader, p.value, at);
    // A shorthand cannot be replaced by an expression alone.
    fields.set(name, p.shorthand && value.kind === 'number' ? { ...value, span: null } : value);
  }
  return { kind: 'record', fields };
}

function ofValue(reader: Reader, value: Value, node: t.Node): ResultShape {
  switch (value.kind) {
    case 'list':
      return { kind: 'list', items: value.items.map((v) => withoutPlace(ofValue(reader, v, node))) };
    case 'record':
      return {
        kind: 'record',
        fields: new Map([...value.fields].map(([k, v]) => [k, withoutPlace(ofValue(reader, v, node))])),
      };
    default:
      return { kind: 'number', e: reader.asNumber(value, node), span: spanOf(node) };
  }
}
const withoutPlace = (s: ResultShape): ResultShape => (s.kind === 'number' ? { ...s, span: null } : s);

/** The numbers of a shape, in order. */
export function numbersIn(shape: ResultShape): readonly Expr[] {
  switch (shape.kind) {
    case 'number':
      return [shape.e];
    case 'list':
      return shape.items.flatMap(numbersIn);
    case 'record':
      return [...shape.fields.values()].flatMap(numbersIn);
  }
}

function mapped(shape: ResultShape, f: (e: Expr) => Expr): ResultShape {
  switch (shape.kind) {
    case 'number':
      return { ...shape, e: f(shape.e) };
    case 'list':
      return { kind: 'list', items: shape.items.map((s) => mapped(s, f)) };
    case 'record':
      return { kind: 'record', fields: new Map([...shape.fields].map(([k, s]) => [k, mapped(s, f)])) };
  }
}

function named(code: Code, shape: ResultShape): Results {
  const entries = withNamedEntries(code);
  const all = mapped(shape, entries.replace);
  const [first = ONE] = numbersIn(all);
  return {
    ok: true,
    code: { ...entries.code, program: { ...entries.code.program, result: first } },
    shape: all,
  };
}

/** Whether the function ends in an array or object that is written out. */
function returnsLiteral(fn: FunctionTarget['fn']): boolean {
  const type = returnedAtEnd(fn)?.type;
  return type === 'ArrayExpression' || type === 'ObjectExpression';
}

/** The names of the plain fields of the object that the function ends in. */
export function returnedNames({ fn }: FunctionTarget): readonly string[] {
  const end = returnedAtEnd(fn);
  if (end?.type !== 'ObjectExpression') return [];
  return end.properties.flatMap((p) =>
    p.type === 'ObjectProperty' ? (propertyName(p.key, p.computed) ?? []) : [],
  );
}

function returnedAtEnd({ body }: FunctionTarget['fn']): t.Node | null {
  const last = body.type === 'BlockStatement' ? body.body.at(-1) : null;
  const returned =
    body.type !== 'BlockStatement' ? body : last?.type === 'ReturnStatement' ? last.argument : null;
  return returned ? unwrapped(returned) : null;
}
