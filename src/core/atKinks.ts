/** The derivative of a program at the single points that its formula misses: a kink that cancels, a hole that is filled. */
import type { Budget } from './derivation.js';
import { negated } from './connectives.js';
import { isWithin } from './compare/closeness.js';
import { positiveValues } from './compare/points.js';
import { ROWS } from './compare/table.js';
import { edgesOf } from './domain/edges.js';
import { rootsOf } from './domain/roots.js';
import { slopeAt, twelfthsNear } from './domain/slopeAt.js';
import { same } from './equality.js';
import { compile } from './evaluate.js';
import { num, piecewise, relation, type Branch, type Expr, type Sym } from './expr.js';
import { compileProgram, inlined, type Program } from './program.js';
import { Rational } from './rational.js';

/** Longer programs are left as they are. */
const MOST_SIZE = 300;

/**
 * max(x, 0) + log(1 + e^{−|x|}) has the slope 1/2 at 0, which neither of its terms has one at. A branch is added for each
 * such place that is known exactly, where the quotients tend to the same simple number whatever the parameters are, and
 * the derivative gives another one or none. Where there is no slope, what it gives by custom stays.
 */
export function withLimits(derivative: Program, program: Program, target: Sym, budget: Budget): Program {
  const whole = inlined(program, MOST_SIZE);
  if (!whole) return derivative;
  const others = [...whole.free].filter((id) => id !== target.id);
  const [f, g] = [compileProgram(program, [], budget), compileProgram(derivative, [], budget)];
  const branches = placesIn(whole, target, budget).flatMap((at): Branch[] => {
    const place = compile(at, [], new Map(), budget)();
    const found = Array.from({ length: ROWS.pin.sets }, (_, k) => {
      const values = positiveValues(k, others.length);
      const point = (x: number): ReadonlyMap<string, number> =>
        new Map([...others.map((id, i) => [id, values[i] ?? NaN] as const), [target.id, x]]);
      return { slope: slopeAt((x) => f(point(x)), place), given: g(point(place)) };
    });
    const twelfths = found.map(({ slope }) => (slope === null ? null : twelfthsNear(slope)));
    const [first] = twelfths;
    if (first === null || first === undefined || twelfths.some((t) => t !== first)) return [];
    if (found.every(({ given }) => isWithin(given, first / 12, ROWS.pin.agree))) return [];
    return [{ value: num(Rational.of(first, 12)), condition: relation(['='], [target, at]) }];
  });
  return branches.length === 0 ? derivative : { ...derivative, result: before(branches, derivative.result) };
}

/** The places, as numbers, at which the function may have no derivative by its rules. */
function placesIn(e: Expr, x: Sym, budget: Budget): readonly Expr[] {
  const roots = edgesOf(e, x.id)
    .flatMap(({ of }) => rootsOf(of, x, budget) ?? [])
    .filter((at) => at.free.size === 0);
  const known = new Map(roots.map((at) => [compile(at, [], new Map(), budget)(), at]));
  return [...known].filter(([value]) => Number.isFinite(value)).map(([, at]) => at);
}

function before(branches: readonly Branch[], e: Expr): Expr {
  if (e.kind !== 'piecewise') return piecewise(branches, e);
  const [first, ...others] = branches;
  const [only, ...more] = e.branches;
  // x ≠ 0 behind x = 0 is otherwise.
  const isRest =
    first &&
    only &&
    others.length + more.length === 0 &&
    !e.otherwise &&
    same(negated(first.condition), only.condition);
  return isRest ? piecewise(branches, only.value) : piecewise([...branches, ...e.branches], e.otherwise);
}
