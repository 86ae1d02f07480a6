/** The real zeros of an expression in one letter, exactly: where it is a polynomial, or one function undone after another. */
import type { Budget } from '../derivation.js';
import { compile } from '../evaluate.js';
import { same } from '../equality.js';
import { call, div, ONE, pow, sub, ZERO, type Call, type Expr, type Sym } from '../expr.js';
import { replaceAll } from '../rewrite.js';
import { canonical } from '../tidy/index.js';
import { children, freshSymbol, someNode, substitute } from '../walk.js';
import { functionRow, valueAtZero, type FunctionRow } from '../functions/index.js';
import { fractionIn } from './fractions.js';
import { smoothOnes } from './pieces.js';
import { zerosSeen } from './zerosSeen.js';
import { allOf, numberOf, polynomialRoots, type Zeros } from './polynomialRoots.js';

/**
 * Where e is 0, by values without the letter; some of them may be no real numbers for some values of other letters,
 * and some the zeros of pieces that are not in force there. Null where they are not known, or not finitely many.
 */
export function rootsOf(e: Expr, letter: Sym, budget: Budget): readonly Expr[] | null {
  // Steps pass 0 without a zero.
  if (e.size > MOST_SIZE || someNode(e, (n) => isStep(n, letter))) return null;
  return byPieces(e, letter, budget) ?? byPieces(canonical(e), letter, budget);
}
const isStep = (e: Expr, letter: Sym): boolean =>
  e.kind === 'call' && e.fn !== 'sign' && functionRow(e.fn)?.step === true && e.free.has(letter.id);
function byPieces(e: Expr, letter: Sym, budget: Budget): Zeros {
  const smooth = smoothOnes(e, letter.id);
  const ofOne = (s: Expr): Zeros => zeros(s, letter, 0) ?? (isNowhereZero(s, letter, budget) ? [] : null);
  return smooth && allOf(smooth.map(ofOne));
}
/** As far as numbers tell: eˣ − x. Once the budget is spent nothing has a value, and none of them tells. */
function isNowhereZero(e: Expr, letter: Sym, budget: Budget): boolean {
  if (e.free.size !== 1) return false;
  const seen = zerosSeen(compile(e, [letter.id], new Map(), budget));
  return seen.length === 0 && !budget.shouldStop(0);
}
const MOST_SIZE = 150;
const MOST_DEPTH = 12;

function zeros(e: Expr, x: Sym, depth: number): Zeros {
  if (!e.free.has(x.id)) return [];
  if (depth > MOST_DEPTH) return null;
  const go = (part: Expr): Zeros => zeros(part, x, depth + 1);
  if (e.kind === 'sym') return [ZERO];
  if (e.kind === 'mul') return allOf(e.factors.map(go));
  if (e.kind === 'div') return go(e.numer);
  if (e.kind === 'root') return go(e.body);
  if (e.kind === 'pow') return e.exponent.kind === 'num' && e.exponent.value.sign < 0 ? [] : go(e.base);
  if (e.kind === 'call') return ofCall(e, go);
  return e.kind === 'add' ? ofSum(e, x, depth) : null;
}

/** Where a function is 0: nowhere, where an argument is a certain number, or where one of two is 0. */
function ofCall(e: Call, go: (part: Expr) => Zeros): Zeros {
  const [u, v] = e.args;
  if (!u) return null;
  if (e.fn === 'hypot' && v) return allOf([go(u), go(v)]);
  if (e.fn === 'log') return go(sub(u, ONE));
  const row = e.args.length === 1 ? functionRow(e.fn) : null;
  if (!row) return null;
  if (row.sign === 'positive') return [];
  if (row.undone) return hasValue(row.undone, 0) ? go(sub(u, undo(row, ZERO))) : [];
  // Odd ones that do not repeat are 0 at 0 alone: erf.
  return row.parity === 'odd' && row.family !== 'trigonometric' && valueAtZero(row) === 0 ? go(u) : null;
}
const hasValue = ({ reached }: NonNullable<FunctionRow['undone']>, value: number): boolean =>
  reached === null || compile(reached, ['u'])(value) === 1;
const undo = ({ undone, params }: FunctionRow, value: Expr): Expr =>
  canonical(substitute((undone as NonNullable<typeof undone>).by, new Map([[(params[0] as Sym).id, value]])));

function ofSum(e: Expr, x: Sym, depth: number): Zeros {
  const f = fractionIn(e, x.id);
  if (f) return polynomialRoots(f.numer);
  const cut = ofCut(e, x, depth);
  if (cut) return cut;
  const [kernel, ...others] = kernelsOf(e, x.id);
  if (!kernel || others.length > 0) return null;
  const t = freshSymbol(x, [e]);
  const inKernel = replaceAll(e, kernel, t);
  if (inKernel.free.has(x.id)) return ofRadical(kernel, inKernel, x, t);
  const values = fractionIn(inKernel, t.id);
  const found = values && polynomialRoots(values.numer);
  return found && allOf(found.map((v) => ofKernel(kernel, v, x, depth + 1)));
}

/** √(ax + b) among polynomials in x: by x = (t² − b)/a, of which some zeros may be those of the other sign. */
function ofRadical(kernel: Expr, inKernel: Expr, x: Sym, t: Sym): Zeros {
  if (kernel.kind !== 'root') return null;
  const line = fractionIn(kernel.body, x.id);
  const [b, a, ...more] = line?.denom.length === 1 ? line.numer : [];
  if (!a || !b || more.length > 0) return null;
  const power = pow(t, kernel.index);
  const f = fractionIn(substitute(inKernel, new Map([[x.id, div(sub(power, b), a)]])), t.id);
  const found = f && polynomialRoots(f.numer);
  const back = (v: Expr): Expr => canonical(div(sub(pow(v, kernel.index), b), a));
  return found && found.map(back);
}

/** hypot(u, v) + v is 0 where u is, and v is not above 0. */
function ofCut(e: Expr, x: Sym, depth: number): Zeros {
  if (e.kind !== 'add' || e.terms.length !== 2) return null;
  const [h, v] = e.terms;
  if (h?.kind !== 'call' || h.fn !== 'hypot' || !v || !h.args[0] || !h.args[1]) return null;
  return same(h.args[1], v) ? zeros(h.args[0], x, depth + 1) : null;
}

/** The largest parts with the letter in them that are neither sums, products nor whole powers, each once. */
function kernelsOf(e: Expr, letter: string): readonly Expr[] {
  const found: Expr[] = [];
  const visit = (n: Expr): void => {
    if (!n.free.has(letter) || n.kind === 'sym') return;
    const isRational =
      n.kind === 'add' ||
      n.kind === 'mul' ||
      n.kind === 'div' ||
      (n.kind === 'pow' && n.exponent.kind === 'num' && n.exponent.value.isInteger);
    if (isRational) children(n).forEach(visit);
    else if (!found.some((f) => same(f, n))) found.push(n);
  };
  visit(e);
  return found;
}

/** Where a function has a value: by the one that undoes it. */
function ofKernel(kernel: Expr, value: Expr, x: Sym, depth: number): Zeros {
  const at = (part: Expr, v: Expr): Zeros => zeros(sub(part, v), x, depth + 1);
  const within = numberOf(value);
  if (kernel.kind === 'root') {
    const isEven = kernel.index.kind === 'num' && kernel.index.value.isEven;
    return isEven && within !== null && within < 0
      ? []
      : at(kernel.body, canonical(pow(value, kernel.index)));
  }
  if (kernel.kind === 'pow' && !kernel.exponent.free.has(x.id))
    return within !== null && within < 0
      ? []
      : at(kernel.base, canonical(pow(value, div(ONE, kernel.exponent))));
  if (kernel.kind === 'pow' && !kernel.base.free.has(x.id))
    return at(kernel.exponent, canonical(div(call('ln', value), call('ln', kernel.base))));
  if (kernel.kind !== 'call') return null;
  const [u] = kernel.args;
  if (!u || kernel.args.length > 1) return null;
  const row = functionRow(kernel.fn);
  if (!row?.undone) return null;
  return within !== null && !hasValue(row.undone, within) ? [] : at(u, undo(row, value));
}
