/** Written trees to canonical nodes. */
import type { Steps } from '../../steps.js';
import { same } from '../equality.js';
import type { Add, Expr, Order, Root } from '../expr.js';
import { described } from '../kinds/index.js';
import { children, someNode } from '../walk.js';
import { isOne } from '../fold.js';
import { Rational } from '../rational.js';
import type { ReadingCost } from './cost.js';
import type { Node, Table } from './node.js';
import { display } from './display.js';
import { negativeFirst, primitive } from './content.js';
import { mentions } from './factorOrder.js';
import { pageOf, type Page, type DisplayStyle } from './style.js';

/** The canonical node of an expression; shared subtrees are lowered once. */
export function lower(table: Table, e: Expr, memo: Map<Expr, Node> = new Map()): Node {
  if (e.size === 1) return lowerNew(table, e, notReached);
  const known = memo.get(e);
  if (known) return known;
  const made = lowerNew(table, e, (c) => lower(table, c, memo));
  memo.set(e, made);
  return made;
}

/** Leaves have no children to lower. */
const notReached = (): never => {
  throw new Error('a leaf has no parts');
};

function lowerNew(table: Table, e: Expr, go: (c: Expr) => Node): Node {
  if (e.kind === 'div' && table.isBlock(e)) return table.atom(e);
  return described(e).lower(e, table, go) ?? other(table, e, go);
}

/**
 * Lowers the question in steps, and gathers how its author writes, so that the answer repeats it: sums and products keep their
 * order of terms and factors, and 1 − x is not shown as x − 1.
 */
export function* authoredPage(
  table: Table,
  { question, context }: Authored,
  target: Node | null,
  cost: ReadingCost,
): Steps<Page> {
  const memo = new Map<Expr, Node>();
  if (question.size <= MOST_AUTHORED) lower(table, question, memo);
  table.endQuestion();
  const written = [...memo.keys()];
  const roots = written.some((e) => e.kind === 'root' && !isSquareRoot(e));
  const draft: Draft = {
    target,
    roots,
    ...exponentStyle(written, target, (e) => lower(table, e, memo)),
    exponents: [],
    turned: new Map(),
    written: new Set(),
    authored: new Set(),
  };
  const page = pageOf(table, draft);
  cost.knowPowers(draft.powers);
  yield null;
  keepArguments(page, draft, memo, cost);
  for (const [written, n] of memo) {
    yield null;
    keepWritten(page, draft, written, n, memo, cost);
  }
  for (const e of context) {
    yield null;
    if (e.size <= MOST_CONTEXT) keepDifferences(table, draft, e);
  }
  return page;
}
/** What an author wrote: the question, and definitions that it stands on. */
interface Authored {
  readonly question: Expr;
  readonly context: readonly Expr[];
}
const MOST_CONTEXT = 200;
/** How the author writes powers of what varies: with negative and fractional exponents, or with fractions and roots. */
function exponentStyle(
  written: readonly Expr[],
  target: Node | null,
  go: (e: Expr) => Node,
): Pick<DisplayStyle, 'powers' | 'halves'> {
  const varies = (e: Expr): boolean => target === null || mentions(go(e), target);
  const hasRoot = written.some((e) => e.kind === 'root' && varies(e));
  const hasPower = written.some((e) => {
    const q = e.kind === 'pow' && varies(e.base) ? valueOf(e.exponent) : null;
    return q !== null && (!q.isInteger || q.sign < 0);
  });
  // In a product of what varies the answer is one fraction: 5(2 − x)/(3x^(1/3)).
  const isProduct = written.some((e) => e.kind === 'mul' && e.factors.filter(varies).length > 1);
  const hasFraction = written.some((e) => e.kind === 'div' && varies(e.denom));
  return { powers: hasPower && !hasRoot && !hasFraction && !isProduct, halves: hasRoot && !hasPower };
}
/** The value of a number, also of one written as a fraction or with a minus. */
function valueOf(e: Expr): Rational | null {
  if (e.kind === 'num') return e.written === null ? e.value : null;
  if (e.kind === 'mul' && e.factors.length === 2) {
    const [a, b] = e.factors.map(valueOf);
    return a && b ? a.mul(b) : null;
  }
  const [n, d] = e.kind === 'div' ? [valueOf(e.numer), valueOf(e.denom)] : [null, null];
  return n && d && !d.isZero ? n.div(d) : null;
}
const isSquareRoot = (e: Root): boolean => e.index.kind === 'num' && e.index.value.n === 2;

/** A style while it is gathered: what is displayed meanwhile repeats what is known so far. */
interface Draft extends DisplayStyle {
  readonly exponents: Node[];
  readonly turned: Map<Node, Expr>;
  readonly written: Set<Node>;
  readonly authored: Set<Node>;
}

function keepArguments(page: Page, draft: Draft, memo: Map<Expr, Node>, cost: ReadingCost): void {
  const { table } = page;
  const args: Expr[] = [];
  const barred = new Set<Expr>();
  for (const written of memo.keys()) {
    if (written.kind !== 'call') continue;
    args.push(...written.args);
    if (written.fn === 'abs' || written.fn === 'sign') barred.add(written.args[0] as Expr);
  }
  // The whole before its parts.
  for (const argument of args.reverse()) {
    const n = lower(table, argument, memo);
    keepArgument(page, argument, n, cost);
    // A number comes out of bars: |3x − 6| has the sign of x − 2.
    if (!barred.has(argument) && n.display === argument)
      draft.authored.add(n).add(table.exponentOf(table.exponentParts(table.e, n)));
  }
}

/** Which term of a sum comes first is known of definitions too. */
function keepDifferences(table: Table, draft: Draft, e: Expr): void {
  const memo = new Map<Expr, Node>();
  lower(table, e, memo);
  for (const [written, n] of memo) if (written.kind === 'add') keepOrder(table, draft, written, n);
}
function keepOrder(table: Table, draft: Draft, written: Expr, n: Node): void {
  if (n.op !== 'sum') return;
  if (negativeFirst(n)) draft.turned.set(primitive(table, n, Rational.MINUS_ONE), written);
  else draft.written.add(n);
}

function keepWritten(
  page: Page,
  draft: Draft,
  written: Expr,
  n: Node,
  memo: Map<Expr, Node>,
  cost: ReadingCost,
): void {
  const { table } = page;
  if (written.kind === 'call' && written.fn === 'exp')
    draft.exponents.push(lower(table, written.args[0] as Expr, memo));
  // The base of 1.2 (x/70)^0.75 is a number that its author knows by that form.
  if (table.decimals && written.kind === 'pow' && written.base.kind === 'div')
    keepArgument(page, written.base, lower(table, written.base, memo), cost);
  if (written.kind !== 'add' && written.kind !== 'mul') return;
  if (same(display(page, n), written) || isShorter(written, display(page, n), cost)) n.display = written;
  keepOrder(table, draft, written, n);
}
const MOST_AUTHORED = 5_000;

/** A function's argument is repeated as it was written, where that is about as short: erf(x/√2), e^(−a(x − b)). */
function keepArgument(page: Page, written: Expr, n: Node, cost: ReadingCost): void {
  const { table } = page;
  const shown = display(page, n);
  const tidy = cost.of(written) <= cost.of(shown) + AUTHORED_SLACK && letters(written) === letters(shown);
  if (tidy && !hasIdleOne(written) && n.op !== 'num' && n.op !== 'atom') {
    n.display = written;
    table.exponentOf(table.exponentParts(table.e, n)).display = written;
  }
  cost.knowExponent(shown);
}
const AUTHORED_SLACK = 2.5;

/** Whether a 1 stands in it that nobody repeats: u^1, u/1, 1·u. */
function hasIdleOne(e: Expr): boolean {
  const idle =
    e.kind === 'pow'
      ? isOne(e.exponent)
      : e.kind === 'div'
        ? isOne(e.denom)
        : e.kind === 'mul' && e.factors.some(isOne);
  return idle || children(e).some(hasIdleOne);
}

/** A sum that the author wrote about as short as it would be printed, nothing having come together: 1 + (x/a)², 1 + (a/b)e^−x. */
const isShorter = (written: Expr, shown: Expr, cost: ReadingCost): boolean =>
  written.kind === 'add' &&
  shown.kind === 'add' &&
  cost.of(written) <
    cost.of(shown) +
      (written.terms.length === shown.terms.length && hasBlock(written) ? AUTHORED_SLACK : 0) &&
  letters(written) === letters(shown);
/** A fraction among factors, which the author keeps together. */
const hasBlock = ({ terms }: Add): boolean =>
  terms.some((t) => t.kind === 'mul' && t.factors.some((f) => f.kind === 'div' && f.free.size > 0));

/** How often letters stand in it: fewer in a tidied form mean that something came together. */
const letters = (e: Expr): number =>
  e.kind === 'sym' ? 1 : children(e).reduce((count, c) => count + letters(c), 0);

/** Whether a decimal stands in it, as the author of a question with decimals writes numbers. */
export const hasDecimal = (e: Expr): boolean =>
  someNode(e, (x) => x.kind === 'num' && x.written !== null && !x.value.isInteger);

/** A node of which no more is known than its head and its lowered children. */
function other(table: Table, e: Expr, go: (c: Expr) => Node): Node {
  const parts = children(e);
  return parts.length === 0 ? table.atom(e) : table.rawCall('|' + headOf(e), parts.map(go), e);
}

/** All of a node but its children, as a text. */
export function headOf(e: Expr): string {
  const order = (o: Order): string => (typeof o === 'number' ? String(o) : `h${String(o.hash)}`);
  const parts = described(e).head(e);
  return [e.kind, ...parts.map((p) => (typeof p === 'object' ? p.map(order).join() : String(p)))].join(' ');
}
