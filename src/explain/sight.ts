/** Steps that a reader takes at sight: the line above says them, and they get none of their own. */
import type { Step } from '../core/index.js';

/** Longer derivatives from the table are looked at on their own. */
const MOST_NODES = 14;
/** Sums of more terms are differentiated on a line of their own. */
const MOST_TERMS = 3;

/** Derivatives of constants, of the variable and of what the rule before has just named: x², 5 sin x, e^x, f. */
export function isAtSight(step: Step): boolean {
  switch (step.rule) {
    case 'constant':
    case 'identity':
    case 'unknown':
    case 'rearrange':
      return true;
    case 'chain':
    case 'table':
    case 'power':
    case 'exponential':
    case 'square-root':
    case 'nth-root':
      return step.substeps.length === 0 && step.result.size <= MOST_NODES;
    case 'reciprocal':
      return step.substeps.every((s) => s.rule === 'identity');
    case 'sum':
      return step.substeps.length <= MOST_TERMS && step.substeps.every(isAtSight);
    case 'logarithmic-part':
    case 'constant-multiple':
      return step.substeps.every(isAtSight) && step.result.size <= MOST_NODES;
    default:
      return false;
  }
}

/** The substeps but for those that need no words at all: constants, and the variable itself. */
export function shownSubsteps(step: Step): readonly Step[] {
  return step.substeps.filter((s) => s.rule !== 'constant' && s.rule !== 'identity');
}

/** The steps taken at sight within a step, but for their own parts' sums and factors. */
export function partsAtSight(step: Step): readonly Step[] {
  const found = new Map<string, Step>();
  const visit = (s: Step): void => {
    if (WHOLE.has(s.rule)) s.substeps.forEach(visit);
    else found.set(s.title, found.get(s.title) ?? s);
  };
  step.substeps.filter(isAtSight).forEach(visit);
  return [...found.values()];
}

const WHOLE: ReadonlySet<string> = new Set(['constant-multiple', 'sum', 'logarithmic-part']);

/** Whether the sentence about the step should name the rule of a part: its own words give a table's entry already. */
export function isNamedIn(step: Step, part: Step): boolean {
  if (SILENT.has(part.rule)) return false;
  return part.rule !== 'table' || !SAYS_DERIVATIVES.has(step.rule);
}
const SILENT: ReadonlySet<string> = new Set(['constant', 'identity', 'unknown', 'chain', 'rearrange']);
const SAYS_DERIVATIVES: ReadonlySet<string> = new Set(['chain', 'product', 'quotient', 'reciprocal']);
