/** Every law of tidying, by the head it fits. */
import type { Law } from '../law.js';
import type { Node } from '../node.js';
import { ALGEBRA, EXPAND_PRODUCT, FACTOR_OUT } from './algebra.js';
import { ANGLES, DOUBLE_ANGLE_PRODUCT } from './angles.js';
import { COMPOSITION_LAWS } from './compositions.js';
import { FUNCTION_LAWS } from './functions.js';
import { HYPERBOLICS } from './hyperbolic.js';
import { LOGARITHMS } from './logarithms.js';
import { POLYNOMIALS } from './polynomials.js';
import { PYTHAGORAS, SQUARE_BY_PARTNER, TRIGONOMETRY } from './trigonometry.js';

export const ALL_LAWS: readonly Law[] = [
  ...ALGEBRA,
  ...POLYNOMIALS,
  ...TRIGONOMETRY,
  ...ANGLES,
  ...HYPERBOLICS,
  ...LOGARITHMS,
  ...COMPOSITION_LAWS,
  ...FUNCTION_LAWS,
];

export const LAWS: ReadonlyMap<Node['op'], readonly Law[]> = new Map(
  (['sum', 'product', 'call'] as const).map((head) => [head, ALL_LAWS.filter((l) => l.head === head)]),
);

/** Laws that lead to the other form that readers know an answer by. */
export const ALSO_LAWS: readonly Law[] = [
  DOUBLE_ANGLE_PRODUCT,
  PYTHAGORAS,
  FACTOR_OUT,
  EXPAND_PRODUCT,
  SQUARE_BY_PARTNER,
];
