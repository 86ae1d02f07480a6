/** The check of an abstract rule such as (fg)′ = f′g + fg′: numbers for f, g, f′, g′ from functions chosen for it. */
import type { Binding, Check, Question } from '../core/derivation.js';
import { add, call, mapChildren, mul, num, sym, type Apply, type Expr, type Sym } from '../core/expr.js';
import { Rational } from '../core/rational.js';
import { verify } from '../core/verify.js';

/**
 * Each unknown function of the variable x is a_k + sin(b_k x + c_k) for the check, whose derivatives are known:
 * the n-th is b_kⁿ sin(b_k x + c_k + nπ/2).
 */
export function abstractCheck(question: Question, f: Expr, derivative: Expr): Check {
  const { target, dependent } = question;
  if (target.kind !== 'sym')
    return { verdict: 'undecided', points: 0, worst: 0, reason: 'the variable is an entry' };
  const stands = new Map([...dependent].map((id, k) => [id, standIn(target, k)]));
  const definitions = new Map<string, Binding>(question.definitions);
  for (const [id, value] of stands) definitions.set(id, { name: nameOf(id), params: [], value: value(0) });
  return verify(f, target, withStandIns(derivative, stands), { definitions });
}

type StandIn = (order: number) => Expr;
function standIn(x: Sym, k: number): StandIn {
  const [a, b, c] = [1.7 + 0.6 * k, 0.8 + 0.3 * k, 0.4 + 0.5 * k];
  return (n) => {
    const wave = mul(decimal(b ** n), call('sin', add(mul(decimal(b), x), decimal(c + (n * Math.PI) / 2))));
    return n === 0 ? add(decimal(a), wave) : wave;
  };
}
const nameOf = (id: string): Sym => sym(id);
/** A double as an exact number, to twelve places. */
const decimal = (x: number): Expr => num(Rational.of(Math.round(x * 1e12), 1e12));

/** f′ as the derivative of what stands for f. */
function withStandIns(e: Expr, stands: ReadonlyMap<string, StandIn>): Expr {
  const memo = new Map<Expr, Expr>();
  const go = (x: Expr): Expr => {
    const known = memo.get(x);
    if (known) return known;
    const made = (x.kind === 'apply' ? primed(x, stands) : null) ?? mapChildren(x, go);
    memo.set(x, made);
    return made;
  };
  return go(e);
}
function primed(e: Apply, stands: ReadonlyMap<string, StandIn>): Expr | null {
  const [order] = e.orders;
  return e.args.length === 0 && typeof order === 'number' ? (stands.get(e.fn.id)?.(order) ?? null) : null;
}
