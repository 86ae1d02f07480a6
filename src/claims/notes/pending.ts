/** A question that the text has asked and that what follows may answer. */
import { definedBy } from '../../meaning/definitions.js';
import { type Side } from './chain.js';
import { isDerivative } from '../../meaning/operator.js';
import type { Item } from './item.js';
import { isRestriction } from './links.js';
import { isChoice } from './options.js';

export class Pending {
  /** The answer so far: the last value said in the lines of the answer. */
  answer: Side | null = null;
  isOver = false;
  /** The answer is the end of a claim of its own. */
  isEcho = false;
  private line = 0;
  private lastTo: number;

  constructor(
    readonly side: Side,
    /** It is no question in words, only a derivative that nothing follows. */
    readonly isBare: boolean,
    private readonly text: string,
  ) {
    this.lastTo = side.item.formula.outerTo;
  }

  /** Words passed before the next formula: the answer stands on the question's line or on the next one with words. */
  pass(_gap: string, item: Item): void {
    const between = this.text.slice(this.lastTo, item.formula.outerFrom);
    this.lastTo = item.formula.outerTo;
    const breaks = between.split('\n').length - 1;
    if (breaks > 0 && !(item.formula.display && this.line === 1))
      this.line += /\n[^\S\n]*#/.test(between) ? LATE : lines(between);
    if (this.line > 1 || item.formula.cell !== null) this.isOver = true;
    if (!this.isBare && isChoice(between, item.after)) {
      this.isOver = true;
      this.answer = null;
    }
  }

  /** A statement after the question: its last side may be the answer. */
  offer(item: Item, sides: readonly Side[]): void {
    if (item === this.side.item || this.isBare) return;
    const last = sides.at(-1);
    if (
      !last ||
      item.statement.expr.kind === 'logic' ||
      sides.some((s) => isRestriction(s.item.statement.expr))
    )
      return;
    if (sides.some((s) => s.op !== null && s.op !== '=')) return;
    if (sides.length > 1 && !sides.some((s) => isDerivative(s.expr)) && definedBy(item.statement).length > 0)
      return;
    if (isDerivative(last.expr)) return;
    this.answer = last;
    this.isEcho = sides.length > 1 && sides.some((s) => isDerivative(s.expr));
  }

  /** A chain after the question, once it is complete. */
  claimed(sides: readonly Side[]): void {
    const last = sides.at(-1);
    if (!last || this.isBare || isDerivative(last.expr)) return;
    if (!sides.every((s) => s.op === null || s.op === '=')) return;
    this.answer = last;
    this.isEcho = true;
  }
}

const LATE = 2;
/** Line breaks with words between count: blank lines, and the breaks round a display, do not. */
function lines(between: string): number {
  const withWords = between
    .split('\n')
    .slice(1, -1)
    .filter((l) => l.trim() !== '').length;
  return Math.max(1, withWords);
}
