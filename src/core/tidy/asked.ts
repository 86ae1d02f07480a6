/** What the form of an answer owes to its question. */
import type { Expr } from '../expr.js';
import { Rational } from '../rational.js';
import { children, someNode } from '../walk.js';
import type { AskedForm } from './law.js';
import { lower } from './lower.js';
import type { Node, Table } from './node.js';

export function askedForm(table: Table, question: Expr, target: Expr): AskedForm {
  const functions = new Set<string>();
  const exponents: Node[] = [];
  someNode(question, (e) => {
    if (e.kind === 'call') functions.add(e.fn);
    if (e.kind === 'call' && e.fn === 'exp') exponents.push(lower(table, e.args[0] as Expr));
    return false;
  });
  return { isFraction: isFraction(question, target), isBars: isBars(question), functions, exponents };
}

/** |u|, also as √(u²), of a u that has a kink at its zeros as a rule: not |x³|. */
function isBars(e: Expr): boolean {
  const isPlain = (u: Expr): boolean => u.kind === 'sym' || u.kind === 'add' || u.kind === 'call';
  if (e.kind === 'call') return e.fn === 'abs' && isPlain(e.args[0] as Expr);
  return (
    e.kind === 'root' &&
    isTwo(e.index) &&
    e.body.kind === 'pow' &&
    isTwo(e.body.exponent) &&
    isPlain(e.body.base)
  );
}
const isTwo = (e: Expr): boolean => e.kind === 'num' && e.value.equals(Rational.TWO);

function isFraction(e: Expr, target: Expr): boolean {
  const varies = (x: Expr): boolean => [...target.free].some((name) => x.free.has(name));
  if (e.kind === 'mul') return e.factors.some((f) => isFraction(f, target));
  return e.kind === 'div' && (varies(e.denom) || isFraction(e.numer, target));
}

/**
 * Constants that the author wrote as one fraction and reads as one thing: (K − P₀)/P₀ anywhere, and beside an exponential any with
 * letters in it, as the 1/(σ√(2π)) of a density.
 */
export function blocksOf(question: Expr, target: Expr): readonly Expr[] {
  const varies = (x: Expr): boolean => [...target.free].some((name) => x.free.has(name));
  const blocks: Expr[] = [];
  const seen = new Set<Expr>();
  const visit = (e: Expr): void => {
    if (seen.has(e)) return;
    seen.add(e);
    if (e.kind === 'div' && !varies(e) && [e.numer, e.denom].some(isSumOfLetters)) blocks.push(e);
    else children(e).forEach(visit);
  };
  visit(question);
  const factors = question.kind === 'mul' ? question.factors : [];
  if (factors.some((f) => f.kind === 'call' && f.fn === 'exp' && varies(f)))
    blocks.push(
      ...factors.filter(
        (f) => f.kind === 'div' && !varies(f) && f.denom.kind === 'mul' && f.denom.free.size > 0,
      ),
    );
  return blocks;
}
const isSumOfLetters = (e: Expr): boolean => e.kind === 'add' && e.free.size > 0;
