/** Derivatives that no definition gives directly: of a curve in a parameter, and of what an equation gives. */
import {
  isOne,
  equated,
  diff,
  div,
  MINUS_ONE,
  mul,
  ONE,
  same,
  someNode,
  sub,
  substitute,
  sym,
  type Diff,
  type Sym,
} from '../core/index.js';
import type { ComparedSides } from './comparedSides.js';
import { alongDynamics } from './dynamics.js';
import type { Link } from '../claims/notes/link.js';
import { without, type Definitions as Noted } from '../meaning/dependence.js';
import { isParameterLetter } from '../meaning/symbolCustoms.js';
import { isImplied } from '../meaning/operator.js';

/** What dy/dx is by the definitions and equations round the claim, beside what it is said to be. */
export function sidesInstead(claim: Link, definitions: Noted): readonly ComparedSides[] {
  const { head } = claim;
  const moving = alongDynamics(claim, definitions);
  if (head.kind !== 'diff' || head.body.kind !== 'sym' || head.target.kind !== 'sym') return moving;
  if (isImplied(head.target)) return [];
  const [y, x] = [head.body, head.target];
  if (y.id === x.id) return [];
  return [
    ...moving,
    ...inParameter(claim, head, y, x, definitions),
    ...(isOne(head.order)
      ? [...solvedForVariable(claim, y, x, definitions), ...byEquations(claim, y, x, definitions)]
      : []),
  ];
}

/** x = cos t, y = sin t: dy/dx = (dy/dt) / (dx/dt), and so on for the second derivative. */
function inParameter({ right }: Link, head: Diff, y: Sym, x: Sym, noted: Noted): readonly ComparedSides[] {
  const [ofY, ofX] = [noted.get(y.id), noted.get(x.id)];
  if (!ofY || !ofX || ofY.params.length > 1 || ofX.params.length > 1) return [];
  const shared = [...ofY.value.free].filter((id) => ofX.value.free.has(id) && id !== x.id && id !== y.id);
  const candidates = shared.filter((id) => !isParameterLetter(sym(id)));
  const [id, ...more] = candidates.length > 0 ? candidates : shared;
  const order = head.order.kind === 'num' ? head.order.value.toNumber() : NaN;
  if (id === undefined || more.length > 0 || (order !== 1 && order !== 2)) return [];
  const t = sym(id);
  const first = div(diff(y, t), diff(x, t));
  const left = order === 1 ? first : div(diff(first, t), diff(x, t));
  return [{ left, right, variable: t, noted: without(noted, [id]), words: `along the curve, by ${id}` }];
}

/** x = tan y: dy/dx = 1/(dx/dy), where x is what the equation says. */
function solvedForVariable({ right, said }: Link, y: Sym, x: Sym, noted: Noted): readonly ComparedSides[] {
  return said.flatMap((e): readonly ComparedSides[] => {
    const [a, b] = equated(e) ?? [];
    if (!a || !b) return [];
    const value = same(a, x) ? b : same(b, x) ? a : null;
    if (!value?.free.has(y.id) || value.free.has(x.id) || someNode(value, (n) => n.kind === 'diff'))
      return [];
    const left = div(ONE, diff(value, y));
    const putIn = substitute(right, new Map([[x.id, value]]));
    return [
      { left, right: putIn, variable: y, noted: without(noted, [x.id, y.id]), words: 'by the equation' },
    ];
  });
}

/** x² + y² = 1: dy/dx = −F_x / F_y. The last equation before comes first. */
function byEquations({ right, said }: Link, y: Sym, x: Sym, noted: Noted): readonly ComparedSides[] {
  const free = without(noted, [x.id, y.id]);
  return [...said].reverse().flatMap((e): readonly ComparedSides[] => {
    const [a, b] = equated(e) ?? [];
    if (!a || !b || !e.free.has(x.id) || !e.free.has(y.id) || someNode(e, (n) => n.kind === 'diff'))
      return [];
    const difference = sub(a, b);
    const left = mul(MINUS_ONE, div(diff(difference, x), diff(difference, y)));
    return [{ left, right, variable: x, noted: free, words: 'by the equation' }];
  });
}
