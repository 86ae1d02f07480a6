/**
 * σ² as a quantity of its own: what a density is differentiated by, and what σ² = Σ_i (x_i − μ)²/m gives, where σ itself
 * is its root.
 */
import {
  same,
  sqrt,
  TWO,
  type Binding,
  isSquareName,
  rootOfSquare,
  squareName,
  component,
  num,
  raised,
  Rational,
  someNode,
  topDown,
  type Component,
  type Expr,
  type Sym,
} from '../core/index.js';
import { isUsuallySquared } from '../customs/usually.js';

/** The id of the letter whose square the name is. */
export const rootId = (s: Sym): string => rootOfSquare(s).id;

/** σ or σ_j by another name in its place; null for anything else. */
function renamed(e: Expr, name: (s: Sym) => Sym | null): Sym | Component | null {
  if (e.kind === 'sym') return name(e);
  const base = e.kind === 'component' && e.base.kind === 'sym' ? name(e.base) : null;
  return base && e.kind === 'component' ? component(base, e.indices) : null;
}

/** σ² and σ_j² as one name, where the letter is usually spoken of by its square; null for anything else. */
export const asSquare = (e: Expr): Sym | Component | null =>
  e.kind === 'pow' && numberIn(e.exponent)?.equals(TWICE)
    ? renamed(e.base, (s) => (isUsuallySquared(s.base) && !isSquareName(s) ? squareName(s) : null))
    : null;
const TWICE = Rational.of(2);
const HALF = Rational.of(1).div(TWICE);

/** 2 and 5/2. */
function numberIn(e: Expr): Rational | null {
  if (e.kind === 'num') return e.value;
  return e.kind === 'div' && e.numer.kind === 'num' && e.denom.kind === 'num'
    ? e.numer.value.div(e.denom.value)
    : null;
}

/** The expression with σ as the root of σ². */
export function bySquare(e: Expr, square: Sym): Expr {
  const id = rootId(square);
  if (!e.free.has(id)) return e;
  const named = (x: Expr): Expr | null => renamed(x, (s) => (s.id === id ? square : null));
  return powersOf(e, named, HALF);
}

/** The expression with σ² as the square of σ again. */
export const withRoots = (e: Expr): Expr =>
  [...e.free].some((id) => id.includes('squared:'))
    ? powersOf(e, (x) => renamed(x, (s) => (isSquareName(s) ? rootOfSquare(s) : null)), TWICE)
    : e;

const power = (name: Expr, by: Rational): Expr => (by.equals(HALF) ? sqrt(name) : raised(name, num(by)));

/** Each name as a power of another one, and powers of it as powers of that. */
function powersOf(e: Expr, named: (x: Expr) => Expr | null, degree: Rational): Expr {
  const read = topDown((x) => {
    const name = named(x);
    if (name) return power(name, degree);
    const under = x.kind === 'root' && same(x.index, TWO) ? named(x.body) : null;
    if (under) return power(under, degree.mul(HALF));
    const base = x.kind === 'pow' ? named(x.base) : null;
    const by = x.kind === 'pow' ? numberIn(x.exponent) : null;
    return base && by ? power(base, by.mul(degree)) : null;
  });
  return read(e);
}

/** The squares that are spoken of: what is differentiated by, and what definitions give, but for a question by the root. */
export function squaresIn(
  sides: readonly Expr[],
  definitions: ReadonlyMap<string, Binding>,
  wanted: Expr | null = null,
): readonly Sym[] {
  const targets: Expr[] = wanted ? [wanted] : [];
  for (const side of sides)
    someNode(side, (x) => {
      if (x.kind === 'diff') targets.push(x.target);
      return false;
    });
  const given = [...definitions.values()].map((d) => d.name).filter(isSquareName);
  const named = targets.map((t) => (t.kind === 'component' ? t.base : t));
  const asked = named.filter((t): t is Sym => t.kind === 'sym' && isSquareName(t));
  const isByRoot = (s: Sym): boolean => targets.some((t) => t.free.has(rootId(s)));
  return [...asked, ...given].filter((s) => !isByRoot(s));
}

/** Definitions with σ as the root of σ². */
export const definitionsBySquare = <D extends Binding>(
  definitions: ReadonlyMap<string, D>,
  square: Sym,
): ReadonlyMap<string, D> =>
  new Map(
    [...definitions].map(([key, d]) => {
      const value = bySquare(d.value, square);
      return [key, value === d.value ? d : { ...d, value }] as const;
    }),
  );
