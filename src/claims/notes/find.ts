/** Finds the claims of a document: one pass over its statements, in order. */
import { diff, ONE, opaqueIn, type Sym } from '../../core/index.js';
import type { Cell, Formula, FormulaIndex } from '../../documents/formula.js';
import { IMPLIED, isDerivative, isOpenOperator } from '../../meaning/operator.js';
import type { Steps } from '../../steps.js';
import type { Link } from './link.js';
import { chainsInArray } from './arrays.js';
import { sidesIn, withOperand, type Chain, type Side } from './chain.js';
import { itemsInSteps, type Item, type ReadFormula } from './item.js';
import { linksOf } from './links.js';
import { pipeCells } from './pipes.js';
import { isInChoice } from '../../documents/choices.js';
import { isLabelledAnswer, listAfterQuestion } from './options.js';
import { Pending } from './pending.js';
import { goesOn } from './quoted.js';
import { isListRow, saysDerivativeBy, saysDerivativeOf } from './sentences.js';
import { struckIn, type Struck } from './struck.js';
import { chainsInTable, functionIn } from './tables.js';
import { asks, asksForDerivative, endsSentence, isBlank, speaksOfDerivatives } from './aroundFormula.js';
import { type ChainAt, Neighbourhood } from './neighbourhood.js';

/** The claims of a document, in order and in steps. Linear in its formulas. `failed` is told of a formula that broke the search, in which nothing is found then. */
export function* claimsInSteps(
  index: FormulaIndex,
  read: ReadFormula,
  failed: Failed,
): Steps<readonly Link[]> {
  return yield* new Finder(index, yield* itemsInSteps(index, read), failed).find();
}

type Failed = (formula: Formula, error: unknown) => void;

interface Found extends ChainAt {
  readonly asked: { readonly from: number; readonly echo: boolean } | null;
}

/** Words that say what an arrow means are looked for this far back. */
const ARROW_WORDS = 250;
class Finder {
  private readonly found: Found[] = [];
  private readonly places: ReadonlyMap<Item, number>;
  private readonly struck: Struck;
  private readonly round: Neighbourhood;
  private open: Chain | null = null;
  private openEnd = -1;
  /** Its place among what was found. */
  private openAt = -1;
  private pending: Pending | null = null;
  private skipped = new Set<Formula>();

  constructor(
    private readonly index: FormulaIndex,
    private readonly items: readonly Item[],
    private readonly failed: Failed,
  ) {
    this.places = new Map(items.map((item, k) => [item, k]));
    this.struck = struckIn(index.text);
    this.round = new Neighbourhood(index, items, this.places);
  }

  *find(): Steps<readonly Link[]> {
    yield null;
    yield* this.tables();
    this.arrays();
    yield null;
    for (const [k, item] of this.items.entries()) {
      this.guarded(item.formula, () => this.visit(item, k));
      yield null;
    }
    this.close();
    this.answer();
    const claims: Link[] = [];
    const choices = yield* this.choices();
    for (const [group, f] of this.found.entries()) {
      const [first] = f.chain.sides;
      if (first)
        this.guarded(first.item.formula, () =>
          claims.push(...this.linksOf(f, group, choices.has(f.chain) || this.isOption(first))),
        );
      yield null;
    }
    return claims.sort((a, b) => a.from - b.from || a.link - b.link);
  }

  private guarded(formula: Formula, work: () => void): void {
    try {
      work();
    } catch (error) {
      this.failed(formula, error);
    }
  }

  private linksOf(f: Found, group: number, unsure: boolean): readonly Link[] {
    const { chain, asked } = f;
    const links = linksOf(chain, {
      text: this.index.text,
      group,
      asked,
      unsure,
      conditions: this.round.conditions(f),
      said: this.round.said(f),
      near: this.round.nearFrom(chain),
      saysSigmoid: (before) => this.round.saysSigmoid(chain, before),
      nablaSquared: () => this.round.nablaSquared(chain),
      definedAt: this.round.definedAt(chain),
      struck: chain.sides.some((s) => this.struck.covers(s.from)),
    });
    // Of what is kept as it is written nothing can be judged.
    return links.filter(({ head, right }) => !opaqueIn(head) && !opaqueIn(right));
  }

  private isOption({ from, item }: Side): boolean {
    const { text } = this.index;
    return isInChoice(text, from) || isLabelledAnswer(text, item.formula.outerFrom);
  }

  private visit(item: Item, k: number): void {
    if (item.nth === 0) this.pending?.pass(item.gap, item);
    if (this.pending?.isOver) this.answer();
    const sides = sidesIn(item);
    if (item.statement.leading !== null) this.goOn(item, sides, k);
    else {
      this.close();
      this.begin(item, sides, k);
    }
  }

  /** A statement without a left side goes on from the one before, or answers what was asked. */
  private goOn(item: Item, sides: readonly Side[], k: number): void {
    const direct = this.open !== null && this.openEnd === k - 1 && (item.nth > 0 || isBlank(item.gap));
    if (direct || (this.open && !this.pending?.isBare && this.openEnd === k - 1 && !endsSentence(item.gap))) {
      if (!direct && this.open) this.open.tentative = true;
      this.open?.sides.push(...sides);
      this.openEnd = k;
      return;
    }
    this.close();
    const { pending } = this;
    if (!pending) return;
    this.start({ sides: [pending.side, ...sides], variable: null, tentative: !pending.isBare }, k);
    this.pending = null;
  }

  private begin(item: Item, sides: readonly Side[], k: number): void {
    const [first] = sides;
    if (!first || this.skipped.has(item.formula)) return;
    if (this.asksSomething(item, first, sides)) return;
    const before = this.items[k - 1];
    if (sides.length > 1 && isOpenOperator(first.expr)) {
      this.withOperandBefore(first, sides, before, k);
    } else if (sides.length > 1 && sides.some((s) => isDerivative(s.expr))) {
      this.start({ sides: [...sides], variable: null, tentative: false }, k);
    } else if (this.isArrows(item, sides)) this.arrows(sides, k);
    else if (item.nth === 0) this.sentence(item, sides, k);
    this.pending?.offer(item, sides);
  }

  /** A derivative alone, or a function whose derivative the words ask for. */
  private asksSomething(item: Item, first: Side, sides: readonly Side[]): boolean {
    const body = asksForDerivative(item.gap) ? functionIn(item) : null;
    const head =
      sides.length === 1 && isDerivative(first.expr) ? first.expr : body && diff(body, IMPLIED, ONE);
    if (!head) return false;
    const isBare = head === first.expr && !/^[\s*_]*\?/.test(item.after) && !asks(item.gap);
    if (head === first.expr && isBare && !this.isQuestionLike(item)) {
      // A derivative in passing may still be followed by "= …".
      if (this.pending === null) this.pending = new Pending({ ...first, expr: head }, true, this.index.text);
      return true;
    }
    this.answer();
    this.pending = new Pending({ ...first, expr: head }, isBare, this.index.text);
    return true;
  }

  private isQuestionLike(item: Item): boolean {
    return item.nth === 0 && item.isLast;
  }

  private start(chain: Chain, k: number, asked: Found['asked'] = null): void {
    this.open = chain;
    this.openEnd = k;
    this.openAt = this.found.length;
    this.found.push({ chain, end: k, asked });
  }

  private close(): void {
    const { open } = this;
    if (open) {
      const last = this.openAt;
      const known = this.found[last];
      if (known) this.found[last] = { ...known, end: this.openEnd };
      const head = open.sides.find((s) => isDerivative(s.expr));
      if (head) this.pending?.claimed(open.sides);
    }
    this.open = null;
  }

  /** What was asked, with the last thing said after it. */
  private answer(): void {
    const { pending } = this;
    this.pending = null;
    const side = pending?.answer;
    if (!pending || !side) return;
    this.found.push({
      chain: { sides: [pending.side, { ...side, op: '=' }], variable: null, tentative: true },
      end: this.places.get(side.item) ?? -1,
      asked: { from: pending.side.from, echo: pending.isEcho },
    });
  }

  private withOperandBefore(first: Side, sides: readonly Side[], before: Item | undefined, k: number): void {
    const body = before && before.formula.block === first.item.formula.block ? functionIn(before) : null;
    if (!body) return;
    const head = { ...first, expr: withOperand(first.expr, body) };
    this.start({ sides: [head, ...sides.slice(1)], variable: null, tentative: true }, k);
  }

  private isArrows(item: Item, sides: readonly Side[]): boolean {
    if (sides.length < 2 || !sides.slice(1).every((s) => s.op === '->')) return false;
    if (sides.some((s) => s.expr.kind === 'sym' || s.expr.kind === 'num' || s.expr.kind === 'const'))
      return false;
    return this.isAboutDerivatives(item);
  }

  private arrows(sides: readonly Side[], k: number): void {
    sides.slice(1).forEach((right, i) => {
      const left = sides[i];
      if (!left) return;
      const head = { ...left, expr: diff(left.expr, IMPLIED, ONE), op: null };
      this.found.push({
        chain: { sides: [head, { ...right, op: '=' }], variable: null, tentative: true },
        end: k,
        asked: null,
      });
    });
  }

  /** "The derivative of A is B", "the derivative of A with respect to x is B", "- A: B" in a list of derivatives. */
  private sentence(item: Item, sides: readonly Side[], k: number): void {
    const [before, further] = [this.items[k - 1], this.items[k - 2]];
    if (!before?.isLast) return;
    if (saysDerivativeOf(before.gap, item.gap)) this.words(before, null, sides, k, false);
    else if (isListRow(before.gap, item.gap) && this.isAboutDerivatives(before))
      this.words(before, null, sides, k, true);
    else if (further && before.statement.expr.kind === 'sym') {
      const by = before.statement.expr;
      if (saysDerivativeBy(further.gap, before.gap, item.gap)) this.words(further, by, sides, k, false);
    }
  }

  private words(of: Item, by: Sym | null, sides: readonly Side[], k: number, tentative: boolean): void {
    const body = functionIn(of);
    const [operand] = sidesIn(of);
    const [answer] = sides;
    if (!body || body.kind === 'sym' || !operand || !answer) return;
    const isOver = !goesOn(answer.item.after);
    const head = { ...operand, expr: diff(body, by ?? IMPLIED, ONE), op: null };
    const chain = [head, { ...answer, op: '=' as const }, ...sides.slice(1)];
    this.start({ sides: chain, variable: null, tentative: tentative || !isOver }, k);
    if (this.pending?.side.item === of) this.pending = null;
  }

  private isAboutDerivatives({ formula }: Item): boolean {
    const words = this.index.text.slice(Math.max(0, formula.outerFrom - ARROW_WORDS), formula.outerFrom);
    return speaksOfDerivatives(words) || speaksOfDerivatives(this.index.headingOf(formula)?.text ?? '');
  }

  private *tables(): Steps<void> {
    const pipes = pipeCells(this.index);
    yield null;
    const byCell = new Map<Cell, Item[]>();
    const tables = new Set<readonly (readonly Cell[])[]>();
    for (const item of this.items) {
      const cell = item.formula.cell ?? pipes.get(item.formula);
      if (!cell) continue;
      tables.add(cell.rows);
      byCell.set(cell, [...(byCell.get(cell) ?? []), item]);
    }
    yield null;
    for (const rows of tables) {
      for (const chain of chainsInTable(rows, byCell)) {
        const last = chain.sides.at(-1);
        if (!last) continue;
        this.found.push({ chain, end: this.places.get(last.item) ?? 0, asked: null });
        // The cell's own chain has been told with its operand.
        const [said] = sidesIn(last.item);
        const isOwn = said && isDerivative(said.expr) && last.item.isLast && last.item.nth === 0;
        if (isOwn || (said && isOpenOperator(said.expr))) this.skipped.add(last.item.formula);
      }
    }
  }

  private arrays(): void {
    const inFormula = new Map<Formula, Item[]>();
    for (const item of this.items) {
      // No table has fewer statements than a head and a row.
      if (item.isLast && item.nth === 0) continue;
      inFormula.set(item.formula, [...(inFormula.get(item.formula) ?? []), item]);
    }
    for (const [formula, items] of inFormula) {
      for (const chain of chainsInArray(items)) {
        const last = chain.sides.at(-1);
        this.found.push({ chain, end: (last && this.places.get(last.item)) ?? 0, asked: null });
        this.skipped.add(formula);
      }
    }
  }

  /** Chains that say different things of one derivative in a list under a question: answers to choose from. */
  private *choices(): Steps<ReadonlySet<Chain>> {
    const lists = new Map<string, Chain[]>();
    for (const { chain } of this.found) {
      yield null;
      const head = chain.sides.find((s) => isDerivative(s.expr));
      const list = head && listAfterQuestion(this.index.text, head.from);
      if (!head || list === null || list === undefined) continue;
      const key = `${String(list)} ${String(head.expr.hash)}`;
      lists.set(key, [...(lists.get(key) ?? []), chain]);
    }
    return new Set([...lists.values()].filter((l) => l.length > 1).flat());
  }
}
