/** Functions for which agreeing on a part of the domain is agreeing everywhere. */
import { children, functionRow, someNode, type Expr } from '../core/index.js';

/** Families all of whose functions have no singularities but poles in the complex plane. */
const MEROMORPHIC: ReadonlySet<string | null> = new Set(['trigonometric', 'hyperbolic', 'exponential']);

/**
 * Whether an expression is made of rational functions, sines and exponentials alone. By the identity theorem two such ones
 * that agree on an interval agree wherever both have a value, so that none of them is right on a part of the domain only;
 * of ln |x|, |x|, √x², arctan(1/x) and pieces that is not so.
 */
export const isMeromorphic = (e: Expr): boolean => !someNode(e, (node) => !isMeromorphicNode(node));

function isMeromorphicNode(e: Expr): boolean {
  if (e.kind === 'call') return MEROMORPHIC.has(functionRow(e.fn)?.family ?? null);
  if (e.kind === 'pow') return e.exponent.kind === 'num' && e.exponent.value.isInteger;
  const isSimple = e.kind === 'num' || e.kind === 'const' || e.kind === 'sym' || e.kind === 'component';
  return isSimple || (ARITHMETIC.has(e.kind) && children(e).length > 0);
}
const ARITHMETIC: ReadonlySet<Expr['kind']> = new Set(['add', 'mul', 'div']);
