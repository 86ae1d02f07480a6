/** An answered question as it was asked, in a formula and in words. */
import { apply, askedBy, diff, same, type Expr } from '../core/index.js';
import { plainText } from '../explain/index.js';
import { targetName } from '../meaning/index.js';
import type { Solved } from './solve.js';

/** f′(x) where the text gives the function a name, else the derivative as it was asked for. */
export function questionExpr({ asked, point }: Solved): Expr {
  const { body, target, order, partial, field } = asked.question;
  if (field) return askedBy(asked.question);
  const n = order.kind === 'num' && order.value.isInteger ? order.value.toNumber() : null;
  const { head } = asked;
  if (point && asked.input.kind === 'sym' && n !== null) return apply(asked.input, [point.at], [n]);
  if (point)
    return asked.input.kind === 'apply' && n !== null
      ? primed(asked.input, n, point.at)
      : diff(body, target, order, partial);
  const own = asked.input;
  if (
    !head &&
    own.kind === 'apply' &&
    own.args.length === 1 &&
    own.args[0] &&
    n !== null &&
    same(own.args[0], target)
  )
    return primed(own, n, target);
  if (head?.kind === 'apply' && head.args.length === 1 && n !== null) return apply(head.fn, head.args, [n]);
  if (head?.kind === 'sym') return diff(head, target, order, partial);
  return diff(head ?? body, target, order, partial);
}
const primed = (e: Expr, n: number, at: Expr): Expr => (e.kind === 'apply' ? apply(e.fn, [at], [n]) : e);

/** "the derivative of … is …", for those who cannot see it. */
export function inWords({ asked, result, point }: Solved): string {
  const { body, order } = asked.question;
  const which =
    order.kind === 'num' && !order.value.isOne
      ? (ORDINALS[order.value.toNumber()] ?? `${order.value.toString()}th `)
      : '';
  const where = point ? ` at ${plainText(point.at)}` : '';
  return `The ${which}derivative of ${plainText(body)} with respect to ${targetName(asked)}${where} is ${plainText(result)}`;
}
const ORDINALS: Readonly<Record<number, string>> = { 2: 'second ', 3: 'third ', 4: 'fourth ' };
