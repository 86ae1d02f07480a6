/** Functions given piece by piece: cases, maxima and minima. */
import { connected } from '../connectives.js';
import { same } from '../equality.js';
import {
  num,
  piecewise,
  product,
  relation,
  type Branch,
  type Call,
  type Expr,
  type RelationOp,
} from '../expr.js';
import { isZero, over } from '../fold.js';
import { Rational } from '../rational.js';
import { rule, type Application, type Rule, type Scope } from '../rule.js';
import { named } from './basic.js';

export const PIECEWISE = rule(
  'piecewise',
  'Piece by piece',
  'D(piecewise(u, x > c, v, x <= c), x) => piecewise(D(u, x), x > c, D(v, x), x <= c)',
  {},
  (e, scope) => {
    if (e.kind !== 'piecewise') return null;
    // On a point alone, x = c, a piece has a value and no slope of its own.
    const wide = e.branches.filter((b) => scope.atPoints || !isRelation(b.condition, '=', scope));
    const onPoints = !scope.atPoints && e.branches.some((b) => isRelation(b.condition, '!=', scope));
    if (wide.length === 0) return null;
    const branches = wide.map((b) => ({ value: scope.pending(b.value), condition: b.condition }));
    const otherwise = onPoints ? null : e.otherwise && scope.pending(e.otherwise);
    return {
      after: piecewise(branches, otherwise),
      parts: [],
      opaque: new Set(e.branches.map((b) => b.condition)),
    };
  },
);

const isRelation = (e: Expr, op: RelationOp, scope: Scope): boolean =>
  e.kind === 'relation' && e.ops.join() === op && e.sides.some((side) => scope.varies(side));

/** The derivative of the greatest (least) argument where it is the only one; at a tie, that of the last. */
export const EXTREMUM = rule(
  'extremum',
  'By cases',
  'D(max(u, v), x) => piecewise(D(u, x), u > v, D(v, x), u <= v)',
  {},
  (e, scope): Application | null => {
    if (e.kind !== 'call' || (e.fn !== 'max' && e.fn !== 'min') || e.args.length === 0) return null;
    // The arguments that vary come first: max(0, x) reads "1 if x > 0, else 0".
    const distinct = e.args.filter((a, i) => e.args.findIndex((b) => same(a, b)) === i);
    const args = [...distinct.filter((a) => scope.varies(a)), ...distinct.filter((a) => !scope.varies(a))];
    const [only, ...others] = args;
    if (only && others.length === 0)
      return { after: scope.pending(only), opaque: NOTHING, parts: named({ u: only }) };
    const branches = args.map((a, i): Branch => ({
      value: scope.pending(a),
      condition: wins(e, a, args, i),
    }));
    const kinks = args.flatMap((a, i) => args.slice(i + 1).map((b) => relation(['!='], difference(a, b))));
    return {
      after: piecewise(branches),
      conditions: kinks,
      opaque: new Set(branches.map((b) => b.condition)),
      parts: named(Object.fromEntries(args.slice(0, 2).map((a, i) => [i === 0 ? 'u' : 'v', a]))),
    };
  },
);

const NOTHING: ReadonlySet<Expr> = new Set();

/** a beats those before it even at a tie, and those after it strictly. */
function wins(e: Call, a: Expr, all: readonly Expr[], i: number): Expr {
  const [strict, weak]: [RelationOp, RelationOp] = e.fn === 'max' ? ['>', '>='] : ['<', '<='];
  const tests = all.flatMap((b, j) => {
    if (j === i) return [];
    // Said of the other argument where that one is the letter: x ≤ 0 rather than 0 ≥ x.
    if (b.free.size > 0 && a.free.size === 0) return [compared(j < i ? flip(weak) : flip(strict), b, a)];
    return [compared(j < i ? weak : strict, a, b)];
  });
  return connected('and', tests);
}
/** a ⋚ b; where that is a term and a number beside 0, solved for the term: 1 − 2yz > 0 is yz < 1/2. */
function compared(op: RelationOp, a: Expr, b: Expr): Expr {
  const [first, second] = a.kind === 'add' && a.terms.length === 2 && isZero(b) ? a.terms : [];
  const [number, term] = first?.kind === 'num' ? [first, second] : [second, first];
  if (number?.kind !== 'num' || !term || number.written !== null) return relation([op], [a, b]);
  const front = term.kind === 'mul' ? term.factors[0] : undefined;
  const q = front?.kind === 'num' && front.written === null ? front.value : Rational.ONE;
  const rest = term.kind === 'mul' && front?.kind === 'num' ? product(term.factors.slice(1)) : term;
  return relation([q.sign < 0 ? flip(op) : op], [rest, over(num(number.value.neg()), num(q))]);
}
const FLIPPED: Partial<Record<RelationOp, RelationOp>> = { '<': '>', '>': '<', '<=': '>=', '>=': '<=' };
const flip = (op: RelationOp): RelationOp => FLIPPED[op] ?? op;

/** Both sides of "a differs from b", the letter on the left. */
function difference(a: Expr, b: Expr): readonly [Expr, Expr] {
  return a.free.size === 0 && b.free.size > 0 ? [b, a] : [a, b];
}

export const PIECES: Readonly<Partial<Record<Expr['kind'], readonly Rule[]>>> = {
  piecewise: [PIECEWISE],
  call: [EXTREMUM],
};
