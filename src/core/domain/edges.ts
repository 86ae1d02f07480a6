/** Edges: where a function stops having a value, or may have no derivative although it has one. */
import { call, logic, relation, sub, sum, ZERO, type Call, type Expr, type Piecewise } from '../expr.js';
import { negated } from '../connectives.js';
import { fill } from '../fold.js';
import { functionRow, withDefaults } from '../functions/index.js';
import { Rational } from '../rational.js';
import { replaceAll } from '../rewrite.js';
import { varies } from '../varies.js';
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
  /** Of what has to be above 0: whether it may be 0 where it is not below 0 beside it, as u^(3/2) has a slope there. */
  readonly touching: boolean;
  /** The same in a form that reads better. */
  readonly told?: Expr;
}

/**
 * All edges in x, by its id; those under a sum or an integral are not looked for. Of what is only to have a value, and no
 * derivative, roots may be 0.
 */
export function edgesOf(e: Expr, x: string, isValue = false): readonly Edge[] {
  const found = new Edges(x, isValue);
  found.visit(e, []);
  return found.all;
}

/** So many edges are not solved one by one. */
export const MOST_EDGES = 64;

class Edges {
  readonly all: Edge[] = [];
  private readonly seen = new Set<Expr>();

  private readonly names: ReadonlySet<string>;

  constructor(
    private readonly x: string,
    private readonly isValue: boolean,
  ) {
    this.names = new Set([x]);
  }

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
    else if (e.kind === 'root')
      this.add(e.body, isOdd(e.index) ? '!=' : '>', within, false, { touching: this.isValue });
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
    if (e.fn === 'atan2' && u && v && isNought(u)) this.add(v, '!=', within, true);
    else if (e.fn === 'atan2' && u && v) {
      // The cut: u = 0 with v ≤ 0, where the angle jumps from π to −π.
      const told = logic('or', relation(['!='], [u, ZERO]), relation(['>'], [v, ZERO]));
      this.all.push({
        of: sum([call('hypot', u, v), v]),
        op: '!=',
        within,
        pole: false,
        tacit: false,
        touching: false,
        told,
      });
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
      this.add(base, '>', within, false, {
        tacit: exponent.free.size > 0 && !exponent.free.has(this.x),
        touching:
          exponent.kind === 'num' && exponent.value.compare(this.isValue ? Rational.ZERO : Rational.ONE) > 0,
      });
    else if (exponent.value.sign < 0) this.add(base, '!=', within, true);
  }

  private pieces(e: Piecewise, within: readonly Expr[]): void {
    for (const { condition } of e.branches) this.ends(condition, within);
    for (const [value, when] of piecesOf(e)) this.visit(value, [...within, ...when]);
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
        this.all.push({ of: sub(a, b), op, within, pole, tacit: false, touching: false, told: c });
      else if (op === '!=') this.add(difference(a, b), '!=', within, pole);
      else this.add(op.startsWith('>') ? difference(a, b) : difference(b, a), '>', within, pole);
    });
  }

  /** ⌊u⌋ ≠ u reads better than ⌊u⌋ − u ≠ 0. */
  private isStep(e: Expr): boolean {
    return e.kind === 'call' && functionRow(e.fn)?.step === true && e.free.has(this.x);
  }

  private add(
    of: Expr,
    op: Edge['op'],
    within: readonly Expr[],
    pole: boolean,
    { tacit = false, touching = false } = {},
  ): void {
    if (!of.free.has(this.x) || this.all.length >= MOST_EDGES) return;
    // What goes in steps has no edge but its jumps, which are looked for by themselves.
    const isStepped = !varies(of, this.names);
    if (isStepped && op === '!=' && !pole) return;
    const listed = op === '!=' && !isStepped ? piecewiseIn(of, this.x) : null;
    if (listed) {
      for (const [value, when] of piecesOf(listed))
        this.add(replaceAll(of, listed, value), op, [...within, ...when], pole, { tacit });
      return;
    }
    // A product vanishes with one of its factors, a power with its base.
    if (op === '!=' && of.kind === 'mul')
      for (const f of of.factors) this.add(f, op, within, pole, { tacit });
    else if (op === '!=' && of.kind === 'pow' && of.exponent.kind === 'num')
      this.add(of.base, op, within, pole, { tacit });
    else if (isStepped && op === '>')
      this.all.push({ of, op, within, pole, tacit, touching: true, told: relation(['>='], [of, ZERO]) });
    else this.all.push({ of, op, within, pole, tacit, touching });
  }
}

/** Each value with the conditions under which it is taken. */
function piecesOf({
  branches,
  otherwise,
}: Piecewise): readonly (readonly [value: Expr, when: readonly Expr[]])[] {
  const before: Expr[] = [];
  const listed = branches.map(({ value, condition }) => {
    const when = [...before, condition];
    before.push(negated(condition));
    return [value, when] as const;
  });
  return otherwise ? [...listed, [otherwise, before]] : listed;
}
/** The first list of pieces in it that depends on x. */
function piecewiseIn(e: Expr, x: string): Piecewise | null {
  if (!e.free.has(x)) return null;
  if (e.kind === 'piecewise') return e;
  for (const c of children(e)) {
    const found = piecewiseIn(c, x);
    if (found) return found;
  }
  return null;
}

const isOdd = (index: Expr): boolean => index.kind === 'num' && index.value.isInteger && !index.value.isEven;
const difference = (a: Expr, b: Expr): Expr => (isNought(b) ? a : sub(a, b));
const isNought = (e: Expr): boolean => e.kind === 'num' && e.value.isZero;
