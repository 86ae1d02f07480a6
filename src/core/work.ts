/**
 * Work counted instead of time: the same question has the same answer, or the same refusal, on every machine. A unit
 * is what an ordinary machine does in about four microseconds.
 */
import type { Budget } from './derivation.js';

/** What is charged, in units. Measured once on the corpus of exercises; what is rare is taken too dear. */
export const COST = {
  /** A rule chosen for a subtree, and the result put together. */
  rule: 1,
  /** A derivative that a rule leaves to be taken. */
  pending: 1 / 4,
  /** A canonical node made or met again, with the laws tried on it, its display and its reading cost. */
  node: 3 / 2,
  /** What a run of a compiled tree costs besides its nodes, in nodes. */
  run: 4,
  /** A node of a tree compiled for evaluation. */
  compiled: 1 / 8,
  /** A node evaluated at one point. */
  evaluated: 1 / 80,
  /** A UTF-16 unit printed. */
  printed: 1 / 32,
  /** A UTF-16 unit of a source that is parsed again, and compared with what it was. */
  parsed: 1 / 4,
  /** A UTF-16 unit read back. */
  read: 1,
} as const;

/** New nodes that tidying may make at each look for one answer. */
export const NODES = 1_000;

/** A count of work that ends at a limit, or when whoever asked has gone away. */
export class Work implements Budget {
  /** Units done so far. */
  spent = 0;
  private gone = false;

  constructor(
    readonly limit: number,
    private readonly isCancelled: () => boolean = () => false,
    readonly nodes: number = NODES,
  ) {}

  get left(): number {
    return this.limit - this.spent;
  }
  get cancelled(): boolean {
    return (this.gone ||= this.isCancelled());
  }
  shouldStop(work = 1): boolean {
    this.spent += work;
    return this.spent > this.limit || this.cancelled;
  }
}

/** A part of a budget: what it does is charged to the whole, and it ends where either does. */
export const part = (whole: Budget, limit: number): Budget =>
  chargedTo(whole, new Work(limit, undefined, whole.nodes));

/** A budget whose work is charged to another one too: it ends where either does. */
export function chargedTo(whole: Budget, own: Budget): Budget {
  return {
    nodes: own.nodes,
    get left() {
      return Math.min(own.left ?? Infinity, whole.left ?? Infinity);
    },
    get cancelled() {
      return (own.cancelled ?? false) || (whole.cancelled ?? false);
    },
    shouldStop(work = 1) {
      const isOver = own.shouldStop(work);
      return whole.shouldStop(work) || isOver;
    },
  };
}

/** Units of work of which a step consists at most: about a sixtieth of a second. */
export const AT_ONCE = 4_000;

/** A budget of which each turn has a part alone: what cannot be done in steps is left where it takes more. */
export class TurnBudget implements Budget {
  /** Whether a turn was too short for what was done in it. */
  isOver = false;
  private spent = 0;

  constructor(
    private readonly whole: Budget,
    private readonly limit: number = AT_ONCE,
  ) {}

  get nodes(): number {
    return this.whole.nodes;
  }
  get left(): number {
    return Math.min(this.limit - this.spent, this.whole.left ?? Infinity);
  }
  get cancelled(): boolean {
    return this.whole.cancelled ?? false;
  }
  begin(): void {
    this.spent = 0;
  }
  /** Begins with the first turn: what was made ready before counts for nothing. */
  start(): void {
    this.begin();
    this.isOver = false;
  }
  shouldStop(work = 1): boolean {
    this.spent += work;
    const isOver = this.spent > this.limit;
    if (isOver) this.isOver = true;
    return this.whole.shouldStop(work) || isOver;
  }
}

/** A share of what is left of a budget. */
export const share = (whole: Budget, fraction: number): Budget =>
  part(whole, (whole.left ?? Infinity) * fraction);
