/** Where a factor of a printed product stands: numbers, letters, exponentials, brackets, functions. */
import { functionRow } from '../functions/index.js';
import type { Power } from './joined.js';
import type { Node } from './node.js';
import type { Page, DisplayStyle } from './style.js';
import { isConstantRadical } from './radicals.js';

/** The place among the others: π stands behind a counter. */
export function rankBeside(page: Page, p: Power, powers: readonly Power[]): number {
  const { table } = page;
  return p.base === table.pi && powers.some((o) => isCounter(o.base) && !isConstantRadical(table, o))
    ? AFTER_COUNTERS
    : rankOf(page, p);
}

/** The number within a function's argument: cos 2x stands before cos 3x. */
export function multipleIn(base: Node): number {
  const u = base.op === 'call' ? base.args[0] : undefined;
  return u?.op === 'product' ? u.q.toNumber() : 1;
}

/** Numbers, constants, letters, exponentials, functions with brackets, sums, named functions. */
function rankOf({ table, style }: Page, p: Power): number {
  const { base } = p;
  const { target } = style;
  if (base.op === 'num') return p.exponent.op === 'num' ? 0 : 3.5;
  if (base === table.pi) return 1;
  if (base === table.e) {
    if (p.exponent.op === 'num') return 1.5;
    return p.exponent.factors.some((f) => f.b.op === 'sum') ? LONG_EXPONENTIAL : EXPONENTIAL;
  }
  if (base.op === 'atom') {
    const isExponential = target !== null && base !== target && mentions(p.exponent, target);
    return isExponential ? EXPONENTIAL : letterRank(style, base);
  }
  if (base.name === 'abs' && base.args[0]?.op === 'atom') return letterRank(style, base.args[0]) + 0.3;
  // n(n − 1)x^(n−2): a constant bracket stands before the variable.
  if (base.op === 'sum' && target !== null && !mentions(base, target)) return CONSTANT_SUM;
  if (base.op === 'sum') return p.exponent.op === 'num' && p.exponent.q.isInteger ? 7 : 4;
  if (base.op === 'product') return 4;
  if (base.expr === null && target !== null && base.args.every((a) => !mentions(a, target)))
    return CONSTANT_CALL;
  return base.expr !== null || isBracketed(base.name) ? 6 : 8;
}
/** (μ − x)e^(−(x − μ)²/2): an exponential with a bracket above stands behind brackets. */
const LONG_EXPONENTIAL = 7.5;
/** e^x, and a^x for any other a but the variable itself: 2x·a^(x²). */
const EXPONENTIAL = 5;
/** ln 2 stands behind: 2^x ln 2. */
const CONSTANT_CALL = 9;
const CONSTANT_SUM = 2.6;
/** Whether the node is made with the other one. */
export function mentions(n: Node, target: Node): boolean {
  if (n === target) return true;
  return (
    n.args.some((a) => mentions(a, target)) ||
    n.terms.some((t) => mentions(t.m, target)) ||
    n.factors.some((f) => mentions(f.b, target) || mentions(f.u, target))
  );
}
/** Parameters first, in the order they came; then what is usually a variable, by the alphabet. */
function letterRank({ target }: DisplayStyle, atom: Node): number {
  const place = VARIABLES.indexOf(letterOf(atom) ?? ' ');
  return place >= 0 ? 3 + place / 100 : atom === target ? 3 : 2;
}
/** The plain one-letter name of a symbol. */
export function letterOf(atom: Node): string | null {
  const e = atom.expr;
  return e?.kind === 'sym' && e.marks.length === 0 && e.sub === null && e.base.length === 1 ? e.base : null;
}
const VARIABLES = 'tuvwxyz';
/** nπ, kπ: a counter stands before π, other letters behind it. */
export const isCounter = (n: Node): boolean => n.op === 'atom' && 'kmn'.includes(letterOf(n) ?? ' ');
const AFTER_COUNTERS = 2.5;
/** σ(x), |x| and roots stand among the brackets. */
const isBracketed = (name: string): boolean => name === 'root' || (functionRow(name)?.bracketed ?? false);
