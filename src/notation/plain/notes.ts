/** What a reader says besides what it understood: problems, readings chosen, and the places of nodes. */
import type { Expr } from '../../core/index.js';
import type { Assumption, Problem, Span } from '../notation.js';

/** An expression and the place it takes, its own brackets included. */
export interface Read extends Span {
  readonly expr: Expr;
}

export class ReadingNotes {
  readonly problems: Problem[] = [];
  readonly assumptions: Assumption[] = [];
  readonly spans = new Map<Expr, Span>();

  constructor(private readonly source: string) {}

  /** The text at a place, cut short where it is long. */
  text({ from, to }: Span): string {
    const text = this.source.slice(from, to);
    return text.length > 40 ? text.slice(0, 39) + '…' : text;
  }
  /** Notes a Problem; null, for the caller to hand on. */
  refuse(code: Problem['code'], { from, to }: Span, message: string): null {
    if (this.problems.length < MAX_NOTES) this.problems.push({ code, from, to, message });
    return null;
  }
  /** Notes a reading chosen among several, once for all places of it. */
  assume(kind: Assumption['kind'], { from, to }: Span, message: string): void {
    const isKnown = this.assumptions.some((a) => a.kind === kind && a.message === message);
    if (!isKnown && this.assumptions.length < MAX_NOTES) this.assumptions.push({ kind, from, to, message });
  }
  /** A node's first place is the narrowest: brackets around it do not count. */
  place(e: Expr, { from, to }: Span): void {
    if (!this.spans.has(e)) this.spans.set(e, { from, to });
  }

  /** An expression with its place, which is noted. */
  placed(expr: Expr, span: Span): Read {
    this.place(expr, span);
    return { expr, from: span.from, to: span.to };
  }
}
const MAX_NOTES = 100;
