/** Derivatives by the coordinate that an index numbers, ∂_μ j^μ, which are none by a quantity μ. */
import { children, type Expr } from '../core/index.js';
import { numbersCoordinates } from '../customs/usually.js';
import { refuse, type NotAsked } from './asked.js';
import { variableName, type Variable } from './symbolCustoms.js';

/** Why it is no derivative by the letter: nowhere in the values does it stand for a quantity; null where it may be one. */
export function byCoordinate(variable: Variable, values: readonly Expr[]): NotAsked | null {
  if (variable.kind !== 'sym' || variable.sub !== null || !numbersCoordinates(variable.base)) return null;
  if (values.some((v) => isQuantityIn(v, variable.id))) return null;
  const name = variableName(variable);
  return refuse('unsupported', `${name} may be the number of a coordinate here, and no quantity.`, variable);
}

/** Whether the name stands anywhere but raised on a letter: of j^μ it is the index. */
function isQuantityIn(e: Expr, id: string): boolean {
  const seen = new Set<Expr>();
  const visit = (x: Expr): boolean => {
    if (seen.has(x) || !x.free.has(id)) return false;
    seen.add(x);
    if (x.kind === 'sym') return x.id === id;
    if (x.kind === 'pow' && (x.base.kind === 'sym' || x.base.kind === 'component')) return visit(x.base);
    if (x.kind === 'component') return false;
    return children(x).some(visit);
  };
  return visit(e);
}
