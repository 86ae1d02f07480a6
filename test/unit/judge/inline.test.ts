/** Names replaced by what defines them. */
import { describe, expect, test } from 'vitest';
import { add, apply, mul, pow, sym, TWO, type Expr, type Sym } from '../../../src/core/expr.js';
import type { Binding } from '../../../src/core/derivation.js';
import { inlined } from '../../../src/judge/inline.js';
import { show } from '../core/show.js';

const [a, b, f, g, x, y] = ['a', 'b', 'f', 'g', 'x', 'y'].map((name) => sym(name)) as [
  Sym,
  Sym,
  Sym,
  Sym,
  Sym,
  Sym,
];
const is = (name: Sym, value: Expr, ...params: Sym[]): Binding => ({ name, params, value });
const within = (e: Expr, ...definitions: readonly Binding[]): string | null => {
  const found = inlined(e, new Map(definitions.map((d) => [d.name.id, d])));
  return found && show(found);
};

describe('definitions are put in', () => {
  test.each<[string, Expr, Binding[], string | null]>([
    ['a quantity', a, [is(a, add(x, y))], '(x + y)'],
    ['one through another', a, [is(a, mul(b, x)), is(b, y)], '(y·x)'],
    ['one that is met twice', add(a, mul(a, x)), [is(a, y)], '(y + (y·x))'],
    ['a function at its argument', apply(f, [y]), [is(f, pow(x, TWO), x)], 'y^2'],
    ['a function of itself at a point', apply(f, [apply(f, [y])]), [is(f, pow(x, TWO), x)], 'y^2^2'],
    ['a function named alone', f, [is(f, mul(x, y), x)], '(x·y)'],
    ['at parameters that are defined', f, [is(f, pow(x, TWO), x), is(x, y)], 'y^2'],
    ['a quantity with an argument', apply(a, [x]), [is(a, pow(x, TWO))], 'x^2'],
    ['a parameter is no name of the note', apply(f, [y]), [is(f, mul(x, a), x), is(x, b)], '(y·a)'],
    ['each says the other', a, [is(a, add(b, x)), is(b, add(a, x))], null],
    ['a function by itself', apply(f, [y]), [is(f, mul(x, apply(f, [x])), x)], null],
    ['each at the other as a parameter', f, [is(f, g, g), is(g, f, f)], null],
  ])('%s', (_, e, definitions, expected) => {
    expect(within(e, ...definitions)).toBe(expected);
  });
});

describe('what grows without end is given up', () => {
  /** a0 = a1, a1 = a2, … */
  const chain = (length: number, value: (next: Sym) => Expr): readonly Binding[] =>
    Array.from({ length }, (_, i) => is(sym(`a${String(i)}`), value(sym(`a${String(i + 1)}`))));
  const first = sym('a0');

  test.each([
    ['as many definitions through each other as may be', 100, 'a100'],
    ['one more', 101, null],
  ])('%s', (_, length, expected) => {
    expect(within(first, ...chain(length, (next) => next))).toBe(expected);
  });

  test.each([
    ['as many nodes as may be', 20_000, true],
    ['one more', 20_001, false],
  ])('%s', (_, size, fits) => {
    const long = add(...Array.from({ length: size - 1 }, () => x));
    expect(long.size).toBe(size);
    expect(within(a, is(a, long)) !== null).toBe(fits);
  });
});
