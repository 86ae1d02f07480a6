/** V̇ along given dynamics: ẋ = f(x) is said, so dV/dt = V′(x) f(x). */
import { isOne, equated, diff, mul, replaceAll, someNode, sum, type Diff, type Expr } from '../core/index.js';
import type { Link } from '../claims/notes/link.js';
import { without, type Definitions as Noted } from '../meaning/dependence.js';
import { isParameterLetter } from '../meaning/symbolCustoms.js';
import { namesIn } from '../meaning/freeNames.js';
import type { ComparedSides } from './comparedSides.js';

/** The derivative of a quantity by the time, with the rates that are said of what it depends on; none where one of them is not. */
export function alongDynamics(claim: Link, noted: Noted): readonly ComparedSides[] {
  const { head, right, said } = claim;
  if (head.kind !== 'diff' || !isRate(head)) return [];
  const name = head.body.kind === 'apply' ? head.body.fn : head.body;
  const value = name.kind === 'sym' ? noted.get(name.id)?.value : undefined;
  if (!value || value.free.has(head.target.kind === 'sym' ? head.target.id : '')) return [];
  const rates = ratesSaid(said, head.target);
  const names = namesIn(value).symbols;
  const moving = names.filter((s) => rates.has(s.id));
  const [first] = moving;
  if (!first || names.some((s) => !rates.has(s.id) && !isParameterLetter(s))) return [];
  const left = sum(moving.map((s) => mul(diff(value, s), rates.get(s.id)?.value as Expr)));
  const putIn = [...rates.values()].reduce((e, { rate, value: is }) => replaceAll(e, rate, is), right);
  const free = without(noted, [...rates.keys()]);
  return [{ left, right: putIn, variable: first, noted: free, words: 'along the dynamics given here' }];
}

/** dx/dt, once, of a name or of a function of names. */
const isRate = ({ body, order, partial }: Diff): boolean =>
  !partial && isOne(order) && (body.kind === 'sym' || body.kind === 'apply');

/** The last equation that gives the rate of each name without another rate. */
function ratesSaid(
  said: readonly Expr[],
  time: Expr,
): ReadonlyMap<string, { readonly rate: Diff; readonly value: Expr }> {
  const found = new Map<string, { rate: Diff; value: Expr }>();
  for (const e of said) {
    const [rate, value] = equated(e) ?? [];
    if (rate?.kind !== 'diff' || !value || !isRate(rate) || !sameName(rate.target, time)) continue;
    if (rate.body.kind !== 'sym' || someNode(value, (x) => x.kind === 'diff')) continue;
    found.set(rate.body.id, { rate, value });
  }
  return found;
}
const sameName = (a: Expr, b: Expr): boolean => a.kind === 'sym' && b.kind === 'sym' && a.id === b.id;
