/** Functions at arguments: those with a row, and those of which a name is all that is known. */
import { apply, call } from '../expr.js';
import { functionRow } from '../functions/index.js';
import { isScalar, opaque, plainCost, valueless, type Descriptions } from './description.js';

export const CALLS: Descriptions<'call' | 'apply'> = {
  call: {
    children: (e) => e.args,
    over: (e, parts) => call(e.fn, ...parts),
    head: (e) => [e.fn],
    commutative: false,
    evaluate: (e, tape) => {
      const row = functionRow(e.fn);
      return row ? tape.op(e.args, row.evaluate) : valueless(e, tape);
    },
    lower: (e, table, go) => (functionRow(e.fn) ? table.call(e.fn, e.args.map(go)) : null),
    cost: (e, reading) => reading.application(e),
    shape: isScalar,
  },
  apply: {
    children: (e) => e.args,
    over: (e, parts) => apply(e.fn, parts, e.orders),
    head: (e) => [e.fn.id, e.orders, e.args.length],
    commutative: false,
    evaluate: (e, tape) =>
      e.orders.some((o) => o !== 0) ? valueless(e, tape) : tape.defined(e.fn.id, e.args),
    lower: opaque,
    cost: plainCost,
    shape: isScalar,
  },
};
