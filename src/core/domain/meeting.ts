/** For which values of a parameter two pieces meet smoothly: those of the ELU do for α = 1. */
import type { Budget, Condition } from '../derivation.js';
import { compile } from '../evaluate.js';
import { relation, sub, sym, type Expr, type Sym } from '../expr.js';
import { positiveValues } from '../compare/points.js';
import { topDown } from '../rewrite.js';
import { canonical } from '../tidy/index.js';
import { substitute } from '../walk.js';
import { rootsOf } from './roots.js';
import { hasSlope } from './slopeAt.js';

export interface Meeting {
  /** The function and its derivatives, one after the other. */
  readonly forms: readonly Expr[];
  readonly x: Sym;
  /** The parameters. */
  readonly others: readonly string[];
  readonly at: Expr;
  readonly budget: Budget;
}

/** a = c, for the one parameter and value at which there is a derivative at the place; null where there is none such. */
export function meetingOnlyWhere({ forms, x, others, at, budget }: Meeting): Condition | null {
  const [f, g] = forms;
  if (!f || !g || forms.length !== 2) return null;
  const values = positiveValues(0, others.length);
  const place = compile(at, others, new Map(), budget)(...values);
  const side = (near: number): Expr =>
    canonical(substitute(pieceAt(g, [x.id, ...others], [near, ...values], budget), new Map([[x.id, at]])));
  const gap = canonical(sub(side(place - NEAR), side(place + NEAR)));
  for (const name of others) {
    const letter = sym(name);
    if (letter.id !== name || !gap.free.has(name)) continue;
    for (const value of rootsOf(gap, letter, budget) ?? []) {
      const chosen = new Map([[name, value]]);
      const rest = others.filter((n) => n !== name);
      const [own, slope, where] = [f, g, at].map((e) =>
        compile(substitute(e, chosen), [x.id, ...rest], new Map(), budget),
      );
      const fixed = positiveValues(1, rest.length);
      const point = where?.(NaN, ...fixed) ?? NaN;
      const isPositive = compile(value, rest, new Map(), budget)(...fixed) > 0;
      if (isPositive && own && slope && hasSlope((t) => own(t, ...fixed), point, slope(point, ...fixed)))
        return relation(['='], [letter, value]);
    }
  }
  return null;
}
const NEAR = 1e-6;

/** Each list of pieces as the piece in force at a point. */
function pieceAt(e: Expr, names: readonly string[], point: readonly number[], budget: Budget): Expr {
  return topDown((n, go) => {
    if (n.kind !== 'piecewise') return null;
    const branch = n.branches.find((b) => compile(b.condition, names, new Map(), budget)(...point) === 1);
    const value = branch?.value ?? n.otherwise;
    return value ? go(value) : null;
  })(e);
}
