/** Arrays of numbers: entries, lengths, and sums and products over them. */
import type * as t from '@babel/types';
import {
  add,
  binder,
  component,
  mul,
  num,
  ONE,
  plus,
  product,
  same,
  substitute,
  sum,
  topDown,
  TWO,
  ZERO,
  type Component,
  type Expr,
  type Sym,
} from '../../core/index.js';
import { use } from './givens.js';
import type { Reads } from './reads.js';
import { refuse, type Placed } from './unreadable.js';
import { numeric, type Closure, type Given, type Environment, type Value } from './value.js';

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
    case 'holder':
      return value.member(name, node) ?? unknownMember(name, node);
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
      return value.items[r.constantOf(at) ?? NaN] ?? refuse(node, NOT_WHOLE);
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
  at: Environment,
): Value | null {
  if (object.kind !== 'given' && object.kind !== 'entries' && object.kind !== 'list') return null;
  if (name === 'reduce' || name === 'reduceRight') return reduced(r, object, name, node, at);
  if (name === 'map') return mapped(r, object, node, at);
  return object.kind === 'list' ? sliced(r, object.items, name, node, at) : null;
}

/** `slice` and `at` of an array that is written out. */
function sliced(
  r: Reads,
  items: readonly Value[],
  name: string,
  node: t.CallExpression,
  at: Environment,
): Value | null {
  if (name !== 'slice' && name !== 'at') return null;
  const [from, to] = node.arguments.map((a) => r.constantOf(r.number(a, at)) ?? refuse(a, NOT_WHOLE));
  if (name === 'slice') return { kind: 'list', items: items.slice(from, to) };
  return items.at(from ?? 0) ?? refuse(node, NOT_WHOLE);
}
const NOT_WHOLE = 'The index is not a whole number within the array.';

/** An array whose entries are computed from those of another. */
function mapped(r: Reads, object: Value, node: t.CallExpression, at: Environment): Value {
  const f = callback(r, node, at);
  if (object.kind === 'list')
    return {
      kind: 'list',
      items: object.items.map((v, i) => r.invoke(f, argumentsFor(f, [v, numeric(num(i))]), node)),
    };
  const source = entriesOf(object, node);
  // Read at once: what the function mentions may be another value later.
  const index = boundIndex(r.symbols.fresh('i'));
  const values = argumentsFor(f, [numeric(source.entry(index)), numeric(index)]);
  const value = r.unnamed(() => r.asNumber(r.invoke(f, values, node), node));
  return {
    kind: 'entries',
    of: source.of,
    entry: (i) => withPlainIndices(substitute(value, new Map([[index.id, i]]))),
  };
}

/** x_{(i − 1) + 1} as x_i. */
function withPlainIndices(e: Expr): Expr {
  const plain = (x: Component): Expr => component(x.base, x.indices.map((i) => plus([i]))); // prettier-ignore
  return topDown((x) => (x.kind === 'component' ? plain(x) : null))(e);
}

/** The callback folded over what is written out, or ∑ or ∏ over the entries of an array of unknown length. */
function reduced(r: Reads, object: Value, name: string, node: t.CallExpression, at: Environment): Value {
  const f = callback(r, node, at);
  const [, start] = node.arguments;
  const initial = start ? r.value(start, at) : null;
  if (object.kind === 'list') {
    const items = object.items.map((v, i) => [v, numeric(num(i))] as const);
    if (name === 'reduceRight') items.reverse();
    const first = initial ?? items.shift()?.[0] ?? refuse(node, 'A `reduce` of an empty array fails.');
    return items.reduce((total, [v, i]) => r.invoke(f, argumentsFor(f, [total, v, i]), node), first);
  }
  return numeric(overEntries(r, f, entriesOf(object, node), initial && r.asNumber(initial, node), node));
}

function overEntries(r: Reads, f: Closure, source: Entries, initial: Expr | null, node: Placed): Expr {
  const index = boundIndex(r.symbols.fresh('i'));
  const total = r.symbols.fresh('total');
  const i = plus([index, num(-1)]);
  const values = argumentsFor(f, [numeric(total), numeric(source.entry(i)), numeric(i)]);
  const step = r.unnamed(() => r.asNumber(r.invoke(f, values, node), node));
  const [op, term] =
    increment(step, total) ?? refuse(node, 'This reduce is neither a sum nor a product over the entries.');
  const whole = (lower: Expr): Expr => binder(op, index, { lower, upper: source.of.length() }, term);
  // Without an initial value the first entry is where it begins, and an empty array fails.
  const isPlain = same(term, source.entry(i));
  const start = initial ?? (isPlain ? null : source.entry(ZERO));
  const all = whole(initial || isPlain ? ONE : TWO);
  if (!start || (start.kind === 'num' && (op === 'sum' ? start.value.isZero : start.value.isOne))) return all;
  return op === 'sum' ? add(start, all) : mul(start, all);
}

/** The callback is told as many of its arguments as it takes. */
const argumentsFor = (f: Closure, values: readonly Value[]): readonly Value[] =>
  f.fn.params.some((p) => p.type === 'RestElement') ? values : values.slice(0, f.fn.params.length);

function callback(r: Reads, node: t.CallExpression, at: Environment): Closure {
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

/** What is added to, or multiplied with, the total so far: total + term, or total·factor. */
export function increment(step: Expr, total: Sym): readonly ['sum' | 'product', Expr] | null {
  const parts = step.kind === 'add' ? step.terms : step.kind === 'mul' ? step.factors : [];
  const rest = parts.filter((p) => p !== total);
  if (rest.length !== parts.length - 1 || rest.some((p) => p.free.has(total.id))) return null;
  return step.kind === 'add' ? ['sum', sum(rest)] : ['product', product(rest)];
}
