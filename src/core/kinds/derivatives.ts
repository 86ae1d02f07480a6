/** Derivatives still to be taken, and values at a point. */
import { at, diff } from '../expr.js';
import { isScalar, NO_HEAD, nth, opaque, plainCost, valueless, type Descriptions } from './description.js';

export const DERIVATIVES: Descriptions<'diff' | 'at'> = {
  diff: {
    children: (e) => [e.body, e.target, e.order],
    over: (e, parts) => diff(nth(parts, 0), nth(parts, 1), nth(parts, 2), e.partial),
    head: (e) => [e.partial],
    commutative: false,
    evaluate: valueless,
    lower: opaque,
    cost: plainCost,
    shape: isScalar,
  },
  at: {
    children: (e) => [e.body, e.variable, e.value],
    over: (e, parts) => {
      const variable = nth(parts, 1);
      return at(nth(parts, 0), variable.kind === 'sym' ? variable : e.variable, nth(parts, 2));
    },
    head: () => NO_HEAD,
    commutative: false,
    evaluate: (e, tape) => tape.withInput(e.variable.id, tape.register(e.value), e.body),
    lower: opaque,
    cost: plainCost,
    shape: (e, of) => of(e.body),
  },
};
