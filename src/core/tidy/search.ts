/**
 * The search for the form of least reading cost: from the leaves up, at each node a best-first search over what the
 * laws make of it, remembered on the node. Bounded in width, rounds, nesting and new nodes; past the bounds the best
 * form so far stands. A state keeps where it came from and by which law, so that the winning path can be told.
 */
import type { Budget } from '../derivation.js';
import { Rational } from '../rational.js';
import type { Ground, Law } from './law.js';
import { LAWS } from './laws/index.js';
import type { Candidate, Node, Term } from './node.js';
import { rootOf } from './roots.js';

const WIDTH = 2;
const ROUNDS = 4;
const SLACK = 8;
const NESTING = 2;
/** How often the search begins, at most. */
const LOOKS = 5;
/** Wider sums and products are only tidied term by term. */
export const MOST_PARTS = 40;

/** A form of a node, and how it came about: `made` by the law from `from`, its parts then tidied to `node`. */
export interface State {
  readonly node: Node;
  readonly cost: number;
  readonly from: State | null;
  readonly law: Law | null;
  readonly made: Node;
}

/** One law at work on one node. */
export interface Move {
  readonly before: Node;
  readonly after: Node;
  readonly law: Law;
}

export class Search {
  private limit = 0;

  /** Where the search began. */
  private readonly looks: Node[] = [];

  constructor(
    private readonly ground: Ground,
    private readonly budget: Budget,
  ) {}

  /** The node of least reading cost found: the search begins again at the best form, until there is no better. */
  best(n: Node): Node {
    for (let look = 0; look < LOOKS; look++) {
      this.looks.push(n);
      this.limit = this.ground.table.work + this.budget.nodes;
      const best = this.bestAt(n, 0);
      if (best === n) break;
      n = best;
    }
    return n;
  }

  /** The moves that led to the best form, parts first, in the order in which they were made. */
  path(): Move[] {
    const moves: Move[] = [];
    const done = new Set<Node>();
    for (const look of this.looks) this.collect(look, 0, moves, done);
    return moves;
  }

  private get spent(): boolean {
    return this.ground.table.work > this.limit || this.budget.shouldStop();
  }

  private bestAt(n: Node, nesting: number): Node {
    return n.op === 'num' || n.op === 'atom' ? n : this.state(n, nesting).node;
  }

  private state(n: Node, nesting: number): State {
    const before = known(n, nesting);
    if (before) return before;
    const start = this.withBestParts(n, nesting);
    const first: State = { node: start, cost: this.cost(start), from: null, law: null, made: n };
    keep(n, nesting, first);
    const best =
      nesting < NESTING && partsOf(start) <= MOST_PARTS && !this.spent
        ? this.searchFrom(this.cheaper(first, n), nesting)
        : first;
    keep(n, nesting, best);
    if (nesting > 0 && best.node !== n)
      keep(best.node, nesting, { ...best, from: null, law: null, made: best.node });
    return best;
  }

  /** The parts by themselves may be shorter with a minus in front of each; the whole need not be. */
  private cheaper(first: State, n: Node): State {
    if (first.node === n) return first;
    const cost = this.cost(n);
    return cost < first.cost ? { ...first, node: n, cost } : first;
  }

  private searchFrom(first: State, nesting: number): State {
    const seen: Node[] = [first.node];
    let best = first;
    let frontier: readonly State[] = [first];
    for (let round = 0; round < ROUNDS && frontier.length > 0 && !this.spent; round++) {
      const next: State[] = [];
      for (const s of frontier) this.addSuccessors(next, s, nesting, seen);
      if (next.length > 1) next.sort((a, b) => a.cost - b.cost);
      const [top] = next;
      if (top && top.cost < best.cost - 1e-9) best = top;
      const limit = best.cost + SLACK;
      frontier = next.slice(0, WIDTH).filter((s) => s.cost <= limit);
    }
    return best;
  }

  /** What the laws make of a state's node, of forms not seen yet; a node has few enough to look through them. */
  private addSuccessors(next: State[], s: State, nesting: number, seen: Node[]): void {
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
      for (const made of law.apply(n, this.ground)) found.push({ law, made });
    }
    return found;
  }

  private cost(n: Node): number {
    return this.ground.cost.ofNode(this.ground.table, n);
  }

  /** The node over the best forms of its parts. */
  private withBestParts(n: Node, nesting: number): Node {
    if (nesting > NESTING) return n;
    return rebuild(this.ground.table, n, (part) => this.bestAt(part, nesting));
  }

  private collect(n: Node, nesting: number, moves: Move[], done: Set<Node>): void {
    if (nesting > NESTING || done.has(n)) return;
    done.add(n);
    const best = known(n, nesting);
    if (!best) return;
    const chain: State[] = [];
    for (let s: State | null = best; s; s = s.from) chain.unshift(s);
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

/** What a search of this nesting or a less nested one, which looks further, has found for the node. */
function known(n: Node, nesting: number): State | undefined {
  if (n.found) for (let k = 0; k <= nesting; k++) if (n.found[k]) return n.found[k];
  return undefined;
}
function keep(n: Node, nesting: number, state: State): void {
  (n.found ??= [])[nesting] = state;
}

/** The node put together again over mapped parts: a sum's monomials, a product's bases and units, a call's arguments. */
export function rebuild(table: Ground['table'], n: Node, map: (part: Node) => Node): Node {
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

/** A term −m with brackets in it is judged as what it is: m's best form may not be the best with a minus. */
const isTurned = (t: Term): boolean => t.q.sign < 0 && t.m.factors.some((f) => f.b.op === 'sum');

const isOwn = (table: Ground['table'], m: Node, t: Term): boolean =>
  m === (isTurned(t) ? table.neg(t.m) : t.m);

function forEachPart(table: Ground['table'], n: Node, f: (part: Node) => void): void {
  for (const t of n.terms) f(isTurned(t) ? table.neg(t.m) : t.m);
  for (const x of n.factors) {
    f(x.b);
    f(x.u);
  }
  n.args.forEach(f);
}

/** Terms of a sum, factors of a product. */
export const partsOf = (n: Node): number => n.terms.length + n.factors.length;
