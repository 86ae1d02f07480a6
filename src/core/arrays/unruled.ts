/** Why no rule takes a derivative, where more can be said than that there is none. */
import type { Expr } from '../expr.js';

/** Of ‖x‖_∞ the gradient rests on which entry is the largest: what a reader can ask instead; null for anything else. */
export function whyNoRule(e: Expr): string | null {
  const degree = e.kind === 'call' && e.fn === 'norm' ? e.args[1] : undefined;
  return degree?.kind === 'const' && degree.name === 'infinity' ? GREATEST_ENTRY : null;
}
const GREATEST_ENTRY =
  '‖x‖_∞ has a gradient only where one |x_m| is larger than all others: there it is sign(x_m) at m and 0 elsewhere. Ask for |x_m| of the entry that is meant.';
