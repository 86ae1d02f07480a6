/** What a text says round a chain that is no part of it. */
import { isOne, someNode, type Expr } from '../../core/index.js';
import type { FormulaIndex } from '../../documents/formula.js';
import { definedBy } from '../../meaning/definitions.js';
import { nablaSquaredAt, type NablaSquared } from '../../meaning/nablaSquared.js';
import { fieldBodyOf, operatorOf } from '../../meaning/operator.js';
import { isParameterLetter } from '../../meaning/symbolCustoms.js';
import { namesIn } from '../../meaning/freeNames.js';
import type { Chain } from './chain.js';
import type { Item } from './item.js';
import { asRestrictions } from './links.js';
import { saidRound } from './said.js';
import { attachesCondition, leadsWithCondition, namesSigmoid } from './aroundFormula.js';

/** Characters between a definition and a derivative that follows it directly. */
const ADJACENT = 200;
/** Statements looked at before and after a claim for what they say of parameters. */
const PARAGRAPH = 30;
/** Without headings, definitions this many characters back count as near. */
const NEAR = 2_500;

/** A chain, and where it ends. */
export interface ChainAt {
  readonly chain: Chain;
  /** Index of the item where it ends. */
  readonly end: number;
}

/** What is said round the chains of one document: conditions, values, definitions, what σ is. */
export class Neighbourhood {
  constructor(
    private readonly index: FormulaIndex,
    private readonly items: readonly Item[],
    /** Where each item stands among them. */
    private readonly places: ReadonlyMap<Item, number>,
  ) {}

  /** Conditions said with a chain: "for x > 0" after it, or before it. */
  conditions({ chain, end }: ChainAt): readonly Expr[] {
    const [first] = chain.sides;
    const found: Expr[] = first ? [...this.onParameters(first.item, end)] : [];
    for (let k = end + 1; k < this.items.length && k <= end + 3; k++) {
      const item = this.items[k];
      if (!item) break;
      const restrictions = asRestrictions(item.statement.expr);
      if (restrictions.length === 0 || (item.nth === 0 && !attachesCondition(item.gap))) break;
      found.push(...restrictions);
    }
    const start = (first && this.places.get(first.item)) ?? -1;
    const before = this.items[start - 1];
    if (before && first?.item.nth === 0 && leadsWithCondition(lastWords(before.gap), first.item.gap))
      found.push(...asRestrictions(before.statement.expr));
    return found;
  }

  /** Where the statement directly before the chain defines the name that the chain derives. */
  definedAt({ sides }: Chain): number | null {
    const [first] = sides;
    const before = first && this.items[(this.places.get(first.item) ?? 0) - 1];
    const name = first && (fieldBodyOf(first.expr) ?? operatorOf(first.expr)?.body);
    if (!before || !name || first.from - before.to > ADJACENT) return null;
    const id = name.kind === 'apply' ? name.fn.id : name.kind === 'sym' ? name.id : null;
    return definedBy(before.statement).some((d) => d.name.id === id) ? before.formula.outerFrom : null;
  }

  /** What the paragraph says of parameters: a > 0, 0 < α < 1. */
  private onParameters({ formula }: Item, end: number): readonly Expr[] {
    const around = this.items.slice(Math.max(0, end - PARAGRAPH), end + PARAGRAPH);
    return around
      .filter((item) => item.formula.block === formula.block && item.formula.cell === null)
      .flatMap((item) => asRestrictions(item.statement.expr))
      .filter((e) => namesIn(e).symbols.every(isParameterLetter));
  }

  said({ chain, end }: ChainAt): readonly Expr[] {
    const [first] = chain.sides;
    return saidRound(chain, this.items, (first && this.places.get(first.item)) ?? -1, end);
  }

  /** σ is what a note says it is: by name, or by 1 + e^{−x}. */
  saysSigmoid(chain: Chain, before: number): boolean {
    const near = this.nearFrom(chain);
    if (namesSigmoid(this.index.text.slice(near, before))) return true;
    const [first] = chain.sides;
    let k = ((first && this.places.get(first.item)) ?? 0) - 1;
    for (let item = this.items[k]; item && item.from >= near; item = this.items[--k])
      if (someNode(item.statement.expr, isOnePlusExponential)) return true;
    return false;
  }

  /** ∇² as the words of the section have it. */
  nablaSquared({ sides: [first] }: Chain): NablaSquared | null {
    return first ? nablaSquaredAt(this.index, first.from) : null;
  }

  nearFrom(chain: Chain): number {
    const [first] = chain.sides;
    if (!first) return 0;
    const heading = this.index.headingOf(first.item.formula);
    return Math.max(heading?.from ?? 0, first.from - NEAR);
  }
}

const isOnePlusExponential = (e: Expr): boolean =>
  e.kind === 'add' && e.terms.some(isOne) && e.terms.some((t) => t.kind === 'call' && t.fn === 'exp');

const lastWords = (words: string): string => words.slice(-60);
