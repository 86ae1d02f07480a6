/** Equality of expression trees, up to the order of terms and factors and the names of bound indices. */
import {
  type Num,
  type Const,
  type Sym,
  type Add,
  type Mul,
  type Call,
  type Apply,
  type Order,
  type Diff,
  type Piecewise,
  type Relation,
  type Logic,
  type Bound,
  type Binder,
  type Matrix,
  type Expr,
} from './expr.js';
import { children } from './walk.js';

/** Equal trees, up to the order of terms and factors and the names of bound indices. */
export function same(a: Expr, b: Expr): boolean {
  if (a === b) return true;
  if (a.hash !== b.hash || a.kind !== b.kind || a.size !== b.size) return false;
  switch (a.kind) {
    case 'num':
      return a.value.equals((b as Num).value);
    case 'const':
      return a.name === (b as Const).name;
    case 'sym':
      return a.id === (b as Sym).id;
    case 'bound':
      return a.level === (b as Bound).level;
    case 'add':
      return sameBag(a.terms, (b as Add).terms);
    case 'mul':
      return sameBag(a.factors, (b as Mul).factors);
    default:
      return sameHead(a, b) && sameList(children(a), children(b));
  }
}

/** Whether the two nodes agree in all but their children. */
function sameHead(a: Expr, b: Expr): boolean {
  switch (a.kind) {
    case 'call':
      return a.fn === (b as Call).fn;
    case 'apply':
      return a.fn.id === (b as Apply).fn.id && sameOrders(a.orders, (b as Apply).orders);
    case 'diff':
      return a.partial === (b as Diff).partial;
    case 'relation':
      return a.ops.join() === (b as Relation).ops.join();
    case 'logic':
      return a.op === (b as Logic).op;
    case 'piecewise':
      return a.branches.length === (b as Piecewise).branches.length;
    case 'binder': {
      const o = b as Binder;
      return a.op === o.op && !a.lower === !o.lower && !a.upper === !o.upper && !a.condition === !o.condition;
    }
    case 'matrix':
      return a.rows.length === (b as Matrix).rows.length;
    default:
      return true;
  }
}

/** Whether the two lists are equal, entry by entry. */
export function sameList(a: readonly Expr[], b: readonly Expr[]): boolean {
  return a.length === b.length && a.every((x, i) => same(x, b[i] as Expr));
}

function sameOrders(a: readonly Order[], b: readonly Order[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((x, i) => {
    const y = b[i] as Order;
    return typeof x === 'number' || typeof y === 'number' ? x === y : same(x, y);
  });
}

function sameBag(a: readonly Expr[], b: readonly Expr[]): boolean {
  if (a.length !== b.length) return false;
  if (a.every((x, i) => same(x, b[i] as Expr))) return true;
  const byHash = new Map<number, Expr[]>();
  for (const x of b) byHash.set(x.hash, [...(byHash.get(x.hash) ?? []), x]);
  for (const x of a) {
    const bucket = byHash.get(x.hash);
    const i = bucket ? bucket.findIndex((y) => same(x, y)) : -1;
    if (!bucket || i < 0) return false;
    bucket.splice(i, 1);
  }
  return true;
}
