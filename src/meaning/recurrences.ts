/** Recurrences: a state that is given by the one before it. */
import { someNode, type Component, type Expr } from '../core/index.js';
import { unsaid, type NotAsked } from './asked.js';
import type { Definitions } from './dependence.js';
import { variableName, type Variable } from './symbolCustoms.js';

/**
 * Why h_t cannot be differentiated by w where h_t = tanh(w h_{t−1} + u x_t): w is in every state before it as well. By x_t and
 * by h_{t−1} itself it can, since neither is in what came before.
 */
export function throughEarlierStates(
  body: Expr,
  variable: Variable,
  definitions: Definitions,
): NotAsked | null {
  for (const { name, value } of definitions.values()) {
    const { sub } = name;
    if (sub === null || isOfStep(variable, sub)) continue;
    const earlier = stateBefore(value, name.base, sub);
    if (earlier && value.free.has(idOf(variable))) {
      const [state, before, by] = [name, earlier, variable].map(variableName);
      return unsaid(
        `${state ?? ''} depends on ${by ?? ''} through ${before ?? ''} as well, of which nothing is said: ask for the derivative by ${before ?? ''}, or write the steps out.`,
        body,
      );
    }
  }
  return null;
}
const idOf = (v: Variable): string => (v.kind === 'sym' ? v.id : v.base.kind === 'sym' ? v.base.id : '');

/** x_t and h_{t−1} belong to one step, w to all. */
const isOfStep = (v: Variable, step: string): boolean =>
  v.kind === 'sym' ? v.sub === step : v.indices.some((i) => i.free.has(step));

/** h_{t−1} in the value of h_t. */
function stateBefore(value: Expr, base: string, step: string): Component | null {
  let found: Component | null = null;
  someNode(value, (e) => {
    const isBefore =
      e.kind === 'component' &&
      e.base.kind === 'sym' &&
      e.base.base === base &&
      e.indices.some((i) => i.kind === 'add' && i.free.has(step));
    if (isBefore) found = e;
    return isBefore;
  });
  return found;
}
