/** Edges: where a function stops having a value, or may have no derivative although it has one. */
import { call, logic, relation, sub, sum, ZERO, type Call, type Expr, type Piecewise } from '../expr.js';
import { negated } from '../connectives.js';
import { fill } from '../fold.js';
import { functionRow, withDefaults } from '../functions/index.js';
import { children } from '../walk.js';

/** What has to be other than 0, or above it, for the function to be smooth. */
export interface Edge {
  readonly of: Expr;
  readonly op: '!=' | '>';
  /** The pieces within which that is needed, all of them; none for everywhere. */
  readonly within: readonly Expr[];
  /** Whether the function has no value on the edge because it divides by what is 0 there. */
  readonly pole: boolean;
  /** Whether no reader asks for it: xⁿ is differentiated as if n were a whole number. */
  readonly tacit: boolean;
  /** The same in a form that reads better. */
  readonly told?: Expr;
}

/** All edges in x, by its id; those under a sum or an integral are not looked for. */
export function edgesOf(e: Expr, x: string): readonly Edge[] {
  const found = new Edges(x);
  found.visit(e, []);
  return found.all;
}

/** So many edges are not solved one by one. */
export const MOST_EDGES = 64;

class Edges {
  readonly all: Edge[] = [];
  private readonly seen = new Set<Expr>();

  constructor(private readonly x: string) {}

  visit(e: Expr, within: readonly Expr[]): void {
    if (!e.free.has(this.x) || this.all.length >= MOST_EDGES) return;
    if (within.length === 0) {
      if (this.seen.has(e)) return;
      this.seen.add(e);
    }
    if (e.kind === 'piecewise') {
      this.pieces(e, within);
      return;
    }
    if (e.kind === 'binder' || e.kind === 'diff') return;
    this.own(e, within);
    for (const c of children(e)) this.visit(c, within);
  }

  private own(e: Expr, within: readonly Expr[]): void {
    if (e.kind === 'div') this.add(e.denom, '!=', within, true);
    else if (e.kind === 'root') this.add(e.body, isOdd(e.index) ? '!=' : '>', within, false);
    else if (e.kind === 'pow') this.power(e.base, e.exponent, within);
    else if (e.kind === 'call') this.call(e, within);
  }

  private call(e: Call, within: readonly Expr[]): void {
    if (e.fn === 'max' || e.fn === 'min') {
      // A pair of arguments meets; most pairs do so where a third is ahead, which numbers tell.
      for (const [i, a] of e.args.entries())
        for (const b of e.args.slice(i + 1)) this.add(sub(a, b), '!=', within, false);
      return;
    }
    const [u, v] = e.args;
    if (e.fn === 'atan2' && u && v) {
      // The cut: u = 0 with v ≤ 0, where the angle jumps from π to −π.
      const told = logic('or', relation(['!='], [u, ZERO]), relation(['>'], [v, ZERO]));
      this.all.push({ of: sum([call('hypot', u, v), v]), op: '!=', within, pole: false, tacit: false, told });
      return;
    }
    const row = functionRow(e.fn);
    const args = row && withDefaults(row, e.args);
    if (!row || !args) return;
    const values = new Map(row.params.map((p, i) => [p.id, args[i] as Expr]));
    const filled = (c: Expr): Expr => fill(c, (x) => (x.kind === 'sym' ? (values.get(x.id) ?? null) : null));
    for (const c of [row.domain, row.smooth]) if (c) this.condition(filled(c), within, false);
    for (const c of row.poles) this.condition(filled(c), within, true);
  }

  private power(base: Expr, exponent: Expr, within: readonly Expr[]): void {
    if (exponent.kind !== 'num' || !exponent.value.isInteger)
      this.add(base, '>', within, false, exponent.free.size > 0 && !exponent.free.has(this.x));
    else if (exponent.value.sign < 0) this.add(base, '!=', within, true);
  }

  private pieces(e: Piecewise, within: readonly Expr[]): void {
    const before: Expr[] = [];
    for (const { value, condition } of e.branches) {
      this.ends(condition, within);
      this.visit(value, [...within, ...before, condition]);
      before.push(negated(condition));
    }
    if (e.otherwise) this.visit(e.otherwise, [...within, ...before]);
  }

  /** Where a condition begins or ceases to hold, the pieces meet. */
  private ends(condition: Expr, within: readonly Expr[]): void {
    if (condition.kind === 'logic') for (const c of condition.args) this.ends(c, within);
    if (condition.kind !== 'relation') return;
    condition.ops.forEach((_, i) => {
      const [a, b] = [condition.sides[i] as Expr, condition.sides[i + 1] as Expr];
      this.add(sub(a, b), '!=', within, false);
      this.visit(a, within);
      this.visit(b, within);
    });
  }

  /** A condition of a function's row, filled in: at its end the function is not smooth. */
  private condition(c: Expr, within: readonly Expr[], pole: boolean): void {
    if (c.kind !== 'relation') return;
    c.ops.forEach((op, i) => {
      const [a, b] = [c.sides[i] as Expr, c.sides[i + 1] as Expr];
      if (op === '!=' && !isNought(b) && c.ops.length === 1 && this.isStep(a))
        this.all.push({ of: sub(a, b), op, within, pole, tacit: false, told: c });
      else if (op === '!=') this.add(difference(a, b), '!=', within, pole);
      else this.add(op.startsWith('>') ? difference(a, b) : difference(b, a), '>', within, pole);
    });
  }

  /** ⌊u⌋ ≠ u reads better than ⌊u⌋ − u ≠ 0. */
  private isStep(e: Expr): boolean {
    return e.kind === 'call' && functionRow(e.fn)?.step === true && e.free.has(this.x);
  }

  private add(of: Expr, op: Edge['op'], within: readonly Expr[], pole: boolean, tacit = false): void {
    if (!of.free.has(this.x) || this.all.length >= MOST_EDGES) return;
    // A product vanishes with one of its factors, a power with its base.
    if (op === '!=' && of.kind === 'mul') for (const f of of.factors) this.add(f, op, within, pole, tacit);
    else if (op === '!=' && of.kind === 'pow' && of.exponent.kind === 'num')
      this.add(of.base, op, within, pole, tacit);
    else this.all.push({ of, op, within, pole, tacit });
  }
}

const isOdd = (index: Expr): boolean => index.kind === 'num' && index.value.isInteger && !index.value.isEven;
const difference = (a: Expr, b: Expr): Expr => (isNought(b) ? a : sub(a, b));
const isNought = (e: Expr): boolean => e.kind === 'num' && e.value.isZero;
