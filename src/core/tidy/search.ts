/**
 * The search for the form of least reading cost: from the leaves up, at each node a best-first search over what the
 * laws make of it, remembered on the node. Bounded in width, rounds, nesting and new nodes; past the bounds the best
 * form so far stands. A state keeps where it came from and by which law, so that the winning path can be told.
 */
import type { Budget } from '../derivation.js';
import { Rational } from '../rational.js';
import { brokenRule } from './formRules.js';
import type { Ground } from './law.js';
import { LAWS } from './laws/index.js';
import type { Candidate, LawTitle, Node, FoundForm, Table, Term } from './node.js';
import { rootOf } from './roots.js';
import type { Steps } from '../../steps.js';

const WIDTH = 2;
const ROUNDS = 4;
/** Rounds without a better form after which there is little hope. */
const PATIENCE = 2;
const SLACK = 8;
const NESTING = 2;
/** How often the search begins, at most. */
const LOOKS = 5;
/** Wider sums and products are only tidied term by term. */
export const MOST_PARTS = 40;

/** One law at work on one node. */
export interface Move {
  readonly before: Node;
  readonly after: Node;
  readonly law: LawTitle;
}

export class FormSearch {
  private limit = 0;

  /** Where the search began. */
  private readonly looks: Node[] = [];

  constructor(
    private readonly ground: Ground,
    private readonly budget: Budget,
  ) {}

  /** The node of least reading cost found: the search begins again at the best form, until there is no better. */
  *bestInSteps(n: Node): Steps<Node> {
    for (let look = 0; look < LOOKS; look++) {
      this.looks.push(n);
      this.limit = this.ground.table.work + this.budget.nodes;
      yield* this.visit(n);
      const best = this.bestAt(n, 0);
      yield null;
      if (best === n) break;
      n = best;
    }
    return n;
  }

  /** The moves that led to the best form, parts first, in the order in which they were made. */
  path(): Move[] {
    const moves: Move[] = [];
    const done = new Set<FoundForm>();
    for (const look of this.looks) this.collect(look, 0, moves, done);
    return moves;
  }

  private get spent(): boolean {
    return this.ground.table.work > this.limit || this.budget.shouldStop();
  }

  /** Parts before the whole, in the order of `bestAt`, which finds them done: a step is the search at one node. */
  private *visit(n: Node): Steps<void> {
    if (n.op === 'num' || n.op === 'atom' || known(n, 0)) return;
    const parts: Node[] = [];
    if (!this.ground.style.authored.has(n)) forEachPart(this.ground.table, n, (part) => parts.push(part));
    for (const part of parts) yield* this.visit(part);
    this.state(n, 0);
    yield null;
  }

  private bestAt(n: Node, nesting: number): Node {
    return n.op === 'num' || n.op === 'atom' ? n : this.state(n, nesting).node;
  }

  private state(n: Node, nesting: number): FoundForm {
    const before = known(n, nesting);
    if (before) return before;
    const kept = this.ground.style.authored.has(n);
    const start = kept ? n : this.withBestParts(n, nesting);
    const first: FoundForm = { node: start, cost: this.cost(start), from: null, law: null, made: n };
    keep(n, nesting, first);
    const best =
      !kept && nesting < NESTING && partsOf(start) <= MOST_PARTS && !this.spent
        ? this.searchFrom(this.starts(first, n), nesting)
        : first;
    keep(n, nesting, best);
    if (nesting > 0 && best.node !== n)
      keep(best.node, nesting, { ...best, from: null, law: null, made: best.node });
    return best;
  }

  /** Where to begin: the parts by themselves may be shorter, and the whole need not be. */
  private starts(first: FoundForm, n: Node): readonly [FoundForm, ...FoundForm[]] {
    if (first.node === n) return [first];
    const cost = this.cost(n);
    if (cost < first.cost) return [{ ...first, node: n, cost }];
    return losesSharedBase(n, first.node) ? [first, { ...first, node: n, cost }] : [first];
  }

  private searchFrom(starts: readonly [FoundForm, ...FoundForm[]], nesting: number): FoundForm {
    const seen: Node[] = starts.map((s) => s.node);
    let best = starts[0];
    let frontier: readonly FoundForm[] = starts;
    let improved = 0;
    for (
      let round = 0;
      round < ROUNDS && round - improved < PATIENCE && frontier.length > 0 && !this.spent;
      round++
    ) {
      const next: FoundForm[] = [];
      for (const s of frontier) this.addSuccessors(next, s, nesting, seen);
      if (next.length > 1) next.sort((a, b) => a.cost - b.cost);
      const [top] = next;
      if (top && top.cost < best.cost - 1e-9) {
        best = top;
        improved = round + 1;
      }
      const limit = best.cost + SLACK;
      frontier = next.slice(0, WIDTH).filter((s) => s.cost <= limit);
    }
    return best;
  }

  /** What the laws make of a state's node, of forms not seen yet; a node has few enough to look through them. */
  private addSuccessors(next: FoundForm[], s: FoundForm, nesting: number, seen: Node[]): void {
    for (const { law, made } of (s.node.candidates ??= this.candidates(s.node))) {
      if (seen.includes(made)) continue;
      seen.push(made);
      const node = this.spent ? made : this.withBestParts(made, nesting + 1);
      if (node !== made) {
        if (seen.includes(node)) continue;
        seen.push(node);
      }
      next.push({ node, cost: this.cost(node), from: s, law, made });
    }
  }

  /** What each law makes of the node. */
  private candidates(n: Node): Candidate[] {
    const found: Candidate[] = [];
    for (const law of LAWS.get(n.op) ?? []) {
      if (law.needs && !n.has(law.needs)) continue;
      for (const made of law.apply(n, this.ground))
        if (!brokenRule({ law, made, from: n }, this.ground)) found.push({ law, made });
    }
    return found;
  }

  private cost(n: Node): number {
    return this.ground.cost.ofNode(this.ground, n);
  }

  /** The node over the best forms of its parts. */
  private withBestParts(n: Node, nesting: number): Node {
    if (nesting > NESTING) return n;
    return rebuild(this.ground.table, n, (part) => this.bestAt(part, nesting));
  }

  private collect(n: Node, nesting: number, moves: Move[], done: Set<FoundForm>): void {
    const best = nesting > NESTING ? undefined : known(n, nesting);
    if (!best || done.has(best)) return;
    done.add(best);
    const chain: FoundForm[] = [];
    for (let s: FoundForm | null = best; s; s = s.from) chain.unshift(s);
    for (const s of chain) {
      if (s.from && s.law) moves.push({ before: s.from.node, after: s.made, law: s.law });
      const inner = s.from ? nesting + 1 : nesting;
      // A state that is as it was made has its parts as they were.
      if (inner <= NESTING && s.node !== s.made)
        forEachPart(this.ground.table, s.made, (part) => {
          this.collect(part, inner, moves, done);
        });
    }
  }
}

/** What a search of this nesting has found: a less nested one looks further, but whether there was one is chance. */
const known = (n: Node, nesting: number): FoundForm | undefined => n.found?.[nesting];
function keep(n: Node, nesting: number, state: FoundForm): void {
  (n.found ??= [])[nesting] = state;
}

/** The node put together again over mapped parts: a sum's monomials, a product's bases and units, a call's arguments. */
export function rebuild(table: Table, n: Node, map: (part: Node) => Node): Node {
  switch (n.op) {
    case 'num':
    case 'atom':
      return n;
    case 'sum': {
      const best = n.terms.map((t) => (isTurned(t) ? map(table.neg(t.m)) : map(t.m)));
      if (best.every((m, i) => isOwn(table, m, n.terms[i] as Term))) return n;
      const terms = n.terms.map((t, i) => ({ m: best[i] as Node, q: isTurned(t) ? t.q.neg() : t.q }));
      if (!n.q.isZero) terms.push({ m: table.num(n.q), q: Rational.ONE });
      return table.sum(terms);
    }
    case 'product': {
      const factors = n.factors.map((f) => {
        const b = map(f.b);
        const u = f.u === table.one ? f.u : map(f.u);
        return b === f.b && u === f.u ? f : { b, u, q: f.q };
      });
      if (factors.every((f, i) => f === n.factors[i])) return n;
      return table.product(
        factors.flatMap((f) => table.exponentParts(f.b, table.scale(f.u, f.q))),
        n.q,
      );
    }
    case 'call': {
      const args = n.args.map(map);
      if (args.every((a, i) => a === n.args[i])) return n;
      if (n.name === 'root') return rootOf(table, args[0] as Node, args[1] as Node);
      return n.expr ? table.rawCall(n.name, args, n.expr) : table.call(n.name, args);
    }
  }
}

/**
 * Whether terms of the sum shared a base that one of them lost when it was tidied by itself, and which could have stood in
 * front: (x − 1)²(x + 1)² tidies to (x² − 1)², which has no x + 1 in common with 2(x + 1)(x − 1)³ any more.
 */
function losesSharedBase(n: Node, tidied: Node): boolean {
  if (n === tidied) return false;
  if (n.op === 'product') return losesDivisor(n, tidied);
  if (n.op !== 'sum' || tidied.op !== 'sum' || n.terms.length > MOST_RAW_TERMS) return false;
  const count = new Map<Node, number>();
  for (const t of n.terms) for (const b of basesOf(t.m)) count.set(b, (count.get(b) ?? 0) + 1);
  const kept = new Map<Node, number>();
  for (const t of tidied.terms) for (const b of basesOf(t.m)) kept.set(b, (kept.get(b) ?? 0) + 1);
  for (const [b, k] of count) if (k > 1 && b.op !== 'atom' && (kept.get(b) ?? 0) < k) return true;
  return false;
}
/** Whether a sum above had a factor to cancel with one below, and did not when it was tidied by itself. */
function losesDivisor(n: Node, tidied: Node): boolean {
  for (const below of n.factors) {
    if (below.b.op !== 'sum' || below.q.sign > 0) continue;
    const left = tidied.factors.find((f) => f.b === below.b && f.u === below.u);
    if (!left?.q.equals(below.q)) continue;
    if (n.factors.some((f) => f.q.sign > 0 && isMultiple(f.b, below.b))) return true;
  }
  return false;
}
const isMultiple = (s: Node, of: Node): boolean =>
  s.op === 'sum' && s.q.isZero && s.terms.every((t) => t.m.factors.some((f) => f.b === of && f.q.sign > 0));
const MOST_RAW_TERMS = 6;
const basesOf = (m: Node): Iterable<Node> =>
  m.op === 'product' ? new Set(m.factors.map((f) => f.b)) : m.op === 'num' ? [] : [m];

/** A term −m with brackets in it is judged as what it is: m's best form may not be the best with a minus. */
const isTurned = (t: Term): boolean => t.q.sign < 0 && t.m.factors.some((f) => f.b.op === 'sum');

const isOwn = (table: Table, m: Node, t: Term): boolean => m === (isTurned(t) ? table.neg(t.m) : t.m);

function forEachPart(table: Table, n: Node, f: (part: Node) => void): void {
  for (const t of n.terms) f(isTurned(t) ? table.neg(t.m) : t.m);
  for (const x of n.factors) {
    f(x.b);
    f(x.u);
  }
  n.args.forEach(f);
}

/** Terms of a sum, factors of a product. */
export const partsOf = (n: Node): number => n.terms.length + n.factors.length;
