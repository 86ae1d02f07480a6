/** Where expressions have values: what a test for NaN says without being run. */
import { children, functionRow, type Expr } from '../../core/index.js';

/** Whether the expression is a finite number wherever its names are (overflow aside). */
export const isTotal = (e: Expr): boolean => hasValues(e, false);
/** The same but for single points: quotients are let pass. */
export const isTotalButForPoints = (e: Expr): boolean => hasValues(e, true);

function hasValues(e: Expr, butForPoints: boolean): boolean {
  const memo = new Map<Expr, boolean>();
  const go = (x: Expr): boolean => {
    const known = memo.get(x);
    if (known !== undefined) return known;
    const is = isSafe(x, butForPoints) && children(x).every(go);
    memo.set(x, is);
    return is;
  };
  return go(e);
}

function isSafe(e: Expr, butForPoints: boolean): boolean {
  switch (e.kind) {
    case 'num':
    case 'sym':
    case 'add':
    case 'mul':
    case 'relation':
    case 'logic':
    case 'component':
      return true;
    case 'const':
      return e.name !== 'infinity' && e.name !== 'i';
    case 'div':
      return butForPoints || (e.denom.kind === 'num' && !e.denom.value.isZero);
    case 'pow':
      return (
        e.exponent.kind === 'num' &&
        e.exponent.value.isInteger &&
        (butForPoints || e.exponent.value.sign >= 0)
      );
    case 'root':
      return e.index.kind === 'num' && e.index.value.toNumber() === 3;
    case 'call': {
      const row = functionRow(e.fn);
      return row?.domain === null && e.fn !== 'rem';
    }
    case 'piecewise':
      return e.otherwise !== null;
    case 'apply':
    case 'diff':
    case 'at':
    case 'bound':
    case 'binder':
    case 'plusminus':
    case 'delta':
    case 'tuple':
    case 'matrix':
    case 'matmul':
      return false;
  }
}
