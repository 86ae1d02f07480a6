/** Whether a derivative of several parameters whose name says no variable is meant to be by a certain one. */
import { isUsualVariable } from '../../customs/usually.js';
import type { CodeVariable } from '../../notation/programs/index.js';
import { agreements, compare, valuesOf, type CodeComparison } from './compare.js';
import type { ReadPair } from './readPair.js';
import { slopeOf, type Slope } from './slope.js';

/**
 * The parameters are the same on both sides, and the variable is the only one by which one usually differentiates; or
 * what is written depends on another parameter just as the right derivative does, so that a part of it is right.
 */
export function isMeantBy(read: ReadPair, variable: CodeVariable, right: Slope): boolean {
  const others = read.variables.filter((v) => v !== variable);
  const taken = new Set(read.pair.derivative.params);
  if (![variable, ...others].every((v) => taken.has(v.code))) return false;
  const isOnlyUsual = isUsualVariable(variable.code) && !others.some((v) => isUsualVariable(v.code));
  return isOnlyUsual || others.some((v) => changesAlike(read, v, right));
}

/** Whether both, the derivative that is written and the right one, have the same slope by a parameter, and not 0. */
function changesAlike(read: ReadPair, by: CodeVariable, { program }: Slope): boolean {
  const { f, d, alignment, budget } = read;
  const own = d.code.variables.find((v) => alignment.to.get(v.symbol.id) === by);
  const limit = budget();
  const right = slopeOf(program, by.symbol, 1, limit);
  const claimed = own && slopeOf(d.code.program, own.symbol, 1, limit);
  if (!right || !claimed) return false;
  const ids = d.code.variables.map((v) => v.symbol.id);
  const comparison: CodeComparison = {
    f: valuesOf(program, limit),
    right: valuesOf(right.program, limit),
    claimed: valuesOf(claimed.program, limit, (id) => alignment.to.get(id)?.symbol.id ?? '', ids),
    variables: f.variables,
    variable: by,
  };
  return compare(comparison).verdict === 'same' && agreements(comparison) > 0;
}
