/** What a question asks, as it is written. */
import type { Question } from '../derivation.js';
import { diff, type Expr } from '../expr.js';
import { fieldCall } from './field.js';

/** Its derivative, or its operator of vector calculus. */
export function askedBy({ body, target, order, partial, field }: Question): Expr {
  return field ? fieldCall(field, body, target) : diff(body, target, order, partial);
}
