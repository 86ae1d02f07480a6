/** The right sides of a step's line: the rule's own, the substeps' results put in, and what that comes to. */
import type { Expr, Step } from '../core/index.js';
import { pluggedIn, replacePending, withoutUnits } from './plug.js';
import { isAtSight } from './sight.js';

/** The right sides of a step's line, those that a reader needs to see. */
export function linesOf(step: Step): readonly Expr[] {
  if (isLinear(step)) return [step.result];
  const after = withoutUnits(pendingLine(step));
  return isSumAtSight(step) ? [after, step.result] : [after, withoutUnits(pluggedIn(step)), step.result];
}
/** Those that a beginner is told: every factor 1 and every term 0. */
export const linesInFull = (step: Step): readonly Expr[] =>
  isLinear(step) ? [step.result] : [step.after, pluggedIn(step), step.result];

/** (5x)′ = 5 at sight. */
const isLinear = (step: Step): boolean =>
  step.rule === 'constant-multiple' && step.substeps.every((s) => s.rule === 'identity');

/** From so many terms on, a sum whose terms are all taken at sight is differentiated in one line. */
const MANY_TERMS = 3;

const isSumAtSight = ({ rule, substeps }: Step): boolean =>
  rule === 'sum' && substeps.length >= MANY_TERMS && substeps.every(isAtSight);

/** Derivatives of constants and of the variable, which are never left to be taken. */
export const simpleOnes = ({ substeps }: Step): readonly Step[] =>
  substeps.filter((s) => s.rule === 'constant' || s.rule === 'identity');

/** The rule's line with its derivatives still to be taken, but for those that are 0 or 1 at sight. */
function pendingLine(step: Step): Expr {
  const { rule, substeps, after } = step;
  const simple = simpleOnes(step);
  if (isSumAtSight(step)) return replacePending(after, substeps, inFull);
  if (simple.length < substeps.length || rule !== 'sum')
    return replacePending(after, simple, (s) => s.result);
  return after;
}

/** 3·3x² of 3x³, before the numbers are multiplied. */
const inFull = (s: Step): Expr => (s.rule === 'constant-multiple' && !isLinear(s) ? pluggedIn(s) : s.result);
