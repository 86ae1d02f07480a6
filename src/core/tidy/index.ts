/** Tidying: the form of an answer that reads best, and the laws that lead there as steps. */
import { done, type Steps } from '../../steps.js';
import type { Budget, Condition, Step } from '../derivation.js';
import { same } from '../equality.js';
import { call, div, neg, relation, ZERO, type Expr } from '../expr.js';
import { bottomUp } from '../rewrite.js';
import { children } from '../walk.js';
import { Rational } from '../rational.js';
import { bracketLine } from './bracket.js';
import { outOf, primitive } from './content.js';
import { ReadingCost } from './cost.js';
import { display, displayInSteps } from './display.js';
import { askedForm, blocksOf } from './asked.js';
import { expand, EXPAND_SUM } from './laws/algebra.js';
import { ALSO_LAWS } from './laws/index.js';
import { authoredPage, hasDecimal, lower } from './lower.js';
import type { Ground } from './law.js';
import type { Node, Recorded, Silent } from './node.js';
import { MOST_PARTS, partsOf, rebuild, FormSearch, type Move } from './search.js';
import { pageOf, type Page } from './style.js';
import { InterningTable, OutOfWork } from './table.js';

export { ALL_LAWS } from './laws/index.js';

export interface TidyOptions {
  /** What was asked: its functions are no strangers in the answer, and its letters order the terms. */
  readonly question: Expr;
  readonly target: Expr;
  /** What definitions in force say: differences that stand there keep their order in the answer. */
  readonly context?: readonly Expr[];
  /** Functions that the text knows by name, besides those of the question. */
  readonly named?: ReadonlySet<string>;
}

export interface Tidied {
  readonly result: Expr;
  readonly steps: readonly Step[];
  /** The other common form, where there is one of about the same length. */
  readonly also: Expr | null;
  /** Whether the budget ended before the search did: the form may be any, down to that which came. */
  readonly unfinished: boolean;
}

/** Trees larger than this are shown as they came. */
const MOST_SIZE = 200_000;

/** The tidied form of an expression and the steps to it. Never throws; stops at its budget. */
export function tidy(e: Expr, budget: Budget, options: TidyOptions): Tidied {
  return done(tidyInSteps(e, budget, options));
}

/** The same in steps. */
export function* tidyInSteps(e: Expr, budget: Budget, options: TidyOptions): Steps<Tidied> {
  if (e.size > MOST_SIZE) return { ...asItCame(e), unfinished: false };
  try {
    return yield* tidyWithin(e, budget, options);
  } catch (error) {
    if (error instanceof OutOfWork) return asItCame(e);
    throw error;
  }
}
const asItCame = (e: Expr): Tidied => ({ result: e, steps: [], also: null, unfinished: true });

function* tidyWithin(e: Expr, budget: Budget, options: TidyOptions): Steps<Tidied> {
  const ground = yield* groundFor(options, e, budget);
  yield null;
  const lowered = ground.table.recorded(() => lower(ground.table, e));
  yield null;
  const search = new FormSearch(ground, budget);
  const best = yield* bestOf(ground, search, lowered.made);
  const result = yield* displayInSteps(ground, best);
  yield null;
  const also = otherForm(ground, best);
  yield null;
  if (isDearer(ground, result, e) || (same(result, e) && sameOrder(result, e)))
    return withBars(ground, { result: e, steps: [], also, unfinished: budget.shouldStop(0) });
  const steps = yield* explain(ground, e, lowered, best, search.path());
  return withBars(ground, { result, steps, also, unfinished: budget.shouldStop(0) });
}

/** Of |u| the derivative is u′·u/|u|; sgn u is its other form. */
function withBars({ asked }: Ground, tidied: Tidied): Tidied {
  if (!asked?.isBars) return tidied;
  const { result, steps } = tidied;
  const after = bottomUp((x) => (x.kind === 'call' && x.fn === 'sign' ? overBars(x.args[0] as Expr) : x))(
    result,
  );
  if (after === result) return tidied;
  return {
    ...tidied,
    result: after,
    steps: [...steps, step('sign-as-quotient', 'Write the sign as a quotient', result, after, [])],
    also: result,
  };
}
const overBars = (u: Expr): Expr => div(u, call('abs', u));

/** The best form found; where the display put things under one root, that of what it shows, read again. */
function* bestOf(ground: Ground, search: FormSearch, start: Node): Steps<Node> {
  const { table, cost } = ground;
  let best = yield* search.bestInSteps(start);
  for (let k = 0; k < MOST_READINGS && ground.rejoined; k++) {
    const read = lower(table, display(ground, best));
    const next = read === best ? best : yield* search.bestInSteps(read);
    if (next === best || cost.ofNode(ground, next) > cost.ofNode(ground, best) + TIDIER) return best;
    best = next;
  }
  return best;
}
const MOST_READINGS = 2;

/** A table that knows the question, how its author writes, and the reading cost for `answer`'s forms. */
export function* groundFor(
  { question, target, context = [], named }: TidyOptions,
  answer: Expr,
  budget: Budget,
): Steps<Ground> {
  const hasDecimals = hasDecimal(question) || (answer !== question && hasDecimal(answer));
  const blocks = answer === question ? [] : blocksOf(question, target);
  const table = new InterningTable(hasDecimals, budget, blocks);
  // Of several targets none comes before the others.
  const letter = target.kind === 'tuple' ? null : lower(table, target);
  const cost = new ReadingCost(question, target, named);
  const page = yield* authoredPage(table, { question, context }, letter, cost);
  return { ...page, cost, asked: answer === question ? null : askedForm(table, question, target) };
}

/** Whether a form as it came reads better than what became of it. */
function isDearer({ cost }: Ground, result: Expr, e: Expr): boolean {
  const limit = cost.of(result) - TIDIER;
  return limit > e.size * LEAST_COST && limit > cost.of(e);
}
/** No node costs less on average: a sum's −x, two nodes, costs its x and no more. */
const LEAST_COST = 0.5;
/** What looks alone may cost: a form as it came is kept only where it is that much shorter. */
const TIDIER = 0.5;

/** What the laws of common alternatives make of the answer, if it reads about as well. */
function otherForm(ground: Ground, best: Node): Expr | null {
  if (partsOf(best) > MOST_PARTS) return null;
  const limit = ground.cost.ofNode(ground, best) + ALSO_SLACK;
  let found: Node | null = null;
  for (const law of ALSO_LAWS) {
    if (law.head !== best.op) continue;
    for (const n of law.apply(best, ground)) {
      const cost = ground.cost.ofNode(ground, n);
      if (n !== best && cost <= limit && (!found || cost < ground.cost.ofNode(ground, found))) found = n;
    }
  }
  return found && display(ground, found);
}
const ALSO_SLACK = 6;

/**
 * A product or power of sums multiplied out, like terms collected; the expression itself where there is nothing to do,
 * or where that takes more than the budget.
 */
export function expanded(e: Expr, budget: Budget): Expr {
  try {
    const { page, n } = lowered(e, budget);
    const opened = n.op === 'product' ? expand(page.table, n) : null;
    return opened ? display(page, opened) : e;
  } catch (error) {
    if (error instanceof OutOfWork) return e;
    throw error;
  }
}

/** The expression in canonical form, without any law: like terms and like powers have come together. */
export function canonical(e: Expr): Expr {
  const { page, n } = lowered(e);
  return display(page, n);
}

function lowered(e: Expr, budget: Budget | null = null): { page: Page; n: Node } {
  const table = new InterningTable(hasDecimal(e), budget);
  return { page: pageOf(table), n: lower(table, e) };
}

/** Whether two equal trees print alike too: equality does not see the order of terms, nor print where a minus stands. */
function sameOrder(a: Expr, b: Expr): boolean {
  const [[p, x], [q, y]] = [unsigned(a), unsigned(b)];
  if (p !== q) return false;
  if (x.kind !== y.kind) return valueOf(x)?.equals(valueOf(y) ?? Rational.ZERO) ?? false;
  if (!ARITHMETIC.has(x.kind)) return same(x, y);
  if (x.kind === 'call' && y.kind === 'call' && x.fn !== y.fn) return false;
  const [xs, ys] = [children(x), children(y)];
  return xs.length === ys.length && xs.every((c, i) => sameOrder(c, ys[i] as Expr));
}
const ARITHMETIC: ReadonlySet<Expr['kind']> = new Set<Expr['kind']>([
  'add',
  'mul',
  'div',
  'pow',
  'root',
  'call',
]);

/** The value of a number, also of one written as a fraction; not of 0. */
function valueOf(e: Expr): Rational | null {
  if (e.kind === 'num') return e.value.isZero || e.written !== null ? null : e.value;
  const isFraction = e.kind === 'div' && e.numer.kind === 'num' && e.denom.kind === 'num';
  return isFraction && !e.denom.value.isZero ? e.numer.value.div(e.denom.value) : null;
}

/** A leading minus, of a product or a fraction's numerator, apart from the rest. */
function unsigned(e: Expr): [negative: boolean, rest: Expr] {
  if (e.kind === 'mul' && e.factors[0]?.kind === 'num' && e.factors[0].value.sign < 0) {
    const [negative, rest] = unsigned(neg(e));
    return [!negative, rest];
  }
  if (e.kind === 'div') {
    const [negative, numer] = unsigned(e.numer);
    return [negative, negative ? div(numer, e.denom) : e];
  }
  return e.kind === 'num' && e.value.sign < 0 ? [true, neg(e)] : [false, e];
}

/** The winning path told again: what lowering did without being asked, then each move on the whole line. */
function* explain(
  ground: Ground,
  e: Expr,
  { made: start, did, nonzero }: Recorded<Node>,
  best: Node,
  moves: readonly Move[],
): Steps<Step[]> {
  const steps: Step[] = [];
  const conditions = [...nonzero].map((n) => relation(['!='], [display(ground, n), ZERO]));
  let [node, shown] = [start, yield* displayInSteps(ground, start)];
  // What only changes the order is no step of its own: the next one begins where the reader left off.
  const rearranged = did.size === 0 && moves.length > 0;
  if (rearranged) shown = e;
  else if (!sameOrder(shown, e)) steps.push(step(...silentName(did), e, shown, conditions));
  const done: Move[] = [];
  for (const move of moves) {
    yield null;
    const next = moved(ground, node, move, done);
    done.push(move);
    const after = yield* displayInSteps(ground, next);
    if (next !== node && !sameOrder(after, shown)) {
      const bracket = bracketLine(ground, node, move);
      if (bracket) {
        steps.push(step(move.law.name, move.law.title, shown, bracket, []));
        steps.push(step(EXPAND_SUM.name, EXPAND_SUM.title, bracket, after, []));
      } else {
        // Multiplying out on the way to collecting like terms is one step to a reader.
        const joined = move.law.name === 'expand-and-collect' && steps[steps.length - 1]?.rule === 'expand';
        const before = (joined && steps.pop()?.before) || shown;
        steps.push(step(move.law.name, move.law.title, before, after, []));
      }
      shown = after;
    }
    node = next;
  }
  const final = display(ground, best);
  // Moves on parts that a later construction merged away cannot be shown on the line: their effect is one last step.
  if (!sameOrder(final, shown)) steps.push(step('simplify', 'Simplify', shown, final, []));
  return steps;
}

const step = (
  rule: string,
  title: string,
  before: Expr,
  after: Expr,
  conditions: readonly Condition[],
): Step => ({
  rule,
  title,
  before,
  after,
  result: after,
  parts: [],
  substitution: null,
  conditions,
  substeps: [],
});

const SILENT: readonly (readonly [Silent, string])[] = [
  ['cancel', 'Cancel'],
  ['one-fraction', 'Simplify the fractions'],
  ['collect-like-terms', 'Combine like terms'],
  ['combine-powers', 'Combine powers'],
  ['inverse-functions', 'Undo inverse functions'],
  ['function-value', 'Known function values'],
  ['absolute-value', 'Absolute value'],
  ['multiply-numbers', 'Arithmetic'],
];
function silentName(did: ReadonlySet<Silent>): [name: string, title: string] {
  const names = SILENT.filter(([name]) => did.has(name));
  const [first] = names;
  if (!first) return ['rearrange', 'Rearrange'];
  // No step has more than two names: what matters less is seen on the line.
  const [one, other] = names.map(([, title]) => title) as [string, string?];
  return [
    first[0],
    other === undefined ? one : `${one} and ${other.charAt(0).toLowerCase()}${other.slice(1)}`,
  ];
}

/** The line after a move; where earlier moves have changed the move's own parts since, it is made on what they became. */
function moved(page: Page, node: Node, { before, after }: Move, earlier: readonly Move[]): Node {
  const next = replace(page, node, before, after);
  if (next !== node || earlier.length === 0 || earlier.length > MOST_EARLIER) return next;
  const now = (n: Node): Node => earlier.reduce((m, move) => replace(page, m, move.before, move.after), n);
  return replace(page, node, now(before), now(after));
}
const MOST_EARLIER = 30;

/** The node with one part replaced wherever it occurs, but in what is repeated as the author wrote it. */
function replace({ table, style }: Page, root: Node, before: Node, after: Node): Node {
  const memo = new Map<Node, Node>([[before, after]]);
  // In a product a sum stands without its content and sign.
  const out = before.op === 'sum' ? outOf(before) : Rational.ONE;
  if (!out.isOne) memo.set(primitive(table, before, out), table.scale(after, out.inverse()));
  const go = (n: Node): Node => {
    const known = memo.get(n) ?? (style.authored.has(n) ? n : undefined);
    if (known) return known;
    const made = rebuild(table, n, go);
    memo.set(n, made);
    return made;
  };
  return go(root);
}
