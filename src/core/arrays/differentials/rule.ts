/** Rules for differentials of expressions with vectors and matrices, as data: 'd(u*v) => d(u)*v + u*d(v)'. */
import { lazily } from '../../rule.js';
import { call, div, ONE, type Expr } from '../../expr.js';
import { match } from '../../pattern.js';
import { read } from '../../ruleText.js';
import { mapChildren } from '../../walk.js';
import type { Algebra } from '../algebra.js';
import type { Typing } from '../typing.js';

/** What a rule may ask about the question it works in. */
export interface DifferentialScope {
  readonly algebra: Algebra;
  readonly typing: Typing;
  readonly varies: (e: Expr) => boolean;
  /** What has this value by definition, or the expression itself. */
  readonly named: (e: Expr) => Expr;
  /** The differential of a part: 0 of a constant, dX of the variable, still to be taken of anything else. */
  readonly d: (e: Expr) => Expr;
}

/** What a letter of a rule stands for: a number, a vector, a matrix, or something free of the variable. */
export type ArrayGuard = 'number' | 'vector' | 'matrix' | 'free';

export interface DifferentialRule {
  readonly name: string;
  readonly title: string;
  /** The formula shown, and the rule itself where there is no `apply`; * is the product in order. */
  readonly lhs: Expr;
  readonly rhs: Expr;
  readonly where: Readonly<Record<string, ArrayGuard>>;
  /** For any number of parts, or a shape that a pattern cannot say: what the differential is. */
  readonly apply: ((e: Expr, scope: DifferentialScope) => Expr | null) | null;
}

export const differential = (e: Expr): Expr => call('differential', e);

/** A rule from its text. The text is read on first use. */
export function differentialRule(
  name: string,
  title: string,
  text: string,
  where: Readonly<Record<string, ArrayGuard>> = {},
  apply: DifferentialRule['apply'] = null,
): DifferentialRule {
  const [left = '', right = ''] = text.split('=>');
  return {
    name,
    title,
    where,
    apply,
    get lhs() {
      return lazily(this, 'lhs', left, readDifferentials);
    },
    get rhs() {
      return lazily(this, 'rhs', right, readDifferentials);
    },
  };
}
const readDifferentials = (text: string): Expr => withDifferentials(read(text));
const withDifferentials = (e: Expr): Expr =>
  e.kind === 'call' && e.fn === 'd'
    ? call('differential', ...e.args.map(withDifferentials))
    : mapChildren(e, withDifferentials);

/** The differential by the rule's formula; null where its left side or a guard does not fit. */
export function byFormula(rule: DifferentialRule, e: Expr, scope: DifferentialScope): Expr | null {
  const pattern = rule.lhs.kind === 'call' ? rule.lhs.args[0] : undefined;
  const bound = pattern ? match(pattern, e) : null;
  if (!bound) return null;
  const fits = Object.entries(rule.where).every(([letter, guard]) => {
    const part = bound.get(letter);
    return part !== undefined && isOf(part, guard, scope);
  });
  return fits ? filled(rule.rhs, bound, scope) : null;
}

function isOf(e: Expr, guard: ArrayGuard, { typing, varies }: DifferentialScope): boolean {
  if (guard === 'free') return !varies(e);
  const type = typing.typeOf(e);
  const { lengths } = typing;
  return guard === 'number'
    ? lengths.isScalar(type)
    : guard === 'vector'
      ? lengths.isVector(type)
      : lengths.isMatrix(type);
}

/** A side of a rule with its letters replaced, put together by the algebra of arrays. */
function filled(template: Expr, bound: ReadonlyMap<string, Expr>, scope: DifferentialScope): Expr {
  const { algebra } = scope;
  const go = (x: Expr): Expr => {
    if (x.kind === 'sym') return bound.get(x.id) ?? x;
    if (x.kind === 'add') return algebra.sum(x.terms.map(go));
    if (x.kind === 'mul') return algebra.product(x.factors.map(go));
    if (x.kind === 'div') return algebra.product([go(x.numer), div(ONE, go(x.denom))]);
    const made = mapChildren(x, go);
    if (made.kind !== 'call') return made;
    const [a, ...more] = made.args;
    return (a && SMART[made.fn]?.(scope, a, more)) ?? made;
  };
  return go(template);
}
/** What is put together as a reader does it. */
const SMART: Readonly<
  Partial<Record<string, (scope: DifferentialScope, a: Expr, more: readonly Expr[]) => Expr>>
> = {
  differential: (scope, a) => scope.d(a),
  transpose: ({ algebra }, a) => algebra.transposed(a),
  trace: ({ algebra }, a) => algebra.trace(a),
  hadamard: ({ algebra }, a, more) => algebra.hadamard([a, ...more]),
};
