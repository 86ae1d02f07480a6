/** Functions that stand for unknown ones, so that a rule about any f and g can be judged by numbers. */
import type { Binding } from '../derivation.js';
import { add, call, exp, mul, num, pow, sub, sym, TWO, type Expr, type Sym } from '../expr.js';
import { Rational } from '../rational.js';

/** How many families of functions there are. */
export const FAMILIES = 4;

/** The k-th unknown function, of so many arguments, in a family: smooth, of different kinds, and not related. */
export function standIn(name: Sym, arity: number, k: number, family: number): Binding {
  const params = Array.from({ length: Math.max(1, arity) }, (_, i) => sym(`#${name.id}${String(i)}`));
  const t = add(...params.map((p, i) => (i === 0 ? p : mul(decimal(0.61 + 0.27 * i), p))));
  return { name, params, value: curve(t, k, family) };
}

function curve(t: Expr, k: number, family: number): Expr {
  const step = 0.3 * k;
  switch (family) {
    case 0:
      return wave(k, 0, t);
    case 1:
      return add(decimal(0.9 + step), mul(decimal(0.5 + step), exp(mul(decimal(0.6 - 0.23 * k), t))));
    case 2:
      return add(
        decimal(2.1 + step),
        mul(decimal(0.3 + step / 2), t),
        mul(decimal(0.25 + step / 3), pow(t, TWO)),
      );
    default:
      return sub(call('cos', mul(decimal(0.7 + step), t)), decimal(2.3 + step));
  }
}

/**
 * The k-th wave a + sin(bu + c) at u, or a derivative of it by u, which is known without any rule: the n-th is
 * bⁿ sin(bu + c + nπ/2).
 */
export function wave(k: number, order: number, u: Expr): Expr {
  const [a, b, c] = [1.7 + 0.6 * k, 0.8 + 0.3 * k, 0.4 + 0.5 * k];
  const phase = add(mul(decimal(b), u), decimal(c + (order * Math.PI) / 2));
  const value = mul(decimal(b ** order), call('sin', phase));
  return order === 0 ? add(decimal(a), value) : value;
}

/** A double as an exact number, to twelve places. */
const decimal = (x: number): Expr => num(Rational.of(Math.round(x * 1e12), 1e12));
