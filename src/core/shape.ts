/** Shapes of what expressions stand for. */
import type { Expr } from './expr.js';
import { described } from './kinds/index.js';
import type { Shape } from './kinds/description.js';

/** How many entries in each direction; null for a scalar, which a name is until something says otherwise. */
export function shapeOf(e: Expr): Shape {
  const known = new Map<Expr, Shape>();
  const of = (x: Expr): Shape => {
    const found = known.get(x);
    if (found !== undefined) return found;
    const shape = described(x).shape(x, of);
    known.set(x, shape);
    return shape;
  };
  return of(e);
}
