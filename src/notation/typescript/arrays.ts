/** Arrays of numbers: entries, lengths, and sums and products over them. */
import type * as t from '@babel/types';
import { add, binder, component, mul, num, ONE, product, sum, type Expr, type Sym } from '../../core/expr.js';
import { plus } from '../../core/fold.js';
import { use } from './givens.js';
import type { Reads } from './reads.js';
import { refuse, type Placed } from './unreadable.js';
import { numeric, type Closure, type Given, type Place, type Value } from './value.js';

/** `object.name` of anything but Math. */
export function member(value: Value, name: string, node: Placed): Value {
  switch (value.kind) {
    case 'given':
      if (name === 'length') return numeric(use(value.given, 'array', node).length());
      return { kind: 'given', given: use(value.given, 'object', node).field(name) };
    case 'entries':
      return name === 'length' ? numeric(value.of.length()) : unknownMember(name, node);
    case 'list':
      return name === 'length' ? numeric(num(value.items.length)) : unknownMember(name, node);
    case 'record':
      return value.fields.get(name) ?? unknownMember(name, node);
    default:
      return unknownMember(name, node);
  }
}
const unknownMember = (name: string, node: Placed): never =>
  refuse(node, `What \`.${name}\` is here is not known.`);

/** `xs[i]`: entries count from 0 in code, components from 1. */
export function indexed(r: Reads, value: Value, index: Value, node: Placed): Value {
  const at = r.asNumber(index, node);
  switch (value.kind) {
    case 'given':
      return numeric(entry(use(value.given, 'array', node), at, node));
    case 'entries':
      return numeric(value.entry(at));
    case 'list': {
      const k = at.kind === 'num' ? at.value.toNumber() : NaN;
      return value.items[k] ?? refuse(node, 'The index is not a whole number within the array.');
    }
    default:
      return refuse(node, 'Only entries of arrays of numbers are read by an index.');
  }
}

/** The entry at an index that counts from 0: a whole number, or a bound index with a number added. */
function entry(array: Given, index: Expr, node: Placed): Expr {
  const counted = plus([index, ONE]);
  const parts = counted.kind === 'add' ? counted.terms : [counted];
  const isCertain = parts.every(
    (p) => (p.kind === 'num' && p.value.isInteger) || (p.kind === 'sym' && isBoundIndex(p)),
  );
  if (!isCertain) refuse(node, 'The index is neither a number nor the index of a sum.');
  return component(array.symbol, [counted]);
}

const BOUND = new WeakSet<Sym>();
/** Marks a symbol as the index of a sum or product that is being read. */
export function boundIndex(s: Sym): Sym {
  BOUND.add(s);
  return s;
}
const isBoundIndex = (s: Sym): boolean => BOUND.has(s);

/** Calls of array methods that are sums, products, or entry by entry. */
export function methodOf(
  r: Reads,
  object: Value,
  name: string,
  node: t.CallExpression,
  at: Place,
): Value | null {
  if (object.kind !== 'given' && object.kind !== 'entries' && object.kind !== 'list') return null;
  if (name === 'reduce') return reduced(r, object, node, at);
  if (name === 'map') return mapped(r, object, node, at);
  return null;
}

/** An array whose entries are computed from those of another. */
function mapped(r: Reads, object: Value, node: t.CallExpression, at: Place): Value {
  const f = callback(r, node, at);
  if (object.kind === 'list')
    return {
      kind: 'list',
      items: object.items.map((v, i) => r.invoke(f, argumentsFor(f, [v, numeric(num(i))]), node)),
    };
  const source = entriesOf(object, node);
  return {
    kind: 'entries',
    of: source.of,
    entry: (i) =>
      r.unnamed(() =>
        r.asNumber(r.invoke(f, argumentsFor(f, [numeric(source.entry(i)), numeric(i)]), node), node),
      ),
  };
}

/** ∑ or ∏ over the entries: the callback adds to, or multiplies, what has come together so far. */
function reduced(r: Reads, object: Value, node: t.CallExpression, at: Place): Value {
  const f = callback(r, node, at);
  const [, start] = node.arguments;
  if (!start)
    return refuse(node, 'A `reduce` without an initial value fails on an empty array: give it one.');
  const initial = r.value(start, at);
  if (object.kind === 'list')
    return object.items.reduce<Value>(
      (total, v, i) => r.invoke(f, argumentsFor(f, [total, v, numeric(num(i))]), node),
      initial,
    );
  const source = entriesOf(object, node);
  const index = boundIndex(r.symbols.fresh('i'));
  const total = r.symbols.fresh('total');
  const i = plus([index, num(-1)]);
  const step = r.unnamed(() =>
    r.asNumber(
      r.invoke(f, argumentsFor(f, [numeric(total), numeric(source.entry(i)), numeric(i)]), node),
      node,
    ),
  );
  return numeric(overIndex(step, total, index, source.of.length(), r.asNumber(initial, start), node));
}

/** The callback is told as many of its arguments as it takes. */
const argumentsFor = (f: Closure, values: readonly Value[]): readonly Value[] =>
  f.fn.params.some((p) => p.type === 'RestElement') ? values : values.slice(0, f.fn.params.length);

function callback(r: Reads, node: t.CallExpression, at: Place): Closure {
  const [first] = node.arguments;
  const f = first ? r.value(first, at) : null;
  return f?.kind === 'function' ? f.closure : refuse(node, 'What is called for each entry is not known.');
}

interface Entries {
  readonly of: Given;
  readonly entry: (index: Expr) => Expr;
}
function entriesOf(value: Value, node: Placed): Entries {
  if (value.kind === 'entries') return value;
  if (value.kind !== 'given') return refuse(node, 'Only arrays of numbers are read entry by entry.');
  const array = use(value.given, 'array', node);
  return { of: array, entry: (i) => entry(array, i, node) };
}

function overIndex(step: Expr, total: Sym, index: Sym, length: Expr, initial: Expr, node: Placed): Expr {
  const [op, term] =
    increment(step, total) ?? refuse(node, 'This reduce is neither a sum nor a product over the entries.');
  const whole = binder(op, index, { lower: ONE, upper: length }, term);
  if (op === 'sum') return initial.kind === 'num' && initial.value.isZero ? whole : add(initial, whole);
  return initial.kind === 'num' && initial.value.isOne ? whole : mul(initial, whole);
}

/** What is added to, or multiplied with, the total so far: total + term, or total·factor. */
export function increment(step: Expr, total: Sym): readonly ['sum' | 'product', Expr] | null {
  const parts = step.kind === 'add' ? step.terms : step.kind === 'mul' ? step.factors : [];
  const rest = parts.filter((p) => p !== total);
  if (rest.length !== parts.length - 1 || rest.some((p) => p.free.has(total.id))) return null;
  return step.kind === 'add' ? ['sum', sum(rest)] : ['product', product(rest)];
}
