/**
 * The canonical form, for tidying and comparing: linear combinations of power products with exact rationals.
 *
 *   sum      c + Σ qᵢ·mᵢ                 mᵢ distinct, without coefficient
 *   product  q·Π bᵢ^(qᵢ·uᵢ)              pairs (bᵢ, uᵢ) distinct; uᵢ is 1 or a symbolic unit: x^(n−1) is (x,n,1),(x,1,−1)
 *
 * Nodes are interned in a table of one question, so equality is identity, and like terms meet by construction.
 * No product of sums is multiplied out here, and no step changes a value on the real domain of what it is made from:
 * √(x²) is |x|; (x³)^(1/3) stays. Quotients and roots are exponents; the display brings them back.
 */
import type { Expr } from '../expr.js';
import { mix } from '../hash.js';
import type { Rational } from '../rational.js';

export interface Term {
  readonly m: Node;
  readonly q: Rational;
}
export interface Factor {
  readonly b: Node;
  readonly u: Node;
  readonly q: Rational;
}
/** What a law is told by. */
export interface LawTitle {
  /** Stable name, by which explanations and tests know it. */
  readonly name: string;
  readonly title: string;
}
/** What a law makes of a node. */
export interface Candidate {
  readonly law: LawTitle;
  readonly made: Node;
}
/** A form of a node that the search found, and how: `made` by the law from `from`, its parts then tidied to `node`. */
export interface FoundForm {
  readonly node: Node;
  readonly cost: number;
  readonly from: FoundForm | null;
  readonly law: LawTitle | null;
  readonly made: Node;
}
/** A power that terms of a sum share: its least exponent, and for a power of e the one nearest to 0. */
export interface SharedExponent {
  readonly b: Node;
  readonly u: Node;
  readonly least: Rational;
  readonly nearest: Rational;
}
/** What is known of a node's value wherever it has one. */
export type Sign = 'positive' | 'nonnegative' | 'unknown';

export class Node {
  /** Memos of other files, kept here because a field is quicker than a map. */
  display: Expr | null = null;
  cost = -1;
  /** What the search has found, by nesting. */
  found: FoundForm[] | null = null;
  candidates: readonly Candidate[] | null = null;
  sign: Sign | null = null;
  content: Rational | null = null;
  shared: readonly SharedExponent[] | null = null;
  private heads = -1;

  constructor(
    /** Order of making within the table. */
    readonly id: number,
    /** What breaks ties: a place in the question, or else a hash of the structure, so that no history matters. */
    readonly order: number,
    readonly op: 'num' | 'atom' | 'sum' | 'product' | 'call',
    /** A number's value, a sum's constant, a product's coefficient; 1 otherwise. */
    readonly q: Rational,
    readonly terms: readonly Term[],
    readonly factors: readonly Factor[],
    readonly args: readonly Node[],
    /** The function's name of a call; a head that tells other kinds of nodes apart. */
    readonly name: string,
    /** An atom's own expression; of a call that is none of the function table's, a tree with that head. */
    readonly expr: Expr | null,
  ) {}

  /** Whether a node of this head stands among the factors; of a sum, among the terms and their factors. */
  has(op: Node['op']): boolean {
    if (this.heads < 0) {
      this.heads = 0;
      for (const f of this.factors) this.heads |= HEAD[f.b.op];
      for (const { m } of this.terms) {
        this.heads |= HEAD[m.op];
        for (const f of m.factors) this.heads |= HEAD[f.b.op];
      }
    }
    return (this.heads & HEAD[op]) !== 0;
  }
}
const HEAD = { num: 1, atom: 2, sum: 4, product: 8, call: 16 } as const;

/** Names of what constructors do without being asked, for the record of a traced run. */
export type Silent =
  | 'one-fraction'
  | 'combine-powers'
  | 'cancel'
  | 'collect-like-terms'
  | 'multiply-numbers'
  | 'function-value'
  | 'absolute-value'
  | 'inverse-functions';

export interface Recorded<T> {
  readonly made: T;
  readonly did: ReadonlySet<Silent>;
  /** Bases of powers that cancelled. */
  readonly nonzero: ReadonlySet<Node>;
}

/** The constructors of one question's nodes, which keep them canonical, and what is written down while they work. */
export interface Table {
  /** Whether numbers are decimals, since the author wrote decimals: they keep their size, and print as they are. */
  readonly decimals: boolean;
  /** The measure of work: new nodes, wide ones counting for more. */
  readonly work: number;
  /** What constructors did, while a run is traced. */
  readonly trace: Set<Silent> | null;
  /** Bases of negative powers that cancelled: the result holds where they are not 0. */
  readonly nonzero: Set<Node> | null;

  readonly zero: Node;
  readonly one: Node;
  /** The base of exponentials. */
  readonly e: Node;
  readonly pi: Node;

  /** Charges so many nodes' work; throws where the budget is spent. */
  spend(nodes: number): void;
  /** Says that the question is lowered: its parts come first wherever order is free, and these were all. */
  endQuestion(): void;
  /** What is made, and what constructors did meanwhile without being asked. */
  recorded<T>(run: () => T): Recorded<T>;

  /** Whether the node occurs in the question. */
  isAuthored(n: Node): boolean;
  /** Whether a fraction of constants stays one thing, as the author wrote it. */
  isBlock(e: Expr): boolean;
  /** What is known of the node's sign wherever it has a value. */
  sign(n: Node): Sign;

  num(q: Rational): Node;
  integer(n: number): Node;
  /** An indivisible quantity: a symbol, a constant, a component. */
  atom(expr: Expr): Node;
  /** A function's value, with what is plainly the same done at once: sin 0, ln e^u, |−u|. */
  call(name: string, args: readonly Node[]): Node;
  /** A call as it stands; for other kinds of nodes, `expr` is a tree with that head. */
  rawCall(name: string, args: readonly Node[], expr: Expr | null): Node;

  add(a: Node, b: Node): Node;
  /** Σ q·m over any nodes: sums are opened, numbers added, like terms collected. */
  sum(parts: readonly Term[]): Node;
  /** The product without its coefficient. */
  monic(m: Node): Node;
  /** The coefficient of a product, of a number itself; 1 otherwise. */
  coefficient(m: Node): Rational;
  /** q·n; a sum keeps its brackets. */
  scale(n: Node, q: Rational): Node;
  neg(n: Node): Node;

  mul(a: Node, b: Node): Node;
  divide(a: Node, b: Node): Node;
  /** q·Π b^(q·u) over any bases: products and powers are opened where that is safe, like powers combined. */
  product(parts: readonly Factor[], coefficient?: Rational): Node;
  /** 1/0, for any product and sum with it. */
  withoutValue(): Node;
  /** The product of factors already sorted, distinct and normal. */
  productOf(q: Rational, factors: readonly Factor[]): Node;
  /** b^e; a symbolic exponent is split into its terms. */
  pow(b: Node, e: Node): Node;
  powq(b: Node, q: Rational): Node;
  /** b^(c + Σ q·m) as factors with units 1 and m. */
  exponentParts(b: Node, e: Node): Factor[];
  /** The exponent Σ q·u of some factors of one base. */
  exponentOf(factors: readonly Factor[]): Node;
  /** A positive number's rational power as a rational and a remaining radical: 12^(1/2) is 2·3^(1/2). */
  radical(value: Rational, q: Rational): { coefficient: Rational; rest: Factor[] };
}

export const NO_TERMS: readonly Term[] = [];
export const NO_FACTORS: readonly Factor[] = [];
export const NO_ARGS: readonly Node[] = [];

/** Hash of a node's contents by the structure of its parts. */
export function contentHash(
  op: string,
  q: Rational,
  terms: readonly Term[],
  factors: readonly Factor[],
  args: readonly Node[],
  name: string,
): number {
  let h = op.charCodeAt(0) * 31 + op.charCodeAt(op.length - 1);
  h = mix(h, Number(q.n) | 0);
  h = mix(h, Number(q.d) | 0);
  // Their order is an accident of making.
  for (const t of terms) h = (h + mix(t.m.order, (Number(t.q.n) | 0) * 7 + (Number(t.q.d) | 0))) | 0;
  for (const f of factors)
    h = (h + mix(mix(f.b.order, f.u.order), (Number(f.q.n) | 0) * 7 + (Number(f.q.d) | 0))) | 0;
  for (const a of args) h = mix(h, a.order);
  for (let i = 0; i < name.length; i++) h = mix(h, name.charCodeAt(i));
  return h;
}

/** Whether two contents are the same, their parts being interned. */
export function sameContent(
  n: Node,
  op: string,
  q: Rational,
  terms: readonly Term[],
  factors: readonly Factor[],
  args: readonly Node[],
  name: string,
): boolean {
  if (n.op !== op || n.name !== name || !n.q.equals(q)) return false;
  if (n.terms.length !== terms.length || n.factors.length !== factors.length || n.args.length !== args.length)
    return false;
  for (let i = 0; i < terms.length; i++) {
    const [a, b] = [n.terms[i] as Term, terms[i] as Term];
    if (a.m !== b.m || !a.q.equals(b.q)) return false;
  }
  for (let i = 0; i < factors.length; i++) {
    const [a, b] = [n.factors[i] as Factor, factors[i] as Factor];
    if (a.b !== b.b || a.u !== b.u || !a.q.equals(b.q)) return false;
  }
  for (let i = 0; i < args.length; i++) if (n.args[i] !== args[i]) return false;
  return true;
}
